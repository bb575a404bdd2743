package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"net/url"
	"time"

	"github.com/mattn/go-sqlite3"

	"tracker/store/dialect"
)

// Pool returns a pool on path; opening happens with the first query.
func Pool(path string, readOnly bool) *sql.DB {
	return sql.OpenDB(Connector(path, readOnly))
}

// Connector opens connections on path.
func Connector(path string, readOnly bool) driver.Connector {
	return connector{dsn: dsn(path, readOnly)}
}

// How many kilobytes of a file a connection has in memory: one that reads, and
// one that writes, which comes back to pages of indexes all over the file.
const fewPages, manyPages = 2000, 32768

// dsn names the file at path whatever characters it holds; SQLite must not
// make it. A connection needs no lock of its own: database/sql hands it to one
// goroutine at a time.
func dsn(path string, readOnly bool) string {
	file := (&url.URL{Scheme: "file", Path: path}).String() + "?mode=rw&_mutex=no"
	if readOnly {
		return file + fmt.Sprintf("&_query_only=1&_cache_size=-%d", fewPages) // or the header would say how much
	}
	return file + fmt.Sprintf("&_txlock=immediate&_cache_size=-%d", manyPages)
}

// connector opens connections with every setting made and read back.
type connector struct {
	dsn   string
	fixed bool // see File.fixedBy
}

func (c connector) Driver() driver.Driver { return &sqlite3.SQLiteDriver{ConnectHook: c.configure} }

// Patience is how long a wait for another program lasts, whatever it is for.
const Patience = 15 * time.Second

// Connect retries until Patience ends: the first switch of a file to
// write-ahead logging answers "locked" at once when two programs try it. An
// attempt waits only for what is left.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	end := time.Now().Add(Patience)
	for pause := time.Millisecond; ; pause *= 2 {
		left := time.Until(end)
		conn, err := opened(c.Driver(), c.dsn+patient(max(left, time.Millisecond)))
		if err == nil || !busy(err) || left <= pause {
			return conn, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(pause):
		}
	}
}

// patient is the setting of how long a connection waits for others.
func patient(d time.Duration) string { return fmt.Sprintf("&_busy_timeout=%d", d.Milliseconds()) }

// settings are made on every connection and read back: SQLite ignores what
// it does not know without an error.
var settings = []struct{ pragma, value, reads string }{
	{"trusted_schema", "OFF", "0"},
	{"cell_size_check", "ON", "1"},
	{"foreign_keys", "ON", "1"},
	{"recursive_triggers", "ON", "1"},
	{"synchronous", "FULL", "2"},
	{"journal_mode", "WAL", "wal"},
	{"wal_autocheckpoint", "8192", "8192"},
}

func (c connector) configure(conn *sqlite3.SQLiteConn) error {
	if err := sealed(conn); err != nil {
		return err
	}
	for _, s := range settings {
		if c.fixed && s.pragma == "journal_mode" {
			continue // there is no log, and none can be made
		}
		got, err := pragma(conn, s.pragma)
		if err == nil && got != s.reads {
			if _, err = conn.Exec("PRAGMA "+s.pragma+"="+s.value, nil); err == nil {
				got, err = pragma(conn, s.pragma)
			}
		}
		if err != nil {
			return fmt.Errorf("set %s: %w", s.pragma, err)
		}
		if got != s.reads {
			return dialect.Unusable("SQLite refuses %s=%s (it says %s)", s.pragma, s.value, got).
				WithHint("is the book on a network or read-only file system? copy it to a local disk")
		}
	}
	_, err := conn.Exec(fmt.Sprintf("PRAGMA busy_timeout=%d", Patience.Milliseconds()), nil)
	return err
}

// pragma reads one setting.
func pragma(conn *sqlite3.SQLiteConn, name string) (string, error) {
	return queried(conn, "PRAGMA "+name)
}

// queried returns the one value that a query gives.
func queried(conn *sqlite3.SQLiteConn, text string) (string, error) {
	rows, err := conn.Query(text, nil)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	row := make([]driver.Value, 1)
	if err := rows.Next(row); err != nil {
		return "", fmt.Errorf("%s: %w", text, err)
	}
	if b, ok := row[0].([]byte); ok {
		return string(b), nil
	}
	return fmt.Sprint(row[0]), nil
}

// Plain opens a new file without a log, for others to read.
func Plain(path string) *sql.DB {
	file := (&url.URL{Scheme: "file", Path: path}).String() + "?_journal_mode=DELETE&_synchronous=OFF"
	db := sql.OpenDB(plain{file})
	db.SetMaxOpenConns(1)
	return db
}

// plain opens a file as SQLite does.
type plain struct{ dsn string }

func (plain) Driver() driver.Driver { return &sqlite3.SQLiteDriver{} }

func (p plain) Connect(context.Context) (driver.Conn, error) { return opened(p.Driver(), p.dsn) }
