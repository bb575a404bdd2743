package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"tracker/ledger"
)

// tables is a book's content: the rows of each table that follows from the
// journal, and of the journal itself, in order, as texts.
type tables map[string][]string

// dump reads a book's content.
func dump(t interface {
	Helper()
	Fatalf(string, ...any)
}, b *Book) tables {
	t.Helper()
	out := tables{}
	read := func(table, key string) {
		rows, err := ask(context.Background(), b.reader, "SELECT * FROM "+table+" ORDER BY "+key)
		if err != nil {
			t.Fatalf("read %s: %v", table, err)
		}
		defer rows.close()
		for {
			row, err := rows.row()
			if err != nil {
				t.Fatalf("read %s: %v", table, err)
			}
			if row == nil {
				return
			}
			out[table] = append(out[table], fmt.Sprintf("%q", plainRow(row)))
		}
	}
	read("journal", "seq")
	for _, d := range derived {
		read(d.table, d.key)
	}
	return out
}

// without returns the content but for some tables.
func (c tables) without(names ...string) tables {
	out := tables{}
	for name, rows := range c {
		out[name] = rows
	}
	for _, name := range names {
		delete(out, name)
	}
	return out
}

// behind opens a file as other programs do, but can pack and unpack bodies.
type behind struct{ dsn string }

func (behind) Driver() driver.Driver {
	return &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		return errors.Join(c.RegisterFunc("pack_body", ledger.Pack, true), c.RegisterFunc("unpack_body", ledger.Unpack, true))
	}}
}

func (b behind) Connect(context.Context) (driver.Conn, error) { return b.Driver().Open(b.dsn) }

// exec runs statements behind the book's back.
func exec(t interface {
	Helper()
	Fatalf(string, ...any)
}, path string, statements ...string) {
	t.Helper()
	db := sql.OpenDB(behind{"file:" + path + "?mode=rw"})
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}
