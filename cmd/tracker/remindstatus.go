package main

import (
	"context"
	"strings"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/remind/post"
	"tracker/telling/report"
)

func newRemindStatus(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "status",
		Short: "How things stand with everybody who is to be told",
		Long: `Say when a pass last succeeded, and for each recipient and channel how many prompts were sent, wait to be
sent, are tried again and when, or are dead, with the last error.`,
		Example: "  tracker remind status",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return e.remindStatus(cmd.Context()) },
	}
}

func (e *env) remindStatus(ctx context.Context) error {
	b, err := e.kept(ctx)
	if err != nil {
		return err
	}
	last, next, err := b.LastBeat(ctx)
	if err != nil {
		return err
	}
	n, err := b.CountDue(ctx, e.Instant(), claims.Filter{})
	if err != nil {
		return err
	}
	for _, line := range post.Passes(last, next, e.Zone, n) {
		e.Printf("%s\n", line)
	}
	list, err := b.Mailboxes(ctx)
	for _, m := range list {
		e.Printf("%s\n", post.Mailbox(m).Line(e.Instant(), e.Zone))
	}
	return err
}

func newRemindTest(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "test CHANNEL",
		Short: "Send one test message and say what happened",
		Long: `Send one message that says it is a test through a channel of the configuration, to the first recipient it
reaches, and say exactly what the receiver answered. It needs no book, and marks nothing.`,
		Example: "  tracker remind test mail",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			office, err := e.office()
			if err != nil {
				return err
			}
			to, receipt, err := office.Test(cmd.Context(), args[0], "test-"+uuid.NewString())
			if err != nil {
				return post.NotDelivered(args[0], err)
			}
			if to != "" {
				receipt += ", for " + to
			}
			e.Printf("%s\n", clean.Line(receipt))
			return nil
		},
	}
}

func newRemindResend(e *env) *cobra.Command {
	return &cobra.Command{
		Use:     "resend [CHANNEL]",
		Short:   "Have dead letters tried again",
		Long:    `Have the letters that nobody tries any more, of one channel or of all, tried again in the next pass. They keep their ids.`,
		Example: "  tracker remind resend mail",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := e.kept(cmd.Context())
			if err != nil {
				return err
			}
			n, err := b.Resend(cmd.Context(), e.Instant(), strings.Join(args, ""))
			if err != nil {
				return err
			}
			e.Sayf("%s to be tried again in the next pass", report.Count(n, "letter"))
			return nil
		},
	}
}
