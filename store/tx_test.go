package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mattn/go-sqlite3"

	"tracker/claims"
	"tracker/ledger"
	"tracker/store/dialect"
	"tracker/store/sqlite"
)

// A commit that fails is an error, changes nothing, and the book goes on.
func TestFailedCommit(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	before := dump(t, b)
	err := b.write(t.Context(), NewCommand("resolve", "desk", now), func(tx *tx) error {
		c := plainClaim(2)
		if err := tx.add(&c); err != nil {
			return err
		}
		if _, err := tx.Exec("PRAGMA defer_foreign_keys = ON"); err != nil {
			return err
		}
		return tx.exec("INSERT INTO tags VALUES (99, 'x')") // only the commit can see this
	})
	var broken sqlite3.Error
	if !errors.As(err, &broken) || broken.ExtendedCode != sqlite3.ErrConstraintForeignKey {
		t.Fatalf("err = %v, want the failed commit", err)
	}
	if diff := cmp.Diff(before, dump(t, b)); diff != "" {
		t.Errorf("something was written:\n%s", diff)
	}
	mustAdd(t, b, plainClaim(2))
	mustBeSound(t, b)
}

// unsure is a driver connection whose commits succeed, or fail, and always
// report an error.
type unsure struct {
	connection
	commits bool
}

var errUnsure = errors.New("the answer to the commit was lost")

func (u unsure) BeginTx(ctx context.Context, o driver.TxOptions) (driver.Tx, error) {
	tx, err := u.connection.BeginTx(ctx, o)
	return unsureTx{tx, u.commits}, err
}

type unsureTx struct {
	driver.Tx
	commits bool
}

func (u unsureTx) Commit() error {
	if u.commits {
		return errors.Join(u.Tx.Commit(), errUnsure)
	}
	return errors.Join(u.Rollback(), errUnsure)
}

// connection is what database/sql uses of one of SQLite.
type connection interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.NamedValueChecker
}

// unsureConnector makes unsure connections.
type unsureConnector struct {
	driver.Connector
	commits bool
}

func (u unsureConnector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := u.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return unsure{conn.(connection), u.commits}, nil
}

// When nobody knows whether a commit succeeded, the journal is asked: a write
// that is there is acknowledged, one that is not is an error, and neither is
// done twice.
func TestUnknownCommit(t *testing.T) {
	fileOnly(t)
	for _, commits := range []bool{true, false} {
		b := mustCreate(t)
		mustAdd(t, b, plainClaim(1))
		sure := b.writer
		b.writer = sql.OpenDB(unsureConnector{sqlite.Connector(b.path, false), commits})
		_, err := b.Add(t.Context(), NewCommand("add", "desk", now), plainClaim(2))
		if commits && err != nil || !commits && !errors.Is(err, errUnsure) {
			t.Errorf("commits %v: %v", commits, err)
		}
		if b.writer.Close(); len(dump(t, b)["claims"]) != map[bool]int{true: 2, false: 1}[commits] {
			t.Errorf("commits %v: %q", commits, dump(t, b)["claims"])
		}
		b.writer = sure
		mustBeSound(t, b)
	}
}

// What a commit has failed to write is not handed back as written.
func TestFailedCommitHandsNothingBack(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	added := mustAdd(t, b, plainClaim(1))
	sure := b.writer
	b.writer = sql.OpenDB(unsureConnector{sqlite.Connector(b.path, false), false})
	changed, err := b.Change(t.Context(), NewCommand("withdraw", "desk", now), []claims.ID{added.ID}, "", func(c *claims.Claim) error { return c.Withdraw("wrong book") })
	if !errors.Is(err, errUnsure) || len(changed) > 0 {
		t.Errorf("changed: %v, %v", changed, err)
	}
	if again, err := b.Add(t.Context(), NewCommand("add", "desk", now), plainClaim(2)); !errors.Is(err, errUnsure) || again.ID != 0 {
		t.Errorf("added: %v, %v", again, err)
	}
	b.writer.Close()
	b.writer = sure
	mustBeSound(t, b)
}

