package store

import (
	"context"
	"errors"
	"testing"
	"time"

	"tracker/claims"
	"tracker/remind"
)

// daily is a recipient who gets one letter a day, of at most so many claims.
func daily(most int) remind.Route {
	return remind.Route{Channel: "mail", Recipient: "desk", Zone: time.UTC, Daily: true, Most: most}
}

// letters makes a pass and returns the ids of the letters that were sent, in
// which err is what becomes of each.
func letters(t *testing.T, b *Book, r remind.Route, at claims.Instant, err error) (ids []string, prompts int) {
	t.Helper()
	_, got := remind.Pass(t.Context(), b.Outbox(r.Channel, r.Recipient), r, "test", stopped(at), func(_ context.Context, d remind.Digest) error {
		ids, prompts = append(ids, d.ID), prompts+len(d.Prompts)
		return err
	})
	if !errors.Is(got, err) {
		t.Errorf("pass at %s: %v, want %v", at, got, err)
	}
	return ids, prompts
}

func mustLetter(t *testing.T, b *Book, r remind.Route, at claims.Instant, err error, want int) string {
	t.Helper()
	ids, n := letters(t, b, r, at, err)
	if want == 0 && len(ids) == 0 {
		return ""
	}
	if len(ids) != 1 || n != want {
		t.Fatalf("at %s: %d letters of %d prompts, want one of %d", at, len(ids), n, want)
	}
	return ids[0]
}

func minutes(n int) claims.Instant { return now + claims.Instant(n)*60_000 }

// One letter a day goes to a recipient, of a few claims; the rest waits for
// the next day.
func TestOneLetterADay(t *testing.T) {
	b := mustCreate(t)
	for n := 1; n <= 5; n++ {
		mustAdd(t, b, plainClaim(n))
	}
	mustLetter(t, b, daily(2), now, nil, 2)
	mustLetter(t, b, daily(2), minutes(60), nil, 0)
	mustLetter(t, b, daily(2), day18(1), nil, 2)
	mustLetter(t, b, daily(2), day18(2), nil, 1)
	mustAdd(t, b, plainClaim(6))
	mustLetter(t, b, daily(2), day18(2)+1, nil, 0)
}

// A letter keeps its id and its prompts until it is delivered; it waits longer
// after every failure, and is dead after the last.
func TestALetterIsTriedAgain(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	down := errors.New("the server is down")
	first := mustLetter(t, b, daily(0), now, down, 1)
	mustAdd(t, b, plainClaim(2)) // does not join it
	mustLetter(t, b, daily(0), now+1000, nil, 0)
	at, tries := now, 1
	for ; tries < remind.Attempts; tries++ {
		at += claims.Instant(remind.Delay(tries, 0, 1).Milliseconds())
		if id := mustLetter(t, b, daily(0), at, down, 1); id != first {
			t.Fatalf("try %d is letter %s, the first was %s", tries, id, first)
		}
	}
	mustLetter(t, b, daily(0), at+claims.Instant(2*remind.Longest.Milliseconds()), nil, 1) // claim 2, the next day
	mustBeSound(t, b)
}

// What the receiver refuses for good is dead at once, and comes again with the
// next occurrence only.
func TestADeadLetterIsNotTriedAgain(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	mustLetter(t, b, daily(0), now, remind.Dead(errors.New("no such mailbox")), 1)
	mustLetter(t, b, daily(0), day18(2), nil, 0)
	mustLetter(t, b, daily(0), day18(3), nil, 1)
}

// A letter that waits to be tried again is not held back by a clock that was
// set back.
func TestAClockSetBackTriesAtOnce(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	mustLetter(t, b, daily(0), day18(9), errors.New("down"), 1)
	mustLetter(t, b, daily(0), day18(8), nil, 1)
}

// A letter all of whose claims were settled does not use up the day.
func TestADroppedLetterLeavesTheDayFree(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	mustPlan(t, b, now)
	box := b.Outbox("mail", "desk")
	waiting, err := box.Waiting(t.Context(), now, claims.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if err := box.Plan(t.Context(), now, remind.Plan(waiting, now, remind.Rules{})); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Change(t.Context(), NewCommand("withdraw", "desk", now), []claims.ID{1}, "", func(c *claims.Claim) error { return c.Withdraw("wrong") }); err != nil {
		t.Fatal(err)
	}
	mustLetter(t, b, daily(0), now, nil, 0)
	mustAdd(t, b, plainClaim(2))
	mustLetter(t, b, daily(0), now, nil, 1)
}
