package board

import (
	"context"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"

	"tracker/calendar"
	"tracker/claims"
)

// For how many events a board is made without each: those with the most
// claims, when there are more.
const (
	maxLeftOut     = 200
	minLeftOut     = 10
	maxLeftOutWork = 400_000 // claims scored again in all, as long as that leaves minLeftOut events
)

// Choice is one other way to count the claims of a board, or to read them.
type Choice struct {
	Name   string
	Policy Policy
	// Read returns a claim as this choice reads it, or false to leave it out;
	// nil leaves every claim as it is.
	Read func(claims.Claim) (claims.Claim, bool)
}

// Effect is what a board comes to under another choice.
type Effect struct {
	Choice  string   `json:"choice"`
	Touched int      `json:"touched"` // claims that count otherwise than on the board
	Scored  int      `json:"scored"`
	Brier   *float64 `json:"brier"` // of all scored claims
	Right   float64  `json:"right"` // weighed as on the board
	Sided   int      `json:"sided"`
	Turns   []Turn   `json:"changes"` // conclusions that are no longer the same
}

// LeftOut is what a board comes to without any one of its events.
type LeftOut struct {
	Events    int      `json:"events"`     // in all
	Tried     int      `json:"tried"`      // left out in turn, those with the most claims
	BrierLow  *float64 `json:"brier_low"`  // the least mean Brier score of all claims
	BrierHigh *float64 `json:"brier_high"` // the greatest
	Turns     []Turn   `json:"changes"`
}

// Sensitivity is how far the conclusions of a board rest on its choices.
type Sensitivity struct {
	Choices []Effect `json:"choices"`
	LeftOut LeftOut  `json:"leave_one_event_out"`
}

// Sensitivity makes the board again under each choice, and without each of its
// events in turn, on all processors. What a choice does not touch is not worked
// out again. step is told, by one goroutine at a time, how much of the work is
// done; an end of ctx ends it.
func (b Board) Sensitivity(ctx context.Context, choices []Choice, o Options, step func(done, all int)) (Sensitivity, error) {
	w := b.weighing(o)
	l := w.leftOut()
	effects, rest := make([]Effect, len(choices)), make([]remainder, l.Tried)
	err := inTurn(ctx, len(choices)+l.Tried, step, func(i int) {
		if i < len(choices) {
			effects[i] = w.under(choices[i])
			return
		}
		rest[i-len(choices)] = w.without(w.events[i-len(choices)])
	})
	if err != nil {
		return Sensitivity{}, err
	}
	for _, r := range rest {
		l.add(r)
	}
	return Sensitivity{Choices: effects, LeftOut: l}, nil
}

// inTurn does the jobs 0 … n−1 on all processors. step is told how many are
// done; once ctx ends no further one begins.
func inTurn(ctx context.Context, n int, step func(done, all int), job func(i int)) error {
	var next atomic.Int64
	var telling sync.Mutex
	var running sync.WaitGroup
	done := 0
	step(done, n)
	for range min(runtime.GOMAXPROCS(0), n) {
		running.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				job(i)
				telling.Lock()
				done++
				step(done, n)
				telling.Unlock()
			}
		})
	}
	running.Wait()
	return ctx.Err()
}

// claims are the claims of the board, in its order.
func (b Board) claims() iter.Seq[claims.Claim] {
	return func(yield func(claims.Claim) bool) {
		for _, j := range b.Judged {
			if !yield(*j.Claim) {
				return
			}
		}
	}
}

// judged places claims under the choice, as of a day.
func (c Choice) judged(list iter.Seq[claims.Claim], known sides, asOf calendar.Day) iter.Seq[Judged] {
	return func(yield func(Judged) bool) {
		for claim := range list {
			ok := true
			if c.Read != nil {
				claim, ok = c.Read(claim)
			}
			if !ok || c.Policy.ExcludeHindsight && claim.Hindsight() {
				continue
			}
			if !yield(known.judge(c.Policy, &claim, asOf)) {
				return
			}
		}
	}
}

// scoredOf counts what is scored, as a denominator does.
func scoredOf(list []Judged) int {
	n := 0
	for _, j := range list {
		if j.Bucket == BucketScored {
			n++
		}
	}
	return n
}

// touched are the claims of before that are missing from after or count
// otherwise there: how many, and on which events.
func touched(before, after []Judged) (n int, events map[string]bool) {
	byUID := make(map[claims.UID]*Judged, len(after))
	for i, j := range after {
		byUID[j.Claim.UID] = &after[i]
	}
	events = map[string]bool{}
	for _, j := range before {
		now := byUID[j.Claim.UID]
		if now == nil && j.Y != nil || now != nil && (!same(j.P, now.P) || !same(j.Y, now.Y) || !same(j.Low, now.Low) || !same(j.High, now.High)) {
			n++
			events[eventName(j.Claim)] = true
		}
	}
	return n, events
}

// same reports whether two figures are equal, or neither is defined.
func same(x, y *float64) bool {
	if x == nil || y == nil {
		return x == y
	}
	return *x == *y
}

// eventName is the event of a claim, or the claim itself.
func eventName(c *claims.Claim) string {
	if c.Event == "" {
		return "claim " + string(c.UID)
	}
	return claims.Fold(c.Event)
}

func lesser(x *float64, y float64) *float64 {
	if x == nil || y < *x {
		return &y
	}
	return x
}

func greater(x *float64, y float64) *float64 {
	if x == nil || y > *x {
		return &y
	}
	return x
}
