package claims

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/reading/deadline"
)

// claimed is a claim as it stands after logging.
func claimed(t *testing.T) Claim {
	t.Helper()
	w := window(t, "UTC", "2025-08-11", "2025-08-17", 0)
	w.Accepted = false
	return Claim{ID: 1, UID: "01987c3e-8a00-7000-8000-000000000001", Statement: "The talks resume", Speaker: "The ministry",
		StatedOn: "2025-08-06", Event: "talks", Polarity: Will, Window: w}
}

// TestChanges makes each change to a claim in each state: what is refused
// leaves the claim as it was.
func TestChanges(t *testing.T) {
	judged := Verdict{Outcome: No, Note: "seen"}
	earlier := Claim{UID: "x", Speaker: "The ministry", Event: "talks", StatedOn: "2025-07-01"}
	changes := map[string]func(*Claim) error{
		"accept":    func(c *Claim) error { return c.Accept(nil) },
		"withdraw":  func(c *Claim) error { return c.Withdraw("in error") },
		"snooze":    func(c *Claim) error { return c.Snooze(day("2025-09-01"), day("2025-08-20")) },
		"dispute":   func(c *Claim) error { return c.Dispute("contested") },
		"reopen":    func(c *Claim) error { return c.Reopen("corrected") },
		"resolve":   func(c *Claim) error { return c.Resolve(Verdict{Outcome: Yes, Note: "seen again"}) },
		"supersede": func(c *Claim) error { return c.Supersede(earlier) },
		"repeat":    func(c *Claim) error { return c.Repeat(earlier) },
		"also in":   func(c *Claim) error { return c.AlsoIn(Appearance{Source: "Evening News"}) },
		"amend":     func(c *Claim) error { a := *c; a.Notes = "amended"; return c.Amend(a) },
	}
	states := map[string]struct {
		put     func(*Claim)
		allowed []string
	}{
		"open":      {func(*Claim) {}, []string{"accept", "withdraw", "snooze", "resolve", "supersede", "repeat", "also in", "amend"}},
		"judged":    {func(c *Claim) { c.Verdict = &judged }, []string{"accept", "withdraw", "dispute", "reopen", "resolve", "supersede", "repeat", "also in", "amend"}},
		"disputed":  {func(c *Claim) { c.Verdict, c.Disputed = &judged, "x" }, []string{"accept", "withdraw", "dispute", "reopen", "resolve", "supersede", "repeat", "also in", "amend"}},
		"snoozed":   {func(c *Claim) { c.SnoozedUntil = day("2025-12-01") }, []string{"accept", "withdraw", "snooze", "resolve", "supersede", "repeat", "also in", "amend"}},
		"withdrawn": {func(c *Claim) { c.Withdrawn = "x" }, []string{"reopen"}},
	}
	for state, s := range states {
		for verb, change := range changes {
			c := claimed(t)
			s.put(&c)
			before := c
			err := change(&c)
			if allowed := slices.Contains(s.allowed, verb); allowed != (err == nil) {
				t.Errorf("%s of a claim that is %s: %v, want it allowed: %v", verb, state, err, allowed)
			}
			if err != nil && !cmp.Equal(before, c) {
				t.Errorf("%s of a claim that is %s is refused, and yet changes it:\n%s", verb, state, cmp.Diff(before, c))
			}
			if err == nil && cmp.Equal(before, c) {
				t.Errorf("%s of a claim that is %s changes nothing", verb, state)
			}
			if err != nil {
				refusal(t, err, "", "")
			}
		}
	}
}

