package main

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/spf13/cobra"

	"tracker/answer"
	"tracker/claims"
	"tracker/remind"
	"tracker/remind/post"
	"tracker/store"
	"tracker/telling/report"
)

func newRemind(e *env) *cobra.Command {
	machine := &installOptions{}
	var deliver, dry bool
	var explain string
	cmd := &cobra.Command{
		Use:   "remind",
		Short: "Prompt once for what has fallen due",
		Long: `Make one pass: print a digest of the claims that have fallen due, each once per occurrence, whoever runs
the pass: on the first day after window and grace, 3 and 7 days later, and then weekly, until there is a
verdict. Silent, with exit code 0, when there is nothing to prompt for, so that a crontab line mails
only what matters:

  0 8 * * *  $HOME/go/bin/tracker remind

With [recipients] in the configuration they are told instead, each through their channels: mail, webhooks,
other programs, the desktop (docs/reminders.md). What cannot be delivered is tried again later, up to twelve
times; tracker remind status says how things stand.

On a terminal it shows what would be sent and marks nothing, unless --deliver is given; --dry-run does so
everywhere. A prompt to standard output counts as sent when that has taken it: handed to the pipe or the file.
What reads the pipe is not asked. When standard output is closed, full or gone, nothing is marked, and
the next pass prompts at once; after a failure in the middle the whole digest is repeated.

A pass also takes in what was answered to prompts, where the configuration says how: tracker resolve asks
about it first.` + installHelp,
		Example: "  tracker remind --dry-run\n  tracker remind --explain 1\n  tracker remind --deliver\n  tracker remind --install systemd --print\n  tracker remind --install cron --schedule \"0 8 * * 1-5\" --print",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if machine.asked(cmd) {
				return machine.run(cmd.Context(), e)
			}
			if explain != "" {
				return e.explainPrompts(cmd.Context(), explain)
			}
			if dry || e.TTYOut && !deliver {
				return e.preview(cmd.Context())
			}
			return e.remind(cmd.Context())
		},
	}
	cmd.Flags().BoolVar(&deliver, "deliver", false, "deliver, on a terminal too")
	cmd.Flags().BoolVar(&dry, "dry-run", false, "show what would be sent; send and mark nothing")
	cmd.Flags().StringVar(&explain, "explain", "", "say who was and will be asked about the claim `ID`, and why not")
	exclusive(cmd, "deliver", "dry-run", "explain")
	machine.flags(cmd)
	cmd.AddCommand(newRemindStatus(e), newRemindTest(e), newRemindResend(e))
	return cmd
}

// remind makes one pass and leaves the heartbeat: the next one is to be
// expected within a day.
func (e *env) remind(ctx context.Context) error {
	if err := e.listens(); err != nil {
		return err
	}
	var use []store.Use
	if len(e.Recipients)+len(e.Answers) == 0 {
		use = append(use, store.WriteOnce) // only standard output is told, and nothing overlaps
	}
	b, err := e.kept(ctx, use...)
	if err != nil {
		return err
	}
	undelivered, err := e.pass(ctx, b)
	if err != nil {
		return errors.Join(undelivered, err)
	}
	// Whoever only reads standard output now and then is not to be chided.
	if last, _, err := b.LastBeat(ctx); err != nil || last == 0 && len(e.Recipients) == 0 {
		return errors.Join(undelivered, err)
	}
	return errors.Join(undelivered, b.Beat(ctx, e.Instant(), e.Instant()+claims.Instant((24*time.Hour).Milliseconds())))
}

// preview shows what a pass would send.
func (e *env) preview(ctx context.Context) error {
	b, err := e.kept(ctx)
	if err != nil {
		return err
	}
	round, err := e.round(b)
	if err != nil {
		return err
	}
	shown := 0
	if err := round.Preview(ctx, func(r remind.Route, m remind.Message) {
		if shown++; r.Recipient != "" {
			e.Sayf("to %s by %s:", r.Recipient, r.Channel)
		}
		e.Printf("%s", m.Text)
	}); err != nil {
		return err
	}
	if shown == 0 {
		e.Sayf("nothing is to be sent")
	} else {
		e.Sayf("nothing was sent or marked: tracker remind --deliver does, tracker resolve answers")
	}
	return nil
}

// kept opens the book that there is: whoever is to be reminded of nothing
// needs no new one.
func (e *env) kept(ctx context.Context, use ...store.Use) (*store.Book, error) {
	path, err := e.bookPath()
	if err != nil {
		return nil, err
	}
	e.opened, err = store.Open(ctx, path, append(use, store.Watched(e.Progress(-1, "").At))...)
	return e.opened, err
}

// pass makes one pass of reminding. A watchdog outside is told how it went;
// that it could not be told is said, and no failure of the pass.
func (e *env) pass(ctx context.Context, b *store.Book) (undelivered, err error) {
	round, err := e.round(b)
	if err != nil {
		return nil, err
	}
	deaf := false
	if e.heard != nil {
		round.Heard = func(inbox string, err error) { deaf = deaf || err != nil; e.heard(inbox, err) }
	}
	undelivered, err = round.Go(ctx)
	if ctx.Err() == nil {
		if err := round.Office.Ping(ctx, undelivered != nil || err != nil || deaf); err != nil {
			e.Sayf("warning: %v", err)
		}
	}
	return undelivered, err
}

// between is what a daemon with a schedule does while it waits: it takes in
// answers, and tries again what could not be delivered.
func (e *env) between(ctx context.Context, b *store.Book) error {
	round, err := e.round(b)
	if err != nil {
		return err
	}
	waits, err := b.Outstanding(ctx)
	if err != nil {
		return err
	}
	if waits {
		return errors.Join(round.Again(ctx))
	}
	return round.Collect(ctx)
}

// round is a pass over a book.
func (e *env) round(b *store.Book) (post.Round, error) {
	office, err := e.office()
	return post.Round{Office: office, Book: postedBook{b, e}, Owner: e.command("remind").UID, Clock: e.Clock, Told: func(r remind.Route, n int) {
		if e.TTYErr {
			e.Sayf("told %s by %s of %s", r.Recipient, r.Channel, report.Count(n, "claim"))
		}
	}, Heard: e.heard}, err
}

// postedBook is a book as the post office sees it.
type postedBook struct {
	*store.Book
	e *env
}

func (b postedBook) Outbox(r remind.Route) remind.Outbox {
	return b.Book.Outbox(r.Channel, r.Recipient)
}

func (b postedBook) Answers() answer.Book { return b.Book.Answers(b.e.Clock) }

func (b postedBook) Key(ctx context.Context) (answer.Key, error) {
	return b.Book.Answers(b.e.Clock).Key(ctx)
}

func (b postedBook) Open(ctx context.Context, f claims.Filter) ([]claims.Claim, error) {
	f.DueFrom = max(f.DueFrom, b.e.Today())
	list, _, err := b.Due(ctx, claims.At(b.e.Now.AddDate(1, 0, 0)), f, store.Page{Limit: post.MaxFeed})
	return list, err
}

// office is who is told, and how.
func (e *env) office() (*post.Office, error) {
	return post.Open(e.Settings, e.views, func(text string) error {
		_, err := io.WriteString(e.Fresh(), text)
		return err
	})
}

// listens refuses to prompt to a standard output that cannot take anything,
// before a prompt is taken from the outbox.
func (e *env) listens() error {
	office, err := e.office()
	if err != nil {
		return err
	}
	if office.Prints() && e.Closed() {
		return usage("standard output is closed: a prompt would reach nobody").WithHint("send it to a file or a pipe: tracker remind >> prompts.txt")
	}
	return nil
}
