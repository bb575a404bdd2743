// Package remind plans who must be told what, when: which claims are prompted
// for on which day, how a pass takes them from the outbox, and when what was
// not delivered is tried again. It knows neither SQL nor the clock, and it
// sends nothing itself: mail and hook below it do.
//
//	day, ok := remind.Occurrence(due, today) // the day due, 3 and 7 days on, then weekly
package remind

import (
	"context"
	"time"

	"tracker/calendar"
	"tracker/claims"
)

// Lease is how long a pass may take to deliver a letter before another pass
// takes it over: longer than any channel waits.
const Lease = 5 * time.Minute

// Rule says why a claim is prompted for.
type Rule string

const (
	WhenDue Rule = "due"   // its window and grace are over
	Ahead   Rule = "ahead" // its window is about to close
)

// Prompt is one claim to be asked about on one occurrence.
type Prompt struct {
	ID         int64 // of the outbox row; 0 while it is only planned
	Claim      claims.Claim
	Rule       Rule
	Occurrence calendar.Day
	Attempt    int // the fence: only the attempt that took a prompt may mark it
}

// First reports whether nobody was prompted for the claim by this rule
// before.
func (p Prompt) First() bool { return p.Rule == Ahead || p.Occurrence == p.Claim.AsksOn() }

// Letter is the prompts that travel together to one recipient. However often
// it is sent, it keeps its id; a new prompt never joins one that was tried.
type Letter struct {
	ID      string // "" for nothing to send
	Prompts []Prompt
}

// Quota says how much a recipient is sent.
type Quota struct {
	Day   calendar.Day // the recipient's
	Daily bool         // one letter a day
	Most  int          // prompts in a letter; 0 is no limit
	Text  bool         // only the text of letters is read: nothing is needed of a claim that it does not say
}

// Outbox keeps the planned prompts of one channel and recipient until they
// are delivered.
type Outbox interface {
	// Waiting returns the claims among those meant that are due at an
	// instant, what fell due first first, with what a plan needs of them.
	Waiting(ctx context.Context, at claims.Instant, f claims.Filter) ([]claims.Claim, error)
	// Asked tells of each claim that is due at an instant, until fn returns
	// false: since when it asks for a verdict, and the last day on which it was
	// planned to be prompted for, 0 for none. What was dropped does not count.
	Asked(ctx context.Context, at claims.Instant, fn func(asks claims.Instant, last calendar.Day) bool) error
	// Plan stores prompts. One that was planned before, by whoever, stays as
	// it is; an older one of the same claim that was never sent is dropped.
	// One that is older than what was planned already, because the clock was
	// set back, is not stored.
	Plan(ctx context.Context, now claims.Instant, prompts []Prompt) error
	// Take hands out a letter that is to be tried, or a new one of what is
	// planned, to this owner only until the lease is over, each prompt with
	// the claim as it is now.
	Take(ctx context.Context, now claims.Instant, owner string, lease time.Duration, q Quota) (Letter, error)
	// Unsent returns those of some prompts that nobody was sent, each with
	// the claim whole.
	Unsent(ctx context.Context, prompts []Prompt) ([]Prompt, error)
	// Drop marks prompts as not needed any more.
	Drop(ctx context.Context, now claims.Instant, prompts []Prompt) error
	// Sent marks prompts as delivered, under the fence of their attempt.
	Sent(ctx context.Context, now claims.Instant, prompts []Prompt) error
	// Release gives prompts back as if they had not been tried.
	Release(ctx context.Context, prompts []Prompt) error
	// Fail keeps what became of an attempt: prompts are tried again at next,
	// or are dead when next is 0.
	Fail(ctx context.Context, now, next claims.Instant, prompts []Prompt, reason string) error
}
