package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/intake"
	"tracker/store"
)

// importBaselines sets what a market or a crowd gave claims.
func importBaselines(cmd *cobra.Command, e *env, o intake.Options, file string) error {
	var wrong string
	for _, name := range []string{"format", "map", "map-file", "save-map", "dates", "encoding", "sheet", "evidence-note", "questions", "preview", "problems", "lexicon", "lexicon-mode", "scale"} {
		if cmd.Flags().Changed(name) {
			wrong = name
		}
	}
	if wrong != "" {
		return usage("--%s is about a file of claims, and --baselines reads none", wrong).WithHint("leave --%s out", wrong)
	}
	ctx := cmd.Context()
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	o.File = file
	return intake.Baselines(ctx, intake.Program{Teller: e.Screen, In: e.In, Today: e.Today()}, baselineBook{b, e.command("amend")}, o)
}

// baselineBook is a book as an import of baselines sees it.
type baselineBook struct {
	*store.Book
	command store.Command
}

func (b baselineBook) Change(ctx context.Context, ids []claims.ID, fn func(*claims.Claim) error) ([]claims.Claim, error) {
	return b.Book.Change(ctx, b.command, ids, "", fn)
}
