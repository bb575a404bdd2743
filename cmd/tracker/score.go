package main

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
	"tracker/scoring"
	"tracker/store"
	"tracker/telling/screen"
)

// boardFlags are the choices a board rests on; score and report share them.
type boardFlags struct {
	by        string
	windows   string
	late      string
	hindsight string
	minEvents int
	since     string
	until     string
	early     string // "" for what the verdicts say
	weigh     string // "" for events
	updates   string // "" for their mean
	kind      string // type of claim, "" for every one
	against   string // "" for no reference of skill
	rankRight bool   // rank by the share right too
	trend     string // periods to compare, "" for none
}

// register adds every flag of a board.
func (f *boardFlags) register(cmd *cobra.Command) {
	f.registerPolicy(cmd)
	s := cmd.Flags()
	s.StringVar(&f.by, "by", f.by, "`ROWS`: speaker, source, event, tag, hedge or lead")
	s.IntVar(&f.minEvents, "min-events", f.minEvents, "`N` events a speaker needs to be ranked")
	fixedCompletion(cmd, "by", "speaker", "source", "event", "tag", "hedge", "lead")
}

// registerPolicy adds the flags that say which claims count, and how; rows are
// speakers.
func (f *boardFlags) registerPolicy(cmd *cobra.Command) {
	f.by, f.minEvents = string(board.BySpeaker), scoring.DefaultMinEvents
	s := cmd.Flags()
	s.StringVar(&f.windows, "windows", string(board.WindowsDefault), "`WHICH` windows count: default, all or exact")
	s.StringVar(&f.late, "late", "strict", "`CREDIT` for what came late: strict, linear:30d or decay:14d")
	s.StringVar(&f.early, "early", "", "`HOW` what came early is judged: strict (never as said) or credit (always; promises and plans)")
	s.StringVar(&f.weigh, "weigh", string(board.WeighEvents), "`WHAT` weighs the same in means and shares: events or claims")
	s.StringVar(&f.updates, "updates", string(board.UpdatesMean), "`WHICH` of several statements by one speaker on one question counts: mean, first or last")
	s.StringVar(&f.kind, "type", "", "only claims of `TYPE`: promise, plan or forecast")
	s.StringVar(&f.hindsight, "hindsight", "include", "`HOW` claims logged after their window closed are treated: include or exclude")
	s.StringVar(&f.since, "since", "", "only what was stated on `DATE` or later")
	s.StringVar(&f.until, "until", "", "only what was stated on `DATE` or earlier")
	fixedCompletion(cmd, "windows", "default", "all", "exact")
	fixedCompletion(cmd, "late", "strict", "linear:30d", "decay:14d")
	fixedCompletion(cmd, "hindsight", "include", "exclude")
	fixedCompletion(cmd, "early", "strict", "credit")
	fixedCompletion(cmd, "weigh", "events", "claims")
	fixedCompletion(cmd, "updates", "mean", "first", "last")
	fixedCompletion(cmd, "type", "promise", "plan", "forecast")
}

