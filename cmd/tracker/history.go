package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/exchange"
)

type historyOptions struct {
	ref  string
	json bool
}

func newHistory(e *env) *cobra.Command {
	o := &historyOptions{}
	cmd := &cobra.Command{
		Use:   "history ID",
		Short: "Show everything that was done to a claim",
		Long: `Show everything that was done to a claim, oldest first: when, by whom, which verb, which members became
what. In a pipe the columns are sequence number, instant, actor, verb, command, what changed.

Actor and time are as the entry says: tracker check finds tables that differ from the journal, but not an
entry whose actor or time was changed in the file.`,
		Example:           "  tracker history 1",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: e.offers().IDs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.ref = args[0]
			return history(cmd.Context(), e, o)
		},
	}
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	return cmd
}

func history(ctx context.Context, e *env, o *historyOptions) error {
	b, c, err := e.claim(ctx, o.ref)
	if err != nil {
		return err
	}
	entries, err := b.History(ctx, c.UID)
	if err != nil {
		return err
	}
	if o.json {
		return e.JSON(struct {
			Schema  string                  `json:"schema"`
			UID     claims.UID              `json:"uid"`
			Entries []exchange.HistoryEntry `json:"entries"`
		}{"tracker.history/1", c.UID, exchange.History(entries)})
	}
	return e.Entries(entries, e.Zone)
}
