package board

import (
	"context"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
)

// For how many events a board is made without each: those with the most
// claims, when there are more.
const (
	maxLeftOut     = 200
	minLeftOut     = 10
	maxLeftOutWork = 400_000 // claims scored again in all, as long as that leaves minLeftOut events
)

// Effect is what a board comes to under another choice.
type Effect struct {
	Choice  string   `json:"choice"`
	Touched int      `json:"touched"` // claims that count otherwise than on the board
	Scored  int      `json:"scored"`
	Brier   *float64 `json:"brier"` // of all scored claims
	Right   float64  `json:"right"` // weighed as on the board
	Sided   int      `json:"sided"`
	Turns   []Turn   `json:"changes"` // conclusions that are no longer the same, as many as are told
	Turned  int      `json:"-"`       // how many there are

	Each iter.Seq[Turn] `json:"-"` // all of them, where EveryTurn was asked for; nil elsewhere
}

// LeftOut is what a board comes to without any one of its events.
type LeftOut struct {
	Events    int      `json:"events"`     // in all
	Tried     int      `json:"tried"`      // left out in turn, those with the most claims
	BrierLow  *float64 `json:"brier_low"`  // the least mean Brier score of all claims
	BrierHigh *float64 `json:"brier_high"` // the greatest
	Turns     []Turn   `json:"changes"`
	Turned    int      `json:"-"`

	Each iter.Seq[Turn] `json:"-"` // as that of an Effect
}

// EveryTurn asks for all conclusions that change: there may be millions, so they
// are told by Each, one after another, and Turns has none.
const EveryTurn = -1

// Sensitivity is how far the conclusions of a board rest on its choices.
type Sensitivity struct {
	Choices []Effect `json:"choices"`
	LeftOut LeftOut  `json:"leave_one_event_out"`
}

// Sensitivity makes the board again under each of its choices, and without each
// of its events in turn, on all processors. What a choice does not touch is not
// worked out again. Of the conclusions that one choice turns at most most are
// told, or EveryTurn. step is told, by one goroutine at a time, how much of the work is done;
// an end of ctx ends it. Without Options.Choices there is nothing to make.
func (b Board) Sensitivity(ctx context.Context, most int, step func(done, all int)) (Sensitivity, error) {
	w, err := b.trials.weighing(b.By, most, func() bool { return ctx.Err() != nil })
	if err != nil {
		return Sensitivity{}, err
	}
	l := w.leftOut()
	effects, rest := make([]Effect, len(w.choices)), make([]remainder, l.Tried)
	err = inTurn(ctx, len(effects)+l.Tried, step, func(i int) {
		if i < len(effects) {
			effects[i] = w.under(i)
			return
		}
		rest[i-len(effects)] = w.without(w.events[i-len(effects)])
	})
	if err != nil {
		return Sensitivity{}, err
	}
	for _, r := range rest {
		l.add(r, most)
	}
	if most == EveryTurn {
		l.Each = eachOf(rest)
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
