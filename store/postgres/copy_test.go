package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"tracker/store/dialect"
	"tracker/store/postgres/postgrestest"
)

// poured is a server with two tables, b referring to a, and a transaction.
func poured(t *testing.T) (server *postgrestest.Server, s *Server, begin func() *sql.Tx) {
	t.Helper()
	server = postgrestest.Start(t, "fsync=off", "log_statement=all")
	server.Query(`CREATE SCHEMA p; CREATE TABLE p.a (id bigint PRIMARY KEY, name text NOT NULL); CREATE TABLE p.b (of bigint NOT NULL REFERENCES p.a, tag text NOT NULL)`)
	s, err := Parse(server.URL("p"))
	if err != nil {
		t.Fatal(err)
	}
	writer := s.writer()
	t.Cleanup(func() { writer.Close() })
	return server, s, func() *sql.Tx {
		tx, err := writer.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { tx.Rollback() })
		return tx
	}
}

// loads are n rows of each table, from an id on.
func loads(from, n int) []dialect.Load {
	var a, b [][]any
	for i := from; i < from+n; i++ {
		a, b = append(a, []any{int64(i), strings.Repeat("x", i)}), append(b, []any{int64(i), "tag"})
	}
	return []dialect.Load{{Table: "a", Columns: []string{"id", "name"}, Rows: &listed{rows: a}}, {Table: "b", Columns: []string{"of", "tag"}, Rows: &listed{rows: b}}}
}

func pour(t *testing.T, s *Server, tx *sql.Tx, loads []dialect.Load) (there func() error) {
	t.Helper()
	there, err := s.Pour(context.Background(), tx, loads...)
	if err != nil {
		t.Fatal(err)
	}
	return there
}

// counts are how many rows the two tables have.
func counts(t *testing.T, q dialect.Querier) string {
	t.Helper()
	var a, b int
	err := dialect.Each(t.Context(), q, `SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b)`, nil, func(rows *sql.Rows) error { return rows.Scan(&a, &b) })
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(a, b)
}

// All tables of a pour are one journey, whatever their rows weigh, and the next
// one begins before the server has answered: here it cannot, until it may write.
func TestPourDoesNotWait(t *testing.T) {
	server, s, begin := poured(t)
	tx := begin()
	if err := pour(t, s, tx, loads(0, 2))(); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	other := s.reader()
	defer other.Close()
	blocks, err := other.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer blocks.Close()
	lock(t, blocks, `SET default_transaction_read_only = off`, `BEGIN`, `LOCK TABLE b`)
	tx = begin()
	before := len(server.Log())
	first, second := pour(t, s, tx, loads(10, 300)), pour(t, s, tx, loads(1000, 50))
	lock(t, blocks, `COMMIT`)
	if err := first(); err != nil {
		t.Error(err)
	}
	if err := second(); err != nil {
		t.Error(err)
	}
	if got := counts(t, tx); got != "352 352" {
		t.Errorf("there are %s rows, want 352 of each", got)
	}
	if n := strings.Count(server.Log()[before:], "statement: COPY"); n != 2 {
		t.Errorf("two pours took %d journeys", n)
	}
}

func lock(t *testing.T, c *sql.Conn, statements ...string) {
	t.Helper()
	for _, text := range statements {
		if _, err := c.ExecContext(t.Context(), text); err != nil {
			t.Fatal(err)
		}
	}
}

// A row that is refused, by the server or here, ends its transaction: what was
// sent after it is not there either, and the connection serves the next one.
func TestPourRefused(t *testing.T) {
	_, s, begin := poured(t)
	for _, c := range []struct {
		name string
		bad  func() []dialect.Load
		want string
	}{
		{"twice", func() []dialect.Load { return loads(1, 3) }, `duplicate key value violates unique constraint "a_pkey"`},
		{"refers to nothing", func() []dialect.Load { return loads(5, 2)[1:] }, `violates foreign key constraint`},
		{"not of its type", func() []dialect.Load {
			list := loads(50, 400)
			list[1].Rows = &listed{rows: [][]any{{int64(50), "tag"}, {int64(51), int64(1)}}}
			return list
		}, "the column tag takes no int64"},
		{"no table", func() []dialect.Load {
			return []dialect.Load{{Table: "c", Columns: []string{"x"}, Rows: &listed{rows: [][]any{{"x"}}}}}
		}, `relation "c" does not exist`},
	} {
		tx := begin()
		if err := pour(t, s, tx, loads(0, 3))(); err != nil {
			t.Fatal(err)
		}
		there, err := s.Pour(context.Background(), tx, c.bad()...)
		if err == nil {
			after := pour(t, s, tx, loads(100, 3))
			if err = there(); after() == nil {
				t.Errorf("%s: what followed was taken", c.name)
			}
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
		if tx.Commit() == nil {
			t.Errorf("%s: it was committed", c.name)
		}
		tx = begin()
		if got := counts(t, tx); got != "0 0" {
			t.Errorf("%s: there are %s rows", c.name, got)
		}
		if err := tx.Rollback(); err != nil {
			t.Fatal(err)
		}
	}
}
