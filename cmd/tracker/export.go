package main

import (
	"cmp"
	"context"
	"io"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/completion"
	"tracker/exchange"
	"tracker/files"
	"tracker/telling/report"
	"tracker/telling/screen"
)

type exportOptions struct {
	args   []string
	format string
	file   string
	excel  bool
	comma  string
}

func newExport(e *env) *cobra.Command {
	o := &exportOptions{}
	cmd := &cobra.Command{
		Use:   "export [FILTER…]",
		Short: "Write claims as JSON Lines, CSV or a workbook",
		Long: `Write claims with their verdicts, in the order they were logged, as tracker import reads them.
--excel writes the CSV that spreadsheets open as they should, --format fatebook what the site exports: its
forecasts alone. Withdrawn claims are left out unless status:withdrawn asks for them; tracker journal export leaves out nothing.`,
		Example:           "  tracker export > claims.jsonl\n  tracker export -o claims.csv speaker:ministry",
		ValidArgsFunction: e.offers().Filter,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.args = args
			return export(cmd.Context(), e, o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "", "`FORMAT`: jsonl, csv, xlsx or fatebook (default: the ending of the file, else jsonl)")
	cmd.Flags().BoolVar(&o.excel, "excel", false, "write CSV with a byte order mark, and mark numbers that are text")
	cmd.Flags().StringVar(&o.comma, "delimiter", "", "`SIGN` between the cells of CSV: comma, semicolon or tab (default: comma)")
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "write to `FILE` instead of standard output")
	completion.Fixed(cmd, "format", "jsonl", "csv", "xlsx", "fatebook")
	completion.Fixed(cmd, "delimiter", "comma", "semicolon", "tab")
	return cmd
}

func export(ctx context.Context, e *env, o *exportOptions) error {
	f, err := e.filter(o.args)
	if err != nil {
		return err
	}
	write, err := o.writer()
	if err != nil {
		return err
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	return e.output(ctx, o.file, func(w io.Writer) error {
		out, by := write(w), e.judging()
		p := e.Beside(o.file, "writing claims")
		defer p.Done()
		seen := func(c claims.Claim) claims.View { return c.ViewBy(e.Instant(), by) }
		n, err := exchange.WriteAll(out, screen.Counted(p, b.All(ctx, f, e.Instant())), seen, func() { p.At("finishing the file", 0, -1) })
		p.Done()
		if f, ok := out.(*exchange.FatebookWriter); ok && f.Without > 0 {
			e.Sayf("%s without a number left out", report.Count(f.Without, "claim"))
		}
		if n == 0 && err == nil && len(o.args) > 0 {
			e.Sayf("no claim matches; a file to write is named with -o")
		}
		return err
	})
}

// writer returns what makes the writer that the flags ask for.
func (o *exportOptions) writer() (func(io.Writer) exchange.ClaimWriter, error) {
	format := cmp.Or(o.format, files.Ending(o.file), "jsonl")
	if o.format == "" && files.Ending(o.file) == "" && (o.excel || o.comma != "") {
		format = "csv"
	}
	return exchange.Writer(format, o.comma, o.excel)
}

func newJournal(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "journal",
		Short:   "Export the journal, or make a book of one",
		Long:    "The journal is the append-only list of everything anyone did; the tables follow from it.",
		Example: "  tracker journal export -o journal.jsonl\n  tracker init --db copy.db && tracker --db copy.db journal import journal.jsonl",
		Args:    noSuchCommand,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	var file string
	out := &cobra.Command{
		Use:     "export",
		Short:   "Write every entry of the journal as a line of JSON",
		Long:    "Write every entry of the journal as a line of JSON, its body byte for byte.",
		Example: "  tracker journal export -o journal.jsonl",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return journalExport(cmd.Context(), e, file) },
	}
	out.Flags().StringVarP(&file, "output", "o", "", "write to `FILE` instead of standard output")
	in := &cobra.Command{
		Use:     "import FILE",
		Short:   "Fill an empty book from a journal",
		Long:    "Fill an empty book from a journal: the same ids, uids, verdicts and scores. FILE - is standard input.\nNothing is kept when an entry does not fit.",
		Example: "  tracker --db copy.db journal import journal.jsonl",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return journalImport(cmd.Context(), e, args[0]) },
	}
	cmd.AddCommand(out, in)
	return cmd
}

func journalExport(ctx context.Context, e *env, file string) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	return e.output(ctx, file, func(w io.Writer) error {
		p := e.Beside(file, "writing entries")
		defer p.Done()
		for x, err := range screen.Counted(p, b.Journal(ctx)) {
			if err != nil {
				return err
			}
			if err := exchange.WriteEntry(w, x); err != nil {
				return err
			}
		}
		return nil
	})
}

func journalImport(ctx context.Context, e *env, path string) error {
	in, name, _, err := files.Open(path, e.In)
	if err != nil {
		return err
	}
	defer in.Close()
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	p := e.Progress(-1, "replaying entries")
	n, err := b.Restore(ctx, screen.Counted(p, exchange.ReadJournal(in, name)))
	p.Done()
	if err != nil {
		return claims.Hinted(err, "nothing was kept; tracker journal export writes such a file")
	}
	e.Sayf("%d entries replayed", n)
	return nil
}
