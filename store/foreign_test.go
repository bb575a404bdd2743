package store

import (
	"errors"
	"strings"
	"testing"

	"tracker/claims"
	"tracker/store/postgres/postgrestest"
)

// Tables that somebody else made are not taken for those of a book, and no
// table is made among them.
func TestServerForeignTables(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a server")
	}
	server := postgrestest.Start(t, "fsync=off")
	for schema, made := range map[string]string{
		"shop":    "CREATE TABLE shop.journal (line text)",
		"library": "CREATE TABLE library.book (title text)",
		"vacant":  "CREATE TABLE vacant.book (version bigint)",
		"novels":  "CREATE TABLE novels.book (version text); INSERT INTO novels.book VALUES ('second edition')",
		"shelf":   "CREATE FUNCTION shelf.fence() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE shelf.book (version bigint); INSERT INTO shelf.book VALUES (0)",
	} {
		server.Query("CREATE SCHEMA " + schema + "; " + made)
		const objects = "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = '%'"
		count := strings.ReplaceAll(objects, "%", schema)
		before := server.Query(count)
		for verb, err := range map[string]error{"open": opened(t, server.URL(schema)), "create": created(t, server.URL(schema))} {
			var refusal *claims.Error
			if !errors.As(err, &refusal) || refusal.Kind != claims.Unusable || refusal.Hint == "" {
				t.Errorf("%s %s: %v", verb, schema, err)
			} else if verb == "create" && !strings.Contains(err.Error(), "tables that are not those of a book") {
				t.Errorf("%s %s: %v", verb, schema, err)
			}
		}
		if after := server.Query(count); after != before {
			t.Errorf("%s had %s objects, and has %s", schema, before, after)
		}
	}
}

func opened(t *testing.T, name string) error {
	b, err := Open(t.Context(), name)
	if err == nil {
		b.Close()
	}
	return err
}

func created(t *testing.T, name string) error {
	b, _, err := Create(t.Context(), name)
	if err == nil {
		b.Close()
	}
	return err
}
