package claims

import (
	"testing"

	"tracker/calendar"
)

// Names are one name in whatever case, spacing and Unicode form they are typed.
func TestChainsAreOfOneEventHoweverItIsTyped(t *testing.T) {
	day := calendar.Date(2025, 8, 1)
	earlier := Step{Ref: "a", Called: "claim 1", Speaker: "City council", Event: "Fähre", On: day}
	for event, ok := range map[string]bool{"Fähre": true, "FÄHRE": true, "fähre": true, "Quay": false, "": false} {
		later := Step{Ref: "b", Called: "claim 2", Speaker: "CITY COUNCIL", Event: event, On: day + 1}
		if err := later.Follow(earlier); (err == nil) != ok {
			t.Errorf("%q after %q: %v", event, earlier.Event, err)
		}
	}
	if err := (Step{Ref: "b", Speaker: "City council", Event: "Fähre", On: day - 1}).Follow(earlier); err == nil {
		t.Error("a claim follows a later one")
	}
	if err := earlier.Follow(earlier); err == nil {
		t.Error("a claim follows itself")
	}
}

// The hint is about what is wrong: an event that is the same but for its case
// is not.
func TestTheHintOfARefusedLinkIsAboutTheDay(t *testing.T) {
	earlier := Claim{ID: 1, UID: "a", Speaker: "Captain", Event: "Ferry", StatedOn: "2025-08-02"}
	later := Claim{ID: 2, UID: "b", Speaker: "Captain", Event: "FERRY", StatedOn: "2025-08-01"}
	list, ok := ProblemsOf(later.follows(earlier, nil))
	if !ok || list[0].Hint != "link the later one: tracker link 1 ..." {
		t.Errorf("%v", list)
	}
}

func TestSimilarIsOfOneEventHoweverItIsTyped(t *testing.T) {
	a := Claim{Speaker: "Captain", Event: "Ferry", Statement: "The ship leaves", StatedOn: "2025-08-01"}
	for event, want := range map[string]bool{"FERRY": true, "Quay": false} {
		b := Claim{Speaker: "CAPTAIN", Event: event, Statement: "Passengers go aboard", StatedOn: "2025-08-02"}
		if got := Similar(a, b); got != want {
			t.Errorf("%q and %q: %v", a.Event, event, got)
		}
	}
}