// policy checks the flags and returns what they mean.
func (f *boardFlags) policy() (board.Policy, board.Options, error) {
	p := board.Policy{Windows: board.Windows(f.windows), Early: claims.EarlyPolicy(f.early), Weigh: board.Weigh(cmp.Or(f.weigh, "events")),
		Updates: board.Updates(cmp.Or(f.updates, "mean")), Type: claims.Type(f.kind), ExcludeHindsight: f.hindsight == "exclude"}
	o := board.Options{Options: scoring.Options{MinEvents: f.minEvents}, Against: scoring.Reference(f.against), Trend: board.TrendBy(f.trend)}
	switch {
	case !slices.Contains(board.Groupings, board.Grouping(f.by)):
		return p, o, usage("no grouping is called %q", f.by).WithHint("--by speaker, source, event, tag, hedge or lead")
	case !slices.Contains([]board.Windows{board.WindowsDefault, board.WindowsAll, board.WindowsExact}, p.Windows):
		return p, o, usage("no window policy is called %q", f.windows).WithHint("--windows default, all or exact")
	case f.early != "" && p.Early != claims.EarlyStrict && p.Early != claims.EarlyCredit:
		return p, o, usage("--early %q is neither strict nor credit", f.early).WithHint("--early strict or credit; without it each verdict says")
	case p.Weigh != board.WeighEvents && p.Weigh != board.WeighClaims:
		return p, o, usage("--weigh %q is neither events nor claims", f.weigh).WithHint("--weigh events or claims")
	case !slices.Contains([]board.Updates{board.UpdatesMean, board.UpdatesFirst, board.UpdatesLast}, p.Updates):
		return p, o, usage("--updates %q is none of mean, first and last", f.updates).WithHint("--updates mean, first or last")
	case p.Weigh == board.WeighClaims && p.Updates != board.UpdatesMean:
		return p, o, usage("--updates says what counts on one question, and with --weigh claims every claim does").WithHint("leave one of them out")
	case f.kind != "" && !slices.Contains(claims.Types, claims.Type(f.kind)):
		return p, o, usage("no type is called %q", f.kind).WithHint("--type promise, plan or forecast")
	case f.hindsight != "include" && f.hindsight != "exclude":
		return p, o, usage("--hindsight %q is neither include nor exclude", f.hindsight).WithHint("--hindsight include or exclude")
	case f.against != "" && !slices.Contains(scoring.References, o.Against):
		return p, o, usage("no reference of skill is called %q", f.against).WithHint("--against half, base, book or baseline")
	case f.trend != "" && o.Trend != board.TrendHalves && o.Trend != board.TrendQuarter:
		return p, o, usage("--trend %q is neither quarter nor halves", f.trend).WithHint("--trend quarter or halves")
	case f.trend != "" && p.Weigh == board.WeighClaims:
		return p, o, usage("a trend compares events, and with --weigh claims each claim counts").WithHint("leave one of them out")
	case f.minEvents < 1:
		return p, o, usage("--min-events %d is not at least 1", f.minEvents).WithHint("--min-events %d is the default", scoring.DefaultMinEvents)
	}
	var err error
	if p.Late, err = scoring.ParseLate(f.late); err != nil {
		return p, o, usage("%v", err).WithHint("--late strict, linear:30d or decay:14d")
	}
	return p, o, nil
}

// filter reads the filter arguments and the bounds on dates. A board counts
// withdrawn claims too: they stand in its denominator.
func (f *boardFlags) filter(e *env, args []string) (claims.Filter, error) {
	filter, err := e.filter(args)
	if err != nil {
		return filter, err
	}
	filter.By.Early = claims.EarlyPolicy(f.early)
	if len(filter.Statuses) == 0 {
		filter.Statuses = claims.Statuses
	}
	for _, b := range []struct {
		flag, text string
		into       *calendar.Day
	}{{"since", f.since, &filter.StatedFrom}, {"until", f.until, &filter.StatedTo}} {
		if b.text == "" {
			continue
		}
		if *b.into, err = claims.ReadDay(b.flag, b.text, e.Dates(date.Past)); err != nil {
			return filter, err
		}
	}
	return filter, nil
}

// board scores the claims of a book that the arguments mean, and keeps them
// whole.
func (e *env) board(ctx context.Context, b *store.Book, f *boardFlags, args []string) (board.Board, error) {
	return e.boardOf(ctx, f, args, b.All, false)
}

// figures is board for its figures alone: it reads only what they rest on,
// which is much faster. Sources and tags hang on whole claims.
func (e *env) figures(ctx context.Context, b *store.Book, f *boardFlags, args []string) (board.Board, error) {
	if by := board.Grouping(f.by); by == board.BySource || by == board.ByTag {
		return e.board(ctx, b, f, args)
	}
	return e.boardOf(ctx, f, args, b.Scorable, true)
}

// claimsOf reads the claims that a filter means.
type claimsOf func(context.Context, claims.Filter, claims.Instant) iter.Seq2[claims.Claim, error]

