package daemon

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// rung runs a daemon for some days with a clock on the wall that jumps, and
// returns what that clock showed whenever the schedule rang.
func rung(t *testing.T, spec string, zone *time.Location, start time.Time, days float64, jumps map[time.Duration]time.Duration) []string {
	t.Helper()
	var list []string
	synctest.Test(t, func(t *testing.T) {
		begin := time.Now()
		wall := func() time.Time {
			passed := time.Since(begin)
			at := start.Add(passed)
			for when, by := range jumps {
				if passed >= when {
					at = at.Add(by)
				}
			}
			return at.In(zone)
		}
		s, err := ParseSchedule(spec, zone, start)
		if err != nil {
			t.Fatal(err)
		}
		alarm := NewAlarm(s)
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(days*24*float64(time.Hour)))
		defer cancel()
		if err := Run(ctx, time.Minute, nil, func(context.Context) error {
			if at := wall(); alarm.Rings(at) {
				list = append(list, at.Format("01-02 15:04"))
				alarm.Answered(at)
			}
			return nil
		}, func(err error) { t.Error(err) }); err != nil {
			t.Error(err)
		}
	})
	return list
}

func TestAlarm(t *testing.T) {
	london := in(t, "Europe/London")
	start := time.Date(2026, 3, 26, 7, 58, 30, 0, london) // a Thursday; the clocks change on the 29th
	const day = 24 * time.Hour
	for _, c := range []struct {
		why, spec string
		days      float64
		jumps     map[time.Duration]time.Duration
		want      []string
	}{
		{"at the start, and then as scheduled", "0 8 * * 1-5", 5.5, nil, []string{"03-26 07:58", "03-26 08:00", "03-27 08:00", "03-30 08:00", "03-31 08:00"}},
		{"a time that spring skips", "30 1 * * *", 4.5, nil, []string{"03-26 07:58", "03-27 01:30", "03-28 01:30", "03-29 02:00", "03-30 01:30"}},
		{"a suspend of two days and a half", "0 8 * * *", 2, map[time.Duration]time.Duration{time.Hour: 60 * time.Hour},
			[]string{"03-26 07:58", "03-26 08:00", "03-28 20:58", "03-29 08:00", "03-30 08:00"}},
		{"back a day", "0 8 * * *", 3.2, map[time.Duration]time.Duration{time.Hour: -day},
			[]string{"03-26 07:58", "03-26 08:00", "03-26 08:00", "03-27 08:00", "03-28 08:00"}},
		{"forward a month", "0 8 * * *", 2, map[time.Duration]time.Duration{time.Hour: 30 * day},
			[]string{"03-26 07:58", "03-26 08:00", "04-25 09:58", "04-26 08:00", "04-27 08:00"}},
		{"to 1970 and not back", "0 8 * * *", 3.2, map[time.Duration]time.Duration{time.Hour: -time.Duration(start.Add(time.Hour).UnixNano())},
			[]string{"03-26 07:58", "03-26 08:00", "01-01 08:00", "01-02 08:00", "01-03 08:00"}},
	} {
		if got := rung(t, c.spec, london, start, c.days, c.jumps); !sameTimes(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.why, got, c.want)
		}
	}
}

// sameTimes allows for the ticks, which come a minute apart: a time that is
// up by the half minute rings with the next tick.
func sameTimes(got, want []string) bool {
	near := func(g, w string) bool {
		a, _ := time.Parse("01-02 15:04", g)
		b, _ := time.Parse("01-02 15:04", w)
		return a.Sub(b).Abs() <= time.Minute
	}
	return slices.EqualFunc(got, want, near)
}

// What was not done rings again with the next tick.
func TestAlarmGoesOnUntilAnswered(t *testing.T) {
	s, err := ParseSchedule("0 8 * * *", time.UTC, now)
	if err != nil {
		t.Fatal(err)
	}
	a := NewAlarm(s)
	if !a.Rings(now) || !a.Rings(now.Add(time.Minute)) {
		t.Error("it is silent before anything was done")
	}
	a.Answered(now)
	if a.Rings(now.Add(time.Minute)) {
		t.Error("it rings though all was done")
	}
	if at, ok := a.Next(now); !ok || !at.Equal(time.Date(2026, 11, 27, 8, 0, 0, 0, time.UTC)) {
		t.Errorf("next at %v, %v", at, ok)
	}
	if _, ok := NewAlarm(Schedule{}).Next(now); ok {
		t.Error("the zero schedule has times")
	}
}

// A pass that hangs, deaf to the end of its context, holds the end up for
// less than ten seconds.
func TestRunEndsWhileAPassHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		release := make(chan struct{})
		begin := time.Now()
		time.AfterFunc(90*time.Second, cancel)
		passes := 0
		err := Run(ctx, time.Minute, nil, func(context.Context) error {
			if passes++; passes == 2 {
				<-release
			}
			return nil
		}, func(error) {})
		if took := time.Since(begin) - 90*time.Second; !errors.Is(err, ErrHangs) || took >= 10*time.Second {
			t.Errorf("ended after %v with %v", took, err)
		}
		close(release)
	})
}
