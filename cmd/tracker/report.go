package main

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tracker/board"
	"tracker/claims"
	"tracker/completion"
	"tracker/files"
	"tracker/telling/report"
)

type reportOptions struct {
	boardFlags
	args   []string
	format string
	file   string
	out    string // a folder for several files
	title  string
	chart  string
	open   bool
	check  bool
	json   bool

	about       claims.About
	asOf, since string
	base        string // where the page is published
}

func newReport(e *env) *cobra.Command {
	o := &reportOptions{}
	cmd := &cobra.Command{
		Use:   "report [FILTER…]",
		Short: "Publish the board with every claim behind it",
		Long: `Write a report: what became of everything, what can be said about people, the board, charts, and every
claim with its quote, window, verdict and evidence; each number leads to its claims and can be recomputed
by hand. The same book gives the same bytes on the same day. Whose it is stands in the table [desk] of the
configuration: name, contact, licence, corrections. A page shows the 500 claims stated latest; its figures
count all.

  csv   one row a claim, every figure unformatted    md    tables for a web page or a repository
  json  everything                                   html  one page that needs nothing else
  atom  a feed of what changed last                  ics   a calendar of the windows that are open
  xlsx  a workbook: board, promises, charts, claims, verdicts, method; dates and numbers are typed
  jsonld  what became of claims, as schema.org's ClaimReview, which search engines read

--out DIR writes a site: a page for each speaker, source, event and claim, with JSON beside every page, feeds, a search
that needs no server, and cards and charts to show on other pages (--base-url says where it is published). Written
again, only what changed is; the folder is the site's alone. --format csv --out DIR writes three tables with rounded
figures: claims.csv, which tracker import takes back, verdicts.csv and scores.csv, with 1 for right and 0 for wrong.

--check writes nothing. It says how many claims have a quote, the address of a source, evidence of what is said to
have happened, an archived copy, a criterion, and a verdict by somebody else than who logged them, and which
claims do not. Without one of the first three readers could not follow a claim, and the exit code is 7.`,
		Example:           "  tracker report --format html -o accuracy.html\n  tracker report -o accuracy.xlsx\n  tracker report --format csv speaker:ministry > ministry.csv\n  tracker report --chart reliability -o reliability.svg\n  tracker report --as-of 2026-06-30 --speaker 'The ministry' -o ministry.html\n  tracker report --since-report june.json -o july.md\n  tracker report --out public\n  tracker report --format csv --out tables\n  tracker report --check\n  tracker report --base-url https://www.example.org/accuracy.html -o accuracy.jsonld",
		ValidArgsFunction: e.offers().Filter,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.args = args
			return writeReport(cmd.Context(), e, o)
		},
	}
	o.register(cmd)
	cmd.Flags().StringVar(&o.format, "format", "", "`FORMAT`: "+report.FormatNames()+" (default: the ending of the file, else md)")
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "write to `FILE` instead of standard output")
	cmd.Flags().StringVar(&o.out, "out", "", "write a site into the folder `DIR`; with --format csv three tables")
	cmd.Flags().StringVar(&o.title, "title", "", "the `TITLE`")
	cmd.Flags().StringVar(&o.chart, "chart", "", "only the chart `NAME`, as .svg or its figures as .csv: "+strings.Join(report.ChartNames, ", "))
	cmd.Flags().BoolVar(&o.open, "open", false, "show the file when it is written, in the program that BROWSER names, else in the browser")
	cmd.Flags().StringVar(&o.base, "base-url", "", "the `URL` of the page, or the site, where the report is published; jsonld and atom need it")
	cmd.Flags().StringVar(&o.about.Speaker, "speaker", "", "only the speaker with the whole `NAME`")
	cmd.Flags().StringVar(&o.about.Event, "event", "", "only the event with the whole `NAME`")
	cmd.Flags().StringVar(&o.asOf, "as-of", "", "as the book stood at the end of `DATE`: nothing that was entered later is in it")
	cmd.Flags().StringVar(&o.since, "since-report", "", "say what has changed since an earlier report, a JSON `FILE`")
	cmd.Flags().BoolVar(&o.check, "check", false, "write no report: say what its claims lack; exit code 7 when readers could not follow one")
	cmd.Flags().BoolVar(&o.json, "json", false, "print what --check finds as JSON")
	completion.Fixed(cmd, "format", report.FormatWords()...)
	completion.Fixed(cmd, "chart", report.ChartNames...)
	return cmd
}

