package main

import (
	"fmt"

	"tracker/claims"
	"tracker/reading/date"
)

// askDraft asks for a claim, one question a line.
func (e *env) askDraft(r *claims.Reader) (claims.Draft, error) {
	d := claims.Draft{StatedOn: e.today().String(), Field: true}
	var source claims.Appearance
	fmt.Fprintln(e.Err, e.Dialogue("Log a claim. Enter leaves an answer empty where that is allowed; Ctrl-C stops and changes nothing."))
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
		err := e.AskUntil(q.text, func(answer string) error {
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
