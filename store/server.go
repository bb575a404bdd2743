package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"tracker/claims"
	"tracker/store/postgres"
)

// OnServer reports whether a book's name is that of a server, not of a file.
func OnServer(name string) bool { return postgres.Is(name) }

// openServer opens a book on PostgreSQL; make says whether it may be made.
func openServer(ctx context.Context, url string, make bool, use []Use) (b *Book, made bool, err error) {
	server, err := postgres.Parse(url)
	if err != nil {
		return nil, false, err
	}
	b = &Book{path: server.String(), server: server, writer: server.Writer()}
	if b.reader = b.writer; !slices.Contains(use, WriteOnce) {
		b.reader = server.Reader()
	}
	if made, err = b.settle(ctx, make); err != nil {
		b.Close()
		return nil, false, b.explain(err)
	}
	return b, made, nil
}

// settle finds the book's tables of this program's schema, or makes them.
func (b *Book) settle(ctx context.Context, make bool) (made bool, err error) {
	version, err := b.edition(ctx, b.reader)
	if err != nil {
		return false, err
	}
	newest := SchemaVersion()
	switch {
	case version == 0 && !make:
		return false, unusable("there is no book at %s", b.path).WithHint("tracker init --db URL makes one there")
	case version == 0:
		return b.lay(ctx)
	case version > newest:
		return false, unusable("%s was written by a newer tracker (schema %d, this one knows %d)", b.path, version, newest).WithHint("update tracker")
	case version < newest:
		return false, unusable("%s was written by an older tracker (schema %d, this one writes %d)", b.path, version, newest).
			WithHint("with the older program, tracker journal export >journal; with this one, tracker journal import journal into a new database")
	}
	return false, nil
}

// edition is the schema that a book on a server has, 0 where there is none.
func (b *Book) edition(ctx context.Context, q querier) (version int, err error) {
	ask := func() error {
		return each(ctx, q, `SELECT version FROM book`, nil, func(rows *sql.Rows) error { return rows.Scan(&version) })
	}
	if b.server.Several() {
		err = b.patient(ctx, ask)
	} else {
		err = ask() // it may just as well not be there
	}
	if postgres.NoTable(err) {
		return 0, nil
	}
	return version, err
}

// lay makes the book's tables, unless another program was faster.
func (b *Book) lay(ctx context.Context) (made bool, err error) {
	steps, err := migrations()
	if err != nil {
		return false, err
	}
	objects, err := laid(ctx, steps)
	if err != nil {
		return false, err
	}
	text, err := postgres.Schema(objects, "outbox")
	if err != nil {
		return false, err
	}
	t, err := b.writer.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer t.Rollback() // does nothing after Commit
	var there bool
	if err := t.QueryRow(`SELECT to_regclass(?) IS NOT NULL`, b.server.Schema()+".book").Scan(&there); err != nil || there {
		return false, err
	}
	for _, statement := range []string{b.server.MakeSchema(), text,
		`CREATE TABLE book (version bigint NOT NULL)`, fmt.Sprintf(`INSERT INTO book (version) VALUES (%d)`, len(steps)),
		`CREATE TABLE book_schema (object text COLLATE "C" NOT NULL)`, `INSERT INTO book_schema ` + serverSchema} {
		if _, err := t.Exec(statement); err != nil {
			return false, err
		}
	}
	return true, t.Commit()
}

// laid are the objects that steps make of an empty file, in their order.
func laid(ctx context.Context, steps []string) (list []postgres.Object, err error) {
	err = inMemory(ctx, steps, func(q querier) error {
		return each(ctx, q, `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid`, nil, func(rows *sql.Rows) error {
			var o postgres.Object
			err := rows.Scan(&o.Kind, &o.Name, &o.Text)
			list = append(list, o)
			return err
		})
	})
	return list, err
}

// patient tries again for as long as no server answers, up to the patience of
// the book: one that takes the place of another needs some seconds for it. fn
// must have written nothing when it fails.
func (b *Book) patient(ctx context.Context, fn func() error) error {
	err := fn()
	if b.server == nil {
		return err
	}
	end := time.Now().Add(b.server.Patience)
	for pause := 20 * time.Millisecond; postgres.Away(err) && !postgres.Down(err) && time.Now().Add(pause).Before(end); pause = min(2*pause, time.Second) {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
		err = fn()
	}
	return err
}

// known asks, after a commit whose outcome nobody told, whether entry seq is
// the command's: on the server that is the primary now, under the lock, so
// that a commit that is still on its way is waited for. What is found is kept
// once a commit of later date has reached the standbys.
func (b *Book) known(command string, seq int64) (found bool, err error) {
	ctx := context.Background()
	err = b.patient(ctx, func() error {
		t, err := b.writer.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		defer t.Rollback() // does nothing after Commit
		if err := t.QueryRow(`SELECT count(*) = 1 FROM journal WHERE seq = ? AND command = ?`, seq, packed(command)).Scan(&found); err != nil || !found {
			return err
		}
		if _, err := t.Exec(`SELECT pg_logical_emit_message(true, 'tracker', '')`); err != nil {
			return err
		}
		return t.Commit()
	})
	return found, err
}

// unknown is the refusal to say whether something was written.
func (b *Book) unknown(command string, err error) error {
	cause := err.Error()
	if errors.Is(err, postgres.ErrLocal) {
		cause = "it is on the disk of this server, and no standby confirmed it"
	}
	return unusable("it is not known whether this was written to %s: %s", b.path, cause).
		WithHint("when a server answers again, look whether it is there (tracker list, tracker history ID) before you type it again; its command is %s", command)
}

// Roles are the statements that make roles for who shares a book on a server.
func Roles(name string) (string, error) {
	if !postgres.Is(name) {
		return "", claims.Mistyped("a book in a file has no roles").WithHint("--db postgres://NAME@HOST/DATABASE names a book on a server; of a file, its permissions decide")
	}
	server, err := postgres.Parse(name)
	if err != nil {
		return "", err
	}
	return server.Roles(), nil
}

// Wakes tells when somebody may have entered something in the book: a reason to
// look before it is time. A book in a file tells nothing, and nothing that is
// told can be relied upon.
func (b *Book) Wakes(ctx context.Context) <-chan struct{} {
	if b.server == nil {
		return nil
	}
	wakes := make(chan struct{}, 1)
	go b.server.Listen(ctx, func() {
		select {
		case wakes <- struct{}{}:
		default: // it is to look already
		}
	})
	return wakes
}