func writeReport(ctx context.Context, e *env, o *reportOptions) error {
	if o.check {
		return checkReport(ctx, e, o)
	}
	if o.json {
		return usage("--json goes with --check").WithHint("--format json writes the report as JSON")
	}
	if o.chart != "" {
		return writeChart(ctx, e, o)
	}
	if o.out != "" && o.file == "" && (o.format == "" || o.format == string(report.HTML)) {
		return writeSite(ctx, e, o)
	}
	if o.open && o.file == "" {
		return usage("--open shows a file, and there is none").WithHint("tracker report --open -o accuracy.html")
	}
	format := report.Format(o.format)
	if o.format == "" {
		format = report.Format(cmp.Or(files.Ending(o.file), string(report.Markdown)))
	}
	if !slices.Contains(report.Formats, format) {
		return usage("no format is called %q", format).WithHint("--format %s", report.FormatNames())
	}
	if o.out != "" && (o.file != "" || o.open || format != report.CSV) {
		return usage("--out writes a site, or a folder of CSV").WithHint("tracker report --format csv --out %s, or without --format for a site", o.out)
	}
	var err error
	if o.base, err = report.BaseURL(o.base); err != nil {
		return err
	}
	return e.report(ctx, o, func(r report.Report) error {
		p := e.Beside(o.file, "writing claims")
		defer p.Done()
		if r = r.Telling(p.At); o.out != "" {
			return e.folder(o.out, r.Bundle())
		}
		if err := e.output(ctx, o.file, func(w io.Writer) error { defer p.Done(); return r.Write(w, format) }); err != nil || !o.open {
			return err
		}
		return files.Show(o.file)
	})
}

// writeChart writes one chart of the report, drawn or as its figures.
func writeChart(ctx context.Context, e *env, o *reportOptions) error {
	format := cmp.Or(o.format, files.Ending(o.file), "svg")
	if err := report.CheckChart(o.chart, format); err != nil {
		return err
	}
	if o.open || o.out != "" {
		return usage("--open and --out are for a whole report").WithHint("leave them out, or leave out --chart")
	}
	return e.report(ctx, o, func(r report.Report) error {
		text, err := r.ChartFile(o.chart, format)
		if err != nil {
			return err
		}
		return e.output(ctx, o.file, func(w io.Writer) error {
			_, err := w.Write(text)
			return err
		})
	})
}

// report writes the report of the claims that the arguments mean.
func (e *env) report(ctx context.Context, o *reportOptions, write func(report.Report) error) error {
	then, end, err := o.reads(ctx, e)
	if err != nil {
		return err
	}
	defer end()
	r, err := then.reportOf(ctx, o, nil)
	if err != nil {
		return err
	}
	return write(r)
}

// reportOf makes the report of the book that reads has opened; pages are those of a site, nil for none.
func (e *env) reportOf(ctx context.Context, o *reportOptions, pages report.Pages) (report.Report, error) {
	earlier, err := report.OpenEarlier(o.since)
	if err != nil {
		return report.Report{}, err
	}
	lexicon, err := e.Hedges()
	if err != nil {
		return report.Report{}, err
	}
	corrections, err := report.ReadCorrections(e.opened.Changes(ctx))
	if err != nil {
		return report.Report{}, err
	}
	all := report.NewGathering(board.Grouping(o.By), lexicon, corrections, pages != nil)
	scored, err := e.reported(ctx, o, all, all.Of(e.opened, o.about))
	if err != nil {
		return report.Report{}, err
	}
	r := report.New(scored, report.Options{Title: o.title, BaseURL: o.base, Filter: o.filter(), Desk: report.Desk(e.Desk), Lexicon: lexicon,
		Gathered: all, Pages: pages, CutOff: o.asOf != ""})
	if earlier != nil {
		err = r.ChangedSince(*earlier)
	}
	return r, err
}

// reported is the board of what a report is about, whose claims are handed on.
func (e *env) reported(ctx context.Context, o *reportOptions, to report.Taker, read claimsOf) (board.Board, error) {
	linked, err := e.opened.Linked(ctx)
	if err != nil {
		return board.Board{}, err
	}
	from := board.From{FiguresOnly: true, Sources: true, Each: to.Take, Linked: linked}
	scored, err := e.boardOf(ctx, &o.boardFlags, o.args, read, from)
	if err != nil {
		return board.Board{}, err
	}
	return scored, o.about.Missing(scored.Denominator.Logged, o.args, func(kind, text string) ([]string, error) { return e.opened.Names(ctx, kind, text) })
}
