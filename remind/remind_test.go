package remind

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"tracker/calendar"
	"tracker/claims"
)

func TestOccurrence(t *testing.T) {
	due := calendar.Date(2025, 8, 18)
	want := map[int]int{0: 0, 1: 0, 2: 0, 3: 3, 6: 3, 7: 7, 13: 7, 14: 14, 20: 14, 21: 21, 700: 700}
	for after, occurrence := range want {
		got, ok := Occurrence(due, due+calendar.Day(after))
		if !ok || got != due+calendar.Day(occurrence) {
			t.Errorf("%d days after: %s, %v, want day %d", after, got, ok, occurrence)
		}
	}
	if _, ok := Occurrence(due, due-1); ok {
		t.Error("prompted before it was due")
	}
}

// box is an outbox in memory that hands everything out once, as one letter.
type box struct {
	waiting               []claims.Claim
	planned               []Prompt
	sent, dropped, handed int
	released, failed      int
	next                  claims.Instant
	asked                 map[claims.Instant]calendar.Day // the last occurrences, by when claims ask
	looked                int                             // how often for what waits
}

func (b *box) Waiting(context.Context, claims.Instant, claims.Filter) ([]claims.Claim, error) {
	b.looked++
	return b.waiting, nil
}
func (b *box) Asked(_ context.Context, _ claims.Instant, fn func(claims.Instant, calendar.Day) bool) error {
	for _, c := range b.waiting {
		if asks := c.Window.DueAt; !fn(asks, b.asked[asks]) {
			break
		}
	}
	return nil
}
func (b *box) Plan(_ context.Context, _ claims.Instant, ps []Prompt) error {
	b.planned = append(b.planned, ps...)
	return nil
}
func (b *box) Take(context.Context, claims.Instant, string, time.Duration, Quota) (Letter, error) {
	if b.handed++; b.handed > 1 {
		return Letter{}, nil
	}
	return Letter{ID: "one", Prompts: b.planned}, nil
}
func (b *box) Unsent(_ context.Context, ps []Prompt) ([]Prompt, error) { return ps, nil }
func (b *box) Drop(_ context.Context, _ claims.Instant, ps []Prompt) error {
	b.dropped += len(ps)
	return nil
}
func (b *box) Sent(_ context.Context, _ claims.Instant, ps []Prompt) error {
	b.sent += len(ps)
	return nil
}
func (b *box) Release(_ context.Context, ps []Prompt) error {
	b.released += len(ps)
	return nil
}
func (b *box) Fail(_ context.Context, _, next claims.Instant, ps []Prompt, _ string) error {
	b.failed, b.next = b.failed+len(ps), next
	return nil
}

func dueClaim(id claims.ID, latest calendar.Day) claims.Claim {
	return claims.Claim{ID: id, Window: claims.Window{Latest: latest, Zone: "UTC", DueAt: claims.At((latest + 1).Start(time.UTC))}}
}

var noon = claims.At(calendar.Date(2025, 8, 18).Start(time.UTC).Add(12 * time.Hour))

// pass makes a pass at noon.
func pass(t *testing.T, b *box, r Route, send func(context.Context, Digest) error) (int, error) {
	t.Helper()
	r.Zone = time.UTC
	return Pass(t.Context(), b, r, "test", func() claims.Instant { return noon }, send)
}

func TestPass(t *testing.T) {
	resolved := dueClaim(2, calendar.Date(2025, 8, 17))
	resolved.Verdict = &claims.Verdict{Outcome: claims.Yes}
	b := &box{waiting: []claims.Claim{dueClaim(1, calendar.Date(2025, 8, 17)), dueClaim(3, calendar.Date(2025, 8, 10))},
		planned: []Prompt{{ID: 9, Claim: resolved, Rule: WhenDue}}}
	n, err := pass(t, b, Route{}, func(_ context.Context, d Digest) error {
		if list := d.Claims(); len(list) != 2 || list[0].ID != 1 || list[1].ID != 3 || d.Waiting != 2 || d.New != 1 || d.ID != "one" {
			t.Errorf("sent %+v, want claims 1 and 3 of 2, one of them new", d)
		}
		return nil
	})
	if n != 2 || err != nil || b.sent != 2 || b.dropped != 1 {
		t.Errorf("pass = %d, %v; sent %d, dropped %d", n, err, b.sent, b.dropped)
	}
}

