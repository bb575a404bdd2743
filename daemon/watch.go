package daemon

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Watch is what a daemon does with a book at every tick of its clock.
type Watch struct {
	Log   *Log
	Alarm *Alarm         // nil for a pass with every tick
	Zone  *time.Location // of what is said

	Now        func() time.Time
	Moved      func() error                                      // says that the book is no longer where it was
	Pass       func(context.Context) (undelivered, failed error) // what failed joins ErrStop where no tick will be better
	Between    func(context.Context) error                       // at ticks without a pass
	Beat       func(ctx context.Context, now, next time.Time) error
	Checkpoint func(context.Context) error

	away map[string]time.Time // what could not be heard, and when that was said
}

// When says when there will be passes.
func (w *Watch) When(every time.Duration) string {
	if w.Alarm == nil {
		return fmt.Sprintf("a pass now and every %v", every)
	}
	return "a pass now, and then " + w.next(w.Now())
}

// next says when the schedule comes up next.
func (w *Watch) next(now time.Time) string {
	at, ok := w.Alarm.Next(now)
	if !ok {
		return "never"
	}
	return at.In(w.Zone).Format("Mon 2 Jan 2006 15:04 MST")
}

// Tick makes a pass when one is called for.
func (w *Watch) Tick(ctx context.Context) error {
	if err := w.Moved(); err != nil {
		return fmt.Errorf("%w: %w", ErrStop, err)
	}
	now := w.Now()
	switch {
	case w.Alarm == nil:
		return w.Once(ctx)
	case !w.Alarm.Rings(now):
		return w.Between(ctx)
	}
	if err := w.Once(ctx); err != nil {
		return err
	}
	w.Alarm.Answered(now)
	w.Log.Tell("next pass "+w.next(now), "passed", "next", w.next(now))
	return nil
}

// Once makes one pass and leaves the heartbeat, which says when the next is
// due.
func (w *Watch) Once(ctx context.Context) error {
	now := w.Now()
	undelivered, err := w.Pass(ctx)
	switch {
	case errors.Is(err, ErrStop):
		return err
	case err != nil:
		return errors.Join(undelivered, err, w.Checkpoint(ctx))
	}
	if undelivered != nil {
		w.Log.Failed(undelivered)
	}
	next := now
	if w.Alarm != nil {
		if at, ok := w.Alarm.Next(now); ok {
			next = at
		}
	}
	return errors.Join(w.Beat(ctx, now, next), w.Checkpoint(ctx))
}
