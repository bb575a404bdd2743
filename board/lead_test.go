package board

import (
	"testing"

	"tracker/calendar"
	"tracker/claims"
)

func TestLeadGroups(t *testing.T) {
	stated := calendar.Date(2024, 1, 1)
	for days, want := range map[int]string{0: "to 7 days", 7: "to 7 days", 8: "8 to 30 days", 30: "8 to 30 days", 31: "31 to 90 days",
		90: "31 to 90 days", 91: "91 to 365 days", 365: "91 to 365 days", 366: "longer than 365 days"} {
		c := claims.Claim{StatedOn: "2024-01-01", Window: claims.Window{Latest: stated + calendar.Day(days)}}
		if got := leadOf(&c).name; got != want {
			t.Errorf("%d days: %q, want %q", days, got, want)
		}
	}
	if got := leadOf(&claims.Claim{StatedOn: "2024-01-01"}).name; got != "(no end)" {
		t.Errorf("no end: %q", got)
	}
}
