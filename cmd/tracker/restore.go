package main

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/store"
	"tracker/telling/report"
	"tracker/telling/screen"
)

type restoreOptions struct {
	backup string
	yes    bool
}

func newRestore(e *env) *cobra.Command {
	o := &restoreOptions{}
	cmd := &cobra.Command{
		Use:   "restore BACKUP",
		Short: "Put a backup in the place of the book",
		Long: `Put a backup in the place of the book. The backup is checked whole before anything is changed, and what
only one of the two holds is told. The present book is kept beside, complete and dated
(book-before-restore-20261121-093000.db). It also takes the place of a damaged book or of a missing one;
a log (-wal) that lies there is never read into the backup. Programs that have the book open go on with
what is in it then. What remind sent since the backup was made may be sent again. It asks on a terminal;
elsewhere it needs --yes.`,
		Example: "  tracker check --against book-copy.db\n  tracker restore book-copy.db\n  tracker restore --yes book-copy.db",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.backup = args[0]
			return restore(cmd.Context(), e, o)
		},
	}
	cmd.Flags().BoolVarP(&o.yes, "yes", "y", false, "do not ask")
	return cmd
}

func restore(ctx context.Context, e *env, o *restoreOptions) error {
	path, err := e.bookPath()
	if err != nil {
		return err
	}
	if store.OnServer(path) {
		return claims.Refuse("", "a book on a server is not replaced by a file").
			WithHint("tracker --db %s journal export | tracker --db URL journal import - fills a new book there", o.backup)
	}
	if path, err = filepath.Abs(path); err != nil {
		return err
	}
	x, err := e.examine(ctx, path, o.backup, filepath.Dir(store.Target(path)))
	if err != nil {
		return err
	}
	defer x.Close()
	p := e.Progress(-1, "")
	kept, err := x.Replace(ctx, path, store.Replacing{At: e.Now, Watch: p.At,
		Say:  func(format string, args ...any) { p.Clear(); e.Sayf(format, args...) },
		Tell: func(d store.Difference) { p.Clear(); e.tellDifference(d, o.backup) }, Agree: func() error { return e.agree(path, o) }})
	p.Done()
	if err != nil {
		return err
	}
	e.Sayf("restored %s from %s", path, o.backup)
	if kept != "" {
		e.Sayf("what was there is kept as %s", kept)
	}
	return nil
}

// examine copies a backup of the book at path into dir and checks it.
func (e *env) examine(ctx context.Context, path, backup, dir string) (*store.Examined, error) {
	if store.Belongs(path, backup) {
		return nil, claims.Refuse("", "%s is the book itself, or belongs to it", backup).WithHint("name a backup; tracker backup FILE makes one")
	}
	p := e.Progress(-1, "")
	x, problems, err := store.Examine(ctx, backup, dir, p.At)
	p.Done()
	if err != nil {
		return nil, err
	}
	if err := store.Damage("the backup is damaged: ", problems, "nothing was changed; try another backup"); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return x, nil
}

// agree asks whether the book is to be replaced.
func (e *env) agree(path string, o *restoreOptions) error {
	if o.yes {
		return nil
	}
	if !e.TTYIn {
		return claims.Refuse("", "nobody can be asked whether %s is to be replaced", path).WithHint("tracker restore --yes %s", o.backup)
	}
	yes, err := e.Confirm("Put the backup in its place?")
	if err == nil && !yes {
		err = screen.ErrAborted
	}
	return err
}

// tellDifference says what only one of book and backup holds.
func (e *env) tellDifference(d store.Difference, backup string) {
	if d.Book.Entries == 0 && d.Backup.Entries == 0 {
		e.Sayf("the book and %s hold the same", backup)
		return
	}
	e.Sayf("only in the book: %s", e.side(d.Book))
	e.Sayf("only in %s: %s", backup, e.side(d.Backup))
}

func (e *env) side(s store.Side) string {
	return report.OnlyHere(s.Entries, s.Last.Time(e.Zone), s.Claims, s.Verdicts, s.Changes)
}
