package daemon

import (
	"slices"
	"testing"
	"time"
)

func TestCalendarAndCrontab(t *testing.T) {
	for spec, want := range map[string][]string{
		"0 8 * * 1-5":         {"0 8 * * 1-5", "Mon,Tue,Wed,Thu,Fri *-*-* 08:00:00 UTC"},
		"@daily":              {"0 0 * * *", "*-*-* 00:00:00 UTC"},
		"@weekly":             {"0 0 * * 0", "Sun *-*-* 00:00:00 UTC"},
		"@hourly":             {"0 * * * *", "*-*-* *:00:00 UTC"},
		"*/30 8-20 ? jan Sun": {"0,30 8-20 * 1 0", "Sun *-01-* 08..20:00,30:00 UTC"},
		"15 6,18 1,15 * *":    {"15 6,18 1,15 * *", "*-*-01,15 06,18:15:00 UTC"},
		"5 8 13 * 5":          {"5 8 13 * 5", "*-*-13 08:05:00 UTC", "Fri *-*-* 08:05:00 UTC"},
		"5 8 */10 * 1":        {"5 8 1,11,21,31 * 1", "*-*-01,11,21,31 08:05:00 UTC", "Mon *-*-* 08:05:00 UTC"},
		"@every 90m":          {""},
	} {
		s, err := ParseSchedule(spec, time.UTC, now)
		if err != nil {
			t.Fatal(err)
		}
		if got := append([]string{s.Crontab()}, s.Calendar()...); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", spec, got, want)
		}
		if again, err := ParseSchedule(s.Crontab(), time.UTC, now); s.Repeats() == 0 {
			a, _ := s.Next(now)
			b, _ := again.Next(now)
			if err != nil || !a.Equal(b) {
				t.Errorf("%q: the crontab's %q comes at %v, %v, the schedule at %v", spec, s.Crontab(), b, err, a)
			}
		}
	}
}