// What was not delivered is given back, tried again later or dead, as the
// channel says.
func TestPassKeepsWhatWasNotSent(t *testing.T) {
	gone := errors.New("gone")
	for name, c := range map[string]struct {
		err              error
		released, failed int
		dead             bool
	}{
		"any error":   {gone, 0, 1, false},
		"retry":       {Retry(time.Hour, gone), 0, 1, false},
		"dead":        {Dead(gone), 0, 1, true},
		"nobody took": {Untried(gone), 1, 0, false},
	} {
		b := &box{waiting: []claims.Claim{dueClaim(1, calendar.Date(2025, 8, 17))}}
		if _, err := pass(t, b, Route{}, func(context.Context, Digest) error { return c.err }); !errors.Is(err, gone) {
			t.Errorf("%s: err = %v", name, err)
		}
		if b.released != c.released || b.failed != c.failed || b.sent != 0 || c.failed > 0 && (b.next == 0) != c.dead {
			t.Errorf("%s: released %d, failed %d until %s, sent %d", name, b.released, b.failed, b.next, b.sent)
		}
	}
}

func TestQuietHours(t *testing.T) {
	for h, want := range map[Hours]bool{{}: false, {12 * 60, 13 * 60}: true, {11 * 60, 12 * 60}: false, {22 * 60, 7 * 60}: false, {18 * 60, 12*60 + 1}: true} {
		b := &box{waiting: []claims.Claim{dueClaim(1, calendar.Date(2025, 8, 17))}}
		n, err := pass(t, b, Route{Quiet: h}, func(context.Context, Digest) error { return nil })
		if err != nil || n == 1 == want || len(b.planned) != 1 {
			t.Errorf("quiet %v: sent %d, %v, planned %d", h, n, err, len(b.planned))
		}
	}
}

// Rules move, end and add occurrences.
func TestRules(t *testing.T) {
	due := calendar.Date(2025, 8, 18)
	for _, c := range []struct {
		why   string
		rules Rules
		today int // days after it fell due
		want  string
	}{
		{"due", Rules{}, 0, "due 0"},
		{"not yet", Rules{}, -1, ""},
		{"nobody answered", Rules{After: 5}, 4, ""},
		{"nobody answered", Rules{After: 5}, 5, "due 5"},
		{"nobody answered, later", Rules{After: 5}, 9, "due 8"},
		{"twice at most", Rules{Times: 2}, 6, "due 3"},
		{"twice at most", Rules{Times: 2}, 7, ""},
		{"five at most", Rules{Times: 5}, 27, "due 21"},
		{"five at most", Rules{Times: 5}, 28, ""},
		{"ahead", Rules{Ahead: 2}, -3, ""},
		{"ahead", Rules{Ahead: 2}, -2, "ahead -2"},
		{"ahead, missed", Rules{Ahead: 2}, -1, "ahead -2"},
		{"ahead, too late", Rules{Ahead: 2}, 0, "due 0"},
	} {
		now := claims.At((due + calendar.Day(c.today)).Start(time.UTC))
		got := ""
		for _, p := range Plan([]claims.Claim{dueClaim(1, due-1)}, now, c.rules) {
			got = fmt.Sprintf("%s %d", p.Rule, p.Occurrence-due)
		}
		if got != c.want {
			t.Errorf("%s, day %d: %q, want %q", c.why, c.today, got, c.want)
		}
	}
}

func TestDelay(t *testing.T) {
	var last time.Duration
	for attempt := 1; attempt < Attempts; attempt++ {
		low, high := Delay(attempt, 0, 0), Delay(attempt, 0, 0.999)
		if low < last || high <= low && high != Longest || high > Longest || low < 48*time.Second {
			t.Errorf("attempt %d waits %v to %v", attempt, low, high)
		}
		last = low
	}
	for asked, want := range map[time.Duration]time.Duration{time.Hour: time.Hour, 1e9 * time.Second: Longest, -time.Hour: 48 * time.Second} {
		if got := Delay(1, asked, 0); got != want {
			t.Errorf("asked to wait %v: %v, want %v", asked, got, want)
		}
	}
}

// The next day is the one on which a pass would prompt.
func TestNext(t *testing.T) {
	due := calendar.Date(2025, 8, 18)
	for _, r := range []Rules{{}, {After: 5}, {Times: 3}, {Ahead: 4}, {After: 2, Times: 1, Ahead: 1}} {
		c := dueClaim(1, due-1)
		for today := due - 10; today < due+60; today++ {
			want := calendar.Day(0)
			var before []Prompt
			for day := today; day < today+60 && want == 0; day++ {
				prompts := Plan([]claims.Claim{c}, claims.At(day.Start(time.UTC)), r)
				if day > today && len(prompts) > 0 && (len(before) == 0 || before[0].Occurrence != prompts[0].Occurrence || before[0].Rule != prompts[0].Rule) {
					want = day
				}
				before = prompts
			}
			if got, ok := r.Next(c, claims.At(today.Start(time.UTC))); ok != (want != 0) || ok && got != want {
				t.Fatalf("%+v, day %d: day %d, %v, want day %d", r, today-due, got-due, ok, want-due)
			}
		}
	}
	c := dueClaim(1, due)
	c.Verdict = &claims.Verdict{Outcome: claims.Yes}
	if _, ok := (Rules{}).Next(c, noon); ok {
		t.Error("what is resolved comes again")
	}
}