// TestResolveEnds: a verdict ends a snooze and a dispute.
func TestResolveEnds(t *testing.T) {
	c := claimed(t)
	c.SnoozedUntil, c.Disputed = day("2025-12-01"), "contested"
	if err := c.Resolve(Verdict{Outcome: Yes}); err != nil || c.SnoozedUntil != 0 || c.Disputed != "" || c.Verdict.Outcome != Yes {
		t.Errorf("%+v, %v", c, err)
	}
	if err := c.Reopen("corrected"); err != nil || c.Verdict != nil {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestAccept(t *testing.T) {
	soft := claimed(t)
	soft.Window.Phrase, soft.Window.Class, soft.Window.Accepted = "soon", deadline.ClassVague, false
	soft.Verdict = &Verdict{Outcome: Yes, Day: day("2025-08-20"), Timing: Late}

	c := soft
	if err := c.Accept(nil); err != nil || !c.Window.Accepted || c.Window.Soft() || c.Verdict.Timing != Late {
		t.Errorf("%+v, %v", c.Window, err)
	}
	c = soft
	wider := window(t, "UTC", "2025-08-06", "2025-08-31", 0)
	if err := c.Accept(&wider); err != nil || c.Window.Latest != day("2025-08-31") || c.Window.Phrase != "soon" || c.Verdict.Timing != OnTime {
		t.Errorf("%+v %+v, %v", c.Window, c.Verdict, err)
	}
	if soft.Verdict.Timing != Late {
		t.Error("the verdict that was there is changed in place")
	}
	c = soft
	before := window(t, "UTC", "2025-07-01", "2025-07-31", 0)
	refusal(t, c.Accept(&before), "deadline", "before the statement of 2025-08-06")
	c.Window = Window{}
	refusal(t, c.Accept(nil), "window", "tracker accept 1 --window A..B")
}

func TestSnoozeRefuses(t *testing.T) {
	c := claimed(t)
	refusal(t, c.Snooze(day("2025-08-20"), day("2025-08-20")), "until", "not after today")
	c.Verdict = &Verdict{}
	refusal(t, c.Snooze(day("2025-09-20"), day("2025-08-20")), "", "nothing to snooze")
}

func TestReasonsAreNeeded(t *testing.T) {
	c := claimed(t)
	refusal(t, c.Withdraw(" "), "reason", "say why")
	refusal(t, c.Reopen(""), "reason", "say why")
	refusal(t, c.Reopen("x"), "", "neither a verdict nor been withdrawn")
	refusal(t, c.Dispute("x"), "", "no verdict to dispute")
	c.Verdict = &Verdict{}
	refusal(t, c.Dispute("\u200b"), "note", "who contests it")
}

func TestFollows(t *testing.T) {
	earlier := claimed(t)
	for name, x := range map[string]struct {
		change func(*Claim)
		words  string
	}{
		"itself":          {func(c *Claim) { c.UID = earlier.UID }, "cannot follow itself"},
		"another speaker": {func(c *Claim) { c.Speaker = "The council" }, "a chain has one speaker"},
		"another event":   {func(c *Claim) { c.Event = "bridge" }, `--event "talks"`},
		"no event":        {func(c *Claim) { c.Event = "" }, "not about one event"},
		"stated before":   {func(c *Claim) { c.StatedOn = "2025-08-05" }, "was stated before claim 1"},
	} {
		c := claimed(t)
		c.ID, c.UID, c.StatedOn = 2, "01987c3e-8a00-7000-8000-000000000002", "2025-08-09"
		x.change(&c)
		err := c.Supersede(earlier)
		if err == nil {
			t.Errorf("%s: linked", name)
			continue
		}
		refusal(t, err, "", x.words)
	}
	c := claimed(t)
	c.UID, c.Speaker = "01987c3e-8a00-7000-8000-000000000002", "THE MINISTRY"
	if err := c.Supersede(earlier); err != nil || c.Supersedes != earlier.UID {
		t.Errorf("on the same day: %v", err)
	}
	if err := c.Repeat(earlier); err != nil || c.Repeats != earlier.UID || c.Supersedes != "" {
		t.Errorf("a repetition keeps the other link: %+v, %v", c, err)
	}
}

// TestAmendKeeps: what others have decided stays, and the timing of the
// verdict follows the window.
func TestAmendKeeps(t *testing.T) {
	c := claimed(t)
	c.LoggedAt, c.LoggedBy = instant("2025-08-06T12:00:00Z"), "desk"
	c.Verdict = &Verdict{Outcome: Yes, Day: day("2025-08-20"), Timing: Late}
	a := Claim{ID: 9, UID: "other", Statement: "The talks resume in Geneva", Window: window(t, "UTC", "2025-08-06", "2025-08-31", 0)}
	if err := c.Amend(a); err != nil {
		t.Fatal(err)
	}
	if c.ID != 1 || c.UID != claimed(t).UID || c.LoggedBy != "desk" || c.LoggedAt == 0 || c.Statement != a.Statement || c.Verdict.Timing != OnTime {
		t.Errorf("%+v %+v", c, c.Verdict)
	}
}
