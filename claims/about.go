package claims

import (
	"fmt"
	"iter"
	"strings"
)

// About is a speaker and an event by their whole names, "" for any.
type About struct{ Speaker, Event string }

// Has reports whether a claim is of the speaker and about the event.
func (a About) Has(c *Claim) bool { return called(a.Speaker, c.Speaker) && called(a.Event, c.Event) }

func called(asked, name string) bool { return asked == "" || Fold(Name(asked)) == Fold(name) }

// Of narrows what is read to what a has.
func (a About) Of(read iter.Seq2[Claim, error]) iter.Seq2[Claim, error] {
	if a == (About{}) {
		return read
	}
	return func(yield func(Claim, error) bool) {
		for c, err := range read {
			if (err != nil || a.Has(&c)) && !yield(c, err) {
				return
			}
		}
	}
}

// Missing refuses names, or the terms of a filter, of which no claim was found.
func (a About) Missing(found int, terms []string) error {
	if found > 0 || a == (About{}) && len(terms) == 0 {
		return nil
	}
	if len(terms) > 0 {
		return (&Error{Kind: NotFound, Msg: fmt.Sprintf("no claim is meant by %q", strings.Join(append(a.Terms(), terms...), " "))}).
			WithHint("tracker list shows what a filter finds")
	}
	what, hint := fmt.Sprintf("of the speaker %q", a.Speaker), "tracker speaker list"
	switch {
	case a.Speaker == "":
		what, hint = fmt.Sprintf("about the event %q", a.Event), "tracker event list"
	case a.Event != "":
		what += fmt.Sprintf(" about the event %q", a.Event)
	}
	return (&Error{Kind: NotFound, Msg: "there is no claim " + what}).WithHint("%s", hint)
}

// Terms are the names as terms of a filter.
func (a About) Terms() (terms []string) {
	if a.Speaker != "" {
		terms = append(terms, "speaker:"+a.Speaker)
	}
	if a.Event != "" {
		terms = append(terms, "event:"+a.Event)
	}
	return terms
}
