package claims

import (
	"slices"
	"strings"

	"tracker/calendar"
)

// Each of these changes c as one verb does, or refuses and leaves it as it
// was. What may follow what is decided here and nowhere else.

// Accept makes the end of the window hard; with a given window it replaces
// the days that were read.
func (c *Claim) Accept(given *Window) error {
	if err := c.mayChange("accept"); err != nil {
		return err
	}
	w := c.Window
	if given != nil {
		w = *given
		w.Phrase = c.Window.Phrase
	}
	if w.Latest == 0 {
		return Refuse("window", "there is no end to accept").WithHint("give one: tracker accept %d --window A..B", c.ID)
	}
	if err := checkWindow(w, c.StatedOn.Day()); err != nil {
		return err
	}
	w.Accepted = true
	c.Window = w
	c.retime()
	return nil
}

// retime places the verdict's day against a window that has changed.
func (c *Claim) retime() {
	if c.Verdict != nil && c.Verdict.Happened() {
		v := *c.Verdict
		v.Timing = c.Window.Timing(v.Day)
		c.Verdict = &v
	}
}

// Withdraw takes back a claim that was logged in error.
func (c *Claim) Withdraw(reason string) error {
	if err := c.mayChange("withdraw"); err != nil {
		return err
	}
	if err := required("reason", reason, MaxText); err != nil {
		return err.WithHint("say why: --reason TEXT")
	}
	c.Withdrawn = strings.TrimSpace(reason)
	return nil
}

// Snooze puts the question off until a day after today.
func (c *Claim) Snooze(until, today calendar.Day) error {
	if err := c.mayChange("snooze"); err != nil {
		return err
	}
	if c.Verdict != nil {
		return Refuse("", "claim %d has a verdict: there is nothing to snooze", c.ID).
			WithHint("tracker reopen %d --reason TEXT lifts the verdict", c.ID)
	}
	if until <= today {
		return Refuse("until", "%s is not after today", until).WithHint("give a later day")
	}
	c.SnoozedUntil = until
	return nil
}

// Unsnooze ends a snooze at once.
func (c *Claim) Unsnooze() error {
	if err := c.mayChange("unsnooze"); err != nil {
		return err
	}
	if c.SnoozedUntil == 0 {
		return Refuse("", "claim %d is not snoozed", c.ID).WithHint("tracker show %d says where it stands", c.ID)
	}
	c.SnoozedUntil = 0
	return nil
}

// Dispute records that somebody contests the verdict; it goes on counting
// until another is given.
func (c *Claim) Dispute(note string) error {
	if err := c.mayChange("dispute"); err != nil {
		return err
	}
	if c.Verdict == nil {
		return Refuse("", "claim %d has no verdict to dispute", c.ID).WithHint("tracker resolve %d", c.ID)
	}
	if err := required("note", note, MaxText); err != nil {
		return err.WithHint("say who contests it and why: --note TEXT")
	}
	c.Disputed = strings.TrimSpace(note)
	return nil
}

// Reopen lifts a verdict or a withdrawal.
func (c *Claim) Reopen(reason string) error {
	if err := required("reason", reason, MaxText); err != nil {
		return err.WithHint("say why: --reason TEXT")
	}
	if c.Withdrawn != "" {
		c.Withdrawn = ""
		return nil
	}
	if c.Verdict == nil {
		return Refuse("", "claim %d has neither a verdict nor been withdrawn", c.ID).
			WithHint("tracker show %d says where it stands", c.ID)
	}
	c.Verdict, c.Disputed = nil, ""
	return nil
}

// Resolve gives c the verdict v, which Judge has completed. A verdict that
// was there before is replaced as the one that counts; what was proposed is
// settled.
func (c *Claim) Resolve(v Verdict) error {
	if err := c.mayChange("resolve"); err != nil {
		return err
	}
	c.Verdict, c.Disputed, c.SnoozedUntil, c.Proposed = &v, "", 0, nil
	return nil
}

// Supersede links c to the earlier claim whose deadline it replaces; before
// are those that one follows itself, nearest first.
func (c *Claim) Supersede(earlier Claim, before ...Claim) error {
	if err := c.follows(earlier, before); err != nil {
		return err
	}
	c.Supersedes, c.Repeats = earlier.UID, ""
	return nil
}

// Repeat links c to the earlier claim that it says again; before as for
// Supersede.
func (c *Claim) Repeat(earlier Claim, before ...Claim) error {
	if err := c.follows(earlier, before); err != nil {
		return err
	}
	c.Repeats, c.Supersedes = earlier.UID, ""
	return nil
}

// AlsoIn adds an appearance.
func (c *Claim) AlsoIn(a Appearance) error {
	if err := c.mayChange("amend"); err != nil {
		return err
	}
	var ps Problems
	if a.keep(&ps); len(ps) > 0 {
		return ps.Err()
	}
	if slices.Contains(c.Appearances, a) {
		return Refuse("", "claim %d already appears there", c.ID).WithHint("tracker show %d lists where", c.ID)
	}
	c.Appearances = append(slices.Clone(c.Appearances), a)
	return nil
}

// mayChange refuses a change to a withdrawn claim.
func (c *Claim) mayChange(verb string) error {
	if c.Withdrawn == "" {
		return nil
	}
	return Refuse("", "claim %d is withdrawn: %s", c.ID, c.Withdrawn).
		WithHint("tracker reopen %d --reason TEXT, then %s it", c.ID, verb)
}

// Amend makes c say what a, a corrected copy of it, says. Identity, verdict
// and what others have decided about it stay.
func (c *Claim) Amend(a Claim) error {
	if err := c.mayChange("amend"); err != nil {
		return err
	}
	a.ID, a.UID, a.LoggedAt, a.LoggedBy, a.Verdict, a.Proposed = c.ID, c.UID, c.LoggedAt, c.LoggedBy, c.Verdict, c.Proposed
	*c = a
	c.retime()
	return nil
}
