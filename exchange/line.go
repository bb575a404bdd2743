package exchange

import (
	"cmp"
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
		if show(m.addr) == "" && !slices.Contains(d.faulty, m.name) {
			d.refuse(errors.New(m.name+" is missing"), "")
		}
	}
	given := &o.view.Claim
	l := Line{Number: d.number, Draft: given.Given(), Supersedes: string(given.Supersedes), Repeats: string(given.Repeats)}
	l.Draft.Supersedes, l.Draft.Repeats = "", ""
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
	w := o.view.Window
	w.Phrase = o.either(d, "deadline_phrase", o.phrase, "window.phrase", w.Phrase)
	draft.Zone = w.Zone
	dated := w.Earliest != 0 || w.Latest != 0
	if !dated && w.Rule == "" {
		draft.Phrase, draft.Grace, draft.Accepted = w.Phrase, o.grace, o.accepted
		return
	}
	w.Relation = cmp.Or(w.Relation, deadline.On)
	w.Class = cmp.Or(w.Class, deadline.ClassExact)
	w.Granularity = cmp.Or(w.Granularity, deadline.Day)
	w.Rule = cmp.Or(w.Rule, claims.RuleGiven)
	if w.Alternatives == nil {
		w.Alternatives = []deadline.Alternative{}
	}
	if o.grace != nil {
		w.GraceDays = *o.grace
	}
	w.Accepted = dated
	if o.accepted != nil {
		w.Accepted = *o.accepted
	}
	draft.Window = &w
}

// settleHedge gives the draft a settled hedge when the file has its number,
// or says that there is none, and else the words to read.
func (o *object) settleHedge(d *decoder, draft *claims.Draft) {
	h := o.view.Hedge
	h.Words = o.either(d, "hedge", o.words, "hedge.words", h.Words)
	switch {
	case h.P != nil:
		h.Kind = cmp.Or(h.Kind, hedge.Explicit)
		h.Low, h.High = cmp.Or(h.Low, h.P), cmp.Or(h.High, h.P)
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
	return cmp.Or(a, b)
}

// load makes *o the object of a claim: what line turns into it again.
func (o *object) load(v claims.View) {
	*o = object{view: v}
	o.grace, o.accepted = &o.view.Window.GraceDays, &o.view.Window.Accepted
	if v.Verdict != nil {
		o.verdict = verdict{*v.Verdict, true}
	}
}
