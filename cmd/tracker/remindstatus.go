package main

import (
	"context"
	"strings"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/remind/post"
	"tracker/store"
	"tracker/telling/report"
)

func newRemindStatus(e *env) *cobra.Command {
	var json bool
	cmd := &cobra.Command{
		Use:   "status",
		Short: "How things stand with everybody who is to be told",
		Long: `Say when a pass last succeeded, and for each recipient and channel how many prompts were sent, wait to be
sent, are tried again and when, or are dead, with the last error.`,
		Example: "  tracker remind status\n  tracker remind status --json",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return e.remindStatus(cmd.Context(), json) },
	}
	cmd.Flags().BoolVar(&json, "json", false, "print JSON")
	return cmd
}

// remindStatus is how things stand, for programs.
type remindStatus struct {
	Schema   string          `json:"schema"`
	LastPass claims.Instant  `json:"last_pass"`
	NextPass claims.Instant  `json:"next_pass"` // when it is to be expected
	Waiting  int             `json:"waiting"`   // claims that wait for a verdict
	Told     []store.Mailbox `json:"told"`
}

func (e *env) remindStatus(ctx context.Context, json bool) (err error) {
	b, err := e.kept(ctx)
	if err != nil {
		return err
	}
	s := remindStatus{Schema: "tracker.remind/1"}
	if s.LastPass, s.NextPass, err = b.LastBeat(ctx); err != nil {
		return err
	}
	if s.Waiting, err = b.CountDue(ctx, e.Instant(), claims.Filter{}); err != nil {
		return err
	}
	if s.Told, err = b.Mailboxes(ctx); err != nil {
		return err
	}
	if json {
		return e.JSON(s)
	}
	e.printStatus(s)
	return nil
}

func (e *env) printStatus(s remindStatus) {
	for _, line := range post.Passes(s.LastPass, s.NextPass, e.Zone, s.Waiting, len(s.Told) > 0) {
		e.Printf("%s\n", line)
	}
	for _, m := range s.Told {
		e.Printf("%s\n", post.Mailbox(m).Line(e.Instant(), e.Zone))
	}
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
