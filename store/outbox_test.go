package store

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/remind"
)

// pass makes one pass over a book and returns the claims prompted for.
func pass(t *testing.T, b *Book, at claims.Instant) []claims.ID {
	t.Helper()
	ids := []claims.ID{}
	n, err := remind.Pass(t.Context(), b.Outbox("stdout", ""), remind.Route{Zone: time.UTC}, "test", stopped(at), func(_ context.Context, d remind.Digest) error {
		for _, c := range d.Claims() {
			ids = append(ids, c.ID)
		}
		return nil
	})
	if err != nil || n != len(ids) {
		t.Fatalf("pass at %s: %d, %v, sent %v", at, n, err, ids)
	}
	return ids
}

// stopped is a clock that stands still.
func stopped(at claims.Instant) func() claims.Instant { return func() claims.Instant { return at } }

func mustPrompt(t *testing.T, b *Book, at claims.Instant, want ...claims.ID) {
	t.Helper()
	if got := pass(t, b, at); fmt.Sprint(got) != fmt.Sprint(append([]claims.ID{}, want...)) {
		t.Errorf("the pass at %s prompts for %v, want %v", at, got, want)
	}
}

// day18 is noon, UTC, some days after the claims of plainClaim fell due.
func day18(n int) claims.Instant {
	return now + claims.Instant(n)*claims.Instant(24*time.Hour/time.Millisecond)
}

// Every occurrence prompts once, however many passes there are, whatever the
// clock does, and missed ones come as one.
func TestEachOccurrencePromptsOnce(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	mustAdd(t, b, plainClaim(2))
	mustPrompt(t, b, day18(-1))
	mustPrompt(t, b, day18(0), 1, 2)
	mustPrompt(t, b, day18(0))
	mustPrompt(t, b, day18(2))
	mustPrompt(t, b, day18(3), 1, 2)
	mustPrompt(t, b, day18(1)) // the clock goes back
	mustPrompt(t, b, day18(0))
	mustPrompt(t, b, day18(4))
	mustPrompt(t, b, day18(22), 1, 2) // days 7, 14 and 21 were missed
	mustPrompt(t, b, day18(22))
	mustPrompt(t, b, day18(21)) // back again, within the occurrence that was sent
	mustPrompt(t, b, day18(28), 1, 2)
	mustBeSound(t, b)
}

func TestChannelsAndRecipientsAreApart(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	for _, box := range []*Outbox{b.Outbox("stdout", ""), b.Outbox("mail", "a@example.org"), b.Outbox("mail", "b@example.org")} {
		for _, want := range []int{1, 0} {
			if n, err := remind.Pass(t.Context(), box, remind.Route{Zone: time.UTC}, "test", stopped(now), func(context.Context, remind.Digest) error { return nil }); err != nil || n != want {
				t.Errorf("%s to %s: %d prompts, %v, want %d", box.channel, box.recipient, n, err, want)
			}
		}
	}
}

func TestSnoozedAndSettledClaimsAreNotPrompted(t *testing.T) {
	b := mustCreate(t)
	for n := 1; n <= 4; n++ {
		mustAdd(t, b, plainClaim(n))
	}
	change := func(id claims.ID, fn func(*claims.Claim) error) {
		t.Helper()
		if _, err := b.Change(t.Context(), NewCommand("test", "desk", now), []claims.ID{id}, "", fn); err != nil {
			t.Fatal(err)
		}
	}
	resolve := func(c *claims.Claim) error {
		return c.Resolve(claims.Verdict{Outcome: claims.No, Note: "seen", Evidence: []claims.Evidence{}, At: now})
	}
	change(1, func(c *claims.Claim) error { return c.Snooze(calendar.Date(2025, 8, 23), calendar.Date(2025, 8, 18)) })
	change(2, resolve)
	change(3, func(c *claims.Claim) error { return c.Withdraw("wrong") })
	mustPrompt(t, b, day18(0), 4)
	mustPrompt(t, b, day18(4), 4)
	mustPrompt(t, b, day18(5), 1)    // the snooze is over: a first day of its own
	mustPrompt(t, b, day18(8), 4, 1) // what fell due first comes first
	change(2, func(c *claims.Claim) error { return c.Reopen("the source was wrong") })
	mustPrompt(t, b, day18(8), 2)
}

