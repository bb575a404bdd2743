package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"tracker/board"
	"tracker/claims"
	"tracker/clean"
	"tracker/exchange"
	"tracker/files"
	"tracker/intake"
	"tracker/scoring"
	"tracker/telling/screen"
)

// notForForecasts are the flags of score that only make sense for a book.
var notForForecasts = []string{"db", "by", "windows", "late", "early", "weigh", "updates", "type", "hindsight", "since", "until", "against", "rank", "wide", "all", "sensitivity", "lexicon", "lexicon-mode", "scale"}

// checkForecasts refuses what cannot go together with --forecasts, and the
// other way round.
func checkForecasts(cmd *cobra.Command, o *scoreOptions) error {
	if !cmd.Flags().Changed("forecasts") {
		if o.skipBad {
			return usage("--skip-bad is about a table of forecasts").WithHint("tracker score --forecasts FILE.csv --skip-bad")
		}
		if len(o.columns) > 0 {
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
	if o.minEvents < 1 {
		_, _, err := o.policy()
		return err
	}
	return nil
}

// scoreForecasts scores a table of forecasts. It opens no book.
func scoreForecasts(ctx context.Context, e *env, o *scoreOptions) error {
	columns, err := forecastColumns(o.columns)
	if err != nil {
		return err
	}
	in, name, size, err := e.forecasts(o.file)
	if err != nil {
		return err
	}
	defer in.Close()
	bar := e.Progress(size, "reading bytes")
	table, left, err := exchange.ReadForecasts(screen.Interruptible{Context: ctx, In: in}, name,
		exchange.ForecastOptions{Columns: columns, SkipBad: o.skipBad, Progress: bar.Set})
	bar.Done()
	if err != nil {
		return err
	}
	if len(left.Bad) > 0 {
		e.refuse(left.Bad)
	}
	if left.Weightless > 0 {
		e.sayf("%s of weight 0 left out", plural(left.Weightless, "row"))
	}
	scores := table.Score(scoring.Options{MinEvents: o.minEvents})
	if o.json {
		return e.printJSON(scores)
	}
	e.printScores(scores)
	return nil
}

// forecastColumns reads the --map flags.
func forecastColumns(maps []string) (exchange.Columns, error) {
	columns := exchange.Columns{}
	for _, m := range maps {
		mapping, err := intake.ReadMapping(m)
		if err != nil {
			return nil, err
		}
		columns[mapping.Title] = mapping.Member
	}
	return columns, nil
}

// forecasts opens a table; size is -1 where nobody knows it.
func (e *env) forecasts(path string) (in io.ReadCloser, name string, size int64, err error) {
	if path == "-" {
		return io.NopCloser(e.In), "stdin", -1, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, "", 0, files.Missing(path, err)
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = claims.Refuse("", "%s is a directory", path).WithHint("name a file in it")
	}
	if err != nil {
		f.Close()
		return nil, "", 0, err
	}
	if size = info.Size(); !info.Mode().IsRegular() {
		size = -1
	}
	return f, path, size, nil
}

// printScores writes the board of a table of forecasts.
func (e *env) printScores(s scoring.Scores) {
	b := tableBoard(s)
	if !e.TTYOut {
		for _, g := range b.Groups {
			e.printf("%s\n", strings.Join([]string{clean.Line(g.Name), fmt.Sprint(g.N), fmt.Sprint(g.Events), fmt.Sprint(g.Hit.K), fmt.Sprint(g.Hit.N),
				bare(g.Hit.Share), bare(g.Hit.Low), bare(g.Hit.High), bare(g.Brier), bare(g.BrierLow), bare(g.BrierHigh)}, "\t"))
		}
		e.sayf("%s", forecastsSentence(s))
		return
	}
	e.drawColumns(b.Groups, forecastsColumns(b.Leaderboard))
	e.printf("\n")
	if l := b.Leaderboard; l.Sentence != "" {
		e.paragraph(l.Sentence)
	}
	legend := []string{"right: of the forecasts above or below ½", "[ ]: 95 % interval", "–: too few or unknown"}
	e.paragraph(strings.Join(append(legend, rankLegend(b.Leaderboard, true)...), "; "))
	e.paragraph(forecastsSentence(s))
}

// tableBoard is the scores of a table in the shape that boards are drawn from.
func tableBoard(s scoring.Scores) board.Board {
	b := board.Board{By: board.BySpeaker, Leaderboard: &s.Leaderboard}
	for _, g := range s.Groups {
		b.Groups = append(b.Groups, board.Group{Name: g.Name, Figures: g.Figures})
	}
	return b
}

func forecastsColumns(l *scoring.Leaderboard) []boardColumn {
	columns := []boardColumn{
		{"speaker", func(g board.Group) string { return clean.Line(g.Name) }},
		{"forecasts", func(g board.Group) string { return fmt.Sprint(g.N) }},
		{"events", func(g board.Group) string { return fmt.Sprint(g.Events) }},
		{"right", func(g board.Group) string { return hitCell(g.Hit) }},
		{"Brier", func(g board.Group) string { return brierCell(g.Figures) }},
	}
	return append(columns, rankColumns(l, true)...)
}

// forecastsSentence says what the whole table comes to.
func forecastsSentence(s scoring.Scores) string {
	open := ""
	if s.Unresolved > 0 {
		open = fmt.Sprintf("; %s without an outcome left out", plural(s.Unresolved, "row"))
	}
	return fmt.Sprintf("%s by %s on %s%s, Brier %s; 0 best, 0.25 always 50 %%, one-component (others print twice this)",
		plural(s.Overall.N, "forecast"), plural(len(s.Groups), "speaker"), plural(s.Overall.Events, "event"), open, brierText(s.Overall))
}
