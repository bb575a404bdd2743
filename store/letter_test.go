package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
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

// What nobody tries any more is counted while somebody wants to know, and can
// be tried again under the same id.
func TestDeadLettersAreSentAgain(t *testing.T) {
	b := mustCreate(t)
	for n := 1; n <= 3; n++ {
		mustAdd(t, b, plainClaim(n))
	}
	first := mustLetter(t, b, daily(0), now, remind.Dead(errors.New("no such mailbox")), 3)
	withdraw := func(id claims.ID) {
		t.Helper()
		if _, err := b.Change(t.Context(), NewCommand("withdraw", "desk", now), []claims.ID{id}, "", func(c *claims.Claim) error { return c.Withdraw("wrong") }); err != nil {
			t.Fatal(err)
		}
	}
	withdraw(1)
	if letters, prompts, err := b.Undelivered(t.Context(), 0); letters != 1 || prompts != 2 || err != nil {
		t.Errorf("dead: %d letters, %d prompts, %v", letters, prompts, err)
	}
	list, err := b.Mailboxes(t.Context())
	want := Mailbox{Channel: "mail", Recipient: "desk", Dead: 1, DeadPrompts: 2, Error: "no such mailbox"}
	if err != nil || len(list) != 1 || list[0] != want {
		t.Errorf("%+v, %v, want %+v", list, err, want)
	}
	if n, err := b.Resend(t.Context(), now, "hook"); n != 0 || err != nil {
		t.Errorf("another channel: %d, %v", n, err)
	}
	if n, err := b.Resend(t.Context(), now, "mail"); n != 1 || err != nil {
		t.Errorf("resend: %d, %v", n, err)
	}
	if id := mustLetter(t, b, daily(0), minutes(1), nil, 2); id != first {
		t.Errorf("sent again as %s, was %s", id, first)
	}
	if letters, _, err := b.Undelivered(t.Context(), 0); letters != 0 || err != nil {
		t.Errorf("dead: %d, %v", letters, err)
	}
}

// What was sent is not shown again; what failed is.
func TestUnsent(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	r := daily(0)
	box := b.Outbox(r.Channel, r.Recipient)
	count := func(want int) {
		t.Helper()
		list, err := box.Waiting(t.Context(), now, claims.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		unsent, err := box.Unsent(t.Context(), remind.Plan(list, now, r.Rules))
		if err != nil || len(unsent) != want || want > 0 && unsent[0].Claim.Statement == "" {
			t.Errorf("%d unsent, %v, want %d", len(unsent), err, want)
		}
	}
	count(1)
	mustLetter(t, b, r, now, errors.New("down"), 1)
	count(1)
	for since, want := range map[claims.Instant]int{now - 1: 0, now: 1} {
		if letters, _, err := b.Undelivered(t.Context(), since); letters != want || err != nil {
			t.Errorf("tried in vain since %s: %d, %v, want %d", since, letters, err, want)
		}
	}
	mustLetter(t, b, r, minutes(10), nil, 1)
	count(0)
}

// A pass over what was sent long ago asks the indexes.
func TestPassesUseTheIndexes(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	for query, index := range map[string]string{
		`SELECT EXISTS (SELECT 1 FROM outbox WHERE ` + ready + `)`:        "outbox_waiting",
		`SELECT count(*) FROM outbox o WHERE state = 'dead' AND ` + asked: "outbox_dead",
	} {
		plan := ""
		if err := each(t.Context(), b.reader, "EXPLAIN QUERY PLAN "+query, []any{1, "mail", "desk"}, func(rows *sql.Rows) error {
			var id, parent, unused int
			var detail string
			err := rows.Scan(&id, &parent, &unused, &detail)
			plan += detail + "\n"
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(plan, index) {
			t.Errorf("%s goes without %s:\n%s", query, index, plan)
		}
	}
}
