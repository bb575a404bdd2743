package dialogue

import (
	"context"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/reading/date"
	"tracker/reading/deadline"
	"tracker/telling/report"
)

// edits are the answers that change a draft.
const edits = "statement WORDS, speaker NAME, kind person, said DAY, deadline WORDS, window A..B, hedge WORDS, type promise, will, will-not, if CONDITION, event NAME, criterion WORDS"

// edit asks what is not right, until nothing more is.
func (w *drafts) edit(ctx context.Context, i int) error {
	err := w.AskUntil("What is not right? ("+edits+"; Enter when all is)", func(answer string) error {
		if answer == "" {
			return nil
		}
		changed, err := w.change(i, answer)
		if err == nil && !changed {
			err = claims.Mistyped("%q changes nothing", clean.Line(answer)).WithHint("for example deadline by 15 August")
		}
		return err
	})
	if err != nil {
		return err
	}
	return w.resay(ctx, i)
}

// change changes a draft as an answer says, and reports whether it says so.
func (w *drafts) change(i int, answer string) (bool, error) {
	d, r := w.list[i].Draft, *w.Reader
	ok, err := w.member(&d, answer)
	if !ok && err == nil {
		ok, err = correction(answer, &d, &r)
	}
	if !ok || err != nil {
		return false, err
	}
	c, _, err := r.Claim(d, w.Now)
	if list, refused := claims.ProblemsOf(err); refused {
		return false, list[0]
	}
	if err != nil {
		return false, err
	}
	if refusal := senseless(answer, d, c, r.Hedges); refusal != nil {
		return false, refusal
	}
	w.list[i].Nobody = w.list[i].Nobody && d.Speaker == w.list[i].Draft.Speaker
	w.list[i].Draft = d
	return true, nil
}

// member reads an answer that names a member of a draft which the correction
// of a claim does not know.
func (w *drafts) member(d *claims.Draft, answer string) (ok bool, err error) {
	word, rest, _ := strings.Cut(answer, " ")
	if rest = strings.TrimSpace(rest); rest == "" {
		return false, nil
	}
	switch strings.ToLower(word) {
	case "statement":
		d.Statement = rest
	case "speaker":
		spokenBy(d, rest)
	case "kind":
		kind, err := lower(rest)
		d.SpeakerKind = claims.SpeakerKind(kind)
		return true, err
	case "window":
		earliest, latest, err := claims.ReadSpan(rest, w.Dates(date.Future))
		if err != nil {
			return true, err
		}
		d.Window, d.Field = w.Reader.GivenWindow(w.phrase(d), deadline.On, earliest, latest), true
	case "event":
		d.Event, err = orNone(rest)
	case "criterion":
		d.Criterion, err = orNone(rest)
	case "said":
		if d.StatedOn, err = claims.ReadStated(rest, w.Dates(date.Past)); err == nil && d.Window != nil && d.Window.Phrase != "" {
			d.Phrase, d.Window, d.Field = d.Window.Phrase, nil, true // counted from that day
		}
	default:
		return false, nil
	}
	return true, err
}

// spokenBy gives a draft another speaker, who then is the origin of its
// attribution and the subject of its statement where the one before was.
func spokenBy(d *claims.Draft, name string) {
	before := d.Speaker
	d.Speaker, d.SpeakerKind = name, claims.KindOf(name)
	chain := []claims.Link{{Entity: name, Role: claims.Origin}}
	for _, l := range d.Attribution {
		switch {
		case l.Role == claims.Origin && l.Entity == before:
		case l.Role == claims.Publisher && l.Entity == name: // who says it has it from nobody
			chain = append(chain[1:], l)
		default:
			chain = append(chain, l)
		}
	}
	d.Attribution = chain
	if rest, ok := strings.CutPrefix(d.Statement, before+" "); ok {
		d.Statement = name + " " + rest
	}
}

// phrase is the words of the deadline that a draft has.
func (w *drafts) phrase(d *claims.Draft) string {
	if d.Window != nil {
		return d.Window.Phrase
	}
	return d.Phrase
}

// otherDays is another reading of a deadline, with the answers that take it.
func (w *drafts) otherDays(c claims.Claim, a deadline.Alternative) string {
	answer := "window " + a.Earliest.String() + ".." + a.Latest.String()
	if claims.Turns(c, a, w.Reader.Hedges) {
		answer = claims.Turned(c, w.Reader.Hedges).Answer() + ", then " + answer
	}
	return report.Days(a.Earliest, a.Latest) + " (" + a.Why + "): " + answer
}
