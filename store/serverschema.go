package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"

	"tracker/clean"
)

// serverSchema lists what of a book's schema a server can be asked for.
const serverSchema = `SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
	FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
	UNION ALL SELECT 'constraint ' || c.relname || ' ' || pg_get_constraintdef(k.oid) || CASE WHEN k.convalidated THEN '' ELSE ' not validated' END
	FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.connamespace = current_schema()::regnamespace
	UNION ALL SELECT 'index ' || regexp_replace(pg_get_indexdef(i.indexrelid), ' ON [^ ]*\.', ' ON ') || CASE WHEN i.indisvalid AND i.indisready THEN '' ELSE ' not valid' END
	FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = current_schema()::regnamespace
	UNION ALL SELECT 'trigger ' || g.tgname || ' ' || c.relname || ' ' || g.tgenabled::text || ' ' || f.proname || ' ' || encode(g.tgargs, 'escape')
	FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_proc f ON f.oid = g.tgfoid WHERE c.relnamespace = current_schema()::regnamespace AND NOT g.tgisinternal
	UNION ALL SELECT 'function ' || p.proname || ' ' || p.prosrc FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
	ORDER BY 1`

// compareServerSchema reports where the tables on a server are not those that
// this program makes. What was made is kept with the book when it is made.
func (c *checker) compareServerSchema(ctx context.Context) (comparable bool, err error) {
	should, have := map[string]bool{}, map[string]bool{}
	if err := each(ctx, c.book, `SELECT object FROM book_schema`, nil, gather(should)); err != nil {
		return false, err
	}
	if err := each(ctx, c.book, serverSchema, nil, gather(have)); err != nil {
		return false, err
	}
	comparable = true
	for _, object := range slices.Sorted(maps.Keys(should)) {
		if !have[object] {
			c.report("schema", "%s is not what tracker makes", clean.Line(object))
			comparable = comparable && !strings.HasPrefix(object, "column")
		}
	}
	for _, object := range slices.Sorted(maps.Keys(have)) {
		if !should[object] {
			c.found = append(c.found, Finding{Where: "schema", What: clean.Line(object) + " is not tracker's; it may stay"})
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
