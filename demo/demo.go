// Package demo shows the whole main job on real public statements: it makes
// a book of its own of them and tells its story. How claims are imported,
// boards drawn and reports written it does not know: the program hands it
// its own.
//
//	err := demo.Run(ctx, demo.Program{Screen: s, Import: imports, …}, "tracker-demo")
package demo

import (
	"context"
	_ "embed"
	"errors"
	"os"
	"path/filepath"
	"time"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/scratch"
	"tracker/store"
	"tracker/telling/screen"
)

// statements are public statements with their words, where these stand, and
// what came of them.
//
//go:embed demo.jsonl
var statements string

// day is the day on which the archive was recorded.
var day = calendar.Date(2026, 11, 26)

// Now is noon of the day on which the archive was recorded.
func Now() time.Time { return day.Start(time.UTC).Add(12 * time.Hour) }

// title is that of the published report.
const title = "Who said what would happen: an archive recorded afterwards"

// Desk is who publishes it.
const Desk = "the demonstration archive of tracker"

// Program is what the program does with a book, for the demo to show.
type Program struct {
	*screen.Screen

	Now    claims.Instant
	View   func(claims.Claim) claims.View
	Opened func(*store.Book) // is told of the book before anything is asked of it

	Import  func(ctx context.Context, file string) error        // tracker import FILE
	Board   func(ctx context.Context) (board.Board, error)      // the board of the book
	Draw    func(b board.Board, more string)                    // tracker score; more is what shows the rows that it leaves out
	Publish func(ctx context.Context, file, title string) error // tracker report -o FILE
}

// demo is a run of the demo, over a book of its own.
type demo struct {
	Program
	dir string
	all []claims.View // every claim, in the order of the statements
}

// Run makes the demo's book in dir, anew where one is there, and tells the
// story.
func Run(ctx context.Context, p Program, dir string) error {
	d := &demo{Program: p, dir: dir}
	if err := d.record(ctx); err != nil {
		return err
	}
	steps := []func(context.Context) error{d.tellBeginning, d.tellReading, d.tellSummit, d.tellLaunch, d.tellPledges, d.tellQuestion, d.tellBoard,
		d.publish, d.tellEnd}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// written are all the files a demo writes.
var written = []string{"statements.jsonl", "book.db", "book.db-wal", "book.db-shm", "accuracy.html", "accuracy.md", "accuracy.csv"}

// record makes the book and imports the statements into it, as tracker import
// would.
func (d *demo) record(ctx context.Context) error {
	if err := os.MkdirAll(d.dir, 0o755); err != nil {
		return d.unwritable(err)
	}
	for _, name := range written {
		os.Remove(filepath.Join(d.dir, name))
	}
	file := filepath.Join(d.dir, "statements.jsonl")
	if err := os.WriteFile(file, []byte(statements), 0o644); err != nil {
		return d.unwritable(err)
	}
	b, _, err := store.Create(ctx, filepath.Join(d.dir, "book.db"))
	if err != nil {
		return err
	}
	d.Opened(b)
	if err := d.Import(ctx, file); err != nil {
		return err
	}
	for c, err := range b.All(ctx, claims.Filter{}, d.Now) {
		if err != nil {
			return err
		}
		d.all = append(d.all, d.View(c))
	}
	return nil
}

// unwritable says why nothing can be written into the folder of the demo.
func (d *demo) unwritable(err error) error {
	return claims.Refuse("", "%s cannot be written: %v", d.dir, scratch.Pathless(err)).Because(err).WithHint("tracker demo --dir DIR writes elsewhere")
}

// publish writes the report in three formats.
func (d *demo) publish(ctx context.Context) error {
	var errs []error
	for _, format := range []string{"html", "md", "csv"} {
		errs = append(errs, d.Publish(ctx, filepath.Join(d.dir, "accuracy."+format), title))
	}
	return errors.Join(errs...)
}
