package store

import (
	"database/sql"
	"errors"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"tracker/claims"
)

// asRole opens a book as somebody who has one role.
func asRole(t *testing.T, owner *Book, name, role string) *Book {
	t.Helper()
	if _, err := owner.writer.Exec(`CREATE ROLE ` + role + `_somebody LOGIN IN ROLE ` + role); err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(name)
	if err != nil {
		t.Fatal(err)
	}
	u.User = url.User(role + "_somebody")
	b, err := Open(t.Context(), u.String())
	if err != nil {
		t.Fatalf("%s: %v", role, err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

// Each role can do what it is for, and is told in one sentence what it may
// not; the journal refuses even who may do most.
func TestRoles(t *testing.T) {
	serverOnly(t)
	name := bookName("")
	b, _, err := Create(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	roles, err := Roles(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.writer.Exec(roles); err != nil {
		t.Fatal(err)
	}
	mustAdd(t, b, plainClaim(1))
	prefix := schemaOf(t, b) + "_"
	mustBeWithout(t, b, prefix+"reader", "SELECT", "secrets") // and so of every table that a later schema adds
	mustBeWithout(t, b, prefix+"resolver", "INSERT", "book", "book_schema")
	reader, logger, resolver := asRole(t, b, name, prefix+"reader"), asRole(t, b, name, prefix+"logger"), asRole(t, b, name, prefix+"resolver")
	mustBeSound(t, reader)
	mayNot := func(who string, err error) {
		t.Helper()
		var refusal *claims.Error
		if !errors.As(err, &refusal) || refusal.Kind != claims.Unusable || !strings.Contains(refusal.Msg, "does not allow this: permission denied for") {
			t.Errorf("%s: %v, want a refusal of the server", who, err)
		}
	}
	resolve := func(b *Book) error {
		_, err := b.Change(t.Context(), NewCommand("resolve", "desk", now), []claims.ID{1}, "", func(c *claims.Claim) error {
			return c.Resolve(claims.Verdict{Outcome: claims.No, Note: "seen", By: "desk", At: now, Evidence: []claims.Evidence{}})
		})
		return err
	}
	_, err = reader.Add(t.Context(), NewCommand("add", "desk", now), plainClaim(2))
	mayNot("a reader who logs", err)
	mustAdd(t, logger, plainClaim(2))
	mayNot("a logger who resolves", resolve(logger))
	if err := resolve(resolver); err != nil {
		t.Errorf("a resolver who resolves: %v", err)
	}
	if _, err := resolver.Undo(t.Context(), NewCommand("undo", "desk", now), "", nil); err != nil {
		t.Errorf("a resolver who takes it back: %v", err)
	}
	mustPrompt(t, resolver, now, 1, 2)
	_, err = resolver.writer.Exec(`DELETE FROM journal`)
	mayNot("a resolver who forges", resolver.explain(err))
	mustBeSound(t, b)
	if strings.Contains(roles, os.Getenv(onServer)) {
		t.Error("the roles repeat the URL")
	}
}

// schemaOf is the schema of a book on a server.
func schemaOf(t *testing.T, b *Book) (name string) {
	t.Helper()
	if err := b.reader.QueryRow(`SELECT current_schema()`).Scan(&name); err != nil {
		t.Fatal(err)
	}
	return name
}

// mustBeWithout fails the test unless a role has a right on every table but
// these.
func mustBeWithout(t *testing.T, b *Book, role, right string, tables ...string) {
	t.Helper()
	var without []string
	err := each(t.Context(), b.reader, `SELECT c.relname FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace
		AND (c.relkind = 'r' OR c.relkind = 'v' AND ?2 = 'SELECT') AND NOT has_table_privilege(?1, c.oid, ?2) ORDER BY 1`, []any{role, right}, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		without = append(without, name)
		return err
	})
	if err != nil || !slices.Equal(without, tables) {
		t.Errorf("%s may not %s on %q, %v; want %q", role, right, without, err, tables)
	}
}
