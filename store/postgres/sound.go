package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tracker/clean"
	"tracker/store/dialect"
)

// promises are what a server can be set to that the book does not rest on.
const promises = `SELECT name, setting, CASE name WHEN 'synchronous_commit' THEN 'what was acknowledged can be lost with the server'
	ELSE 'a loss of power can destroy the book' END FROM pg_settings
	WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off' OR name = 'synchronous_commit' AND setting IN ('off', 'local') ORDER BY 1`

// Sound asks the server what it promises; its own files are its own affair.
func (s *Server) Sound(ctx context.Context, q dialect.Querier, tell dialect.Tell) error {
	return dialect.Each(ctx, q, promises, nil, func(rows *sql.Rows) error {
		var name, value, so string
		err := rows.Scan(&name, &value, &so)
		tell("server", fmt.Sprintf("%s is %s: %s", name, value, so), false)
		return err
	})
}

// present lists what of a book's schema a server can be asked for.
const present = `SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
	FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
	UNION ALL SELECT 'constraint ' || c.relname || ' ' || pg_get_constraintdef(k.oid) || CASE WHEN k.convalidated THEN '' ELSE ' not validated' END
	FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.connamespace = current_schema()::regnamespace
	UNION ALL SELECT 'index ' || regexp_replace(pg_get_indexdef(i.indexrelid), ' ON [^ ]*\.', ' ON ') || CASE WHEN i.indisvalid AND i.indisready THEN '' ELSE ' not valid' END
	FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = current_schema()::regnamespace
	UNION ALL SELECT 'trigger ' || g.tgname || ' ' || c.relname || ' ' || g.tgenabled::text || ' ' || f.proname || ' ' || encode(g.tgargs, 'escape')
	FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_proc f ON f.oid = g.tgfoid WHERE c.relnamespace = current_schema()::regnamespace AND NOT g.tgisinternal
	UNION ALL SELECT 'function ' || p.proname || ' ' || p.prosrc FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
	ORDER BY 1`

// Differs compares the objects on the server with those that were made, of
// which a list is kept with the book.
func (s *Server) Differs(ctx context.Context, q dialect.Querier, _ dialect.Schema, tell dialect.Tell) (comparable bool, err error) {
	should, have := map[string]bool{}, map[string]bool{}
	if err := dialect.Each(ctx, q, `SELECT object FROM book_schema`, nil, gather(should)); err != nil {
		return false, err
	}
	if err := dialect.Each(ctx, q, present, nil, gather(have)); err != nil {
		return false, err
	}
	comparable = true
	for _, object := range slices.Sorted(maps.Keys(should)) {
		if !have[object] {
			tell("schema", clean.Line(object)+" is not what tracker makes", true)
			comparable = comparable && !strings.HasPrefix(object, "column")
		}
	}
	for _, object := range slices.Sorted(maps.Keys(have)) {
		if !should[object] {
			tell("schema", clean.Line(object)+" is not tracker's; it may stay", false)
		}
	}
	return comparable, nil
}

func gather(into map[string]bool) func(*sql.Rows) error {
	return func(rows *sql.Rows) error {
		var text string
		err := rows.Scan(&text)
		into[text] = true
		return err
	}
}
