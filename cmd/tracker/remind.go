package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/daemon"
	"tracker/remind"
	"tracker/store"
	"tracker/telling/report"
	"tracker/telling/screen"
)

func newRemind(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "remind",
		Short: "Prompt once for what has fallen due",
		Long: `Make one pass: print a digest of the claims that have fallen due, each once per occurrence, whoever runs
the pass: on the first day after window and grace, 3 and 7 days later, and then weekly, until there is a
verdict. Silent, with exit code 0, when there is nothing to prompt for, so that a crontab line mails
only what matters:

  0 8 * * *  tracker remind

A prompt counts as sent when standard output has taken it: handed to the pipe, the file or the terminal.
What reads the pipe is not asked. When standard output is closed, full or gone, nothing is marked, and
the next pass prompts at once; after a failure in the middle the whole digest is repeated.`,
		Example: "  tracker remind",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := e.listens(); err != nil {
				return err
			}
			b, err := e.book(cmd.Context())
			if err != nil {
				return err
			}
			return e.pass(cmd.Context(), b)
		},
	}
}

// pass makes one pass of reminding to standard output.
func (e *env) pass(ctx context.Context, b *store.Book) error {
	owner := e.command("remind").UID
	_, err := remind.Pass(ctx, b.Outbox("stdout", ""), owner, e.Instant(), func(list []claims.Claim) error {
		w := bufio.NewWriter(e.Fresh())
		report.Digest(w, e.views(list), e.Today())
		return w.Flush()
	})
	return err
}

// listens refuses to prompt to a standard output that cannot take anything,
// before a prompt is taken from the outbox. A reader that goes away later is
// an error of the write, not the end of the program.
func (e *env) listens() error {
	screen.IgnoreBrokenPipe()
	if e.Closed() {
		return usage("standard output is closed: a prompt would reach nobody").WithHint("send it to a file or a pipe: tracker remind >> prompts.txt")
	}
	return nil
}

func newDaemon(e *env) *cobra.Command {
	var every time.Duration
	cmd := &cobra.Command{
		Use:   "daemon",
		Short: "Stay and remind, once at start and then every minute",
		Long: `Do what tracker remind does at start and then every minute, until it is told to stop: Ctrl-C, SIGTERM, or
SIGHUP, which the end of its terminal sends (nohup tracker daemon stays). It ends within ten seconds then,
even when nobody reads its output. What was missed while it was down is prompted for at the next start.
After every pass it brings what lies in the book's log (-wal) into the book's file.

A pass that fails (the disk of standard output is full, say) is reported on standard error, and the next
one tries again. The heartbeat in the book tells when a pass last succeeded: after three hours without
one tracker due warns. It stops by itself when the book is moved or replaced, and when the reader of the
pipe it writes to has gone. A prompt is sent when it is handed to the pipe: see tracker help remind.`,
		Example: "  tracker daemon >> prompts.txt &",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return e.daemon(cmd.Context(), every)
		},
	}
	cmd.Flags().DurationVar(&every, "every", time.Minute, "`TIME` between passes")
	return cmd
}

func (e *env) daemon(ctx context.Context, every time.Duration) error {
	if every < time.Second {
		return usage("--every %v is more often than once a second", every).WithHint("--every 1m")
	}
	if err := e.listens(); err != nil {
		return err
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	err = daemon.Run(ctx, every, func(ctx context.Context) error {
		if err := b.Moved(); err != nil {
			return fmt.Errorf("%w: %w", daemon.ErrStop, err)
		}
		if !e.Fixed {
			e.Now = time.Now().In(e.Zone)
		}
		switch err := e.pass(ctx, b); {
		case errors.Is(err, syscall.EPIPE):
			return fmt.Errorf("%w: %w", daemon.ErrStop, usage("nobody reads standard output any more; what it did not take waits for the next pass").
				WithHint("tracker daemon >> prompts.txt"))
		case err != nil:
			return errors.Join(err, b.Checkpoint(ctx))
		}
		return errors.Join(b.Beat(ctx, e.Instant()), b.Checkpoint(ctx))
	}, func(err error) { e.Sayf("%v", err) })
	if err != nil {
		return err
	}
	e.Sayf("stopped")
	return nil
}

// warnDaemon says when a daemon that once ran has made no good pass for a
// while.
func (e *env) warnDaemon(ctx context.Context, b *store.Book) error {
	last, err := b.LastBeat(ctx)
	if err != nil || last == 0 {
		return err
	}
	if gone := e.Instant().Time(e.Zone).Sub(last.Time(e.Zone)); gone >= 3*time.Hour {
		e.Sayf("warning: no daemon for %d h (its last good pass was %s); start tracker daemon, or run tracker remind from cron",
			int(gone.Hours()), last.Time(e.Zone).Format("2006-01-02 15:04"))
	}
	return nil
}
