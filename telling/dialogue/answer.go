package dialogue

import (
	"fmt"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// sureness reads how sure somebody is: a number up to 100 is per cent, and a
// word must be one that the lexicon has.
func (t *form) sureness(answer string) (string, error) {
	if cleared(answer) && answer != "-" {
		return "none", t.Reader.Clear(&t.draft, "hedge")
	}
	t.draft.HedgeWords, t.draft.Hedge = "", nil
	if answer == "-" {
		t.freeDirection()
		return "", nil
	}
	number := strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(answer, "%"), "per cent"))
	if strings.Trim(number, "0123456789.,") == "" {
		p, err := percentOf(answer, strings.ReplaceAll(number, ",", "."))
		if err != nil {
			return "", err
		}
		t.draft.Hedge = &claims.Hedge{P: &p, Low: &p, High: &p, Kind: hedge.Explicit}
		return fmt.Sprintf("%.10g %%", 100*p), nil
	}
	if r := t.Reader.Hedges.Read(answer); r.P == nil {
		return "", claims.Refuse("hedge", "%q says nothing about how sure somebody is", clean.Line(answer)).
			WithHint("a word such as likely, or a number such as 80; none when there are no such words; - takes it from the words")
	}
	t.draft.HedgeWords = answer
	t.freeDirection()
	return answer, nil
}

// freeDirection leaves the direction to the words again where they deny by
// themselves what was answered not to happen.
func (t *form) freeDirection() {
	if _, _, err := t.Reader.Claim(t.draft, t.Now); problemWith("hedge", err) != nil {
		t.draft.Polarity = ""
	}
}

// undenied refuses a direction that the words of confidence do not have.
func (t *form) undenied(c claims.Claim) error {
	if t.draft.Polarity == "" || !t.Reader.Hedges.Read(c.Hedge.Words).Negative {
		return nil
	}
	return claims.Refuse("polarity", "%q already says that it will not happen", clean.Line(c.Hedge.Words)).
		WithHint("- leaves it to the words; back leads to how sure it is, where other words can be given")
}

// deadline takes the words of a deadline, none for no stated time, and - for
// what the other words say.
func (t *form) deadline(answer string) (string, error) {
	t.draft.Phrase, t.draft.Window = "", nil
	switch {
	case answer == "-":
		return "", nil
	case cleared(answer):
		return "none", t.draft.Clear("window")
	}
	t.draft.Phrase = answer
	return answer, nil
}

// saysWhen refuses words of a deadline that say no time.
func (t *form) saysWhen(c claims.Claim) error {
	if t.draft.Phrase == "" || c.Window.Class != deadline.ClassNone {
		return nil
	}
	return claims.Refuse("deadline", "%q says nothing about when", clean.Line(t.draft.Phrase)).
		WithHint("a day such as 1 Sep 2025, or words such as next week; none when no time was stated; - takes it from the words")
}

// quote takes the words, which say the direction anew.
func (t *form) quote(answer string) (string, error) {
	t.draft.Polarity = ""
	return orNone(answer)
}

// condition takes a condition, or that there is none.
func (t *form) condition(answer string) (string, error) {
	t.draft.Firm = cleared(answer)
	return orNone(answer)
}

// cleared reports whether an answer says that there is nothing to answer.
func cleared(answer string) bool { return answer == "-" || strings.EqualFold(answer, "none") }

// orNone takes an answer as it is, or away.
func orNone(answer string) (string, error) {
	if cleared(answer) {
		return "", nil
	}
	return answer, nil
}

// percentOf is the probability that a number stands for: 80 and 0.8 are one.
func percentOf(answer, number string) (float64, error) {
	p, err := claims.ReadProbability("hedge", number+"%")
	if err == nil && p < 0.01 && !strings.HasSuffix(answer, "%") && strings.Contains(number, ".") {
		p, err = claims.ReadProbability("hedge", number)
	}
	if err != nil {
		return 0, claims.Refuse("hedge", "%q is not between 0 and 100 %%", clean.Line(answer)).WithHint("for example 80, 80 %% or 0.8")
	}
	return p, nil
}

func lower(s string) (string, error) {
	return strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(s), "an "), "a "), nil
}

// polarity reads whether the speaker says that it will happen.
func polarity(answer string) (string, error) {
	if cleared(answer) {
		return "", nil
	}
	switch strings.ToLower(strings.ReplaceAll(answer, "-", " ")) {
	case "will", "yes", "it will", "that it will":
		return string(claims.Will), nil
	case "will not", "won't", "no", "not", "it will not", "that it will not":
		return string(claims.WillNot), nil
	}
	return "", claims.Refuse("polarity", "%q is neither", clean.Line(answer)).WithHint("will or will not; - takes it from the words")
}

// problemWith returns the problem in err that is about a field, nil for none:
// the other fields of a draft are still to come.
func problemWith(field string, err error) error {
	list, _ := claims.ProblemsOf(err)
	for _, p := range list {
		if p.Field == field {
			return p
		}
	}
	return nil
}
