package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tracker/claims"
	"tracker/store/sqlite"
)

// recording opens connections that remember what they are asked.
type recording struct {
	driver.Connector
	asked *[]question
}

type question struct {
	query string
	args  []any
}

type queryable interface {
	driver.Conn
	driver.QueryerContext
	driver.ConnBeginTx
	driver.ConnPrepareContext
}

type recorder struct {
	queryable
	asked *[]question
}

func (r recording) Connect(ctx context.Context) (driver.Conn, error) {
	c, err := r.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	q, ok := c.(queryable)
	if !ok {
		return nil, errors.New("the connection cannot be asked")
	}
	return recorder{q, r.asked}, nil
}

func (r recorder) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	asked := question{query: query}
	for _, a := range args {
		asked.args = append(asked.args, a.Value)
	}
	*r.asked = append(*r.asked, asked)
	return r.queryable.QueryContext(ctx, query, args)
}

// What a verb asks goes through no table that it need not go through, whatever
// the verb asks by now: list through the claims in their order and no further
// than its page, due through the index of what waits, show through nothing,
// a board through the claims that count alone.
func TestVerbsScanNoTable(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	var last claims.Claim
	for i := range 30 {
		last = mustAdd(t, b, plainClaim(i))
	}
	var asked []question
	b.reader.Close()
	b.reader = sql.OpenDB(recording{sqlite.Connector(b.path, true), &asked})

	filtered := func(f claims.Filter) func() error {
		return func() error {
			_, _, err := b.Find(t.Context(), f, now, ByLogged, Page{Limit: 5, Brief: true})
			return err
		}
	}
	later := last.Window.DueAt + 1
	for _, tt := range []struct {
		verb    string
		run     func() error
		through string // tables that it may go through
	}{
		{"list", filtered(claims.Filter{}), "c"},
		{"list speaker:", filtered(claims.Filter{Speakers: []string{"ministry"}}), "names"},
		{"list event:", filtered(claims.Filter{Events: []string{"talks"}}), "names"},
		{"list source:", filtered(claims.Filter{Sources: []string{"gazette"}}), "names"},
		{"list +tag", filtered(claims.Filter{Tags: []string{"talks"}}), ""},
		{"list KEY", filtered(claims.Filter{Keys: []string{"k1"}}), ""},
		{"due", func() error {
			_, _, err := b.Due(t.Context(), later, claims.Filter{}, Page{Limit: 5, Brief: true})
			return err
		}, ""},
		{"due --count", func() error { _, err := b.CountDue(t.Context(), later, claims.Filter{}); return err }, ""},
		{"show", func() error { _, err := b.Claim(t.Context(), "7"); return err }, ""},
		{"show UID", func() error { _, err := b.Claim(t.Context(), string(last.UID)); return err }, ""},
		{"show, its chain", func() error { _, err := b.Chain(t.Context(), last); return err }, ""},
		{"show, what follows it", func() error { _, err := b.Successor(t.Context(), last.UID); return err }, ""},
		{"history", func() error { _, err := b.History(t.Context(), last.UID); return err }, ""},
		{"score", func() error {
			for _, err := range b.Scorable(t.Context(), claims.Filter{}, now) {
				if err != nil {
					return err
				}
			}
			return nil
		}, "c n"},
	} {
		asked = nil
		if err := tt.run(); err != nil {
			t.Fatalf("%s: %v", tt.verb, err)
		}
		if len(asked) == 0 && tt.verb != "show, its chain" {
			t.Errorf("%s asks nothing", tt.verb)
		}
		for _, q := range slices.Clone(asked) {
			plan := explained(t, b, q)
			for _, scan := range scanned.FindAllStringSubmatch(plan, -1) {
				if !slices.Contains(strings.Fields(tt.through), scan[1]) {
					t.Errorf("%s goes through %s:\n%s\n%s", tt.verb, scan[1], q.query, plan)
				}
			}
			if strings.Contains(plan, "TEMP B-TREE FOR ORDER BY") && (tt.verb == "list" || tt.verb == "due") {
				t.Errorf("%s puts all that it may show in order:\n%s\n%s", tt.verb, q.query, plan)
			}
		}
	}
}

// scanned finds the tables that a plan goes through whole, or along an index.
var scanned = regexp.MustCompile(`(?m)^SCAN (\w+)`)

// explained is how SQLite answers a question.
func explained(t *testing.T, b *Book, q question) string {
	t.Helper()
	var out strings.Builder
	err := each(t.Context(), b.writer, "EXPLAIN QUERY PLAN "+q.query, q.args, func(rows *sql.Rows) error {
		var id, parent, unused int
		var detail string
		err := rows.Scan(&id, &parent, &unused, &detail)
		out.WriteString(detail + "\n")
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", q.query, err)
	}
	return out.String()
}
