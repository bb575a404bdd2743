package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/daemon"
	"tracker/store"
	"tracker/telling/screen"
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
	log := daemon.NewLog(e.Sayf, e.Err, e.TTYErr)
	w := &daemon.Watch{Log: log, Zone: e.Zone, Now: e.tick}
	if o.schedule != "" {
		s, err := daemon.ParseSchedule(o.schedule, e.Zone, e.Now)
		if err != nil {
			return badSchedule(o.schedule, err)
		}
		w.Alarm = daemon.NewAlarm(s)
	}
	if err := e.listens(); err != nil {
		return err
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	e.watch(w, b)
	if o.once {
		return w.Once(ctx)
	}
	n, err := b.CountDue(ctx, e.Instant(), claims.Filter{})
	if err != nil {
		return err
	}
	when := w.When(o.every)
	log.Tell(fmt.Sprintf("watching %s, %d due; %s; Ctrl-C stops it", b.Path(), n, when), "watching", "book", b.Path(), "due", n, "when", when)
	if err := daemon.Run(ctx, o.every, b.Wakes(ctx), w.Tick, log.Failed); err != nil {
		return err
	}
	log.Tell("stopped", "stopped")
	return nil
}

// badSchedule is the refusal of a schedule.
func badSchedule(spec string, err error) error {
	return usage("--schedule %.60q: %s", spec, clean.Line(err.Error())).
		WithHint(`--schedule "0 8 * * 1-5" is at eight on weekdays: minute, hour, day, month, weekday (0 is Sunday)`)
}

// tick is the time, which a daemon sees pass unless it was fixed.
func (e *env) tick() time.Time {
	if !e.Fixed {
		e.Now = time.Now().In(e.Zone)
	}
	return e.Now
}

// watch has a daemon remind of what is in a book.
func (e *env) watch(w *daemon.Watch, b *store.Book) {
	w.Moved, w.Checkpoint, e.heard = b.Moved, b.Checkpoint, w.Heard
	w.Between = func(ctx context.Context) error { return e.between(ctx, b) }
	w.Beat = func(ctx context.Context, now, next time.Time) error {
		return b.Beat(ctx, claims.At(now), claims.At(next))
	}
	w.Pass = func(ctx context.Context) (undelivered, err error) {
		if undelivered, err = e.pass(ctx, b); errors.Is(err, screen.ErrUnread) {
			err = fmt.Errorf("%w: %w", daemon.ErrStop, usage("nobody reads standard output any more; what it did not take waits for the next pass").
				WithHint("tracker daemon >> prompts.txt").Because(screen.ErrUnread))
		}
		return undelivered, err
	}
}
