package store

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// now is the present of every test: noon on Monday 18 August 2025, UTC.
var now = claims.Instant(1755518400000)

// mustCreate makes a book in a directory of its own.
func mustCreate(t testing.TB) *Book {
	t.Helper()
	b, made, err := Create(t.Context(), bookName(filepath.Join(t.TempDir(), "book.db")))
	if err != nil || !made {
		t.Fatalf("create a book: made %v, %v", made, err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

// mustAdd logs a claim under a command of its own.
func mustAdd(t testing.TB, b *Book, c claims.Claim) claims.Claim {
	t.Helper()
	c, err := b.Add(t.Context(), NewCommand("add", "desk", now), c)
	if err != nil {
		t.Fatalf("add: %v", err)
	}
	return c
}

// mustBeSound fails the test when Check finds damage.
func mustBeSound(t interface {
	Helper()
	Fatalf(string, ...any)
}, b *Book) {
	t.Helper()
	problems, err := b.Check(context.Background(), nil)
	if err != nil {
		t.Fatalf("check: %v", err)
	}
	for _, p := range problems {
		if p.Fatal {
			t.Fatalf("check: %s: %s", p.Where, p.What)
		}
	}
}

// plainClaim is a claim that fell due on 18 August 2025 UTC; n tells several
// apart.
func plainClaim(n int) claims.Claim {
	p := 0.75
	latest := calendar.Date(2025, 8, 17)
	return claims.Claim{
		Statement: fmt.Sprintf("The talks resume in round %d", n), Quote: "The talks will likely resume next week.", Language: "en",
		Speaker: "The ministry", SpeakerKind: claims.Institution, StatedOn: "2025-08-06", LoggedAt: now - 1000, LoggedBy: "desk",
		Attribution: []claims.Link{{Entity: "The ministry", Role: claims.Origin}, {Entity: "The gazette", Role: claims.Publisher}},
		Appearances: []claims.Appearance{{Source: "The gazette", URL: "https://example.org/talks", PublishedOn: calendar.Date(2025, 8, 7)}},
		Event:       "talks", Tags: []string{"diplomacy", "talks"}, Polarity: claims.Will,
		Hedge: claims.Hedge{Words: "likely", P: &p, Low: &p, High: &p, Kind: hedge.Survey, Map: "builtin"},
		Window: claims.Window{Phrase: "next week", Earliest: calendar.Date(2025, 8, 11), Latest: latest, Zone: "UTC",
			Granularity: deadline.Week, Class: deadline.ClassExact, Relation: deadline.In, Rule: "week", Rules: "1",
			Alternatives: []deadline.Alternative{}, DueAt: claims.At((latest + 1).Start(time.UTC))},
	}
}
