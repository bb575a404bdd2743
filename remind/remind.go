// Package remind plans who must be told what, when: which claims are prompted
// for on which day, and how a pass takes them from the outbox and marks them.
// It knows neither SQL nor the clock, and it sends nothing itself.
//
//	day, ok := remind.Occurrence(due, today) // the day due, 3 and 7 days on, then weekly
package remind

import (
	"context"
	"time"

	"tracker/calendar"
	"tracker/claims"
)

// Lease is how long a pass may take to deliver before another pass takes its
// prompts over.
const Lease = 5 * time.Minute

// Prompt is one claim to be asked about on one occurrence.
type Prompt struct {
	ID         int64 // of the outbox row; 0 while it is only planned
	Claim      claims.Claim
	Occurrence calendar.Day
	Attempt    int // the fence: only the attempt that took a prompt may mark it
}

// Outbox keeps planned prompts until they are delivered.
type Outbox interface {
	// Waiting returns every claim that is due at now.
	Waiting(ctx context.Context, now claims.Instant) ([]claims.Claim, error)
	// Plan stores prompts. One that was planned before, by whoever, stays as
	// it is; an older one of the same claim that was never sent is dropped.
	// One that is older than what was planned already, because the clock was
	// set back, is not stored.
	Plan(ctx context.Context, now claims.Instant, prompts []Prompt) error
	// Take hands out what is planned and not sent, to this owner only until
	// the lease is over, each with the claim as it is now.
	Take(ctx context.Context, now claims.Instant, owner string, lease time.Duration) ([]Prompt, error)
	// Drop marks prompts as not needed any more.
	Drop(ctx context.Context, now claims.Instant, prompts []Prompt) error
	// Sent marks prompts as delivered, under the fence of their attempt.
	Sent(ctx context.Context, now claims.Instant, prompts []Prompt) error
	// Release gives prompts back that could not be delivered.
	Release(ctx context.Context, prompts []Prompt) error
}

// Occurrence returns the latest day, up to today, on which a claim that fell
// due on a day is prompted for: that day, 3 and 7 days on, and then weekly.
// Earlier days that were missed collapse into it. ok is false before the
// first.
func Occurrence(due, today calendar.Day) (day calendar.Day, ok bool) {
	switch n := today - due; {
	case n < 0:
		return 0, false
	case n < 3:
		return due, true
	case n < 7:
		return due + 3, true
	default:
		return due + n/7*7, true
	}
}

// Plan returns the prompts that claims call for at now. The day a claim falls
// due is local to its own zone.
func Plan(list []claims.Claim, now claims.Instant) []Prompt {
	var out []Prompt
	for _, c := range list {
		asks := max(c.Window.DueAt, c.SnoozeEnds())
		due := calendar.Of(asks.Time(c.Location()))
		if day, ok := Occurrence(due, c.Today(now)); ok && c.Status(now) == claims.Due {
			out = append(out, Prompt{Claim: c, Occurrence: day})
		}
	}
	return out
}

// Pass makes one pass: plan, take, check again, send, mark. It returns how
// many claims were prompted for; send is not called for none. When sending
// fails, the prompts are given back.
func Pass(ctx context.Context, box Outbox, owner string, now claims.Instant, send func([]claims.Claim) error) (int, error) {
	waiting, err := box.Waiting(ctx, now)
	if err != nil {
		return 0, err
	}
	if err := box.Plan(ctx, now, Plan(waiting, now)); err != nil {
		return 0, err
	}
	taken, err := box.Take(ctx, now, owner, Lease)
	if err != nil {
		return 0, err
	}
	var ready, stale []Prompt
	var list []claims.Claim
	for _, p := range taken {
		if p.Claim.Status(now) == claims.Due {
			ready, list = append(ready, p), append(list, p.Claim)
		} else {
			stale = append(stale, p)
		}
	}
	if err := box.Drop(ctx, now, stale); err != nil {
		return 0, err
	}
	if len(ready) == 0 {
		return 0, nil
	}
	if err := send(list); err != nil {
		// The pass may have been cancelled; giving back must still happen.
		if rerr := box.Release(context.WithoutCancel(ctx), ready); rerr != nil {
			return 0, rerr
		}
		return 0, err
	}
	return len(ready), box.Sent(context.WithoutCancel(ctx), now, ready)
}
