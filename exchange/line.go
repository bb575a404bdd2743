package exchange

import (
	"errors"
	"slices"

	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// line returns what the file said as a line, and adds to d's problems what
// the members say against each other.
func (o *object) line(d *decoder) Line {
	for _, m := range o.required() {
		if show(m.place) == "" && !slices.Contains(d.faulty, m.name) {
			d.refuse(errors.New(m.name+" is missing"), "")
		}
	}
	l := Line{Number: d.number, Draft: o.draft, Supersedes: o.supersedes, Repeats: o.repeats}
	if o.first != (claims.Appearance{}) {
		l.Draft.Appearances = slices.Insert(l.Draft.Appearances, 0, o.first)
	}
	o.settleWindow(d, &l.Draft)
	o.settleHedge(d, &l.Draft)
	l.Verdict = o.settleVerdict(d)
	return l
}

// settleWindow gives the draft a settled window when the file has its days,
// or the rule by which it was read, and else the words to read.
func (o *object) settleWindow(d *decoder, draft *claims.Draft) {
	w := o.window
	w.Phrase = o.either(d, "deadline_phrase", o.phrase, "window.phrase", w.Phrase)
	draft.Zone = w.Zone
	dated := w.Earliest != 0 || w.Latest != 0
	if !dated && w.Rule == "" {
		draft.Phrase, draft.Grace, draft.Accepted = w.Phrase, w.grace, w.accepted
		return
	}
	w.Relation = orElse(w.Relation, deadline.On)
	w.Class = orElse(w.Class, deadline.ClassExact)
	w.Granularity = orElse(w.Granularity, deadline.Day)
	w.Rule = orElse(w.Rule, claims.RuleGiven)
	if w.Alternatives == nil {
		w.Alternatives = []deadline.Alternative{}
	}
	if w.grace != nil {
		w.GraceDays = *w.grace
	}
	w.Accepted = dated
	if w.accepted != nil {
		w.Accepted = *w.accepted
	}
	draft.Window = &w.Window
}

// settleHedge gives the draft a settled hedge when the file has its number,
// or says that there is none, and else the words to read.
func (o *object) settleHedge(d *decoder, draft *claims.Draft) {
	h := o.hedge
	h.Words = o.either(d, "hedge", o.words, "hedge.words", h.Words)
	switch {
	case h.P != nil:
		h.Kind = orElse(h.Kind, hedge.Explicit)
		h.Low, h.High = orElse(h.Low, h.P), orElse(h.High, h.P)
		draft.Hedge = &h
	case h.Kind == hedge.None || h.Low != nil || h.High != nil: // a range without a point is for claims to refuse
		draft.Hedge = &h
	default:
		draft.HedgeWords = h.Words
	}
}

func (o *object) settleVerdict(d *decoder) *claims.Verdict {
	v := o.verdict
	switch {
	case v.given && o.resolution.given:
		d.refuse(errors.New("verdict and resolution are two names of one thing: give one"), "")
	case o.resolution.given:
		v = o.resolution
	case !v.given:
		return nil
	}
	return &v.Verdict
}

// either returns the one of a short form and its long form that is given.
func (o *object) either(d *decoder, short, a, long, b string) string {
	if a != "" && b != "" && a != b {
		d.refuse(errors.New(short+" and "+long+" say different things: give one"), "")
	}
	return orElse(a, b)
}

// load makes *o the object of a claim: what line turns into it again.
func (o *object) load(c *claims.Claim) {
	*o = object{draft: c.Draft(), supersedes: string(c.Supersedes), repeats: string(c.Repeats), hedge: c.Hedge}
	o.window = window{Window: c.Window, grace: &c.Window.GraceDays, accepted: &c.Window.Accepted}
	o.dueAt = c.Window.DueAt.String()
	if c.Verdict != nil {
		o.verdict = verdict{*c.Verdict, true}
	}
}

func orElse[T comparable](v, fallback T) T {
	var zero T
	if v == zero {
		return fallback
	}
	return v
}
