package main

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"tracker/board"
	"tracker/completion"
	"tracker/store"
	"tracker/telling/report"
	"tracker/telling/screen"
)

type scoreOptions struct {
	boardFlags
	args     []string
	json     bool
	look     screen.Look
	rank     string   // by which figure speakers are ranked
	slip     bool     // show how long promises took instead
	choices  bool     // show what other choices would change
	file     string   // a table of forecasts instead of a book
	columns  []string // of that table
	skipBad  bool
	encoding string // of that table
}

func newScore(e *env) *cobra.Command {
	o := &scoreOptions{}
	cmd := &cobra.Command{
		Use:   "score [FILTER…]",
		Short: "The board: who was right, how often, how sure",
		Long: `Score the resolved claims of a book. By default a claim counts when its window and grace are over, the
window is neither vague nor a lower bound (or somebody accepted it), and the verdict is yes, no or
partial. What happened after its window counts as not having happened: the window is part of the claim.
What came early is as good as said for a promise, and for a plan when its verdict says so; --early strict or
credit decides for all.

Promises and plans stand in a table of their own, one row a speaker: kept in time, of those that can be told;
kept late, and by how much; broken; open; how often a date was moved. A promise whose date was moved counts
once, by its first date. They are in the second table too, by their words; --type forecast leaves them out.

right       events on which the side taken was right, of those on which one was taken, with the 95 % interval
Brier       mean of (p − y)²: 0 is best, 0.25 is always saying 50 %, with the 95 % interval over events
            --rank right ranks speakers by it, for books without numbers
no side     claims that said neither yes nor no: could, may, hopes
untestable  claims without an end to their window, of those not withdrawn

Every event weighs the same, however often a speaker came back to it: a claim weighs its part of its event.
Several statements by one speaker on one question, which is an event and the end of a window, count once, by
their mean; --updates first or last takes one of them. --weigh claims weighs every claim the same. Rows with
fewer than --min-events events are shown with --all when there are many; --wide adds ranks, with their
intervals, and terms.

--against half is always saying 50 %; base is the row's own base rate, which knows the outcomes; book is
the base rate of the book's other events, whatever the filter; baseline is baseline_p, on the claims that
have one. Skill needs 10 events. Rows by hedge gather the inflections of an entry of the lexicon; rows by lead
are the days from the statement to the end of its window: to 7, 30, 90, 365, longer.

In a pipe the columns are name, scored, logged, right, of, share, low, high, Brier, low, high and,
with --against, skill, separated by tabs; an unknown figure is empty.

--sensitivity makes the board again under the other --late and --windows policies, without what was
logged in hindsight, with the scales of ICD 203, IPCC and Kent (words that one does not have keep their
number), with “will” at 85 and 99 %, with words that nobody has asked readers about at the ends of their
ranges, without partials, and without each event in turn. It says which conclusions change: a Brier score
that passes 0.25, two rows of at least --min-events events in another order, who is said to be better than
whom. A choice that touches no claim is not tested. In a pipe it prints, instead of the
board, choice, claims touched, scored, right, sided, Brier, number of changes and the first three.

--slip shows how long promises and plans took until they happened, in units of the time promised, each by its
first date and once its time is over. What was taken back or became impossible never happens; what was not
there when last looked at waits. In a pipe its columns are name, n, met, never, waiting, and the time until a
quarter, half and four in five had happened and the days until half had, each with low and high.

--trend halves sets the first half of a row's events, by the day of the first statement on each, against the
second, from eight in each: the Brier score and, of promises whose time is over, how long they took. Quarters are
shown and not tested. In a pipe the first word says what follows: said, name, period, first and last day, events,
right, of, low, high, Brier, low, high; or promises, name, period, first and last day, n, met, the time until half
had happened in units of the time promised, low, high.

--forecasts scores any table (CSV, .xlsx) with the columns speaker, p and y (what happened: 0 to 1, yes, no)
and, where there are any, event and weight; every row counts, and no book is opened or made. In a pipe
its columns are name, forecasts, events, right, sided, share, low, high, Brier, low, high.

tracker explain SPEAKER shows the arithmetic behind a row. Exit codes: 0 whatever the figures are, 2 for
flags that do not go together, 3 for a table that is refused, 4 for one that is not there.`,
		Example: `  tracker score
  tracker score --by source --windows all
  tracker score --against book --since 2017-01-01
  tracker score speaker:nasa --late linear:30d --json
  tracker score --sensitivity
  tracker score --slip --by tag
  tracker score --trend halves
  tracker score --trend quarter speaker:nasa
  tracker score --by lead
  tracker score --type forecast --weigh claims
  tracker score --forecasts sheet.csv --map forecaster=speaker --map prob=p`,
		ValidArgsFunction: e.offers().Filter,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.args = args
			if err := checkForecasts(cmd, o); err != nil {
				return err
			}
			if o.file != "" {
				return scoreForecasts(cmd.Context(), e, o)
			}
			return score(cmd.Context(), e, o)
		},
	}
	o.register(cmd)
	e.lexiconFlags(cmd)
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON, with every figure")
	cmd.Flags().BoolVar(&o.look.Wide, "wide", false, "more columns: ranks, events, Brier over hedge readings, timing, slips; and the whole policy")
	cmd.Flags().BoolVar(&o.look.All, "all", false, "also the rows with fewer than --min-events events")
	cmd.Flags().BoolVar(&o.slip, "slip", false, "how long promises and plans really took, instead of the board")
	cmd.Flags().BoolVar(&o.choices, "sensitivity", false, "what other policies, windows and lexicons would change")
	cmd.Flags().StringVar(&o.rank, "rank", "brier", "what speakers are ranked by: `FIGURE` brier, or right for books without numbers")
	completion.Fixed(cmd, "rank", "brier", "right")
	cmd.Flags().StringVar(&o.Against, "against", "", "measure skill against `REFERENCE`: half, base, book or baseline")
	cmd.Flags().StringVar(&o.file, "forecasts", "", "score the table `FILE.csv` (- is standard input) instead of a book")
	cmd.Flags().BoolVar(&o.skipBad, "skip-bad", false, "score the good rows of the table, and report the others")
	cmd.Flags().StringArrayVar(&o.columns, "map", nil, "`COLUMN=MEMBER`: what a column of the table is; may be repeated")
	cmd.Flags().StringVar(&o.encoding, "encoding", "", "`NAME` of the encoding of a table that is not UTF-8, such as windows-1252")
	completion.Fixed(cmd, "against", "half", "base", "book", "baseline")
	cmd.Flags().StringVar(&o.Trend, "trend", "", "how it changed from `PERIOD` to period: halves, which are tested, or quarter, instead of the board")
	completion.Fixed(cmd, "trend", "halves", "quarter")
	exclusive(cmd, "slip", "sensitivity", "trend")
	return cmd
}

