package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"tracker/claims"
)

// broken is the refusal of a file that is damaged, or is no book: one that
// restore may set aside.
type broken struct{ refusal *claims.Error }

func (b broken) Error() string { return b.refusal.Error() }

// Unwrap gives errors.As the refusal.
func (b broken) Unwrap() error { return b.refusal }

// damage is the refusal of a damaged book, with the way out.
func damage(path, format string, args ...any) error {
	return broken{unusable("%s is damaged: %s", path, fmt.Sprintf(format, args...)).WithHint("%s", wayOut(path))}
}

// wayOut is what to type when a book is damaged.
func wayOut(path string) string {
	return fmt.Sprintf("tracker restore --db %s BACKUP puts a backup in its place and keeps this file beside it", path)
}

// sealed checks what the header says that SQLite believes without a look, on
// a connection that has just been opened.
func sealed(conn *sqlite3.SQLiteConn) error {
	// One query, so that it sees the file before another program makes it a
	// book, or after.
	const query = `SELECT application_id || ' ' || user_version || ' ' || encoding || ' ' || auto_vacuum || ' ' ||
		(SELECT count(*) FROM sqlite_schema) || ' ' ||
		(SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('journal', 'commands', 'claims'))
		FROM pragma_application_id, pragma_user_version, pragma_encoding, pragma_auto_vacuum`
	text, err := queried(conn, query)
	if err != nil {
		return err
	}
	path := conn.GetFilename("main")
	var mark, version, vacuum, tables, ours int
	var encoding string
	if _, err := fmt.Sscan(text, &mark, &version, &encoding, &vacuum, &tables, &ours); err != nil {
		return fmt.Errorf("read the header: %w", err)
	}
	empty := mark == 0 && version == 0 && tables == 0
	switch {
	case empty:
		return nil
	case mark != applicationID && ours == 3:
		return damage(path, "its header does not have tracker's mark")
	case mark != applicationID:
		return unusable("%s is an SQLite file of another program", path).WithHint("name a book with --db, or make one with tracker init")
	case version <= 0:
		return damage(path, "its header says schema %d", version)
	case encoding != "UTF-8":
		return damage(path, "its header says that text is %s", encoding)
	case vacuum != 0:
		return damage(path, "its header says that it is vacuumed by itself")
	}
	return nil
}

// mustBe refuses a book whose tables are not those of the schema that its
// header names: a step on from there would fail, or worse. It returns the
// indexes that people have added.
func (b *Book) mustBe(ctx context.Context, tx *sql.Tx, version int, steps []string) (added []string, err error) {
	have, err := objects(ctx, tx)
	if err != nil || version == 0 && len(have) == 0 {
		return nil, err
	}
	should, err := made(ctx, steps[:version])
	if err != nil {
		return nil, err
	}
	later, err := made(ctx, steps)
	if err != nil {
		return nil, err
	}
	if found, _ := strange(have, should); damaged(found) {
		return nil, damage(b.path, "its header says schema %d, and %s", version, first(found).What)
	}
	for o := range later {
		if should[o] == 0 && have[o] > 0 {
			return nil, damage(b.path, "its header says schema %d, its tables are of a later one", version)
		}
	}
	for _, o := range sorted(have) {
		if should[o] == 0 && o.kind == "index" && o.own() {
			added = append(added, o.text)
		}
	}
	return added, nil
}

// first is the first problem that is damage.
func first(problems []Finding) Finding {
	for _, p := range problems {
		if p.Fatal {
			return p
		}
	}
	return Finding{}
}

// memory opens an empty book that is nowhere, for migrations.
type memory struct{}

func (memory) Driver() driver.Driver { return &sqlite3.SQLiteDriver{ConnectHook: migrating} }

func (m memory) Connect(context.Context) (driver.Conn, error) { return m.Driver().Open(":memory:") }

// made returns the schema that steps make of an empty file.
func made(ctx context.Context, steps []string) (have map[object]int, err error) {
	err = inMemory(ctx, steps, func(q querier) error {
		have, err = objects(ctx, q)
		return err
	})
	return have, err
}

// inMemory runs fn on what steps make of an empty file.
func inMemory(ctx context.Context, steps []string, fn func(querier) error) error {
	db := sql.OpenDB(memory{})
	defer db.Close()
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	for _, text := range steps {
		if _, err := db.ExecContext(ctx, text); err != nil {
			return fmt.Errorf("make a schema to compare with: %w", err)
		}
	}
	return fn(db)
}
