// Package intake takes a file of claims into a book, a table or JSON Lines, in
// two passes. The first reads and checks every line, against the file and
// against the book, and tells every problem; the second writes what the first
// has kept, in batches. What a book is, and who is told, it is handed.
//
//	err := intake.Run(ctx, intake.Program{Teller: t, Open: open, …}, intake.Options{File: "desk.xlsx"})
package intake

import (
	"cmp"
	"context"
	"io"
	"iter"

	"tracker/calendar"
	"tracker/claims"
	"tracker/exchange"
	"tracker/reading/date"
	"tracker/spill"
	"tracker/telling/report"
)

// Options say which file is imported, and how.
type Options struct {
	File     string // - is standard input
	Format   string // "jsonl", "csv", "xlsx"; "" for what the file is
	Table    Table
	Preview  bool   // show how a table is understood, and write nothing
	SkipBad  bool   // log the good lines, and report the others
	Update   bool   // where the file differs from the book, change the book
	DryRun   bool   // check the file and write nothing
	Problems string // the file that takes all problems
}

// Teller is told how an import goes, and asks people.
type Teller interface {
	Sayf(format string, args ...any)
	Refuse(claims.Problems)
	Confirm(question string) (bool, error)
	AskUntil(question string, accept func(string) error) error
}

// Bar shows how far a pass is.
type Bar interface {
	Set(n int64)
	Done()
}

// Program is what an import needs of the program.
type Program struct {
	Teller
	In       io.Reader
	Out, Err io.Writer // of a preview that is asked for, and of one before a question
	Asks     bool      // somebody can be asked

	Now   claims.Instant
	Today calendar.Day
	Order date.Order // of days like 3/4/2025 where the table does not show it

	Bar  func(total int64, what string) Bar                                   // -1 where nobody knows the total
	Open func(ctx context.Context, writes bool) (Book, *claims.Reader, error) // the book is nil where one would have to be made and writes is false
	// Spare refuses a path that belongs to the book, and Save writes a file
	// in one step.
	Spare func(path string) error
	Save  func(path string, write func(io.Writer) error) error
}

// Book is where claims go.
type Book interface {
	// Count is how many claims there are, withdrawn ones too.
	Count(context.Context) (int, error)
	// Same returns the claim that c is in this book; a key that another
	// claim has is refused.
	Same(ctx context.Context, c *claims.Claim) (same claims.Claim, ok bool, err error)
	// Undone reports whether a claim is withdrawn because its add was undone.
	Undone(claims.Claim) bool
	// Shown returns what the book calls a name of a kind ("speaker",
	// "source", "event").
	Shown(context.Context) (func(kind, name string) string, error)
	// Known asks about some claims at once.
	Known(context.Context, []*claims.Claim) (Known, error)
	// OnEvents returns the claims with a verdict of yes or no on some events,
	// as people see them, by the fold of the event, the first logged first.
	OnEvents(ctx context.Context, events []string) (map[string][]claims.Claim, error)
	// Import begins the import of a file with this SHA-256, or goes on with
	// an interrupted one.
	Import(ctx context.Context, sha256 string) (Writer, error)
	// Far reports whether another machine, or another program, does the
	// writing, while this one could do something else.
	Far() bool
}

// Known is what a book has of claims that it was asked about.
type Known interface {
	Same(c *claims.Claim) (same claims.Claim, ok bool, err error) // as Book.Same
}

// Writer runs fn in one transaction of an import; done says that nothing
// follows.
type Writer func(done bool, fn func(Batch) error) error

// Batch is one transaction of a book.
type Batch interface {
	// Untouched reports whether nobody has entered anything since the last
	// transaction of this program, or at all.
	Untouched() bool
	// Look asks at once which of some claims are there, before Same is asked
	// about each. Fresh says that no other claim than of this import is there,
	// and that those are others.
	Look(list []*claims.Claim, fresh bool) error
	Same(c *claims.Claim) (same claims.Claim, ok bool, err error)
	Add(c *claims.Claim) error
	Change(c *claims.Claim, why string, fn func(*claims.Claim) error) error
	ByKey(key string) (claims.UID, error) // "" for none
	Has(claims.UID) (bool, error)
}

// BatchSize is how many claims are written in one transaction.
const BatchSize = 2000

// MaxProblems is how many problems of one input are collected before the rest
// of it is left unread.
const MaxProblems = 10_000

// Run imports a file.
func Run(ctx context.Context, p Program, o Options) error {
	defer unhurried()()
	file, err := p.source(ctx, o.File)
	if err != nil {
		return err
	}
	defer file.close()
	if _, _, err := p.Open(ctx, false); err != nil {
		return err // before a long file is read for a book that is not there
	}
	plan, err := o.plan(ctx, p, file)
	if err != nil {
		return err
	}
	if plan != nil && !o.Preview && !o.asks(p, plan) {
		if err := o.settled(plan); err != nil {
			return err
		}
	}
	b, r, err := p.Open(ctx, false)
	if err != nil {
		return err
	}
	im := &importer{Program: p, o: o, book: b, reader: r, open: file.open, name: file.name, size: file.size, holds: holds, shown: asWritten,
		read: func(r io.Reader) iter.Seq2[exchange.Line, error] { return exchange.ReadJSONL(r, file.name) }}
	if plan != nil {
		im.read, im.leftOut, im.plan = plan.Read, plan.LeftOut(), plan
		if goOn, err := im.agree(plan); err != nil || !goOn {
			return err
		}
	}
	if plan == nil {
		file.once()
	}
	if !o.DryRun {
		im.kept = spill.Of[logged]()
		defer im.kept.Close()
	}
	return im.run(ctx)
}

// made sees to it that there is a book to write into: what was refused has made
// none.
func (im *importer) made(ctx context.Context) (err error) {
	if im.book == nil {
		im.book, _, err = im.Open(ctx, true)
	}
	return err
}

// run is both passes.
func (im *importer) run(ctx context.Context) error {
	err := im.check(ctx)
	if err := cmp.Or(err, im.settle(err == nil)); err != nil {
		return err
	}
	if !im.o.DryRun && im.tally.work() > 0 {
		if err := im.made(ctx); err != nil {
			return err
		}
		if err := im.write(ctx); err != nil {
			im.left()
			return err
		}
	}
	im.Sayf("%s", im.tally.text(im.o.DryRun))
	im.derived.tell(im)
	im.contradicted.tell(im)
	if im.early > 0 {
		im.Sayf("note: %s noted, it says, before it could be known what came of it; this book has them from today, and counts them as hindsight", report.Count(im.early, "claim"))
		im.Sayf("hint: tracker journal export, and journal import into an empty book, keep the instants")
	}
	if im.unread > 0 {
		im.Sayf("note: from %s no time could be read, such as %s: tracker list standing:untestable", report.Count(im.unread, "deadline"), im.unreadAt)
	}
	if im.undated > 0 {
		im.Sayf("note: of what was said not to happen, %s did on a day that the file leaves out, and stands as unclear: tracker list standing:unclear", report.Count(im.undated, "claim"))
	}
	return nil
}
