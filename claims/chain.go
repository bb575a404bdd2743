package claims

import (
	"cmp"
	"fmt"

	"tracker/calendar"
)

// Step is what the rules of a chain need of a claim: one speaker says again,
// or puts off, what they said before on one event.
type Step struct {
	Ref            string // the same for the same claim, whoever asks
	Called         string // as messages name it: "claim 7", "line 12"
	Speaker, Event string // as people see them
	On             calendar.Day
}

// Follow refuses a link from s to the claim before[0], which itself follows
// the others of before, nearest first.
func (s Step) Follow(before ...Step) *Error {
	earlier := before[0]
	switch {
	case s.Ref == earlier.Ref:
		return Refuse("", "%s cannot follow itself", s.Called).WithHint("name the earlier claim")
	case Fold(s.Speaker) != Fold(earlier.Speaker):
		return Refuse("", "%s is by %s and %s by %s: a chain has one speaker", s.Called, s.Speaker, earlier.Called, earlier.Speaker).
			WithHint("claims of several speakers on one event are compared by --event")
	case Fold(s.Event) != Fold(earlier.Event) || s.Event == "":
		return Refuse("", "%s and %s are not about one event", s.Called, earlier.Called).
			WithHint("give both the same event, or leave the link out")
	case s.On < earlier.On:
		return Refuse("", "%s was stated before %s", s.Called, earlier.Called).WithHint("link the later one to the earlier one")
	}
	for _, b := range before[1:] {
		if b.Ref == s.Ref {
			return Refuse("", "%s follows %s already: a chain does not run in a circle", earlier.Called, s.Called).
				WithHint("link the later one to the earlier one")
		}
	}
	return nil
}

// Step returns c as a step of a chain, called by its id.
func (c *Claim) Step() Step {
	return Step{string(c.UID), fmt.Sprintf("claim %d", c.ID), c.Speaker, c.Event, c.StatedOn.Day()}
}

// Follows is the claim that c repeats or supersedes, "" for none.
func (c *Claim) Follows() UID { return cmp.Or(c.Supersedes, c.Repeats) }

// follows refuses a link from c to an earlier claim, which follows those
// before it.
func (c *Claim) follows(earlier Claim, before []Claim) error {
	steps := []Step{earlier.Step()}
	for i := range before {
		steps = append(steps, before[i].Step())
	}
	if err := c.Step().Follow(steps...); err != nil {
		switch {
		case c.UID == earlier.UID:
			err.WithHint("name the earlier claim: tracker link %d --repeats ID", c.ID)
		case Fold(c.Event) != Fold(earlier.Event) || c.Event == "":
			err.WithHint("tracker amend %d --event %q", c.ID, cmp.Or(earlier.Event, "NAME"))
		case c.StatedOn.Day() < earlier.StatedOn.Day():
			err.WithHint("link the later one: tracker link %d ...", earlier.ID)
		}
		return err
	}
	return c.mayChange("link")
}
