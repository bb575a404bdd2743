package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/exchange"
	"tracker/files"
	"tracker/store"
)

type importOptions struct {
	file    string
	format  string
	table   tableFlags
	preview bool
	skipBad bool
	update  bool
	dryRun  bool
	told    string // the file that takes all problems
}

func newImport(e *env) *cobra.Command {
	o := &importOptions{}
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Log the claims of a spreadsheet, CSV or JSON Lines file",
		Long: `Log the claims of a file: a workbook (.xlsx), a table with commas, semicolons, tabs or bars between its
cells, or JSON Lines as tracker export writes them. docs/format.md describes them all. FILE - is standard input.

Columns may have the titles that people use (Date, Who, Quote, Confidence %, Deadline, Outcome, Link …).
--preview shows how each was understood and the first claims as sentences, and writes nothing; on a
terminal a plain import shows that and asks once. --map changes what a column is. Days like 3/4/2025 are
read as the other days of their column show; where none shows it, --dates says it.

The whole file is checked first, and every problem of every line is reported; nothing is written if
there is one, unless --skip-bad keeps the good lines. Then it is written in batches of 2,000 claims, all
under one command: tracker undo takes the import back, whole. An interrupted import leaves whole
batches; the same command again adds the rest.

A claim that the book has already (the same uid, else the same key, else the same speaker, day,
statement, quote and deadline phrase) is skipped; when the file says something else about it, that is
a problem, unless --update changes the book.`,
		Example: "  tracker import desk.xlsx --preview\n  tracker import sheet.csv --map Who=speaker --map \"Said on=stated_on\"\n  tracker import sheet.csv --dates dmy --skip-bad --problems bad.txt",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			return importFile(cmd.Context(), e, o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "", "`FORMAT`: jsonl, csv or xlsx (default: what the file is)")
	o.table.add(cmd)
	cmd.Flags().BoolVar(&o.preview, "preview", false, "show how the columns of a table are understood, and write nothing")
	cmd.Flags().StringVar(&o.told, "problems", "", "write all problems to `FILE`; 20 are shown")
	cmd.Flags().BoolVar(&o.skipBad, "skip-bad", false, "log the good lines, and report the others")
	cmd.Flags().BoolVar(&o.update, "update", false, "where the file differs from the book, change the book")
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "check the file and write nothing")
	fixedCompletion(cmd, "format", "jsonl", "csv", "xlsx")
	e.lexiconFlags(cmd)
	return cmd
}

// batchSize is how many claims are written in one transaction.
const batchSize = 2000

func importFile(ctx context.Context, e *env, o *importOptions) error {
	file, err := e.source(o.file)
	if err != nil {
		return err
	}
	defer file.close()
	plan, err := o.plan(e, file)
	if err != nil {
		return err
	}
	if plan != nil && !o.preview && !o.asks(e, plan) {
		if err := o.settled(plan); err != nil {
			return err // before a book is made
		}
	}
	b, err := e.importBook(ctx, o)
	if err != nil {
		return err
	}
	r, err := e.reader(ctx, b)
	if err != nil {
		return err
	}
	im := &importer{e: e, o: o, book: b, reader: r, open: file.open, name: file.name,
		read: func(r io.Reader) iter.Seq2[exchange.Line, error] { return exchange.ReadJSONL(r, file.name) }}
	if plan != nil {
		im.read, im.leftOut = plan.Read, plan.LeftOut()
		if goOn, err := im.agree(plan); err != nil || !goOn {
			return err
		}
	}
	if err := im.check(ctx); err != nil {
		return err
	}
	if !o.dryRun && im.tally.work() > 0 {
		if err := im.write(ctx); err != nil {
			im.e.sayf("%s", im.left())
			return err
		}
	}
	e.sayf("%s", im.tally.text(o.dryRun))
	if im.early > 0 {
		e.sayf("note: %s noted, it says, before it could be known what came of it; this book has them from today, and counts them as hindsight", plural(im.early, "claim"))
		e.sayf("hint: tracker journal export, and journal import into an empty book, keep the instants")
	}
	if im.undated > 0 {
		e.sayf("note: of what was said not to happen, %s did on a day that the file leaves out, and stands as unclear: tracker list standing:unclear", plural(im.undated, "claim"))
	}
	return nil
}

// importBook opens the book; nil where a run that writes nothing would have
// to make it.
func (e *env) importBook(ctx context.Context, o *importOptions) (*store.Book, error) {
	if o.dryRun || o.preview {
		path, err := e.bookPath()
		if err != nil {
			return nil, err
		}
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && e.ChosenBook() == "" {
			return nil, nil
		}
	}
	return e.book(ctx)
}

// hashed opens the file for the first pass, which also takes its SHA-256.
func hashed(open func() (io.ReadCloser, error)) (io.ReadCloser, io.Reader, func() string, error) {
	f, err := open()
	if err != nil {
		return nil, nil, nil, files.Missing("the file", err)
	}
	sum := sha256.New()
	in := io.TeeReader(f, sum)
	return f, in, func() string {
		if _, ok := f.(*os.File); ok { // what the reader left unread counts too; a stream may never end
			io.Copy(io.Discard, in)
		}
		return hex.EncodeToString(sum.Sum(nil))
	}, nil
}

// left says what an import that has stopped leaves in the book.
func (im *importer) left() string {
	if im.written.work() == 0 {
		return "nothing was written by this command"
	}
	return im.written.text(false) + " before it stopped, and kept; the same command again adds the rest, tracker undo takes back what is there"
}

// tally counts what became of the lines of a file.
type tally struct{ added, updated, restored, same, bad int }

// work is how many claims there are to write.
func (t tally) work() int { return t.added + t.updated + t.restored }

func (t tally) text(dry bool) string {
	would := ""
	if dry {
		would = "dry run, nothing written: "
	}
	parts := []string{plural(t.added, "claim") + " added"}
	for _, p := range []struct {
		n    int
		what string
	}{{t.updated, "updated"}, {t.restored, "brought back after an undo"}, {t.same, "already there"}, {t.bad, "refused"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return would + strings.Join(parts, ", ")
}

// at leads a refusal by the file and line.
func at(name string, line int, err error) claims.Problems {
	list, ok := asRefusal(err)
	if !ok {
		list = claims.Problems{{Kind: claims.Refused, Msg: err.Error()}}
	}
	out := make(claims.Problems, len(list))
	for i, p := range list {
		out[i] = &claims.Error{Kind: p.Kind, Msg: fmt.Sprintf("%s:%d: %v", name, line, p), Hint: p.Hint}
	}
	return out
}

// refusedAt is at for a refusal; another error stays as it is.
func refusedAt(name string, line int, err error) error {
	if _, ok := asRefusal(err); ok {
		return at(name, line, err)
	}
	return err
}

// sortedMembers names the members of some differences, each once.
func sortedMembers(diffs []exchange.Difference) []string {
	var names []string
	for _, d := range diffs {
		name, _, _ := strings.Cut(d.Member, ".")
		names = append(names, name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}
