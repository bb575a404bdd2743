package main

import (
	"context"
	"runtime/debug"

	"github.com/spf13/cobra"

	"tracker/exchange"
	"tracker/files"
	"tracker/intake"
	"tracker/scoring"
	"tracker/telling/report"
	"tracker/telling/screen"
)

// notForForecasts are the flags of score that only make sense for a book.
var notForForecasts = []string{"db", "by", "windows", "late", "early", "weigh", "updates", "type", "hindsight", "since", "until", "against", "rank", "wide", "all", "slip", "sensitivity", "trend", "lexicon", "lexicon-mode", "scale"}

// checkForecasts refuses what cannot go together with --forecasts, and the
// other way round.
func checkForecasts(cmd *cobra.Command, o *scoreOptions) error {
	if !cmd.Flags().Changed("forecasts") {
		switch {
		case o.skipBad:
			return usage("--skip-bad is about a table of forecasts").WithHint("tracker score --forecasts FILE.csv --skip-bad")
		case o.encoding != "":
			return usage("--encoding is about a table of forecasts").WithHint("tracker score --forecasts FILE.csv --encoding %s", o.encoding)
		case len(o.columns) > 0:
			return usage("--map names the columns of a table of forecasts").WithHint("tracker score --forecasts FILE.csv --map %s", o.columns[0])
		}
		return nil
	}
	if o.file == "" {
		return usage("--forecasts is empty").WithHint("tracker score --forecasts FILE.csv, - is standard input")
	}
	if len(o.args) > 0 {
		return usage("--forecasts takes the whole file, and no filter: %q", o.args[0]).WithHint("leave the filter out, or --forecasts")
	}
	for _, name := range notForForecasts {
		if cmd.Flags().Changed(name) {
			return usage("--%s is about a book, and --forecasts reads none", name).WithHint("leave --%s out, or --forecasts", name)
		}
	}
	if o.MinEvents < 1 {
		_, _, err := o.Policy()
		return err
	}
	return nil
}

// scoreForecasts scores a table of forecasts. It opens no book.
func scoreForecasts(ctx context.Context, e *env, o *scoreOptions) error {
	columns, err := intake.ReadColumns(o.columns)
	if err != nil {
		return err
	}
	in, name, size, err := files.Open(o.file, e.In)
	if err != nil {
		return err
	}
	defer in.Close()
	debug.SetGCPercent(30) // rows have no pointers to follow
	bar := e.Progress(size, "reading bytes")
	table, left, err := exchange.ReadForecasts(screen.Interruptible{Context: ctx, In: in}, name,
		exchange.ForecastOptions{Columns: columns, SkipBad: o.skipBad, Progress: bar.Set, Encoding: o.encoding, Again: files.Rewind(in, size)})
	bar.Done()
	if err != nil {
		return err
	}
	e.Refuse(left.Bad)
	if left.Encoding != "" {
		e.Sayf("read as %s", left.Encoding)
	}
	if left.Weightless > 0 {
		e.Sayf("%s of weight 0 left out", report.Count(left.Weightless, "row"))
	}
	scores := table.Score(scoring.Options{MinEvents: o.MinEvents})
	if o.json {
		return e.JSON(scores)
	}
	e.Scores(scores)
	return nil
}