func score(ctx context.Context, e *env, o *scoreOptions) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	if o.rank != "brier" && o.rank != "right" {
		return usage("speakers are not ranked by %q", o.rank).WithHint("--rank brier or right")
	}
	o.RankRight, o.RowsLater = o.rank == "right", o.json || !e.TTYOut && !o.slip
	scored, sensitivity, err := e.scored(ctx, b, o)
	if err != nil {
		return err
	}
	switch {
	case o.json:
		return cmp.Or(e.BoardJSON("tracker.score/1", scored, sensitivity), ctx.Err())
	case o.slip:
		e.Slip(scored)
	case o.Trend != "":
		e.Trend(scored, board.TrendBy(o.Trend), o.look.All)
	case sensitivity == nil:
		e.Board(scored, o.look)
	case e.TTYOut:
		e.DrawBoard(scored, o.look)
		e.Sensitivity(scored, *sensitivity)
	default:
		e.Sensitivity(scored, *sensitivity)
	}
	return ctx.Err()
}

// scored is the board and, where that is asked for, what other choices would
// change. The board itself is not made where only that is printed.
func (e *env) scored(ctx context.Context, b *store.Book, o *scoreOptions) (board.Board, *board.Sensitivity, error) {
	if !o.choices {
		scored, err := e.figures(ctx, b, &o.boardFlags, o.args)
		return scored, nil, err
	}
	part, told := board.PartAll, report.MaxChanges
	switch {
	case o.json:
		told = board.EveryTurn
	case !e.TTYOut:
		part = board.PartChoices
	}
	scored, err := e.choosing(ctx, b, &o.boardFlags, o.args, part)
	if err != nil {
		return scored, nil, err
	}
	p := e.Progress(-1, "trying other choices")
	defer p.Done()
	s, err := scored.Sensitivity(ctx, told, p.Steps)
	return scored, &s, err
}
