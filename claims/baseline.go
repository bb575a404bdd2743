package claims

import "tracker/calendar"

// SetBaseline sets what a market or a crowd gave the event of c on a day. A day
// after the window's end is refused, since by then it could be known, and so is
// one that has not come.
func (c *Claim) SetBaseline(p float64, on, today calendar.Day) error {
	if err := c.mayChange("amend"); err != nil {
		return err
	}
	c.BaselineP, c.BaselineOn = &p, on
	for _, err := range []*Error{c.baseline(), c.baselineDay()} {
		if err != nil {
			return err
		}
	}
	if on > today {
		return Refuse("baseline_on", "%s is in the future", on).WithHint("the day on which it was said")
	}
	return nil
}

// baseline refuses what is no probability, and a day of none.
func (c *Claim) baseline() *Error {
	switch p := c.BaselineP; {
	case p != nil && !(0 <= *p && *p <= 1):
		return Refuse("baseline_p", "%v is not between 0 and 1", *p).WithHint("for example 0.25 or 25%%")
	case p == nil && c.BaselineOn != 0:
		return Refuse("baseline_on", "%s is the day of no baseline_p", c.BaselineOn).WithHint("give baseline_p too, or leave the day out")
	}
	return nil
}

// baselineDay refuses a day on which what came of the claim could be known.
func (c *Claim) baselineDay() *Error {
	if end := c.Window.Latest; end != 0 && c.BaselineOn > end {
		return Refuse("baseline_on", "%s is after the window's end, %s", c.BaselineOn, end).WithHint("what was said by then could know what came of it")
	}
	return nil
}
