package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/settings"
	"tracker/store"
)

func newInit(e *env) *cobra.Command {
	var roles bool
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Make a new book",
		Long: `Make a new book: the file that --db or TRACKER_DB names, else the one in the data directory; or, when they
name a database on a PostgreSQL server, a book there (docs/team.md). A book that is there already is left as it is.

--roles prints the statements that make roles for who shares a book on a server, and makes nothing.`,
		Example: "  tracker init\n  tracker init --db desk.db\n  tracker init --db postgres://desk@db.example.org/book?sslmode=verify-full",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !roles {
				return initBook(cmd.Context(), e)
			}
			path, err := e.bookPath()
			if err != nil {
				return err
			}
			text, err := store.Roles(path)
			fmt.Fprint(e.Out, text)
			return err
		},
	}
	cmd.Flags().BoolVar(&roles, "roles", false, "print what makes roles on a server: public, reader, logger, resolver")
	return cmd
}

func initBook(ctx context.Context, e *env) error {
	path := e.ChosenBook()
	if path == "" {
		var err error
		if path, err = settings.ReadyBook(); err != nil {
			return err
		}
	}
	b, made, err := store.Create(ctx, path)
	if err != nil {
		return err
	}
	e.opened = b
	if made {
		e.Sayf("made a new book at %s", b.Path())
	} else {
		e.Sayf("there is a book at %s already", b.Path())
	}
	return nil
}

func newBackup(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the book, checked, to a new file",
		Long: `Copy the book as it is now to a new file, also while others write: copied by SQLite, checked against
its own journal, and only then named. Copying the .db file by hand can lose the latest entries.`,
		Example: "  tracker backup book-2026-11-21.db",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := e.book(cmd.Context())
			if err != nil {
				return err
			}
			p := e.Progress(-1, "")
			problems, err := b.Backup(cmd.Context(), args[0], p.At)
			p.Done()
			if err != nil {
				return err
			}
			if err := damaged(problems); err != nil {
				return err
			}
			e.Sayf("wrote %s", args[0])
			return nil
		},
	}
}

func newCheck(e *env) *cobra.Command {
	o := &checkOptions{}
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check the tables against the journal",
		Long: `Replay the journal into a scratch book and compare every table with it, all but outbox and heartbeat.
The first difference in each table is reported, with exit code 5. Names that hide or reorder text are
warned of, and views and indexes that are not tracker's are noted.

--against BACKUP checks a backup in the same way, and says what only one of the two holds. The exit code
is 0 when the book holds all that the backup does, and 5 when it does not or one of them is damaged.

Tables are compared with the journal, and no more: who made an entry and when, as the journal itself says
it, is not covered, nor is a journal that was rewritten whole. Keep a copy elsewhere (tracker journal
export) if others can write to the file.`,
		Example: "  tracker check && echo sound\n  tracker check --against book-copy.db",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return check(cmd.Context(), e, o)
		},
	}
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	cmd.Flags().StringVar(&o.against, "against", "", "compare with the backup `FILE`")
	return cmd
}

type checkOptions struct {
	json    bool
	against string
}

func check(ctx context.Context, e *env, o *checkOptions) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	p := e.Progress(-1, "")
	problems, err := b.Check(ctx, p.At)
	p.Done()
	if err != nil {
		return err
	}
	damage := damaged(problems)
	var difference *store.Difference
	if o.against != "" && damage == nil {
		if difference, err = e.compareBackup(ctx, b, o.against); err != nil {
			return err
		}
		if difference.Backup.Entries > 0 {
			damage = &claims.Error{Kind: claims.Damaged, Msg: fmt.Sprintf("the book does not hold all that %s does", o.against),
				Hint: "tracker restore " + o.against + " puts it in the book's place"}
		}
	}
	if o.json {
		if problems == nil {
			problems = []store.Finding{}
		}
		if err := e.JSON(struct {
			Schema   string            `json:"schema"`
			OK       bool              `json:"ok"`
			Problems []store.Finding   `json:"problems"`
			Against  *store.Difference `json:"against,omitempty"`
		}{"tracker.check/1", damage == nil, problems, difference}); err != nil {
			return err
		}
		return damage
	}
	for _, p := range problems {
		if !p.Fatal {
			e.Sayf("%s: %s: %s", noteKind(p), p.Where, p.What)
		}
	}
	if difference != nil {
		e.tellDifference(*difference, o.against)
	}
	if damage == nil {
		e.Sayf("the tables are what the journal says")
	}
	return damage
}

// damaged is the refusal that names the damage found, nil for none.
func damaged(problems []store.Finding) error {
	return store.Damage("", problems, "keep this file as it is; tracker restore BACKUP puts a backup in its place, tracker journal export saves what the journal says")
}

// noteKind is what a problem that is no damage is called.
func noteKind(p store.Finding) string {
	if p.Where == "schema" {
		return "note" // somebody made it on purpose
	}
	return "warning"
}

// compareBackup checks a backup and compares the book with it.
func (e *env) compareBackup(ctx context.Context, b *store.Book, backup string) (*store.Difference, error) {
	x, err := e.examine(ctx, b.Path(), backup, os.TempDir())
	if err != nil {
		return nil, err
	}
	defer x.Close()
	p := e.Progress(-1, "")
	defer p.Done()
	d, err := store.Compare(ctx, b, x.Book, p.At)
	return &d, err
}