func (e *env) boardOf(ctx context.Context, f *boardFlags, args []string, read claimsOf, figuresOnly bool) (board.Board, error) {
	policy, options, err := f.policy()
	if err != nil {
		return board.Board{}, err
	}
	lexicon, err := e.Hedges()
	if err != nil {
		return board.Board{}, err
	}
	options.Root, policy.Lexicon = board.Root(lexicon), lexicon
	filter, err := f.filter(e, args)
	if err != nil {
		return board.Board{}, err
	}
	if options.Against == scoring.AgainstBook {
		whole := boardFlags{by: string(board.BySpeaker), windows: f.windows, late: f.late, hindsight: f.hindsight, minEvents: f.minEvents,
			early: f.early, weigh: f.weigh, updates: f.updates}
		book, err := e.boardOf(ctx, &whole, nil, read, false)
		if err != nil {
			return board.Board{}, err
		}
		options.Book = book.Forecasts()
	}
	options.FiguresOnly, options.RankRight = figuresOnly, f.rankRight
	var failed error
	scored := board.Score(until(ahead(read(ctx, filter, e.Instant())), &failed), board.Grouping(f.by), policy, e.Today(), options)
	return scored, failed
}

// until yields the values of a sequence up to its first error, which it
// keeps.
func until[T any](seq iter.Seq2[T, error], failed *error) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v, err := range seq {
			if *failed = err; err != nil || !yield(v) {
				return
			}
		}
	}
}

type scoreOptions struct {
	boardFlags
	args    []string
	json    bool
	look    screen.Look
	rank    string   // by which figure speakers are ranked
	slip    bool     // show how long promises took instead
	choices bool     // show what other choices would change
	file    string   // a table of forecasts instead of a book
	columns []string // of that table
	skipBad bool
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
number), with “will” at 85 and 99 %, without partials, and without each event in turn. It says which
conclusions change: a Brier score that passes 0.25, two rows of at least --min-events events in another
order, rank intervals that tell two speakers apart or no longer do. In a pipe it prints, instead of the
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
		ValidArgsFunction: e.completeFilter,
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
	fixedCompletion(cmd, "rank", "brier", "right")
	cmd.Flags().StringVar(&o.against, "against", "", "measure skill against `REFERENCE`: half, base, book or baseline")
	cmd.Flags().StringVar(&o.file, "forecasts", "", "score the table `FILE.csv` (- is standard input) instead of a book")
	cmd.Flags().BoolVar(&o.skipBad, "skip-bad", false, "score the good rows of the table, and report the others")
	cmd.Flags().StringArrayVar(&o.columns, "map", nil, "`COLUMN=MEMBER`: what a column of the table is; may be repeated")
	fixedCompletion(cmd, "against", "half", "base", "book", "baseline")
	cmd.Flags().StringVar(&o.trend, "trend", "", "how it changed from `PERIOD` to period: halves, which are tested, or quarter, instead of the board")
	fixedCompletion(cmd, "trend", "halves", "quarter")
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
	o.rankRight = o.rank == "right"
	read := e.figures
	if o.choices {
		read = e.board
	}
	scored, err := read(ctx, b, &o.boardFlags, o.args)
	if err != nil {
		return err
	}
	var sensitivity *board.Sensitivity
	if o.choices {
		s, err := e.sensitivity(&o.boardFlags, scored)
		if err != nil {
			return err
		}
		sensitivity = &s
	}
	switch {
	case o.json:
		return e.JSON(struct {
			Schema string `json:"schema"`
			board.Board
			Sensitivity *board.Sensitivity `json:"sensitivity,omitempty"`
		}{"tracker.score/1", scored, sensitivity})
	case o.slip:
		e.Slip(scored)
	case o.trend != "":
		e.Trend(scored, board.TrendBy(o.trend), o.look.All)
	case sensitivity == nil:
		e.Board(scored, o.look)
	case e.TTYOut:
		e.DrawBoard(scored, o.look)
		e.Sensitivity(scored, *sensitivity)
	default:
		e.Sensitivity(scored, *sensitivity)
	}
	return nil
}

// sensitivity makes a board again under the choices that could have been made
// otherwise.
func (e *env) sensitivity(f *boardFlags, b board.Board) (board.Sensitivity, error) {
	_, options, err := f.policy()
	if err != nil {
		return board.Sensitivity{}, err
	}
	lexicon, err := e.Hedges()
	if err != nil {
		return board.Sensitivity{}, err
	}
	choices, err := b.Choices(lexicon)
	options.Root = board.Root(lexicon)
	return b.Sensitivity(choices, options), err
}
