package claims

import (
	"testing"
	"time"

	"tracker/calendar"
)

// Nothing is logged or judged in the future, or before it was said.
func TestDatedInstants(t *testing.T) {
	noon := func(y int, m time.Month, d int) Instant {
		return At(calendar.Date(y, m, d).Start(time.UTC)) + 12*3600*1000
	}
	now := noon(2025, 8, 6)
	for name, c := range map[string]struct {
		at     Instant
		forced bool
		want   string // "" for fine
	}{
		"now":                          {now, false, ""},
		"the day it was said":          {noon(2025, 7, 1), false, ""},
		"the day before, another zone": {noon(2025, 6, 30), false, ""},
		"two days before":              {noon(2025, 6, 29), false, "is before the statement of 2025-07-01"},
		"two days before, forced":      {noon(2025, 6, 29), true, ""},
		"1900":                         {noon(1900, 1, 1), false, "1900-01-01T12:00:00.000Z is before the statement of 2025-07-01"},
		"a clock that is ahead":        {now + 60*1000, false, ""},
		"tomorrow":                     {noon(2025, 8, 7), false, "is in the future"},
		"9999":                         {noon(9999, 12, 31), false, "is in the future"},
		"9999, forced":                 {noon(9999, 12, 31), true, "is in the future"},
	} {
		for field, claim := range map[string]Claim{
			"logged_at":  {LoggedAt: c.at},
			"verdict.at": {LoggedAt: now, Verdict: &Verdict{At: c.at}},
		} {
			claim.StatedOn, claim.Forced, claim.Window = "2025-07-01", c.forced, Window{Zone: "UTC"}
			err := claim.Dated(now)
			if c.want == "" && err != nil {
				t.Errorf("%s, %s: %v", name, field, err)
			}
			if c.want != "" {
				refusal(t, err, field, c.want)
			}
		}
	}
}
