package main

import (
	"runtime"

	"github.com/spf13/cobra"

	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/settings"
	"tracker/store"
)

func newVersion(e *env) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "Print the versions that figures depend on",
		Long:    "Print the versions of the program, of SQLite, of the deadline rules and of the hedge lexicon.",
		Example: "  tracker version --json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			v := struct {
				Schema  string `json:"schema"`
				Tracker string `json:"tracker"`
				Go      string `json:"go"`
				SQLite  string `json:"sqlite"`
				Book    int    `json:"book_schema"`
				Rules   string `json:"deadline_rules"`
				Lexicon string `json:"hedge_lexicon"`
			}{"tracker.version/1", settings.ProgramVersion(), runtime.Version(), store.SQLiteVersion(), store.SchemaVersion(),
				deadline.Version, hedge.Builtin().Name()}
			if asJSON {
				return e.JSON(v)
			}
			e.Printf("tracker %s (%s)\nSQLite %s, book schema %d\ndeadline rules %s\nhedge lexicon %s\n",
				v.Tracker, v.Go, v.SQLite, v.Book, v.Rules, v.Lexicon)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}
