package main

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/spf13/cobra"

	"tracker/remind"
	"tracker/remind/post"
	"tracker/store"
	"tracker/telling/screen"
)

func newRemind(e *env) *cobra.Command {
	machine := &installOptions{}
	cmd := &cobra.Command{
		Use:   "remind",
		Short: "Prompt once for what has fallen due",
		Long: `Make one pass: print a digest of the claims that have fallen due, each once per occurrence, whoever runs
the pass: on the first day after window and grace, 3 and 7 days later, and then weekly, until there is a
verdict. Silent, with exit code 0, when there is nothing to prompt for, so that a crontab line mails
only what matters:

  0 8 * * *  $HOME/go/bin/tracker remind

A prompt counts as sent when standard output has taken it: handed to the pipe, the file or the terminal.
What reads the pipe is not asked. When standard output is closed, full or gone, nothing is marked, and
the next pass prompts at once; after a failure in the middle the whole digest is repeated.` + installHelp,
		Example: "  tracker remind\n  tracker remind --install systemd --print\n  tracker remind --install cron --schedule \"0 8 * * 1-5\" --print",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if machine.asked(cmd) {
				return machine.run(cmd.Context(), e)
			}
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
	machine.flags(cmd)
	return cmd
}

// pass makes one pass of reminding: every recipient through every channel.
// What one of them refuses keeps no other from being told.
func (e *env) pass(ctx context.Context, b *store.Book) error {
	office, err := e.office()
	if err != nil {
		return err
	}
	owner := e.command("remind").UID
	var failed []error
	for _, r := range office.Routes() {
		if _, err := remind.Pass(ctx, b.Outbox(r.Channel, r.Recipient), r, owner, e.Clock, office.Sender(r)); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// office is who is told, and how.
func (e *env) office() (*post.Office, error) {
	return post.Open(e.Settings, e.views, func(text string) error {
		_, err := io.WriteString(e.Fresh(), text)
		return err
	})
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
