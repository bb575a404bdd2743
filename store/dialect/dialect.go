// Package dialect says what the engines that can keep a book do each in their
// own way: how a book is found, made and locked, what its schema is like, what
// errors mean. The statements are not among it: they are one text, the store's,
// and an engine says them as it must. It knows no claim.
//
//	engine, err := sqlite.At("book.db") // or postgres.Parse(url)
//	opened, err := engine.Open(ctx, dialect.Opening{Schema: schema})
package dialect

import (
	"context"
	"database/sql"
)

// Querier is a pool or a transaction.
type Querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Schema is what makes the tables of a book, in SQLite's words: an engine that
// has others makes its own of them.
type Schema struct {
	Steps     []string       // the first makes version 1 of nothing, and so on
	Functions map[string]any // that the steps call
	// After completes the step to a version.
	After func(ctx context.Context, tx *sql.Tx, version int) error
}

// Opening is how a book is to be opened.
type Opening struct {
	Schema
	Make bool // where there is none
	Once bool // one connection for everything, queries do not overlap
	// Watch is told what taking a book over is at: how much of it is done, of
	// -1 where nobody knows. It may be nil.
	Watch func(what string, done, of int64)
}

// At tells who watches.
func (o Opening) At(what string, done, of int) {
	if o.Watch != nil {
		o.Watch(what, int64(done), int64(of))
	}
}

// Opened is an open book.
type Opened struct {
	Writer *sql.DB // one connection, its transactions take the lock of the book when they begin
	Reader *sql.DB // its transactions see one snapshot; it cannot write
	Made   bool    // there was none
	Taken  bool    // from an earlier schema to that of the opening
	Fixed  string  // why it can only be read, and is read as it is; "" where it can be written
	Kept   string  // the copy from before that, "" where none was made
}

// Rows are rows of a table.
type Rows interface {
	Next() bool
	Values() ([]any, error)
	Err() error
}

// Load is rows for a table.
type Load struct {
	Table   string
	Columns []string
	Rows    Rows
}

// Poured waits for what was poured.
func Poured(there func() error, err error) error {
	if err != nil {
		return err
	}
	return there()
}

// Tell takes what is wrong with a book, and where; damage is false of what may
// stay as it is.
type Tell func(where, what string, damage bool)

// Dialect is an engine, and the book that it keeps or is to keep.
type Dialect interface {
	// Name is the book's file, absolute, or its server without what is secret in the URL.
	Name() string

	// Open opens the book and takes one of an earlier schema on to this one.
	Open(ctx context.Context, how Opening) (Opened, error)

	// There refuses when nothing can be written, or what is written now would
	// not be found again under the name of the book.
	There() error

	// Untouched refuses when what was read is not to be relied upon: the book
	// was opened as one that nobody can write, and somebody has.
	Untouched() error

	// Tidy does what is good for the book when there is time, and waits for
	// nobody.
	Tidy(ctx context.Context, writer *sql.DB) error

	// Patient runs fn, and again while the engine does not answer, up to its
	// patience. fn must have written nothing when it fails.
	Patient(ctx context.Context, fn func() error) error

	// Snapshot begins a look at the book as it is now: all queries of it see
	// the same, whatever others write meanwhile, and it keeps nobody from
	// writing. end must be called.
	Snapshot(ctx context.Context, reader *sql.DB) (q Querier, end func(), err error)

	// Brief is the context for a question that an index answers: ctx, unless
	// minding it takes longer than the answer.
	Brief(ctx context.Context) context.Context

	// Attempt runs fn, whose statement may be refused, so that the transaction
	// can go on after that.
	Attempt(exec func(query string, args ...any) error, fn func() error) error

	// Entered tells who listens that there is something new, when the
	// transaction commits.
	Entered(exec func(query string, args ...any) error) error

	// Listen calls told in the background when somebody may have entered
	// something, until ctx ends; false when nobody tells.
	Listen(ctx context.Context, told func()) bool

	// Settled finds out what became of a commit that failed: whether what it
	// wrote is there, and stays. An error says that it is not known.
	Settled(writer, reader *sql.DB, there func(Querier) (bool, error)) (bool, error)

	// Far reports whether every statement is a journey, so that a few large
	// ones are better than many small ones.
	Far() bool

	// Pour puts loads into their tables, in their order. Where the engine is
	// far they may be on their way when it returns, and more can be poured
	// after them: there waits for their arrival, or says why they are refused.
	Pour(ctx context.Context, tx *sql.Tx, loads ...Load) (there func() error, err error)

	// WordIndex is what makes an index of words, nil where the engine has none.
	WordIndex() []string

	// Copy writes the book to a new file of SQLite's, which is to be called
	// name; false when that is beyond
	// the engine.
	Copy(ctx context.Context, writer *sql.DB, path, name string) (bool, error)

	// Sound asks the engine whether it keeps the book as it should.
	Sound(ctx context.Context, q Querier, tell Tell) error

	// Differs tells where the tables are not those of the schema. The rows can
	// be compared when the columns are all there.
	Differs(ctx context.Context, q Querier, s Schema, tell Tell) (comparable bool, err error)

	// Unique reports whether an error says that a column holds a value already.
	Unique(err error) bool

	// Failed reports whether an error is the engine's, and not the fault of
	// what was to be written.
	Failed(err error) bool

	// Damaged is the refusal of a book that is damaged, with the way out.
	Damaged(what string) error

	// Explain turns what the engine says into a refusal with the next thing to
	// do. Everything else passes as it is.
	Explain(err error) error

	// Roles are the statements that make roles for who shares the book.
	Roles() (string, error)
}
