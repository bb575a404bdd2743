package main

import (
	"cmp"
	"context"
	"io"
	"os"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/exchange"
	"tracker/files"
	"tracker/reading/date"
)

type exportOptions struct {
	args   []string
	format string
	file   string
}

func newExport(e *env) *cobra.Command {
	o := &exportOptions{}
	cmd := &cobra.Command{
		Use:   "export [FILTER…]",
		Short: "Write claims as JSON Lines or CSV",
		Long: `Write claims with their verdicts, in the order they were logged, as tracker import reads them.
Withdrawn claims are left out unless status:withdrawn asks for them; tracker journal export leaves out nothing.`,
		Example:           "  tracker export > claims.jsonl\n  tracker export -o claims.csv speaker:ministry",
		ValidArgsFunction: e.completeFilter,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.args = args
			return export(cmd.Context(), e, o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "", "`FORMAT`: jsonl or csv (default: the ending of the file, else jsonl)")
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "write to `FILE` instead of standard output")
	fixedCompletion(cmd, "format", "jsonl", "csv")
	return cmd
}

func export(ctx context.Context, e *env, o *exportOptions) error {
	f, err := claims.ParseFilter(o.args, e.dates(date.Past))
	if err != nil {
		return err
	}
	format := cmp.Or(o.format, ending(o.file), "jsonl")
	if format != "jsonl" && format != "csv" {
		return usage("no format is called %q", format).WithHint("--format jsonl or csv")
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	return e.output(o.file, func(w io.Writer) error {
		var out interface {
			Write(claims.View) error
			Flush() error
		} = exchange.WriteJSONL(w)
		if format == "csv" {
			out = exchange.WriteCSV(w)
		}
		by := e.judging()
		for c, err := range b.All(ctx, f, e.instant()) {
			if err != nil {
				return err
			}
			if err := out.Write(c.ViewBy(e.instant(), by)); err != nil {
				return err
			}
		}
		return out.Flush()
	})
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
	return e.output(file, func(w io.Writer) error {
		for x, err := range b.Journal(ctx) {
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
	in, name := e.In, "stdin"
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return files.Missing(path, err)
		}
		defer f.Close()
		in, name = f, path
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	n, err := b.Restore(ctx, exchange.ReadJournal(in, name))
	if err != nil {
		return hinted(err, "nothing was kept; tracker journal export writes such a file")
	}
	e.sayf("%d entries replayed", n)
	return nil
}