// A claim that is settled between planning and sending is dropped, and does
// not come back.
func TestResolvedBetweenPlanAndSend(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	mustAdd(t, b, plainClaim(2))
	box := meddled{b.Outbox("stdout", ""), func() {
		if _, err := b.Change(t.Context(), NewCommand("resolve", "desk", now), []claims.ID{1}, "", func(c *claims.Claim) error {
			return c.Resolve(claims.Verdict{Outcome: claims.No, Note: "seen", Evidence: []claims.Evidence{}, At: now})
		}); err != nil {
			t.Fatal(err)
		}
	}}
	n, err := remind.Pass(t.Context(), box, remind.Route{Zone: time.UTC}, "test", stopped(now), func(_ context.Context, d remind.Digest) error {
		if list := d.Claims(); len(list) != 1 || list[0].ID != 2 {
			t.Errorf("sent %v, want claim 2 only", list)
		}
		return nil
	})
	if err != nil || n != 1 {
		t.Errorf("pass = %d, %v", n, err)
	}
	mustPrompt(t, b, now+600000)
}

// meddled is an outbox in which something happens after planning.
type meddled struct {
	*Outbox
	meddle func()
}

func (m meddled) Plan(ctx context.Context, at claims.Instant, prompts []remind.Prompt) error {
	defer m.meddle()
	return m.Outbox.Plan(ctx, at, prompts)
}

// mustTake takes what is free and returns how many prompts that is.
func mustTake(t *testing.T, b *Book, at claims.Instant, want int) []remind.Prompt {
	t.Helper()
	l, err := b.Outbox("stdout", "").Take(t.Context(), at, "test", remind.Lease, remind.Quota{Day: calendar.Of(at.Time(time.UTC))})
	if err != nil || len(l.Prompts) != want || (l.ID == "") != (want == 0) {
		t.Errorf("taken at %s: %d in letter %q, %v, want %d", at, len(l.Prompts), l.ID, err, want)
	}
	return l.Prompts
}

// mustPlan plans for what is due.
func mustPlan(t *testing.T, b *Book, at claims.Instant) {
	t.Helper()
	box := b.Outbox("stdout", "")
	waiting, err := box.Waiting(t.Context(), at, claims.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if err := box.Plan(t.Context(), at, remind.Plan(waiting, at, remind.Rules{})); err != nil {
		t.Fatal(err)
	}
}

// A prompt belongs to the pass that took it until its lease is over, also
// when the clock of another pass is a little behind; then the first pass can
// no longer mark it.
func TestLeaseAndFence(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	mustPlan(t, b, now)
	box, lease := b.Outbox("stdout", ""), claims.Instant(remind.Lease.Milliseconds())
	first := mustTake(t, b, now, 1)
	for _, at := range []claims.Instant{now, now - 5, now + 5, now + lease, now - lease} {
		mustTake(t, b, at, 0)
	}
	second := mustTake(t, b, now+lease+1, 1)
	if len(second) == 1 && (second[0].Attempt != 2 || second[0].ID != first[0].ID) {
		t.Errorf("taken again as %+v after %+v", second[0], first[0])
	}
	if err := errors.Join(box.Sent(t.Context(), now, first), box.Drop(t.Context(), now, first), box.Release(t.Context(), first)); err != nil {
		t.Fatal(err)
	}
	mustTake(t, b, now+lease+2, 0) // the second pass still has it
	mustTake(t, b, now-9*lease, 1) // the clock has gone back for good
}

// What a pass gave back, or left when it died, collapses into the next
// occurrence; what another pass is just sending does not.
func TestOlderOccurrencesCollapse(t *testing.T) {
	for name, leave := range map[string]func(*testing.T, *Book){
		"never taken": func(*testing.T, *Book) {},
		"given back": func(t *testing.T, b *Book) {
			if err := b.Outbox("stdout", "").Release(t.Context(), mustTake(t, b, now, 1)); err != nil {
				t.Fatal(err)
			}
		},
		"died":          func(t *testing.T, b *Book) { mustTake(t, b, now, 1) },
		"being sent":    func(t *testing.T, b *Book) { mustTake(t, b, day18(3)-1000, 1) },
		"sent long ago": func(t *testing.T, b *Book) { mustPrompt(t, b, now, 1) },
	} {
		t.Run(name, func(t *testing.T) {
			b := mustCreate(t)
			mustAdd(t, b, plainClaim(1))
			mustPlan(t, b, now)
			leave(t, b)
			mustPlan(t, b, day18(3))
			mustTake(t, b, day18(3), 1)
		})
	}
}

func TestHeartbeat(t *testing.T) {
	b := mustCreate(t)
	for _, at := range []claims.Instant{0, now, now + 1} {
		if at != 0 {
			if err := b.Beat(t.Context(), at, at+60_000); err != nil {
				t.Fatal(err)
			}
		}
		if last, next, err := b.LastBeat(t.Context()); err != nil || last != at || at != 0 && next != at+60_000 {
			t.Errorf("last beat %s, next %s, %v, want %s", last, next, err, at)
		}
	}
}
