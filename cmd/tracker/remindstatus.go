package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/store"
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
	switch {
	case last == 0:
		e.Printf("no pass was ever made\n")
	default:
		e.Printf("last good pass %s\n", e.moment(last))
		if next > last {
			e.Printf("next expected %s\n", e.moment(next))
		}
	}
	n, err := b.CountDue(ctx, e.Instant(), claims.Filter{})
	if err != nil {
		return err
	}
	e.Printf("%s for a verdict\n", report.Count(n, "claim")+" "+map[bool]string{true: "waits", false: "wait"}[n == 1])
	list, err := b.Mailboxes(ctx)
	for _, m := range list {
		e.Printf("%s\n", e.mailbox(m))
	}
	return err
}

// moment is an instant as people read it, in the zone of the run.
func (e *env) moment(at claims.Instant) string {
	return at.Time(e.Zone).Format("Mon 2 Jan 2006 15:04 MST")
}

// mailbox is one line about a recipient and channel.
func (e *env) mailbox(m store.Mailbox) string {
	parts := []string{fmt.Sprintf("%d sent", m.Sent)}
	if m.Planned > 0 {
		parts = append(parts, fmt.Sprintf("%d to be sent", m.Planned))
	}
	if m.Trying > 0 {
		again := "in the next pass"
		if m.NextAt > e.Instant() {
			again = "from " + e.moment(m.NextAt)
		}
		parts = append(parts, fmt.Sprintf("%d tried again %s", m.Trying, again))
	}
	if m.Dead > 0 {
		parts = append(parts, fmt.Sprintf("%s dead with %s (tracker remind resend %s)", report.Count(m.Dead, "letter"), report.Count(m.DeadPrompts, "prompt"), m.Channel))
	}
	line := whom(m.Recipient, m.Channel) + ": " + strings.Join(parts, ", ")
	if m.Error != "" {
		line += "; last error: " + clean.Line(strings.Join(strings.Fields(m.Error), " "))
	}
	return line
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
				return notDelivered(args[0], err)
			}
			if to != "" {
				receipt += ", for " + to
			}
			e.Printf("%s\n", clean.Line(receipt))
			return nil
		},
	}
}

// notDelivered says what happened to a test, as a refusal.
func notDelivered(channel string, err error) error {
	if list, ok := claims.ProblemsOf(err); ok {
		return list.Err()
	}
	return (&claims.Error{Kind: claims.Refused, Msg: "not delivered: " + clean.Line(strings.Join(strings.Fields(err.Error()), " "))}).
		WithHint("mend [channels.%s] and try again: tracker remind test %s", channel, channel)
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
