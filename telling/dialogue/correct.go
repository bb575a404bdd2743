package dialogue

import (
	"context"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/telling/report"
)

// corrects says how a claim is corrected from the first question about it.
const corrects = "Not what was said? Answer will, will-not, type promise, hedge WORDS, deadline WORDS or if CONDITION."

// correction reads an answer that corrects a claim instead of judging it.
func correction(answer string, d *claims.Draft, r *claims.Reader) (ok bool, err error) {
	word, rest, _ := strings.Cut(answer, " ")
	rest = strings.TrimSpace(rest)
	word = strings.ToLower(word)
	switch {
	case word == "will" && rest == "":
		d.Polarity = claims.Will
	case word == "will-not" && rest == "":
		d.Polarity = claims.WillNot
	case rest == "":
		return false, nil
	case cleared(rest) && (word == "hedge" || word == "deadline" || word == "if"):
		return true, r.Clear(d, word)
	case word == "type":
		d.Type = claims.Type(rest)
	case word == "hedge":
		d.Hedge, d.HedgeWords = nil, rest
	case word == "deadline":
		d.Window, d.Phrase, d.Field = nil, rest, true
	case word == "if":
		d.Condition = rest
	default:
		return false, nil
	}
	return true, nil
}

// senseless refuses a correction that says nothing, or nothing new: it would
// erase what is there, or change nothing.
func senseless(answer string, d claims.Draft, c claims.Claim, lexicon *hedge.Lexicon) error {
	switch {
	case d.Window == nil && c.Window.Class == deadline.ClassNone:
		return claims.Refuse("", "%q says nothing about when", clean.Line(d.Phrase)).WithHint("deadline with a day or with words such as next week; deadline none when no time was stated")
	case d.Hedge == nil && c.Hedge.P == nil && !lexicon.Read(d.HedgeWords).Known:
		return claims.Refuse("", "%q says nothing about how sure somebody is", clean.Line(d.HedgeWords)).WithHint("hedge with a word such as likely, or with a number such as 80%%; hedge none when there are no such words")
	case strings.HasPrefix(strings.ToLower(answer), "will") && lexicon.Read(c.Hedge.Words).Negative:
		c.Polarity = claims.Will
		return claims.Refuse("", "%q says by itself that it will not happen", clean.Line(c.Hedge.Words)).WithHint("%s, for one, says that it will", claims.Turned(c, lexicon).Answer())
	}
	return nil
}

// correct changes a claim as an answer says. The error is stepCorrected when
// it did, and nil when the answer corrects nothing.
func (w *walk) correct(ctx context.Context, c claims.Claim, answer string) error {
	r := *w.Reader
	d := c.Draft()
	if ok, err := correction(answer, &d, &r); !ok || err != nil {
		return err
	}
	r.Zone = c.Location()
	amended, remarks, err := r.Claim(d, w.Now)
	if refusal := senseless(answer, d, amended, r.Hedges); refusal != nil {
		return refusal
	}
	if list, ok := claims.ProblemsOf(err); ok {
		return list[0] // asked again
	}
	if err != nil {
		return err
	}
	changed, err := w.desk.Amend(ctx, c.ID, amended)
	if err != nil {
		return err
	}
	w.Sayf("amended %d: %s", c.ID, c.Statement)
	w.toldBack(w.view(changed), remarks)
	return left(stepCorrected)
}

// toldBack says back a corrected claim, with its other readings as answers.
func (d *Dialogue) toldBack(v claims.View, remarks []string) {
	d.Told("", report.Understood(v)+report.HindsightSentence(v))
	for _, s := range claims.Seconds(v.Claim, d.Reader.Hedges) {
		d.Told("or", s.Is+": "+s.Answer())
	}
	for _, r := range remarks {
		d.Told("note", r)
	}
}
