package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
	"tracker/store"
	"tracker/telling/report"
)

// mendOptions are what the small verbs that change claims share.
type mendOptions struct {
	refs   []string
	window string
	reason string
	until  string
	note   string
	yes    bool
}

// change finds the claims and makes one change to each, or to none.
func (o *mendOptions) change(ctx context.Context, e *env, verb, why string, fn func(*claims.Claim) error) ([]claims.Claim, error) {
	b, err := e.book(ctx)
	if err != nil {
		return nil, err
	}
	list, err := e.find(ctx, b, o.refs, verb, o.yes)
	if err != nil {
		return nil, err
	}
	return b.Change(ctx, e.command(verb), ids(list), why, fn)
}

// mendCommand is a verb that takes ids and makes one change.
func mendCommand(e *env, o *mendOptions, cmd *cobra.Command, fn func(context.Context, *env, *mendOptions) error) *cobra.Command {
	cmd.Args = cobra.MinimumNArgs(1)
	cmd.ValidArgsFunction = e.offers().IDs(0)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		o.refs = args
		return fn(cmd.Context(), e, o)
	}
	cmd.Flags().BoolVar(&o.yes, "yes", false, "do not ask before changing more than three claims")
	return cmd
}

func newAccept(e *env) *cobra.Command {
	o := &mendOptions{}
	cmd := mendCommand(e, o, &cobra.Command{
		Use:   "accept ID…",
		Short: "Make the end of a window hard",
		Long: `Accept the end of a vague window ("soon") or a lower bound ("as early as next week"). Until somebody does,
such a claim is due for review at its soft end but not scored, because it could only gain; accepted,
no is no. --window replaces the days that were read.`,
		Example: "  tracker accept 4\n  tracker accept 4 --window 2025-08-11..2025-08-17",
	}, accept)
	cmd.Flags().StringVar(&o.window, "window", "", "the window `A..B` instead of the one that was read")
	return cmd
}

func accept(ctx context.Context, e *env, o *mendOptions) error {
	var earliest, latest calendar.Day
	if o.window != "" {
		var err error
		if earliest, latest, err = claims.ReadSpan(o.window, e.Dates(date.Future)); err != nil {
			return err
		}
	}
	changed, err := o.change(ctx, e, "accept", "", func(c *claims.Claim) error {
		if latest == 0 {
			return c.Accept(nil)
		}
		r := &claims.Reader{Zone: c.Location()}
		return c.Accept(r.GivenWindow(c.Window.Phrase, c.Window.Relation, earliest, latest))
	})
	for _, c := range changed {
		e.understood("accepted", c, nil)
	}
	return err
}

func newWithdraw(e *env) *cobra.Command {
	o := &mendOptions{}
	cmd := mendCommand(e, o, &cobra.Command{
		Use:     "withdraw ID…",
		Short:   "Take back claims that were logged in error",
		Long:    "Take back claims that were logged in error. Nothing is deleted: they stay in the book with the reason,\nand every table counts them.",
		Example: `  tracker withdraw 5 --reason "the quote is about last year"`,
	}, withdraw)
	cmd.Flags().StringVar(&o.reason, "reason", "", "`TEXT`: why")
	return cmd
}

func withdraw(ctx context.Context, e *env, o *mendOptions) error {
	changed, err := o.change(ctx, e, "withdraw", o.reason, func(c *claims.Claim) error { return c.Withdraw(o.reason) })
	for _, c := range changed {
		e.Sayf("claim %d is withdrawn; tracker reopen %d --reason TEXT brings it back", c.ID, c.ID)
	}
	return err
}

func newSnooze(e *env) *cobra.Command {
	o := &mendOptions{}
	cmd := mendCommand(e, o, &cobra.Command{
		Use:     "snooze ID…",
		Short:   "Put the question off to a later day",
		Long:    "Put the question off to a later day: until then a claim is neither due nor prompted for.\nIts window does not change.",
		Example: "  tracker snooze 3 --until \"next Monday\"\n  tracker snooze 3 --until 2027-01-15",
	}, func(ctx context.Context, e *env, o *mendOptions) error {
		if o.until == "" {
			return usage("snooze needs a day").WithHint("tracker snooze %s --until DATE", o.refs[0])
		}
		until, err := claims.ReadDay("until", o.until, e.Dates(date.Future))
		if err != nil {
			return err
		}
		b, err := e.book(ctx)
		if err != nil {
			return err
		}
		list, err := e.find(ctx, b, o.refs, "snooze", o.yes)
		if err != nil {
			return err
		}
		return e.snooze(ctx, b, list, until)
	})
	cmd.Flags().StringVar(&o.until, "until", "", "the `DATE` to ask again")
	return cmd
}

func (e *env) snooze(ctx context.Context, b *store.Book, list []claims.Claim, until calendar.Day) error {
	changed, err := b.Change(ctx, e.command("snooze"), ids(list), "", func(c *claims.Claim) error {
		return c.Snooze(until, c.Today(e.Instant()))
	})
	for _, c := range changed {
		e.Sayf("claim %d is snoozed until %s", c.ID, report.Day(c.SnoozedUntil))
	}
	return err
}

func newUnsnooze(e *env) *cobra.Command {
	o := &mendOptions{}
	return mendCommand(e, o, &cobra.Command{
		Use:     "unsnooze ID…",
		Short:   "End a snooze at once",
		Long:    "End a snooze at once: the claim falls due when its window and grace are over, or is due now.",
		Example: "  tracker unsnooze 3",
	}, func(ctx context.Context, e *env, o *mendOptions) error {
		changed, err := o.change(ctx, e, "unsnooze", "", func(c *claims.Claim) error { return c.Unsnooze() })
		for _, c := range changed {
			e.Sayf("claim %d is not snoozed any more: it is %s", c.ID, c.Status(e.Instant()))
		}
		return err
	})
}

func newDispute(e *env) *cobra.Command {
	o := &mendOptions{}
	cmd := mendCommand(e, o, &cobra.Command{
		Use:     "dispute ID…",
		Short:   "Record that a verdict is contested",
		Long:    "Record that somebody contests a verdict, and why. It goes on counting, marked as disputed, until\nanother verdict is given.",
		Example: `  tracker dispute 2 --note "The ministry says that the talks had begun on the 14th."`,
	}, func(ctx context.Context, e *env, o *mendOptions) error {
		changed, err := o.change(ctx, e, "dispute", "", func(c *claims.Claim) error { return c.Dispute(o.note) })
		for _, c := range changed {
			e.Sayf("the verdict on claim %d is disputed; tracker resolve %d gives another", c.ID, c.ID)
		}
		return err
	})
	cmd.Flags().StringVar(&o.note, "note", "", "`TEXT`: who contests it and why")
	return cmd
}

func newReopen(e *env) *cobra.Command {
	o := &mendOptions{}
	cmd := mendCommand(e, o, &cobra.Command{
		Use:     "reopen ID…",
		Short:   "Lift a verdict or a withdrawal",
		Long:    "Lift a verdict or a withdrawal, with the reason. The old verdict stays in tracker history.",
		Example: `  tracker reopen 2 --reason "the source has corrected its report"`,
	}, func(ctx context.Context, e *env, o *mendOptions) error {
		changed, err := o.change(ctx, e, "reopen", o.reason, func(c *claims.Claim) error { return c.Reopen(o.reason) })
		for _, c := range changed {
			e.Sayf("claim %d is %s", c.ID, c.Status(e.Instant()))
		}
		return err
	})
	cmd.Flags().StringVar(&o.reason, "reason", "", "`TEXT`: why")
	return cmd
}
