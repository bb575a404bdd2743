package dialogue

import (
	"fmt"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/reading/date"
	"tracker/telling/report"
	"tracker/telling/screen"
)

// question is one question about a claim that is being logged.
type question struct {
	text, field string
	into        *string
	change      func(answer string) (string, error) // what an answer becomes; nil takes it as it is
	check       func(c claims.Claim) error          // what stands against the claim with the answer; nil for nothing more
	when        func() bool                         // whether to ask at all; nil for always
}

// form is a claim that is being asked for.
type form struct {
	*Dialogue
	known  func(speaker string) bool // whether somebody has said what kind of speaker it is
	draft  claims.Draft
	source claims.Appearance
	sure   string // the answer to how sure; the draft has it as a number or as words
	by     string // the answer to by when; the draft has it as words or as no window
}

// Draft asks for a claim, one question a line, says back what it was
// understood to be, and returns it once somebody has said that it is right. A
// speaker that is not known is asked after.
func (d *Dialogue) Draft(known func(speaker string) bool) (claims.Draft, error) {
	t := &form{Dialogue: d, known: known, draft: claims.Draft{StatedOn: d.Dates(date.Past).Today.String(), Field: true}}
	fmt.Fprintln(d.Err, d.Screen.Dialogue("Log a claim. Enter leaves an answer empty where that is allowed; Ctrl-C stops and changes nothing. "+
		"none or - takes an answer away, back leads to the question before."))
	for {
		if err := t.round(); err != nil {
			return t.draft, err
		}
		done, err := t.agreed()
		if done || err != nil {
			return t.draft, err
		}
	}
}

// round asks every question once. Back leads to the one that was asked before.
func (t *form) round() error {
	questions := t.questions()
	var asked []int
	for i := 0; i < len(questions); {
		if q := questions[i]; q.when != nil && !q.when() {
			i++
			continue
		}
		switch err := t.put(questions[i]); {
		case err == nil:
			asked = append(asked, i)
			i++
		case err != left(stepBack):
			return err
		case len(asked) > 0:
			i, asked = asked[len(asked)-1], asked[:len(asked)-1]
		}
	}
	return nil
}

func (t *form) questions() []question {
	d := &t.draft
	return []question{
		{text: "What is said to happen, in the positive (\"The talks resume\")?", field: "statement", into: &d.Statement},
		{text: "Who said it?", field: "speaker", into: &d.Speaker},
		{text: "A person, an institution, an outlet, or anonymous (Enter: a person)?", field: "speaker_kind", into: (*string)(&d.SpeakerKind),
			change: lower, when: func() bool { return t.unknownKind() }},
		{text: "The words, verbatim?", field: "quote", into: &d.Quote, change: t.quote},
		{text: "When was it said?", field: "stated_on", into: &d.StatedOn, change: func(s string) (string, error) {
			return claims.ReadStated(s, t.Dates(date.Past))
		}},
		{text: "By when, in words or as a date (Enter: as the words say)?", field: "deadline", into: &t.by, change: t.deadline,
			check: t.saysWhen},
		{text: "How sure, in words or as a number such as 80 (Enter: as the words say)?", field: "hedge", into: &t.sure,
			change: t.sureness},
		{text: "That it will, or that it will not (Enter: as the words say)?", field: "polarity", into: (*string)(&d.Polarity), change: polarity,
			check: t.undenied},
		{text: "On what condition?", field: "condition", into: &d.Condition, change: t.condition},
		{text: "Which event is it about, in a word or two?", field: "event", into: &d.Event, change: orNone},
		{text: "How would a stranger decide whether it happened?", field: "criterion", into: &d.Criterion, change: orNone},
		{text: "Which outlet carried it?", field: "source", into: &t.source.Source, change: orNone},
		{text: "At which URL?", field: "url", into: &t.source.URL, change: orNone, when: func() bool { return t.source.Source != "" }},
	}
}

// put asks one question until its answer can stand. Enter keeps what is
// there.
func (t *form) put(q question) error {
	text := q.text
	if *q.into != "" {
		plain, _, _ := strings.Cut(strings.TrimSuffix(text, "?"), " (Enter:")
		text = fmt.Sprintf("%s (Enter: %s)?", plain, *q.into)
	}
	return t.AskUntil(text, func(answer string) error {
		if strings.EqualFold(answer, "back") {
			return left(stepBack)
		}
		draft, source, sure, by := t.draft, t.source, t.sure, t.by
		err := t.take(q, answer)
		if err != nil {
			t.draft, t.source, t.sure, t.by = draft, source, sure, by
		}
		return err
	})
}

// take writes an answer into the draft, unless that refuses it.
func (t *form) take(q question, answer string) (err error) {
	if answer != "" {
		if q.change != nil {
			if answer, err = q.change(answer); err != nil {
				return err
			}
		}
		*q.into = answer
	}
	t.draft.Appearances = nil
	if t.source.Source != "" {
		t.draft.Appearances = []claims.Appearance{t.source}
	}
	c, _, err := t.Reader.Claim(t.draft, t.Now)
	if refusal := problemWith(q.field, err); refusal != nil || q.check == nil {
		return refusal
	}
	return q.check(c)
}

// unknownKind reports whether neither the book nor the name says what kind of
// speaker it is.
func (t *form) unknownKind() bool {
	return !t.known(t.draft.Speaker) && claims.KindOf(t.draft.Speaker) == ""
}

// agreed says back what was understood, and asks whether it is right.
func (t *form) agreed() (bool, error) {
	c, _, err := t.Reader.Claim(t.draft, t.Now)
	if err != nil {
		if list, ok := claims.ProblemsOf(err); ok {
			t.RefuseAnswer(list)
			return false, nil
		}
		return false, err
	}
	fmt.Fprintln(t.Err, t.Screen.Dialogue(report.Understood(t.view(c))))
	done := false
	err = t.AskUntil("Log it (yes, no, or again to change an answer)?", func(answer string) error {
		switch strings.ToLower(answer) {
		case "yes", "y":
			done = true
		case "no", "n":
			return screen.ErrAborted
		case "again", "a", "back":
		default:
			return claims.Mistyped("%q is no answer", clean.Line(answer)).WithHint("please type yes, no or again")
		}
		return nil
	})
	return done, err
}
