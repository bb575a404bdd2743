package remind

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"tracker/calendar"
	"tracker/claims"
)

// A claim that is settled calls for nothing that its last prompt does not
// stand in the way of, in whichever zone it is: those whose clocks jump over
// midnight, and those that went over the date line, among them.
func TestSettledClaimsCallForNothing(t *testing.T) {
	zones := []string{"UTC", "Europe/London", "America/St_Johns", "America/Sao_Paulo", "America/Havana", "America/Caracas", "Africa/Cairo",
		"Africa/Monrovia", "Asia/Beirut", "Asia/Gaza", "Asia/Kathmandu", "Asia/Pyongyang", "Asia/Tokyo", "Asia/Manila", "Antarctica/Casey",
		"Antarctica/Troll", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Fakaofo", "Pacific/Honolulu",
		"Pacific/Kanton", "Pacific/Kiritimati", "Pacific/Kwajalein", "Pacific/Niue", "Pacific/Pago_Pago", "Etc/GMT+12", "Etc/GMT-14"}
	random := rand.New(rand.NewPCG(1, 2))
	settled := map[string]int{}
	for range 200_000 {
		zone := zones[random.IntN(len(zones))]
		loc, err := claims.Zone(zone)
		if err != nil {
			t.Fatal(err)
		}
		r := Rules{After: random.IntN(4)}
		day := calendar.Date(1969, 1, 1) + calendar.Day(random.IntN(70*365))
		c := claims.Claim{Window: claims.Window{Latest: day - 1, Zone: zone, DueAt: claims.At(day.Start(loc))}}
		now := c.Window.DueAt + claims.Instant(random.IntN(23*24*4)*15)*60_000
		last := day + calendar.Day(random.IntN(25))
		if !r.settled(c.Window.DueAt, last, now) {
			continue
		}
		settled[zone]++
		if p, ok := r.prompt(c, now); ok && (last < p.Occurrence || last > p.Occurrence+7) {
			t.Fatalf("%s, %+v: due on %s, last prompted for on %s, settled at %s, and yet to be prompted for on %s", zone, r, day, last, now.Time(loc), p.Occurrence)
		}
	}
	if settled["UTC"] < 100 || settled["America/Sao_Paulo"] < 100 {
		t.Errorf("hardly any are settled: %v", settled)
	}
}

func TestWhatIsSettled(t *testing.T) {
	due := calendar.Date(2025, 8, 18)
	asks := claims.At(due.Start(time.UTC))
	for _, c := range []struct {
		why   string
		after time.Duration
		last  calendar.Day
		want  bool
	}{
		{"prompted for today", 0, due, true},
		{"never prompted for", 0, 0, false},
		{"not again before the third day", 67 * time.Hour, due, true},
		{"the third day may have come in its zone", 68 * time.Hour, due, false},
		{"prompted for on the third day", 72 * time.Hour, due + 3, true},
		{"a prompt of a clock that was ahead", 0, due + 3, false},
	} {
		if got := (Rules{}).settled(asks, c.last, asks+claims.Instant(c.after.Milliseconds())); got != c.want {
			t.Errorf("%s: %v", c.why, got)
		}
	}
}

// A pass that finds nothing new does not look at the claims; one that has a
// letter to send again counts them.
func TestPassesThatFindNothingNew(t *testing.T) {
	due := calendar.Of(noon.Time(time.UTC))
	b := &box{waiting: []claims.Claim{dueClaim(1, due-1)}, asked: map[claims.Instant]calendar.Day{claims.At(due.Start(time.UTC)): due}, handed: 1}
	send := func(_ context.Context, d Digest) error {
		if d.Waiting != 1 {
			t.Errorf("%d wait", d.Waiting)
		}
		return nil
	}
	if n, err := pass(t, b, Route{}, send); n != 0 || err != nil || b.looked != 0 {
		t.Errorf("prompted for %d claims and looked %d times, %v", n, b.looked, err)
	}
	b.planned, b.handed = []Prompt{{Claim: b.waiting[0], Rule: WhenDue, Occurrence: due}}, 0
	if n, err := pass(t, b, Route{}, send); n != 1 || err != nil || b.looked != 1 {
		t.Errorf("prompted for %d claims and looked %d times, %v", n, b.looked, err)
	}
	b.handed, b.looked = 0, 0
	if _, err := pass(t, b, Route{Rules: Rules{Ahead: 3}}, send); err != nil || b.looked != 1 {
		t.Errorf("looked %d times for who is told ahead, %v", b.looked, err)
	}
}
