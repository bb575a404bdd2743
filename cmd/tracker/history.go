package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/ledger"
	"tracker/telling/report"
	"tracker/telling/screen"
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
		ValidArgsFunction: e.completeIDs(1),
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
		return e.printJSON(struct {
			Schema  string         `json:"schema"`
			UID     claims.UID     `json:"uid"`
			Entries []historyEntry `json:"entries"`
		}{"tracker.history/1", c.UID, historyEntries(entries)})
	}
	for _, x := range entries {
		what, err := changeText(x)
		if err != nil {
			return err
		}
		e.printEntry(x, what)
	}
	return nil
}

// printEntry writes an entry: to a terminal on two lines, to a pipe as a row.
func (e *env) printEntry(x ledger.Entry, what string) {
	actor, verb := clean.Line(x.Actor), clean.Line(x.Verb)
	if !e.TTYOut {
		e.printf("%d\t%s\t%s\t%s\t%s\t%s\n", x.Seq, claims.Instant(x.At), actor, verb, x.Command, what)
		return
	}
	at := claims.Instant(x.At).Time(e.Zone).Format("2006-01-02 15:04")
	e.printf("%s\n  %s\n", e.paint(fmt.Sprintf("%d  %s  %s, %s (command %s)", x.Seq, at, verb, actor, x.Command), text.Faint), what)
}

// historyEntry is an entry as JSON readers get it.
type historyEntry struct {
	Seq     int64           `json:"seq"`
	At      claims.Instant  `json:"at"`
	Actor   string          `json:"actor"`
	Command string          `json:"command"`
	Verb    string          `json:"verb"`
	Body    json.RawMessage `json:"body"`
}

func historyEntries(list []ledger.Entry) []historyEntry {
	out := make([]historyEntry, len(list))
	for i, x := range list {
		out[i] = historyEntry{x.Seq, claims.Instant(x.At), x.Actor, x.Command, x.Verb, x.Body}
	}
	return out
}

// changeText says in a line what an entry changed.
func changeText(x ledger.Entry) (string, error) {
	var change ledger.Change
	if err := json.Unmarshal(x.Body, &change); err != nil {
		return "", err
	}
	if change.Set == nil {
		var c claims.Claim
		err := json.Unmarshal(x.Body, &c)
		return "logged: " + clean.Line(c.Statement), err
	}
	var parts []string
	for _, k := range slices.Sorted(maps.Keys(change.Set)) {
		parts = append(parts, k+": "+memberText(k, change.Was[k])+" → "+memberText(k, change.Set[k]))
	}
	if change.Why != "" {
		parts = append(parts, "because "+clean.Line(change.Why))
	}
	return strings.Join(parts, "; "), nil
}

// memberText shows one member's value, in short.
func memberText(name string, value json.RawMessage) string {
	switch name {
	case "verdict":
		var v *claims.Verdict
		if json.Unmarshal(value, &v) == nil {
			if v == nil {
				return "none"
			}
			return strings.TrimSpace(string(v.Outcome) + " " + v.Day.String())
		}
	case "window":
		var w claims.Window
		if json.Unmarshal(value, &w) == nil {
			return report.WindowLine(w)
		}
	}
	return screen.Shorten(string(value), 60)
}
