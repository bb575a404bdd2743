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

// Missing refuses names, or the terms of a filter, of which no claim was found,
// and offers those that may have been meant; known are the
// names of a kind that contain a text.
func (a About) Missing(found int, terms []string, known func(kind, containing string) ([]string, error)) error {
	if found > 0 || a == (About{}) && len(terms) == 0 {
		return nil
	}
	if len(terms) > 0 {
		hint := "tracker list shows what a filter finds"
		if file := terms[len(terms)-1]; strings.Contains(strings.Trim(file, "."), ".") && !strings.ContainsAny(file, ": ") {
			hint = "is it the file to write? then -o " + file
		}
		return (&Error{Kind: NotFound, Msg: fmt.Sprintf("no claim is meant by %q", strings.Join(append(a.Terms(), terms...), " "))}).WithHint("%s", hint)
	}
	what, kind, name := fmt.Sprintf("of the speaker %q", a.Speaker), "speaker", a.Speaker
	switch {
	case a.Speaker == "":
		what, kind, name = fmt.Sprintf("about the event %q", a.Event), "event", a.Event
	case a.Event != "":
		what += fmt.Sprintf(" about the event %q", a.Event)
	}
	all, err := known(kind, name)
	if err == nil && len(all) == 0 {
		all, err = known(kind, "")
	}
	if err != nil {
		return err
	}
	refusal := &Error{Kind: NotFound, Msg: "there is no claim " + what}
	near := Near(name, all)
	if len(near) == 0 || Fold(near[0]) == Fold(Name(name)) {
		return refusal.WithHint("tracker %s list", kind)
	}
	return refusal.WithHint("did you mean %s?", eitherOf(near))
}

// eitherOf are names in quotation marks, one or the other.
func eitherOf(names []string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = fmt.Sprintf("%q", name)
	}
	return strings.Join(list, " or ")
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