// An import that is taken up again must not take its earlier entries for
// those of a batch that failed.
func TestUnknownCommitOfLaterBatch(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	cmd, sha256 := NewCommand("import", "desk", now), "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
	batch := func(n int) error {
		return b.Import(t.Context(), cmd, sha256, false, func(b *Batch) error {
			c := plainClaim(n)
			return b.Add(&c)
		})
	}
	if err := batch(1); err != nil {
		t.Fatal(err)
	}
	sure := b.writer
	b.writer = sql.OpenDB(unsureConnector{sqlite.Connector(b.path, false), false})
	if err := batch(2); !errors.Is(err, errUnsure) {
		t.Errorf("a batch that was lost: %v", err)
	}
	b.writer.Close()
	b.writer = sure
	if n := len(dump(t, b)["claims"]); n != 1 {
		t.Errorf("%d claims, want 1", n)
	}
}

// The entries of a restored journal have many commands; the last is asked
// for.
func TestUnknownCommitOfRestore(t *testing.T) {
	fileOnly(t)
	b, copied := mustCreate(t), mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	mustAdd(t, b, plainClaim(2))
	copied.writer.Close()
	copied.writer = sql.OpenDB(unsureConnector{sqlite.Connector(copied.path, false), true})
	if n, err := copied.Restore(t.Context(), b.Journal(t.Context())); err != nil || n != 2 {
		t.Errorf("restored %d entries, %v", n, err)
	}
	if diff := cmp.Diff(dump(t, b), dump(t, copied)); diff != "" {
		t.Errorf("the restored book differs:\n%s", diff)
	}
}

// When its context ends, a command is rolled back whole, whatever it was
// doing, and says that it was interrupted.
func TestCancelledWrite(t *testing.T) {
	b := mustCreate(t)
	for n := 1; n <= 3; n++ {
		mustAdd(t, b, plainClaim(n))
	}
	before := dump(t, b)
	for name, write := range map[string]func(context.Context, context.CancelFunc) error{
		"before": func(ctx context.Context, cancel context.CancelFunc) error {
			cancel()
			_, err := b.Add(ctx, NewCommand("add", "desk", now), plainClaim(4))
			return err
		},
		"between claims": func(ctx context.Context, cancel context.CancelFunc) error {
			_, err := b.Change(ctx, NewCommand("withdraw", "desk", now), []claims.ID{1, 2, 3}, "", func(c *claims.Claim) error {
				if c.ID == 2 {
					cancel()
				}
				return c.Withdraw("wrong")
			})
			return err
		},
		"in an import": func(ctx context.Context, cancel context.CancelFunc) error {
			sha256 := "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
			return b.Import(ctx, NewCommand("import", "desk", now), sha256, true, func(b *Batch) error {
				for n := range 500 {
					if n == 250 {
						cancel()
					}
					c := plainClaim(10 + n)
					if err := b.Add(&c); err != nil {
						return err
					}
				}
				return nil
			})
		},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		if err := write(ctx, cancel); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want context canceled", name, err)
		}
		cancel()
		if diff := cmp.Diff(before, dump(t, b)); diff != "" {
			t.Errorf("%s: something was written:\n%s", name, diff)
		}
	}
	mustAdd(t, b, plainClaim(4))
	mustBeSound(t, b)
}

// A replay whose context ends is interrupted: it neither keeps anything nor
// blames the journal.
func TestCancelledReplay(t *testing.T) {
	b := mustCreate(t)
	for n := range 20 {
		mustAdd(t, b, plainClaim(n))
	}
	for range 30 { // the end may come between any two statements
		ctx, cancel := context.WithCancel(t.Context())
		entries := func(yield func(ledger.Entry, error) bool) {
			for e, err := range b.Journal(t.Context()) {
				if e.Seq == 3 {
					go cancel()
				}
				if !yield(e, err) {
					return
				}
			}
			<-ctx.Done() // so that it is never too late
		}
		copied := mustCreate(t)
		if _, err := copied.Restore(ctx, entries); !errors.Is(err, context.Canceled) {
			t.Fatalf("restore: %v, want context canceled", err)
		}
		if got := dump(t, copied); len(got) > 0 {
			t.Fatalf("something was kept: %v", got)
		}
		copied.Close()
	}
}

