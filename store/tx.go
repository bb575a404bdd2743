package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"tracker/claims"
	"tracker/ledger"
	"tracker/store/dialect"
)

// Command is one run of a command: everything it changes is entered in the
// journal under its UID, and undone as one.
type Command struct {
	UID   string // UUIDv7
	Verb  string
	Actor string
	At    claims.Instant

	several bool // it is entered in several transactions
}

// NewCommand returns a command with an id of its own.
func NewCommand(verb, actor string, at claims.Instant) Command {
	return Command{UID: newUID(), Verb: verb, Actor: actor, At: at}
}

func newUID() string { return uuid.Must(uuid.NewV7()).String() }

// tx is one write transaction of one command. Statements are prepared once;
// names are looked up once.
type tx struct {
	*sql.Tx
	command   Command
	stmts     map[string]*sql.Stmt
	names     *nameCache
	last      int64           // the last entry in the journal
	untouched bool            // since the last transaction of this program nobody has entered anything
	wrote     string          // the command of the last entry this transaction made
	lastID    claims.ID       // the last claim, 0 when not asked yet
	undoing   string          // the undo that was last booked as one
	undone    map[string]bool // the commands that are undone, nil when not asked yet
	pending   entryRun        // entries that are not yet entered for their command
	queue     queue           // rows that go to a table together; nil where they go one by one
	along     *pouring        // rows on their way, nil for none
	failed    error           // why they could not
	indexes   bool            // words are taken into the index as claims are logged
	engine    dialect.Dialect
	vet       vetter // what becomes of an entry that breaks a rule; nil outside a replay

	expected  *expected // what is only compared; nil outside a check
	expecting bool      // a claim whose rows are
}

// write runs fn in a transaction under the write lock and commits it. When
// the commit itself fails the outcome is unknown: the journal is asked
// whether the command is in it, instead of writing again blindly.
func (b *Book) write(ctx context.Context, cmd Command, fn func(*tx) error) error {
	sqlTx, err := b.begin(ctx)
	if err != nil {
		return err
	}
	defer sqlTx.Rollback() // does nothing after Commit
	t := newTx(sqlTx, b.engine, cmd)
	defer t.landed() // before it is rolled back
	t.indexes = !b.scratch && b.engine.WordIndex() != nil
	if err := t.carryOut(b, fn); err != nil {
		return b.explain(claims.Ended(ctx, err)) // it is rolled back between two statements, and the next finds it gone
	}
	if err := sqlTx.Commit(); err != nil {
		return b.outcome(ctx, t, err)
	}
	b.keepNames(t)
	return nil
}

// carryOut does everything that a transaction of b does before its commit.
func (t *tx) carryOut(b *Book, fn func(*tx) error) error {
	if err := t.begin(); err != nil {
		return err
	}
	if err := b.takeNames(t); err != nil {
		return err
	}
	if err := fn(t); err != nil {
		return cmp.Or(t.failed, err)
	}
	if err := t.flush(); err != nil {
		return err
	}
	if err := t.recordRun(); err != nil {
		return err
	}
	return b.engine.Entered(t.exec)
}

// outcome says what became of a transaction whose commit failed: nil when it
// is in the journal all the same.
func (b *Book) outcome(ctx context.Context, t *tx, err error) error {
	switch found, asked := b.engine.Settled(b.writer, b.reader, t.there); {
	case asked != nil:
		return b.unknown(t.command.UID, asked)
	case found:
		return nil
	}
	return b.explain(claims.Ended(ctx, err))
}

// there reports whether what t entered is in the journal.
func (t *tx) there(q querier) (found bool, err error) {
	err = each(context.Background(), q, `SELECT count(*) = 1 FROM journal WHERE seq = ? AND command = ?`, []any{t.last, packed(t.wrote)},
		func(rows *sql.Rows) error { return rows.Scan(&found) })
	return found, err
}

// unknown is the refusal to say whether something was written.
func (b *Book) unknown(command string, err error) error {
	return unusable("it is not known whether this was written to %s: %v", b.path, err).
		WithHint("when a server answers again, look whether it is there (tracker list, tracker history ID) before you type it again; its command is %s", command)
}

// errWritten is a command that is in the journal already: it was typed again
// because nobody knew.
var errWritten = errors.New("the command is in the book already")

