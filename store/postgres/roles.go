package postgres

import (
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// grants are what each role may do, each all that the one before may, but for
// the first. Nobody may change the journal: it refuses its owner too.
var grants = []grant{
	{"public", "look at the public views: what is published", "SELECT ON public_about, public_claims, public_verdicts, public_appearances"},
	{"reader", "read the book: list, show, score, report, export, check",
		"SELECT ON journal, commands, imports, names, claims, attribution, appearances, tags, verdicts, dropped, outbox, heartbeat, answered, received, inboxes, book, book_schema, " +
			"public_about, public_claims, public_verdicts, public_appearances"},
	{"logger", "log claims: add, and import of claims without verdicts",
		"INSERT ON journal, commands, imports, names, claims, attribution, appearances, tags, dropped; UPDATE ON commands, imports; DELETE ON dropped"},
	{"resolver", "judge, amend, withdraw, rename, merge and undo; run the daemon and take answers in",
		"UPDATE ON claims, names, verdicts; INSERT ON verdicts; DELETE ON attribution, appearances, tags; " +
			"INSERT, UPDATE, DELETE ON outbox, heartbeat, answered, received, inboxes, secrets; SELECT ON secrets"},
}

type grant struct{ role, to, may string }

// statements grant it to its role.
func (g grant) statements(s *Server) (list []string) {
	for may := range strings.SplitSeq(g.may, "; ") {
		list = append(list, "GRANT "+may+" TO "+pgx.Identifier{s.schema + "_" + g.role}.Sanitize())
	}
	return list
}

// Roles are the statements that make roles for the people of a desk. They are
// for the owner of the book to read and to run.
func (s *Server) Roles() (string, error) {
	var out strings.Builder
	name := func(role string) string { return pgx.Identifier{s.schema + "_" + role}.Sanitize() }
	schema := pgx.Identifier{s.schema}.Sanitize()
	fmt.Fprintf(&out, "-- Roles for a book: read them, then run them as its owner. GRANT %s TO anna; lets anna log.\n", name("logger"))
	fmt.Fprintf(&out, "SET search_path = %s;\n", schema)
	before := ""
	for _, g := range grants {
		fmt.Fprintf(&out, "\n-- %s: to %s\nCREATE ROLE %s NOLOGIN;\nGRANT USAGE ON SCHEMA %s TO %s;\n", g.role, g.to, name(g.role), schema, name(g.role))
		if before != "" && before != "public" {
			fmt.Fprintf(&out, "GRANT %s TO %s;\n", name(before), name(g.role))
		}
		for _, statement := range g.statements(s) {
			out.WriteString(statement + ";\n")
		}
		before = g.role
	}
	return out.String(), nil
}
