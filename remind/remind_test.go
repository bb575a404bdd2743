package remind

import (
	"context"
	"errors"
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

// box is an outbox in memory that hands everything out once.
type box struct {
	waiting               []claims.Claim
	planned               []Prompt
	sent, dropped, handed int
	released              int
}

func (b *box) Waiting(context.Context, claims.Instant) ([]claims.Claim, error) { return b.waiting, nil }
func (b *box) Plan(_ context.Context, _ claims.Instant, ps []Prompt) error {
	b.planned = append(b.planned, ps...)
	return nil
}
func (b *box) Take(context.Context, claims.Instant, string, time.Duration) ([]Prompt, error) {
	b.handed++
	return b.planned, nil
}
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

func dueClaim(id claims.ID, latest calendar.Day) claims.Claim {
	return claims.Claim{ID: id, Window: claims.Window{Latest: latest, Zone: "UTC", DueAt: claims.At((latest + 1).Start(time.UTC))}}
}

func TestPass(t *testing.T) {
	now := claims.At(calendar.Date(2025, 8, 18).Start(time.UTC))
	resolved := dueClaim(2, calendar.Date(2025, 8, 17))
	resolved.Verdict = &claims.Verdict{Outcome: claims.Yes}
	b := &box{waiting: []claims.Claim{dueClaim(1, calendar.Date(2025, 8, 17))}, planned: []Prompt{{ID: 9, Claim: resolved}}}
	n, err := Pass(t.Context(), b, "test", now, func(list []claims.Claim) error {
		if len(list) != 1 || list[0].ID != 1 {
			t.Errorf("sent %v, want claim 1 only", list)
		}
		return nil
	})
	if n != 1 || err != nil || b.sent != 1 || b.dropped != 1 {
		t.Errorf("pass = %d, %v; sent %d, dropped %d", n, err, b.sent, b.dropped)
	}
}

func TestPassGivesBackWhatCouldNotBeSent(t *testing.T) {
	now := claims.At(calendar.Date(2025, 8, 18).Start(time.UTC))
	b := &box{waiting: []claims.Claim{dueClaim(1, calendar.Date(2025, 8, 17))}}
	broken := errors.New("pipe closed")
	if _, err := Pass(t.Context(), b, "test", now, func([]claims.Claim) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("err = %v", err)
	}
	if b.released != 1 || b.sent != 0 {
		t.Errorf("released %d, sent %d", b.released, b.sent)
	}
}
