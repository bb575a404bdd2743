package postgres

import (
	"context"
	"database/sql"

	"tracker/store/dialect"
)

// extras are what the owner has done with the tables: what was granted on
// them, and the indexes that are not tracker's. Both are statements.
func (s *Server) extras(ctx context.Context, t *sql.Tx) (granted, added []string, err error) {
	take := func(into *[]string) func(*sql.Rows) error {
		return func(rows *sql.Rows) error {
			var statement string
			err := rows.Scan(&statement)
			*into = append(*into, statement)
			return err
		}
	}
	err = dialect.Each(ctx, t, `SELECT format('GRANT %s ON %I TO %s%s', a.privilege_type, c.relname,
			CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
		FROM pg_class c, aclexplode(c.relacl) a WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'v') AND a.grantee <> c.relowner
		ORDER BY 1`, nil, take(&granted))
	if err != nil {
		return nil, nil, err
	}
	err = dialect.Each(ctx, t, `SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
		WHERE c.relnamespace = current_schema()::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
		AND NOT EXISTS (SELECT 1 FROM book_schema b WHERE b.object LIKE 'index %' AND position(' INDEX ' || c.relname || ' ' IN b.object) > 0)
		ORDER BY 1`, nil, take(&added))
	return granted, added, err
}

// putBack grants what was granted, and what the roles of the book are granted
// since, and makes the indexes again whose columns are still there.
func (s *Server) putBack(ctx context.Context, t *sql.Tx, granted, added []string) error {
	exec := func(query string, args ...any) error {
		_, err := t.Exec(query, args...)
		return err
	}
	for _, statement := range append(granted, added...) {
		_ = s.Attempt(exec, func() error { return exec(statement) }) // unless its table or column is gone
	}
	for _, g := range grants {
		var there bool
		if err := t.QueryRow(`SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = ?)`, s.schema+"_"+g.role).Scan(&there); err != nil {
			return err
		}
		if !there {
			continue
		}
		for _, statement := range g.statements(s) {
			if err := exec(statement); err != nil {
				return err
			}
		}
	}
	return nil
}
