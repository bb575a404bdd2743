package main

import (
	"io"
	"os"

	"github.com/spf13/cobra"
)

func newPublish(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "publish FILE",
		Short: "Write what others may read to an SQLite file",
		Long: `Write claims, verdicts and appearances to an SQLite file for other programs: names as people see them, days
and instants as texts, withdrawn claims marked, without notes and without who logged and judged. Nobody
needs to write to open it, and a new one takes the place of an old one in one step.

A book itself has the same as views (public_claims, public_verdicts, public_appearances), on a server too.`,
		Example: "  tracker publish public.db",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := e.book(cmd.Context())
			if err != nil {
				return err
			}
			if err := e.output(cmd.Context(), args[0], func(w io.Writer) error { return b.Publish(cmd.Context(), w) }); err != nil {
				return err
			}
			if info, err := os.Stat(args[0]); err == nil && info.Mode().IsRegular() {
				return os.Chmod(args[0], 0o444)
			}
			return nil
		},
	}
}
