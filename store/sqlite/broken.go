package sqlite

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/mattn/go-sqlite3"

	"tracker/claims"
	"tracker/store/dialect"
)

// broken is the refusal of a file that is damaged, or is no book: one that
// restore may set aside.
type broken struct{ refusal *claims.Error }

func (b broken) Error() string { return b.refusal.Error() }

// Unwrap gives errors.As the refusal.
func (b broken) Unwrap() error { return b.refusal }

// damage is the refusal of a damaged book, with the way out.
func damage(path, format string, args ...any) error {
	return broken{dialect.Unusable("%s is damaged: %s", path, fmt.Sprintf(format, args...)).WithHint("%s", wayOut(path))}
}

// IsBroken reports whether err says that a file is damaged or no book, so
// that a backup may take its place.
func IsBroken(err error) bool {
	var b broken
	return errors.As(err, &b)
}

// Damaged is the refusal of this file as damaged.
func (f *File) Damaged(what string) error { return damage(f.path, "%s", what) }

// noBook is the refusal of a file that SQLite cannot read.
func noBook(path string) error {
	return broken{dialect.Unusable("%s is not a book", path).
		WithHint("name a book with --db, or make one with tracker init; tracker restore --db %s BACKUP puts a backup in its place", path)}
}

// wayOut is what to type when a book is damaged.
func wayOut(path string) string {
	return fmt.Sprintf("tracker restore --db %s BACKUP puts a backup in its place and keeps this file beside it", path)
}

// sealed checks what the header says that SQLite believes without a look, on
// a connection that has just been opened.
func sealed(conn *sqlite3.SQLiteConn) error {
	if book, err := isBook(conn); err != nil || book {
		return err
	}
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
	case mark != ApplicationID && ours == 3:
		return damage(path, "its header does not have tracker's mark")
	case mark != ApplicationID:
		return dialect.Unusable("%s is an SQLite file of another program", path).WithHint("name a book with --db, or make one with tracker init")
	case version <= 0:
		return damage(path, "its header says schema %d", version)
	case encoding != "UTF-8":
		return damage(path, "its header says that text is %s", encoding)
	case vacuum != 0:
		return damage(path, "its header says that it is vacuumed by itself")
	}
	return nil
}

// isBook reports whether the header is as a book has it. It is read value by
// value, which takes a tenth of the time of the query that sees all of it at
// one moment: what is a book stays one.
func isBook(conn *sqlite3.SQLiteConn) (bool, error) {
	for _, field := range [...]struct{ pragma, reads string }{
		{"application_id", strconv.Itoa(ApplicationID)}, {"encoding", "UTF-8"}, {"auto_vacuum", "0"},
	} {
		if value, err := pragma(conn, field.pragma); err != nil || value != field.reads {
			return false, err
		}
	}
	version, err := pragma(conn, "user_version")
	if err != nil {
		return false, err
	}
	n, err := strconv.Atoi(version)
	return n > 0, err
}
