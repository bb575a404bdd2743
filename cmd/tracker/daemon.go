package main

import (
	"context"
	"errors"
	"fmt"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/daemon"
	"tracker/store"
)

type daemonOptions struct {
	every    time.Duration
	schedule string
	once     bool
}

func newDaemon(e *env) *cobra.Command {
	o := &daemonOptions{}
	cmd := &cobra.Command{
		Use:   "daemon",
		Short: "Stay and remind, at start and then as scheduled",
		Long: `Do what tracker remind does at start and then every minute, or at the times of --schedule, until it is told
to stop: Ctrl-C, SIGTERM, or SIGHUP, which the end of its terminal sends (nohup tracker daemon stays). It
ends within ten seconds then, even when nobody reads its output or a delivery hangs. What was missed while
it was down, or the machine asleep, is made up for in one pass. After every pass it brings what lies in the
book's log (-wal) into the book's file.

A schedule has the five fields of a crontab: minute, hour, day of the month, month, day of the week (0 is
Sunday); or it is @hourly, @daily, @weekly, @monthly, @yearly or "@every 90m". Its times are those of --zone.
A given hour comes once a day whatever the clocks do: a time that spring skips comes right after the gap, one
that autumn repeats comes the first time. --once checks the schedule, makes one pass now, and ends.

Every pass, and every minute between, it takes in what has been answered to prompts (docs/reminders.md), and
tries again what could not be delivered.

A pass that fails (the disk of standard output is full, say) is reported on standard error, and the next
minute tries again. What it does is said there too: in sentences on a terminal, elsewhere in lines of
key=value. The heartbeat in the book tells when a pass last succeeded: when the next is three hours
late, every command says so. It stops by itself when the book is moved or replaced, and when the reader of the
pipe it writes to has gone. A prompt is sent when it is handed to the pipe: see tracker help remind.`,
		Example: `  tracker daemon >> prompts.txt &
  tracker daemon --schedule "0 8 * * 1-5" --zone Europe/London
  tracker daemon --schedule "0 8 * * 1-5" --once`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return e.daemon(cmd.Context(), o)
		},
	}
	cmd.Flags().DurationVar(&o.every, "every", time.Minute, "`TIME` between passes; with --schedule, between looks at the clock")
	cmd.Flags().StringVar(&o.schedule, "schedule", "", "the times of passes, as in a crontab: `\"0 8 * * 1-5\"`")
	cmd.Flags().BoolVar(&o.once, "once", false, "make one pass now, and end")
	return cmd
}

func (e *env) daemon(ctx context.Context, o *daemonOptions) error {
	if o.every < time.Second {
		return usage("--every %v is more often than once a second", o.every).WithHint("--every 1m")
	}
	w := &watch{e: e, log: daemon.NewLog(e.Sayf, e.Err, e.TTYErr)}
	if o.schedule != "" {
		s, err := daemon.ParseSchedule(o.schedule, e.Zone, e.Now)
		if err != nil {
			return badSchedule(o.schedule, err)
		}
		w.alarm = daemon.NewAlarm(s)
	}
	if err := e.listens(); err != nil {
		return err
	}
	var err error
	if w.book, err = e.book(ctx); err != nil {
		return err
	}
	if o.once {
		return w.pass(ctx)
	}
	if err := w.introduce(ctx, o.every); err != nil {
		return err
	}
	if err := daemon.Run(ctx, o.every, w.tick, w.log.Failed); err != nil {
		return err
	}
	w.log.Tell("stopped", "stopped")
	return nil
}

// badSchedule is the refusal of a schedule.
func badSchedule(spec string, err error) error {
	return usage("--schedule %.60q: %s", spec, clean.Line(err.Error())).
		WithHint(`--schedule "0 8 * * 1-5" is at eight on weekdays: minute, hour, day, month, weekday (0 is Sunday)`)
}

// watch is a daemon over one book.
type watch struct {
	e     *env
	log   *daemon.Log
	book  *store.Book
	alarm *daemon.Alarm // nil for a pass with every tick
}

// introduce says what is watched.
func (w *watch) introduce(ctx context.Context, every time.Duration) error {
	n, err := w.book.CountDue(ctx, w.e.Instant(), claims.Filter{})
	if err != nil {
		return err
	}
	when := fmt.Sprintf("a pass now and every %v", every)
	if w.alarm != nil {
		when = "a pass now, and then " + w.next()
	}
	w.log.Tell(fmt.Sprintf("watching %s, %d due; %s; Ctrl-C stops it", w.book.Path(), n, when),
		"watching", "book", w.book.Path(), "due", n, "when", when)
	return nil
}

// next says when the schedule comes up next.
func (w *watch) next() string {
	at, ok := w.alarm.Next(w.e.Now)
	if !ok {
		return "never"
	}
	return at.In(w.e.Zone).Format("Mon 2 Jan 2006 15:04 MST")
}

// tick makes a pass when one is called for.
func (w *watch) tick(ctx context.Context) error {
	if err := w.book.Moved(); err != nil {
		return fmt.Errorf("%w: %w", daemon.ErrStop, err)
	}
	if !w.e.Fixed {
		w.e.Now = time.Now().In(w.e.Zone)
	}
	if w.alarm == nil {
		return w.pass(ctx)
	}
	if !w.alarm.Rings(w.e.Now) {
		return w.e.between(ctx, w.book)
	}
	if err := w.pass(ctx); err != nil {
		return err
	}
	w.alarm.Answered(w.e.Now)
	w.log.Tell("next pass "+w.next(), "passed", "next", w.next())
	return nil
}

// pass makes one pass and leaves the heartbeat.
func (w *watch) pass(ctx context.Context) error {
	undelivered, err := w.e.pass(ctx, w.book)
	switch {
	case errors.Is(err, syscall.EPIPE):
		return fmt.Errorf("%w: %w", daemon.ErrStop, usage("nobody reads standard output any more; what it did not take waits for the next pass").
			WithHint("tracker daemon >> prompts.txt"))
	case err != nil:
		return errors.Join(undelivered, err, w.book.Checkpoint(ctx))
	}
	if undelivered != nil {
		w.log.Failed(undelivered)
	}
	next := w.e.Instant()
	if w.alarm != nil {
		if at, ok := w.alarm.Next(w.e.Now); ok {
			next = claims.At(at)
		}
	}
	return errors.Join(w.book.Beat(ctx, w.e.Instant(), next), w.book.Checkpoint(ctx))
}
