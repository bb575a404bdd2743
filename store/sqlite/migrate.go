package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"os"

	"github.com/mattn/go-sqlite3"

	"tracker/store/dialect"
)

// prepare brings the schema up to date. Programs that start at once wait for
// each other: a migration is one transaction under the write lock, and reads
// the version inside it.
func (f *File) prepare(ctx context.Context, how dialect.Opening, o *dialect.Opened) error {
	pool := o.Reader // most commands only read, and need no second connection
	if f.info.Size() == 0 {
		pool = o.Writer
	}
	var version int
	err := pool.QueryRowContext(f.Brief(ctx), "PRAGMA user_version").Scan(&version)
	var e sqlite3.Error
	if errors.As(err, &e) && e.Code == sqlite3.ErrError { // the question is right: it is the file that is not
		return damage(f.path, "%v", e)
	}
	switch newest := len(how.Steps); {
	case err != nil:
		return f.Explain(err)
	case version > newest:
		return broken{dialect.Unusable("%s was written by a newer tracker (schema %d, this one knows %d)", f.path, version, newest).
			WithHint("update tracker; when this is the newest, the file is damaged: %s", wayOut(f.path))}
	case version == newest:
		return nil
	case f.fixed != "":
		return f.older(version, newest)
	}
	return f.Explain(f.takeOver(ctx, how, o))
}

// takeOver takes the book on to the newest schema. It does so on a connection
// that is not used again: tables that others refer to are made anew, which
// foreign keys would forbid. They are checked after.
func (f *File) takeOver(ctx context.Context, how dialect.Opening, o *dialect.Opened) error {
	held, err := o.Writer.Conn(ctx)
	if err != nil {
		return err
	}
	defer held.Close()
	defer held.Raw(func(any) error { return driver.ErrBadConn })
	if err := held.Raw(func(c any) error { return migrating(c.(*conn).SQLiteConn, how.Functions) }); err != nil {
		return err
	}
	return f.migrate(ctx, held, how, o)
}

// migrating makes a connection ready for migrations.
func migrating(conn *sqlite3.SQLiteConn, functions map[string]any) error {
	for name, function := range functions {
		if err := conn.RegisterFunc(name, function, true); err != nil {
			return err
		}
	}
	_, err := conn.Exec("PRAGMA foreign_keys=OFF; PRAGMA legacy_alter_table=ON", nil)
	return err
}

// migrate takes the book on, in one transaction, unless another program was
// faster. Indexes that people have added stay. The copy from before goes with
// a transaction that is given up. It is statements that ctx ends, and not the
// transaction: database/sql would roll that back, and give up the connection,
// beside whoever uses it.
func (f *File) migrate(ctx context.Context, held *sql.Conn, how dialect.Opening, o *dialect.Opened) error {
	tx, err := held.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	switch {
	case version >= len(how.Steps):
		return nil
	case version < 0:
		return damage(f.path, "its header says schema %d", version)
	}
	added, err := f.mustBe(ctx, tx, version, how.Schema)
	if err != nil {
		return err
	}
	if version > 0 {
		how.At("keeping the book as it was", 0, -1)
	}
	if o.Kept, err = f.keepBefore(ctx, tx, version); err != nil {
		return err
	}
	if err := f.renew(ctx, tx, version, added, how); err != nil {
		if o.Kept != "" {
			err = errors.Join(err, os.Remove(o.Kept))
		}
		return err
	}
	o.Taken = version > 0
	return tx.Commit()
}

// renew makes the tables of a version those of the newest.
func (f *File) renew(ctx context.Context, tx *sql.Tx, version int, added []string, how dialect.Opening) error {
	if err := advance(ctx, tx, version, how); err != nil {
		return err
	}
	for _, index := range added {
		_, _ = tx.ExecContext(ctx, index) // unless it is there still, or its column is not
	}
	return dialect.Each(ctx, tx, "PRAGMA foreign_key_check", nil, func(*sql.Rows) error { return damage(f.path, "rows refer to others that are not there") })
}

// advance makes the steps from a version on inside the transaction.
func advance(ctx context.Context, tx *sql.Tx, version int, how dialect.Opening) error {
	from := version
	for version++; version <= len(how.Steps); version++ {
		if from > 0 {
			how.At("taking over the book", version-from, len(how.Steps)-from)
		}
		mark := fmt.Sprintf("; PRAGMA application_id=%d; PRAGMA user_version=%d", ApplicationID, version)
		_, err := tx.ExecContext(ctx, how.Steps[version-1]+mark)
		if err == nil {
			err = how.After(ctx, tx, version)
		}
		if err != nil {
			return fmt.Errorf("migrate to schema %d: %w", version, err)
		}
	}
	return nil
}

// mustBe refuses a book whose tables are not those of the schema that its
// header names: a step on from there would fail, or worse. It returns the
// indexes that people have added.
func (f *File) mustBe(ctx context.Context, tx *sql.Tx, version int, s dialect.Schema) (added []string, err error) {
	have, err := objects(ctx, tx)
	if err != nil || version == 0 && len(have) == 0 {
		return nil, err
	}
	should, err := made(ctx, s, version)
	if err != nil {
		return nil, err
	}
	later, err := made(ctx, s, len(s.Steps))
	if err != nil {
		return nil, err
	}
	wrong := ""
	strange(have, should, func(_, what string, damage bool) {
		if damage && wrong == "" {
			wrong = what
		}
	})
	if wrong != "" {
		return nil, damage(f.path, "its header says schema %d, and %s", version, wrong)
	}
	for o := range later {
		if should[o] == 0 && have[o] > 0 {
			return nil, damage(f.path, "its header says schema %d, its tables are of a later one", version)
		}
	}
	for _, o := range sorted(have) {
		if should[o] == 0 && o.kind == "index" && o.own() {
			added = append(added, o.text)
		}
	}
	return added, nil
}

// Version is the version of the SQLite library that is linked in.
func Version() string {
	version, _, _ := sqlite3.Version()
	return version
}
