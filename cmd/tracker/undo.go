package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/store"
	"tracker/telling/report"
)

func newUndo(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "undo [COMMAND]",
		Short: "Take back the latest command, whole",
		Long: `Take back the latest command that is not undone yet, whole: an import with all its claims, a resolve
with all its verdicts. Typed again it steps further back; tracker redo goes forward. Nothing is deleted:
the inverse is entered in the journal, and an added claim is withdrawn with the reason "undone".

What is much is taken back in parts of 1,000 changes, the last ones first, between which others can write.
Stopped between two of them it has taken back whole parts; the same command again takes back the rest.

COMMAND is the id of an earlier command, as tracker history shows it.`,
		Example: "  tracker undo\n  tracker undo            # one step further back\n  tracker redo            # and forward again",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			target := ""
			if len(args) == 1 {
				target = args[0]
			}
			return takeBack(cmd.Context(), e, "undo", func(b *store.Book, c store.Command, progress func(done, of int64)) (store.Undone, error) {
				return b.Undo(cmd.Context(), c, target, progress)
			})
		},
	}
}

func newRedo(e *env) *cobra.Command {
	return &cobra.Command{
		Use:     "redo",
		Short:   "Do again what the latest undo took back",
		Long:    "Do again what the latest undo took back, as long as nothing else has been done since.\nTyped again it goes further forward.",
		Example: "  tracker undo\n  tracker redo",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return takeBack(cmd.Context(), e, "redo", func(b *store.Book, c store.Command, progress func(done, of int64)) (store.Undone, error) {
				return b.Redo(cmd.Context(), c, progress)
			})
		},
	}
}

// takeBack runs an undo or a redo and says what it did.
func takeBack(ctx context.Context, e *env, verb string, run func(*store.Book, store.Command, func(done, of int64)) (store.Undone, error)) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	bar := e.Progress(-1, "taking back changes")
	bar.Set(0)
	u, err := run(b, e.command(verb), bar.Of)
	bar.Done()
	if err != nil {
		if u.Done > 0 {
			e.Sayf("%s", e.Typed(report.ChangedInPart(u.Done, u.Of, u.Verb, u.Redoes, u.Command)))
		}
		return err
	}
	if u.Redoes != "" {
		e.Sayf("did %s again (%s); tracker undo takes it back", u.Redoes, report.Changed(u.Claims, u.Names, u.Drafts))
		return nil
	}
	e.Sayf("undid %s (%s); tracker redo does it again, tracker undo steps further back", u.Verb, report.Changed(u.Claims, u.Names, u.Drafts))
	return nil
}
