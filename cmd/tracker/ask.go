package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/reading/date"
)

// ask prints a question and returns the answer without the space around it.
// There is never a default verdict, and the end of input aborts.
func (e *env) ask(question string) (string, error) {
	if e.answers == nil {
		e.answers = bufio.NewReader(e.in)
	}
	fmt.Fprintf(e.err, "%s ", e.forDialogue(question))
	line, err := e.answers.ReadString('\n')
	if err != nil {
		fmt.Fprintln(e.err)
		if errors.Is(err, io.EOF) {
			return "", errAborted
		}
		return "", err
	}
	return strings.TrimSpace(line), nil
}

// forDialogue breaks a text of a dialogue at spaces, where a terminal would
// break words; the last column is for the cursor.
func (e *env) forDialogue(s string) string {
	if !e.ttyErr {
		return clean.Line(s)
	}
	return wrap(clean.Line(s), e.width-1)
}

// askUntil asks until accept takes the answer; what it says is printed.
func (e *env) askUntil(question string, accept func(string) error) error {
	for {
		answer, err := e.ask(question)
		if err != nil {
			return err
		}
		var refusal *claims.Error
		if err = accept(answer); errors.As(err, &refusal) {
			e.refuse(claims.Problems{refusal})
			continue
		}
		return err
	}
}

// confirm asks a yes-or-no question that has no default.
func (e *env) confirm(question string) (yes bool, err error) {
	err = e.askUntil(question+" (yes or no)", func(s string) error {
		switch strings.ToLower(s) {
		case "y", "yes":
			yes = true
		case "n", "no":
		default:
			return usage("%q is no answer", s).WithHint("please type yes or no")
		}
		return nil
	})
	return yes, err
}

// askDraft asks for a claim, one question a line.
func (e *env) askDraft(r *claims.Reader) (claims.Draft, error) {
	d := claims.Draft{StatedOn: e.today().String(), Field: true}
	var source claims.Appearance
	fmt.Fprintln(e.err, e.forDialogue("Log a claim. Enter leaves an answer empty where that is allowed; Ctrl-C stops and changes nothing."))
	questions := []struct {
		text, field string
		into        *string
	}{
		{"What is said to happen, in the positive (\"The talks resume\")?", "statement", &d.Statement},
		{"Who said it?", "speaker", &d.Speaker},
		{"The words, verbatim?", "quote", &d.Quote},
		{fmt.Sprintf("When was it said (%s)?", d.StatedOn), "stated_on", &d.StatedOn},
		{"By when, in words or as a date (Enter: as the words say)?", "deadline", &d.Phrase},
		{"How sure, in words or as a number (Enter: as the words say)?", "hedge", &d.HedgeWords},
		{"On what condition?", "condition", &d.Condition},
		{"Which event is it about, in a word or two?", "event", &d.Event},
		{"How would a stranger decide whether it happened?", "criterion", &d.Criterion},
		{"Which outlet carried it?", "source", &source.Source},
		{"At which URL?", "url", &source.URL},
	}
	for _, q := range questions {
		if q.field == "url" && source.Source == "" {
			break
		}
		err := e.askUntil(q.text, func(answer string) error {
			before := *q.into
			if answer != "" {
				*q.into = answer
			}
			if q.into == &d.StatedOn {
				said, err := claims.ReadStated(d.StatedOn, e.dates(date.Past))
				if err != nil {
					d.StatedOn = before
					return err
				}
				d.StatedOn = said
			}
			if source.Source != "" {
				d.Appearances = []claims.Appearance{source}
			}
			_, _, err := r.Claim(d, e.instant())
			refusal := problemWith(q.field, err)
			if refusal != nil {
				*q.into = before
			}
			return refusal
		})
		if err != nil {
			return d, err
		}
	}
	return d, nil
}

// problemWith returns the problem in err that is about a field, nil for none:
// the other fields of a draft are still to come.
func problemWith(field string, err error) error {
	list, _ := asRefusal(err)
	for _, p := range list {
		if p.Field == field {
			return p
		}
	}
	return nil
}