// The journal refuses to be changed, also by INSERT OR REPLACE, through any
// connection that a book makes.
func TestJournalIsAppendOnly(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	before := dump(t, b)
	for _, statement := range []string{
		"UPDATE journal SET actor = 'nobody'", "DELETE FROM journal", "UPDATE journal SET seq = 7",
		"INSERT OR REPLACE INTO journal SELECT seq, at, 'nobody', command, verb, kind, subject, body FROM journal",
		"REPLACE INTO journal SELECT seq, at, 'nobody', command, verb, kind, subject, body FROM journal",
		"INSERT INTO journal SELECT seq, at, actor, command, verb, kind, subject, body FROM journal WHERE true ON CONFLICT DO UPDATE SET actor = 'nobody'",
	} {
		var broken sqlite3.Error
		if _, err := b.writer.Exec(statement); !errors.As(err, &broken) || broken.Code != sqlite3.ErrConstraint {
			t.Errorf("%s: %v, want a refusal", statement, err)
		}
	}
	if diff := cmp.Diff(before, dump(t, b)); diff != "" {
		t.Errorf("the journal was changed:\n%s", diff)
	}
}

func TestForeignKeysHold(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	for _, statement := range []string{"INSERT INTO tags VALUES (99, 'x')", "DELETE FROM claims", "DELETE FROM names",
		"UPDATE claims SET speaker = 99"} {
		var broken sqlite3.Error
		if _, err := b.writer.Exec(statement); !errors.As(err, &broken) || broken.ExtendedCode != sqlite3.ErrConstraintForeignKey {
			t.Errorf("%s: %v, want a broken foreign key", statement, err)
		}
	}
}

// A uid or a key that another claim has is refused by naming that claim.
func TestTakenIdentity(t *testing.T) {
	b := mustCreate(t)
	c := plainClaim(1)
	c.Key = "k1"
	c = mustAdd(t, b, c)
	mustAdd(t, b, plainClaim(2))
	before := dump(t, b)
	sameKey, sameUID := plainClaim(3), plainClaim(3)
	sameKey.Key, sameUID.UID = "k1", c.UID
	for field, again := range map[string]claims.Claim{"key": sameKey, "uid": sameUID} {
		_, err := b.Add(t.Context(), NewCommand("add", "desk", now), again)
		mustRefuse(t, err, field)
	}
	_, err := b.Change(t.Context(), NewCommand("amend", "desk", now), []claims.ID{2}, "", func(c *claims.Claim) error {
		c.Key = "k1"
		return nil
	})
	mustRefuse(t, err, "key")
	if diff := cmp.Diff(before, dump(t, b)); diff != "" {
		t.Errorf("something was written:\n%s", diff)
	}
}

// mustRefuse fails the test unless err refuses a field of the input (exit
// code 3).
func mustRefuse(t *testing.T, err error, field string) {
	t.Helper()
	var refusal *claims.Error
	if !errors.As(err, &refusal) || refusal.Kind != claims.Refused || refusal.Field != field {
		t.Errorf("err = %v, want %s refused", err, field)
	}
}

// An import that was undone while it ran stops, and can be made again.
func TestUndoOfARunningImport(t *testing.T) {
	b := mustCreate(t)
	cmd, sha256 := NewCommand("import", "desk", now), "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
	batch := func(n int) error {
		return b.Import(t.Context(), cmd, sha256, false, func(b *Batch) error {
			c := plainClaim(n)
			return b.Add(&c)
		})
	}
	if err := batch(1); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Undo(t.Context(), NewCommand("undo", "desk", now), "", nil); err != nil {
		t.Fatal(err)
	}
	mustRefuse(t, batch(2), "")
	again, err := b.ImportCommand(t.Context(), NewCommand("import", "desk", now), sha256)
	if err != nil || again.UID == cmd.UID {
		t.Errorf("the import goes on under %s, %v, want a new command", again.UID, err)
	}
	mustBeSound(t, b)
}

// endsAsItBegins is an engine under which the context ends as soon as a
// transaction has begun.
type endsAsItBegins struct {
	dialect.Dialect
	end context.CancelFunc
}

func (e endsAsItBegins) Patient(ctx context.Context, fn func() error) error {
	defer e.end()
	return e.Dialect.Patient(ctx, fn)
}

// Whoever gives up hears that it was given up, not that rows are closed,
// wherever database/sql has come to by then.
func TestWriteGivenUp(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	before, engine := dump(t, b), b.engine
	for range 100 {
		ctx, cancel := context.WithCancel(t.Context())
		b.engine = endsAsItBegins{engine, cancel}
		if _, err := b.Undo(ctx, NewCommand("undo", "desk", now), "", nil); !errors.Is(err, context.Canceled) {
			t.Fatalf("err = %v, want that it was given up", err)
		}
	}
	b.engine = engine
	if diff := cmp.Diff(before, dump(t, b)); diff != "" {
		t.Errorf("something was written:\n%s", diff)
	}
	mustBeSound(t, b)
}
