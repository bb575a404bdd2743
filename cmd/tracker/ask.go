package main

import (
	"context"
	"fmt"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/reading/date"
	"tracker/reading/hedge"
	"tracker/store"
	"tracker/telling/report"
	"tracker/telling/screen"
)

// question is one question about a claim that is being logged.
type question struct {
	text, field string
	into        *string
	change      func(answer string) (string, error) // what an answer becomes; nil takes it as it is
	when        func() bool                         // whether to ask at all; nil for always
}

// dialogue is a claim that is being asked for.
type dialogue struct {
	*env
	book   *store.Book
	reader *claims.Reader
	draft  claims.Draft
	source claims.Appearance
	sure   string // the answer to how sure; the draft has it as a number or as words
}

// askDraft asks for a claim, one question a line, says back what it was
// understood to be, and returns it once somebody has said that it is right.
func (e *env) askDraft(ctx context.Context, b *store.Book, r *claims.Reader) (claims.Draft, error) {
	t := &dialogue{env: e, book: b, reader: r, draft: claims.Draft{StatedOn: e.today().String(), Field: true}}
	fmt.Fprintln(e.Err, e.Dialogue("Log a claim. Enter leaves an answer empty where that is allowed; Ctrl-C stops and changes nothing."))
	for {
		for _, q := range t.questions(ctx) {
			if q.when != nil && !q.when() {
				continue
			}
			if err := t.put(q); err != nil {
				return t.draft, err
			}
		}
		done, err := t.agreed()
		if done || err != nil {
			return t.draft, err
		}
	}
}

func (t *dialogue) questions(ctx context.Context) []question {
	d := &t.draft
	return []question{
		{text: "What is said to happen, in the positive (\"The talks resume\")?", field: "statement", into: &d.Statement},
		{text: "Who said it?", field: "speaker", into: &d.Speaker},
		{text: "A person, an institution, an outlet, or anonymous (Enter: a person)?", field: "speaker_kind", into: (*string)(&d.SpeakerKind),
			change: lower, when: func() bool { return t.unknownKind(ctx) }},
		{text: "The words, verbatim?", field: "quote", into: &d.Quote},
		{text: "When was it said?", field: "stated_on", into: &d.StatedOn, change: func(s string) (string, error) {
			return claims.ReadStated(s, t.dates(date.Past))
		}},
		{text: "By when, in words or as a date (Enter: as the words say)?", field: "deadline", into: &d.Phrase},
		{text: "How sure, in words or as a number such as 80 (Enter: as the words say)?", field: "hedge", into: &t.sure, change: t.sureness},
		{text: "That it will, or that it will not (Enter: as the words say)?", field: "polarity", into: (*string)(&d.Polarity), change: polarity},
		{text: "On what condition?", field: "condition", into: &d.Condition},
		{text: "Which event is it about, in a word or two?", field: "event", into: &d.Event},
		{text: "How would a stranger decide whether it happened?", field: "criterion", into: &d.Criterion},
		{text: "Which outlet carried it?", field: "source", into: &t.source.Source},
		{text: "At which URL?", field: "url", into: &t.source.URL, when: func() bool { return t.source.Source != "" }},
	}
}

// put asks one question until its answer can stand. Enter keeps what is
// there.
func (t *dialogue) put(q question) error {
	text := q.text
	if *q.into != "" {
		plain, _, _ := strings.Cut(strings.TrimSuffix(text, "?"), " (Enter:")
		text = fmt.Sprintf("%s (Enter: %s)?", plain, *q.into)
	}
	return t.AskUntil(text, func(answer string) (err error) {
		before := *q.into
		if answer != "" && q.change != nil {
			if answer, err = q.change(answer); err != nil {
				return err
			}
		}
		if answer != "" {
			*q.into = answer
		}
		if t.source.Source != "" {
			t.draft.Appearances = []claims.Appearance{t.source}
		}
		_, _, err = t.reader.Claim(t.draft, t.instant())
		refusal := problemWith(q.field, err)
		if refusal != nil {
			*q.into = before
		}
		return refusal
	})
}

// unknownKind reports whether neither the book nor the name says what kind of
// speaker it is.
func (t *dialogue) unknownKind(ctx context.Context) bool {
	kind, err := t.book.SpeakerKind(ctx, t.draft.Speaker)
	return err == nil && kind == "" && claims.KindOf(t.draft.Speaker) == ""
}

// agreed says back what was understood, and asks whether it is right.
func (t *dialogue) agreed() (bool, error) {
	c, _, err := t.reader.Claim(t.draft, t.instant())
	if err != nil {
		if list, ok := claims.ProblemsOf(err); ok {
			t.refuse(list)
			return false, nil
		}
		return false, err
	}
	fmt.Fprintln(t.Err, t.Dialogue(report.Understood(t.view(c))))
	done := false
	err = t.AskUntil("Log it (yes, no, or again to change an answer)?", func(answer string) error {
		switch strings.ToLower(answer) {
		case "yes", "y":
			done = true
		case "no", "n":
			return screen.ErrAborted
		case "again", "a":
		default:
			return usage("%q is no answer", clean.Line(answer)).WithHint("please type yes, no or again")
		}
		return nil
	})
	return done, err
}

// sureness reads how sure somebody is: a number up to 100 is per cent, and a
// word must be one that the lexicon has.
func (t *dialogue) sureness(answer string) (string, error) {
	number := strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(answer, "%"), "per cent"))
	if strings.Trim(number, "0123456789.,") == "" {
		p, err := percentOf(answer, strings.ReplaceAll(number, ",", "."))
		if err != nil {
			return "", err
		}
		t.draft.HedgeWords, t.draft.Hedge = "", &claims.Hedge{P: &p, Low: &p, High: &p, Kind: hedge.Explicit}
		return fmt.Sprintf("%.10g %%", 100*p), nil
	}
	if r := t.reader.Hedges.Read(answer); r.P == nil {
		return "", claims.Refuse("hedge", "%q says nothing about how sure somebody is", clean.Line(answer)).
			WithHint("a word such as likely, or a number such as 80; Enter takes it from the words")
	}
	t.draft.HedgeWords, t.draft.Hedge = answer, nil
	return answer, nil
}

// percentOf is the probability that a number stands for: 80 and 0.8 are one.
func percentOf(answer, number string) (float64, error) {
	p, err := probability("hedge", number+"%")
	if err == nil && p < 0.01 && !strings.HasSuffix(answer, "%") && strings.Contains(number, ".") {
		p, err = probability("hedge", number)
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
	switch strings.ToLower(strings.ReplaceAll(answer, "-", " ")) {
	case "will", "yes", "it will", "that it will":
		return string(claims.Will), nil
	case "will not", "won't", "no", "not", "it will not", "that it will not":
		return string(claims.WillNot), nil
	}
	return "", claims.Refuse("polarity", "%q is neither", clean.Line(answer)).WithHint("will or will not; Enter takes it from the words")
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