// begin reads where the journal ends. A command that is there already, because
// the answer of a server was lost, is not done again.
func (t *tx) begin() error {
	if err := t.QueryRow("SELECT coalesce(max(seq), 0) FROM journal").Scan(&t.last); err != nil || t.command.several || t.command.UID == "" {
		return err
	}
	var written bool
	err := t.row(`SELECT EXISTS (SELECT 1 FROM commands WHERE uid = ?)`, packed(t.command.UID)).Scan(&written)
	if err == nil && written {
		err = errWritten
	}
	return err
}

func newTx(t *sql.Tx, engine dialect.Dialect, cmd Command) *tx {
	return &tx{Tx: t, engine: engine, command: cmd, stmts: map[string]*sql.Stmt{}, names: &nameCache{rows: map[nameKey]nameRow{}, missing: map[nameKey]bool{}}}
}

// QueryContext makes t a querier. Like exec, it does not pass the context on.
func (t *tx) QueryContext(_ context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := t.flush(); err != nil {
		return nil, err
	}
	stmt, err := t.prepared(query)
	if err != nil {
		return nil, err
	}
	return stmt.Query(args...)
}

// exec runs a statement, prepared once per transaction. It takes no context:
// one that ends would roll back and let the next statement commit alone.
func (t *tx) exec(query string, args ...any) error {
	if err := t.flush(); err != nil {
		return err
	}
	stmt, err := t.prepared(query)
	if err != nil {
		return err
	}
	_, err = stmt.Exec(args...)
	return err
}

func (t *tx) row(query string, args ...any) *sql.Row {
	if err := t.flush(); err != nil {
		t.failed = err // what is asked now fails too, and does not say why
	}
	stmt, err := t.prepared(query)
	if err != nil {
		return t.Tx.QueryRow(query, args...) // reports the same error on Scan
	}
	return stmt.QueryRow(args...)
}

func (t *tx) prepared(query string) (*sql.Stmt, error) {
	stmt, ok := t.stmts[query]
	if !ok {
		var err error
		if stmt, err = t.Prepare(query); err != nil {
			return nil, err
		}
		t.stmts[query] = stmt
	}
	return stmt, nil
}

// enter appends an entry of the running command to the journal.
func (t *tx) enter(kind ledger.Kind, subject string, body any) error {
	text, err := ledger.Canonical(body)
	if err != nil {
		return fmt.Errorf("encode the entry: %w", err)
	}
	return t.append(t.entry(kind, subject), ledger.Pack(text))
}

// entry is the next entry of the running command, still without its body.
func (t *tx) entry(kind ledger.Kind, subject string) ledger.Entry {
	c := t.command
	return ledger.Entry{Seq: t.last + 1, At: int64(c.At), Actor: c.Actor, Command: c.UID, Verb: c.Verb, Kind: kind, Subject: subject}
}

// append stores an entry, with its body as it is stored.
func (t *tx) append(e ledger.Entry, stored []byte) error {
	if e.Kind != ledger.Name && len(e.Subject) == 16 {
		return fmt.Errorf("%q is no uid", e.Subject) // it would be taken for the bytes of one
	}
	if err := t.put(insertEntry, e.Seq, e.At, e.Actor, packed(e.Command), e.Verb, string(e.Kind), packSubject(e.Kind, e.Subject), stored); err != nil {
		return err
	}
	return t.count(e)
}

// count counts an entry that is there.
func (t *tx) count(e ledger.Entry) error {
	t.last, t.wrote = e.Seq, e.Command
	if t.pending.n > 0 && t.pending.command != e.Command {
		if err := t.recordRun(); err != nil {
			return err
		}
	}
	if t.pending.n == 0 {
		t.pending = entryRun{command: e.Command, verb: e.Verb, first: e.Seq}
	}
	t.pending.last, t.pending.n = e.Seq, t.pending.n+1
	return nil
}

var insertEntry = inserting("journal", "seq", "at", "actor", "command", "verb", "kind", "subject", "body")

// entryRun is a run of entries of one command.
type entryRun struct {
	command, verb string
	first, last   int64
	n             int
}

// recordRun enters the pending entries for their command.
func (t *tx) recordRun() error {
	p := t.pending
	if p.n == 0 {
		return nil
	}
	t.pending = entryRun{}
	return t.exec(`INSERT INTO commands (uid, verb, first_seq, last_seq, entries) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (uid) DO UPDATE SET last_seq = excluded.last_seq, entries = commands.entries + excluded.entries`,
		packed(p.command), p.verb, p.first, p.last, p.n)
}
