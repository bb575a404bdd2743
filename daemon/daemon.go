// Package daemon wakes a function at intervals until it is told to stop. It
// is the only room that knows cron, and it knows nothing of what it wakes:
// cron forgets everything at a restart, so what to do is always asked of the
// book.
//
//	err := daemon.Run(ctx, time.Minute, pass, report)
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

// Run makes a pass at once and then one every so often, at least a second,
// until ctx ends. Passes never overlap; a pass that fails or panics is
// reported and the next one comes all the same. It returns nil when ctx ends
// and the running pass has finished, and the error of a pass that wraps
// ErrStop.
func Run(ctx context.Context, every time.Duration, pass func(context.Context) error, report func(error)) error {
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
	wrapped.Run()
	c.Start()
	<-ctx.Done()
	<-c.Stop().Done()
	if err := context.Cause(ctx); errors.Is(err, ErrStop) {
		return err
	}
	return nil
}

// guarded turns a panic of the pass into an error with its stack.
func guarded(ctx context.Context, pass func(context.Context) error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("a pass panicked: %v\n%s", r, debug.Stack())
		}
	}()
	return pass(ctx)
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
