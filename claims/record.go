package claims

// Entered makes c a claim that an entry of the journal has added at an
// instant.
func (c *Claim) Entered(at Instant) {
	c.RecordedAt, c.AmendedLateAt, c.AcceptedLateAt, c.WithdrawnAt = at, 0, 0, 0
	if c.Withdrawn != "" {
		c.WithdrawnAt = at
	}
}

// Changed makes c, which was before, a claim that an entry of the journal has
// changed at an instant: what is judged counts from then on as recorded then.
// Accepting an end changes nothing of what was said; when it was accepted
// after it had passed is kept apart.
func (c *Claim) Changed(before *Claim, at Instant) {
	c.RecordedAt, c.AmendedLateAt, c.AcceptedLateAt, c.WithdrawnAt = before.RecordedAt, before.AmendedLateAt, before.AcceptedLateAt, before.WithdrawnAt
	closed := before.Window.DueAt != 0 && at >= before.Window.DueAt
	if !c.saysAsMuch(before) {
		c.RecordedAt = at
		if closed {
			c.AmendedLateAt = at
		}
	}
	if c.Window.Accepted && !before.Window.Accepted && before.Window.Soft() && closed {
		c.AcceptedLateAt = at
	}
	switch {
	case c.Withdrawn == "":
		c.WithdrawnAt = 0
	case c.Withdrawn != before.Withdrawn:
		c.WithdrawnAt = at
	}
}

// saysAsMuch reports whether c says what before said, in all that is judged:
// statement, quote, hedge, window, polarity and type.
func (c *Claim) saysAsMuch(before *Claim) bool {
	return c.Statement == before.Statement && c.Quote == before.Quote && c.Polarity == before.Polarity && c.Type == before.Type &&
		c.Hedge.same(before.Hedge) && c.Window.same(before.Window)
}

func (h Hedge) same(o Hedge) bool {
	return h.Words == o.Words && h.Kind == o.Kind && h.Map == o.Map && equal(h.P, o.P) && equal(h.Low, o.Low) && equal(h.High, o.High)
}

// same reports whether two windows are the same but for who stands behind
// them.
func (w Window) same(o Window) bool {
	return w.Phrase == o.Phrase && w.Earliest == o.Earliest && w.Latest == o.Latest && w.Zone == o.Zone && w.Granularity == o.Granularity &&
		w.Class == o.Class && w.Relation == o.Relation && w.Rule == o.Rule && w.Rules == o.Rules && w.GraceDays == o.GraceDays
}

func equal(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }

// AfterFact says which second thoughts somebody had about a claim when its
// window had closed, and it could be known what came of it.
type AfterFact struct{ Withdrawn, Void, Unclear, Amended, Accepted bool }

// AfterFact returns the second thoughts about c. A condition that was not met
// and a claim that was logged twice are ordinary, and none.
func (c *Claim) AfterFact() AfterFact {
	late := func(at Instant) bool { return at != 0 && c.Window.DueAt != 0 && at >= c.Window.DueAt }
	f := AfterFact{
		Withdrawn: c.Withdrawn != "" && late(c.WithdrawnAt),
		Amended:   c.AmendedLateAt != 0,
		Accepted:  c.Window.Accepted && c.AcceptedLateAt != 0,
	}
	if v := c.Verdict; v != nil && late(v.At) && v.Reason != "condition-unmet" && v.Reason != "duplicate" {
		f.Void, f.Unclear = v.Outcome == Void, v.Outcome == Unclear
	}
	return f
}
