// Package daemon wakes a function at intervals until it is told to stop, and
// knows at which times of day somebody wants what. It is the only room that
// knows cron, of which it uses the ticker and the reader of schedules: cron
// forgets everything at a restart and sleeps through a suspend, so the times
// are counted here, and what to do is always asked of the book. It knows
// nothing of what it wakes.
//
//	s, err := daemon.ParseSchedule("0 8 * * 1-5", zone, time.Now())
//	alarm := daemon.NewAlarm(s)
//	err = daemon.Run(ctx, time.Minute, nil, pass, report) // pass asks alarm.Rings
package daemon

import (
	"context"
	"errors"
	"fmt"
	"log"
	"runtime/debug"
	"time"

	"github.com/robfig/cron/v3"
)

// ErrStop is returned by a pass to end the daemon.
var ErrStop = errors.New("stop")

// Panic is the error of a pass that panicked.
type Panic struct {
	Value any
	Stack []byte
}

func (p *Panic) Error() string { return fmt.Sprintf("a pass panicked: %v", p.Value) }

// patience is how long the end of Run waits for a pass that is still running.
const patience = 8 * time.Second

// ErrHangs is returned when a pass was still running long after the end.
var ErrHangs = errors.New("a pass was still running when time was up; what it did not finish is done by the next one")

// Run makes a pass at once and then one every so often, at least a second,
// until ctx ends, and one when it is woken, unless one is running: then the
// next comes with its time. Passes never overlap; a pass that fails or panics is
// reported and the next one comes all the same. It returns nil when ctx ends
// and the running pass has finished, ErrHangs when that takes more than eight
// seconds, and the error of a pass that wraps ErrStop.
func Run(ctx context.Context, every time.Duration, wake <-chan struct{}, pass func(context.Context) error, report func(error)) error {
	if every < time.Second {
		return fmt.Errorf("a pass every %v is more often than once a second", every)
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	job := cron.FuncJob(func() {
		if ctx.Err() != nil {
			return
		}
		switch err := guarded(ctx, pass); {
		case errors.Is(err, ErrStop):
			stop(err)
		case err != nil && ctx.Err() == nil:
			report(err)
		}
	})
	// Skip stands outside recovery: the other way round, one panic would leave
	// the job marked as running for good.
	silent := cron.PrintfLogger(log.New(discard{}, "", 0))
	c := cron.New(cron.WithLogger(silent))
	wrapped := cron.NewChain(cron.SkipIfStillRunning(silent), cron.Recover(silent)).Then(job)
	if _, err := c.AddJob("@every "+every.String(), wrapped); err != nil {
		return fmt.Errorf("schedule the passes: %w", err)
	}
	first := make(chan struct{})
	go func() { defer close(first); wrapped.Run() }()
	select {
	case <-first:
		c.Start()
	case <-ctx.Done():
	}
	last := make(chan struct{})
	go func() { defer close(last); woken(ctx, wake, wrapped.Run) }()
	<-ctx.Done()
	return finish(ctx, first, c.Stop().Done(), last)
}

// woken runs a pass whenever it is woken, until ctx ends.
func woken(ctx context.Context, wake <-chan struct{}, pass func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-wake:
			pass()
		}
	}
}

// finish waits for the passes that are still running, but not for ever.
func finish(ctx context.Context, passes ...<-chan struct{}) error {
	patient := time.NewTimer(patience)
	defer patient.Stop()
	for _, done := range passes {
		select {
		case <-done:
		case <-patient.C:
			return ErrHangs
		}
	}
	if err := context.Cause(ctx); errors.Is(err, ErrStop) {
		return err
	}
	return nil
}

// guarded turns a panic of the pass into an error with its stack.
func guarded(ctx context.Context, pass func(context.Context) error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &Panic{Value: r, Stack: debug.Stack()}
		}
	}()
	return pass(ctx)
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
