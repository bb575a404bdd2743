package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/exchange"
	"tracker/files"
)

type importOptions struct {
	file    string
	format  string
	columns []string
	skipBad bool
	update  bool
	dryRun  bool
}

func newImport(e *env) *cobra.Command {
	o := &importOptions{}
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Log the claims of a JSON Lines or CSV file",
		Long: `Log the claims of a file: JSON Lines or CSV, as tracker export writes them and docs/format.md describes
them. FILE - is standard input.

The whole file is checked first, and every problem of every line is reported; nothing is written if
there is one, unless --skip-bad keeps the good lines. Then it is written in batches of 2,000 claims, all
under one command: tracker undo takes the import back, whole. An interrupted import leaves whole
batches; the same command again adds the rest.

A claim that the book has already (the same uid, else the same key, else the same speaker, day,
statement, quote and deadline phrase) is skipped; when the file says something else about it, that is
a problem, unless --update changes the book.`,
		Example: "  tracker import statements.jsonl\n  tracker import sheet.csv --map Who=speaker --map \"Said on=stated_on\"",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			return importFile(cmd.Context(), e, o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "", "`FORMAT`: jsonl or csv (default: csv for a file that ends so, else jsonl)")
	cmd.Flags().StringArrayVar(&o.columns, "map", nil, "`COLUMN=MEMBER`: what a CSV column is; may be repeated")
	cmd.Flags().BoolVar(&o.skipBad, "skip-bad", false, "log the good lines, and report the others")
	cmd.Flags().BoolVar(&o.update, "update", false, "where the file differs from the book, change the book")
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "check the file and write nothing")
	fixedCompletion(cmd, "format", "jsonl", "csv")
	e.lexiconFlags(cmd)
	return cmd
}

// batchSize is how many claims are written in one transaction.
const batchSize = 2000

func importFile(ctx context.Context, e *env, o *importOptions) error {
	open, name, cleanup, err := e.source(o.file)
	if err != nil {
		return err
	}
	defer cleanup()
	read, err := o.lines(name)
	if err != nil {
		return err
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	r, err := e.reader(ctx, b)
	if err != nil {
		return err
	}
	im := &importer{e: e, o: o, book: b, reader: r, read: read, open: open, name: name}
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
	if im.undated > 0 {
		e.sayf("note: of what was said not to happen, %s did on a day that the file leaves out, and stands as unclear: tracker list standing:unclear", plural(im.undated, "claim"))
	}
	return nil
}

// lines returns the function that reads the file's format.
func (o *importOptions) lines(name string) (func(io.Reader) iter.Seq2[exchange.Line, error], error) {
	format := o.format
	if format == "" && ending(name) == "csv" {
		format = "csv"
	}
	columns := map[string]string{}
	for _, m := range o.columns {
		column, member, ok := strings.Cut(m, "=")
		if !ok {
			return nil, usage("--map %q is not COLUMN=MEMBER", m).WithHint("--map Who=speaker")
		}
		columns[column] = member
	}
	switch {
	case format == "csv":
		return func(r io.Reader) iter.Seq2[exchange.Line, error] { return exchange.ReadCSV(r, name, columns) }, nil
	case format != "" && format != "jsonl":
		return nil, usage("no format is called %q", format).WithHint("--format jsonl or csv")
	case len(columns) > 0:
		return nil, usage("--map names the columns of a CSV file").WithHint("add --format csv")
	}
	return func(r io.Reader) iter.Seq2[exchange.Line, error] { return exchange.ReadJSONL(r, name) }, nil
}

// source opens a file that will be read twice. Standard input is checked as it
// comes, and kept in a temporary file meanwhile.
func (e *env) source(path string) (open func() (io.ReadCloser, error), name string, cleanup func(), err error) {
	cleanup = func() {}
	if path == "-" {
		f, err := os.CreateTemp("", "tracker-import-")
		if err != nil {
			return nil, "", cleanup, fmt.Errorf("keep standard input: %w", err)
		}
		first := true
		open = func() (io.ReadCloser, error) {
			if first {
				first = false
				return io.NopCloser(&kept{in: e.In, file: f}), nil
			}
			return os.Open(f.Name())
		}
		return open, "stdin", func() { f.Close(); os.Remove(f.Name()) }, nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, "", cleanup, files.Missing(path, err)
	case info.IsDir():
		return nil, "", cleanup, claims.Refuse("", "%s is a directory", path).WithHint("name a file in it")
	case !info.Mode().IsRegular():
		return nil, "", cleanup, claims.Refuse("", "%s is not a file", path).WithHint("tracker import - < %s", path)
	}
	return func() (io.ReadCloser, error) { return os.Open(path) }, path, cleanup, nil
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
