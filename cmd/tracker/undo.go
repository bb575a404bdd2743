package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/store"
)

func newUndo(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "undo [COMMAND]",
		Short: "Take back the latest command, whole",
		Long: `Take back the latest command that is not undone yet, whole: an import with all its claims, a resolve
with all its verdicts. Nothing is deleted; the inverse is entered in the journal, and an added claim
is withdrawn with the reason "undone". Undoing an undo does the command again.

COMMAND is the id of an earlier command, as tracker history shows it.`,
		Example: "  tracker undo\n  tracker undo            # again: what was undone is done again",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			target := ""
			if len(args) == 1 {
				target = args[0]
			}
			return undo(cmd.Context(), e, target)
		},
	}
}

func undo(ctx context.Context, e *env, target string) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	u, err := b.Undo(ctx, e.command("undo"), target)
	if err != nil {
		return err
	}
	if u.Redoes != "" {
		e.sayf("did %s again (%s); tracker undo takes it back", u.Redoes, extent(u))
		return nil
	}
	e.sayf("undid %s (%s); tracker undo again does it again", u.Verb, extent(u))
	return nil
}

// extent says what an undo changed.
func extent(u store.Undone) string {
	switch {
	case u.Names == 0:
		return plural(u.Claims, "claim")
	case u.Claims == 0:
		return plural(u.Names, "name")
	}
	return plural(u.Claims, "claim") + " and " + plural(u.Names, "name")
}
