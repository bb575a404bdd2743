package main

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tracker/files"
	"tracker/telling/report"
)

type reportOptions struct {
	boardFlags
	args   []string
	format string
	file   string
	title  string
}

func newReport(e *env) *cobra.Command {
	o := &reportOptions{}
	cmd := &cobra.Command{
		Use:   "report [FILTER…]",
		Short: "Publish the board with every claim behind it",
		Long: `Write a report: the board, the whole denominator, chains of postponements, and every claim with its
quote, window, verdict and evidence, so that each number can be recomputed by hand. The same book gives
the same bytes on the same day.

  csv   one row a claim, every figure unformatted    md    tables for a web page or a repository
  json  everything                                   html  one page that needs nothing else`,
		Example:           "  tracker report --format html -o accuracy.html\n  tracker report --format csv speaker:ministry > ministry.csv",
		ValidArgsFunction: e.completeFilter,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.args = args
			return writeReport(cmd.Context(), e, o)
		},
	}
	o.register(cmd)
	cmd.Flags().StringVar(&o.format, "format", "", "`FORMAT`: "+report.FormatNames()+" (default: the ending of the file, else md)")
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "write to `FILE` instead of standard output")
	cmd.Flags().StringVar(&o.title, "title", "", "the `TITLE`")
	fixedCompletion(cmd, "format", formatWords()...)
	return cmd
}

// formatWords are the formats to complete.
func formatWords() []string {
	words := make([]string, len(report.Formats))
	for i, f := range report.Formats {
		words[i] = string(f)
	}
	return words
}

func writeReport(ctx context.Context, e *env, o *reportOptions) error {
	format := report.Format(o.format)
	if o.format == "" {
		format = report.Format(cmp.Or(files.Ending(o.file), string(report.Markdown)))
	}
	if !slices.Contains(report.Formats, format) {
		return usage("no format is called %q", format).WithHint("--format %s", report.FormatNames())
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	board, err := e.board(ctx, b, &o.boardFlags, o.args)
	if err != nil {
		return err
	}
	r := report.New(board, report.Options{Title: o.title, Filter: strings.Join(o.args, " ")})
	return e.output(o.file, func(w io.Writer) error { return r.Write(w, format) })
}
