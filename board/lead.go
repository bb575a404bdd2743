package board

import "tracker/claims"

// leads are the groups of lead times, by the most days that belong to each.
var leads = []struct {
	most int
	name string
}{{7, "to 7 days"}, {30, "8 to 30 days"}, {90, "31 to 90 days"}, {365, "91 to 365 days"}}

// leadOf is the row of c by its lead time: the days from the statement to the
// end of the window.
func leadOf(c *claims.Claim) groupKey {
	if c.Window.Latest == 0 {
		return groupKey{name: "(no end)", order: len(leads) + 1}
	}
	days := int(c.Window.Latest - c.StatedOn.Day())
	for i, l := range leads {
		if days <= l.most {
			return groupKey{name: l.name, order: i}
		}
	}
	return groupKey{name: "longer than 365 days", order: len(leads)}
}
