package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/completion"
	"tracker/intake"
	"tracker/reading/date"
	"tracker/store"
)

func newImport(e *env) *cobra.Command {
	o, baselines := &intake.Options{}, ""
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Log the claims of a spreadsheet, CSV or JSON Lines file",
		Long: `Log the claims of a file: a workbook (.xlsx), a table with commas, semicolons, tabs or bars between its
cells, or JSON Lines as tracker export writes them. docs/format.md describes them all. FILE - is standard input.

Columns may have the titles that people use (Date, Who, Quote, Confidence %, Deadline, Outcome, Link …).
--preview shows how each was understood and the first claims as sentences, and writes nothing; on a terminal a plain
import shows that and asks once. Days like 3/4/2025 are read as the other days of their column show, or as --dates says.
--map changes what a column is (statement, quote, speaker, stated_on, deadline, confidence, hedge.low, hedge.high, outcome,
verdict.at, verdict.event_date, verdict.note, evidence, url, outlet, archive_url, event, tags, criterion, condition, notes,
type, key, baseline_p, or nothing) and what a word in it stands for.

The whole file is checked first, and every problem is reported; nothing is written if there is one, unless --skip-bad
keeps the good lines. Then it is written in batches of 2,000 claims (on a server the first may be larger), all under one
command: tracker undo takes the import back, whole. An interrupted import leaves whole batches; the same command again adds the rest.

A claim that the book has already (the same uid, else the same key, else the same speaker, day,
statement, quote and deadline phrase) is skipped; when the file says something else about it, that is
a problem, unless --update changes the book.

--baselines FILE logs nothing: it sets baseline_p, what a market or a crowd gave the claims that its lines name by
key or uid, with the day on which it did, which must not lie after the window's end. It is one change, which
tracker undo takes back; score --wide and explain set the speaker against it.`,
		Example: "  tracker import desk.xlsx --preview\n  tracker import sheet.csv --map Who=speaker --map \"Said on=stated_on\" --map \"Rating:Mostly true=partial\"\n  tracker import sheet.csv --dates dmy --skip-bad --problems bad.txt\n  tracker import --baselines market.csv",
		Args: func(cmd *cobra.Command, args []string) error {
			if baselines != "" {
				return cobra.NoArgs(cmd, args)
			}
			return cobra.ExactArgs(1)(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if baselines != "" {
				return importBaselines(cmd, e, *o, baselines)
			}
			o.File = args[0]
			return importFile(cmd.Context(), e, *o)
		},
	}
	cmd.Flags().StringVar(&o.Format, "format", "", "`FORMAT`: jsonl, csv or xlsx (default: what the file is)")
	tableFlags(cmd, &o.Table)
	cmd.Flags().BoolVar(&o.Preview, "preview", false, "show how the columns of a table are understood, and write nothing")
	cmd.Flags().StringVar(&o.Problems, "problems", "", "write all problems to `FILE`; 20 are shown")
	cmd.Flags().StringVar(&baselines, "baselines", "", "set what a market or a crowd gave claims, from `FILE` with key or uid, p and day")
	cmd.Flags().BoolVar(&o.SkipBad, "skip-bad", false, "log the good lines, and report the others")
	cmd.Flags().BoolVar(&o.Update, "update", false, "where the file differs from the book, change the book")
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, "check the file and write nothing")
	completion.Fixed(cmd, "format", "jsonl", "csv", "xlsx")
	e.lexiconFlags(cmd)
	return cmd
}

// tableFlags are the flags that only a table has.
func tableFlags(cmd *cobra.Command, t *intake.Table) {
	cmd.Flags().StringArrayVar(&t.Columns, "map", nil, "`COLUMN=MEMBER`: what a column of a table is, or COLUMN:WORD=VALUE: what a word in it stands for; may be repeated")
	cmd.Flags().StringVar(&t.MapFile, "map-file", "", "take the --map lines of `FILE`")
	cmd.Flags().StringVar(&t.SaveMap, "save-map", "", "write to `FILE` what every column is taken for")
	cmd.Flags().StringVar(&t.Dates, "dates", "", "`ORDER` of days like 3/4/2025: dmy or mdy")
	cmd.Flags().StringVar(&t.Encoding, "encoding", "", "`NAME` of the encoding of a table that is not UTF-8, such as windows-1252")
	cmd.Flags().StringVar(&t.Sheet, "sheet", "", "`NAME` of the sheet of a workbook (default: the first)")
	cmd.Flags().StringVar(&t.Note, "evidence-note", "", "`TEXT` that verdicts without evidence rest on")
	cmd.Flags().StringVar(&t.Speaker, "speaker", "", "`NAME` of who said it all, in a table without a column for that")
	cmd.Flags().StringVar(&t.Said, "said", "", "`DAY` on which it was all said, likewise")
	cmd.Flags().StringVar(&t.Questions, "questions", "", "`FILE` with the questions of a site's forecasts")
	completion.Fixed(cmd, "dates", "dmy", "mdy")
}

func importFile(ctx context.Context, e *env, o intake.Options) error {
	return intake.Run(ctx, intake.Program{
		Teller: e.Screen, In: e.In, Out: e.Out, Err: e.Err, Asks: e.TTYIn,
		Now: e.Instant(), Today: e.Today(), Order: e.Dates(date.Past).Order,
		Bar: func(total int64, what string) intake.Bar { return e.Progress(total, what) },
		Open: func(ctx context.Context, writes bool) (intake.Book, *claims.Reader, error) {
			return e.importBook(ctx, writes)
		},
		Spare: e.spareBook, Save: func(path string, write func(io.Writer) error) error { return e.output(ctx, path, write) },
	}, o)
}

// importBook opens the book, and what reads claims for it; no book where a
// run that writes nothing would have to make one.
func (e *env) importBook(ctx context.Context, writes bool) (intake.Book, *claims.Reader, error) {
	open := e.book
	if !writes {
		open = e.bookThere
	}
	b, err := open(ctx)
	if err != nil {
		return nil, nil, err
	}
	r, err := e.reader(ctx, b)
	if b == nil {
		return nil, r, err
	}
	return importedBook{b, e}, r, err
}

// importedBook is a book as an import sees it.
type importedBook struct {
	*store.Book
	e *env
}

func (b importedBook) Count(ctx context.Context) (int, error) {
	return b.Book.Count(ctx, claims.Filter{Statuses: claims.Statuses}, b.e.Instant())
}

func (b importedBook) Known(ctx context.Context, list []*claims.Claim) (intake.Known, error) {
	return b.Book.Known(ctx, list)
}

func (b importedBook) Undone(c claims.Claim) bool { return c.Withdrawn == store.UndoneReason }

func (b importedBook) Shown(ctx context.Context) (func(kind, name string) string, error) {
	all, err := b.Spellings(ctx)
	return func(kind, name string) string { return all.Shown(store.NameKind(kind), name) }, err
}

func (b importedBook) Import(ctx context.Context, sha256 string) (intake.Writer, error) {
	cmd, err := b.ImportCommand(ctx, b.e.command("import"), sha256)
	return func(done bool, fn func(intake.Batch) error) error {
		return b.Book.Import(ctx, cmd, sha256, done, func(batch *store.Batch) error { return fn(batch) })
	}, err
}
