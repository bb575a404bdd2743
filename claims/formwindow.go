package claims

import (
	"errors"
	"strings"
	"unicode"

	"tracker/reading/date"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// applyWindow settles the window, or leaves its phrase to be read.
func (f *Form) applyWindow(r *Reader, d *Draft) error {
	switch {
	case f.Given("deadline"):
		if err := r.Timeless(f.Phrase); err != nil {
			return err
		}
		d.Window, d.Phrase, d.Field = nil, f.Phrase, true
	case f.Given("by"):
		latest, err := ReadDay("by", f.By, f.ahead(d))
		if err != nil {
			return r.inWords(err, f.By)
		}
		d.Window = r.GivenWindow(phraseOf(d), deadline.By, Moment(d.StatedOn).Day(), latest)
	case f.Given("window"):
		earliest, latest, err := ReadSpan(f.Window, f.ahead(d))
		if err != nil {
			return err
		}
		d.Window = r.GivenWindow(phraseOf(d), deadline.On, earliest, latest)
	}
	if f.Given("grace") {
		d.Grace = &f.Grace
	}
	if f.Given("accept") {
		d.Accepted = &f.Accept
	}
	return nil
}

// ahead is how the days of a window are read: from the day of the statement
// on.
func (f *Form) ahead(d *Draft) date.Options {
	o := f.Dates(date.Future)
	if said := Moment(d.StatedOn).Day(); said != 0 {
		o.Today = said
	}
	return o
}

// phraseOf keeps the words of a window whose days are replaced.
func phraseOf(d *Draft) string {
	if d.Window != nil {
		return d.Window.Phrase
	}
	return d.Phrase
}

// applyHedge settles the hedge, or leaves its words to be read.
func (f *Form) applyHedge(d *Draft) error {
	words := d.HedgeWords
	if d.Hedge != nil {
		words = d.Hedge.Words
	}
	if f.Given("hedge") {
		words = f.Hedge
		d.Hedge, d.HedgeWords = nil, f.Hedge
	}
	if !f.Given("p") {
		return nil
	}
	var numbers [3]*float64
	parts := strings.Split(f.P, ",")
	if len(parts) != 1 && len(parts) != 3 {
		return Refuse("p", "%q is neither P nor P,LOW,HIGH", f.P).WithHint("for example 0.7 or 0.7,0.6,0.85; the decimal mark is a point")
	}
	for i, part := range parts {
		p, err := ReadProbability("p", part)
		if err != nil {
			return err
		}
		numbers[i] = &p
	}
	if len(parts) == 1 {
		numbers[1], numbers[2] = numbers[0], numbers[0]
	}
	d.Hedge = &Hedge{Words: words, P: numbers[0], Low: numbers[1], High: numbers[2], Kind: hedge.Explicit}
	return nil
}

// inWords is the refusal of what is no day, with the flag that reads it where
// it is words that set an end.
func (r *Reader) inWords(err error, by string) error {
	refusal, two := new(Error), new(date.Ambiguous)
	if !errors.As(err, &refusal) || errors.As(err, &two) || !strings.ContainsFunc(by, unicode.IsLetter) {
		return err
	}
	if reading := r.inField(by); reading.Refused != "" || reading.Latest == 0 {
		return err
	}
	return Refuse(refusal.Field, "%s", refusal.Msg).Because(err).WithHint("--deadline %q reads words", "by "+by)
}
