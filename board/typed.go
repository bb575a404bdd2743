package board

import (
	"cmp"
	"iter"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// Typed is what somebody asks a board for, as it was typed; flags of the same
// names are in the refusals.
type Typed struct {
	By        string
	Windows   string
	Late      string
	Hindsight string
	MinEvents int
	Since     string
	Until     string
	Early     string // "" for what the verdicts say
	Weigh     string // "" for events
	Updates   string // "" for their mean
	Type      string // of claim, "" for every one
	Against   string // "" for no reference of skill
	RankRight bool   // rank by the share right too
	Trend     string // periods to compare, "" for none
	RowsLater bool   // see Options; not where periods are compared
}

// Untyped is what holds where nobody asks for anything else.
func Untyped() Typed {
	return Typed{By: string(BySpeaker), Windows: string(WindowsDefault), Late: "strict", Hindsight: "include",
		MinEvents: scoring.DefaultMinEvents, Weigh: string(WeighEvents), Updates: string(UpdatesMean)}
}

// Policy checks what was typed and returns what it means.
func (t Typed) Policy() (Policy, Options, error) {
	p := Policy{Windows: Windows(t.Windows), Early: claims.EarlyPolicy(t.Early), Weigh: Weigh(cmp.Or(t.Weigh, "events")),
		Updates: Updates(cmp.Or(t.Updates, "mean")), Type: claims.Type(t.Type), ExcludeHindsight: t.Hindsight == "exclude"}
	o := Options{Options: scoring.Options{MinEvents: t.MinEvents}, Against: scoring.Reference(t.Against), Trend: TrendBy(t.Trend)}
	usage := claims.Mistyped
	switch {
	case !slices.Contains(Groupings, Grouping(t.By)):
		return p, o, usage("no grouping is called %q", t.By).WithHint("--by speaker, source, event, tag, hedge or lead")
	case !slices.Contains([]Windows{WindowsDefault, WindowsAll, WindowsExact}, p.Windows):
		return p, o, usage("no window policy is called %q", t.Windows).WithHint("--windows default, all or exact")
	case t.Early != "" && p.Early != claims.EarlyStrict && p.Early != claims.EarlyCredit:
		return p, o, usage("--early %q is neither strict nor credit", t.Early).WithHint("--early strict or credit; without it each verdict says")
	case p.Weigh != WeighEvents && p.Weigh != WeighClaims:
		return p, o, usage("--weigh %q is neither events nor claims", t.Weigh).WithHint("--weigh events or claims")
	case !slices.Contains([]Updates{UpdatesMean, UpdatesFirst, UpdatesLast}, p.Updates):
		return p, o, usage("--updates %q is none of mean, first and last", t.Updates).WithHint("--updates mean, first or last")
	case p.Weigh == WeighClaims && p.Updates != UpdatesMean:
		return p, o, usage("--updates says what counts on one question, and with --weigh claims every claim does").WithHint("leave one of them out")
	case t.Type != "" && !slices.Contains(claims.Types, claims.Type(t.Type)):
		return p, o, usage("no type is called %q", t.Type).WithHint("--type promise, plan or forecast")
	case t.Hindsight != "include" && t.Hindsight != "exclude":
		return p, o, usage("--hindsight %q is neither include nor exclude", t.Hindsight).WithHint("--hindsight include or exclude")
	case t.Against != "" && !slices.Contains(scoring.References, o.Against):
		return p, o, usage("no reference of skill is called %q", t.Against).WithHint("--against half, base, book or baseline")
	case t.Trend != "" && o.Trend != TrendHalves && o.Trend != TrendQuarter:
		return p, o, usage("--trend %q is neither quarter nor halves", t.Trend).WithHint("--trend quarter or halves")
	case t.Trend != "" && p.Weigh == WeighClaims:
		return p, o, usage("a trend compares events, and with --weigh claims each claim counts").WithHint("leave one of them out")
	case t.MinEvents < 1:
		return p, o, usage("--min-events %d is not at least 1", t.MinEvents).WithHint("--min-events %d is the default", scoring.DefaultMinEvents)
	}
	var err error
	if p.Late, err = scoring.ParseLate(t.Late); err != nil {
		return p, o, usage("%v", err).WithHint("--late strict, linear:30d or decay:14d")
	}
	return p, o, nil
}

// Filter narrows a filter to the bounds on dates that were typed. A board
// counts withdrawn claims too: they stand in its denominator.
func (t Typed) Filter(f claims.Filter, dates date.Options) (claims.Filter, error) {
	f.By.Early = claims.EarlyPolicy(t.Early)
	if len(f.Statuses) == 0 {
		f.Statuses = claims.Statuses
	}
	for _, bound := range []struct {
		flag, text string
		into       *calendar.Day
	}{{"since", t.Since, &f.StatedFrom}, {"until", t.Until, &f.StatedTo}} {
		if bound.text == "" {
			continue
		}
		var err error
		if *bound.into, err = claims.ReadDay(bound.flag, bound.text, dates); err != nil {
			return f, err
		}
	}
	return f, nil
}

// NeedsParts reports whether rows rest on the sources and tags of a claim.
func (t Typed) NeedsParts() bool {
	return Grouping(t.By) == BySource || Grouping(t.By) == ByTag
}

// From is where a board's claims come from.
type From struct {
	Claims      func(claims.Filter) iter.Seq2[claims.Claim, error]
	Filter      claims.Filter // what Typed.Filter has made
	Lexicon     *hedge.Lexicon
	Today       calendar.Day
	FiguresOnly bool
	Linked      map[claims.UID]bool // see Options
	Sources     bool
	Speakers    []string // whose claims are kept, of a board for its figures only
	Part        Part     // see Options
	// Whole, where there is one, reads the claims of the first of them again,
	// whole.
	Whole func(claims.Filter) iter.Seq2[claims.Claim, error]
	Each  func(Judged, Policy, calendar.Day)
	Ended func() bool // see Options

	Choices bool                                     // other choices than those of the board are to be tried
	Alone   func() (map[claims.ID]claims.UID, error) // see Options
}

// Board makes the board that was asked for, of the claims that a filter means.
func (t Typed) Board(from From) (Board, error) {
	policy, options, err := t.Policy()
	if err != nil {
		return Board{}, err
	}
	options.Root, policy.Lexicon = Root(from.Lexicon), from.Lexicon
	if options.Against == scoring.AgainstBook {
		book, err := t.wholeBook(from)
		if err != nil {
			return Board{}, err
		}
		options.Book = book.Forecasts()
	}
	options.FiguresOnly, options.RankRight, options.Part = from.FiguresOnly, t.RankRight, from.Part
	options.Linked, options.Sources, options.Each, options.Ended = from.Linked, from.Sources, from.Each, from.Ended
	options.RowsLater = t.RowsLater && t.Trend == ""
	options.Keep = func(speaker string) bool { return slices.Contains(from.Speakers, speaker) }
	if options.Alone = from.Alone; from.Choices {
		if options.Choices, err = policy.Choices(from.Lexicon); err != nil {
			return Board{}, err
		}
	}
	s := newScorer(Grouping(t.By), policy, from.Today, options)
	var one claims.Claim
	for c, err := range ahead(from.Claims(from.Filter)) {
		if err != nil {
			return Board{}, err
		}
		one = c
		s.take(&one)
	}
	b := s.finish()
	if from.Whole == nil {
		return b, nil
	}
	return b, b.fill(from)
}

// fill puts the whole claims of a speaker in the place of what was read of
// them for their figures.
func (b Board) fill(from From) error {
	at := map[claims.ID]int{}
	for i, j := range b.Judged {
		if j.Claim.Speaker == from.Speakers[0] {
			at[j.Claim.ID] = i
		}
	}
	f, known := from.Filter, sides{}
	f.Speakers = append(slices.Clone(f.Speakers), from.Speakers[0])
	for c, err := range from.Whole(f) {
		if err != nil {
			return err
		}
		if i, kept := at[c.ID]; kept {
			b.Judged[i] = known.judge(b.Policy, &c, b.AsOf)
		}
	}
	return nil
}

// wholeBook is the board of everything, by the same policy.
func (t Typed) wholeBook(from From) (Board, error) {
	t.By, t.Since, t.Until, t.Type, t.Against, t.Trend, t.RankRight = string(BySpeaker), "", "", "", "", "", false
	var err error
	if from.Filter, err = t.Filter(claims.Filter{}, date.Options{}); err != nil {
		return Board{}, err
	}
	from.FiguresOnly, from.Speakers, from.Whole, from.Sources, from.Each, from.Part, from.Choices = true, nil, nil, false, nil, PartClaims, false
	return t.Board(from)
}
