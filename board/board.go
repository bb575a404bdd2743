package board

import (
	"iter"
	"maps"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// Grouping says what the rows of a board are.
type Grouping string

const (
	BySpeaker Grouping = "speaker"
	BySource  Grouping = "source"
	ByEvent   Grouping = "event"
	ByTag     Grouping = "tag"
	ByHedge   Grouping = "hedge"
)

// Groupings lists every grouping.
var Groupings = []Grouping{BySpeaker, BySource, ByEvent, ByTag, ByHedge}

// Group is one row of a board. Role is set by source only: the carriers of a
// claim and the outlets that made one are never added.
type Group struct {
	Name        string      `json:"name"`
	Role        string      `json:"role,omitempty"`
	Denominator Denominator `json:"denominator"`
	scoring.Figures
	BSS       *scoring.BSS `json:"bss,omitempty"` // when Options.Against asks for it
	Timing    Timing       `json:"timing"`
	Vagueness Vagueness    `json:"vagueness"`
}

// The roles of a source.
const (
	Carrier  = "carrier"
	Asserter = "asserter"
)

// Timing says when what happened came, against its window.
type Timing struct {
	Early         int      `json:"early"`
	OnTime        int      `json:"on_time"`
	Late          int      `json:"late"`
	MedianDays    *float64 `json:"median_days"` // late positive, early negative; null when nothing happened with a date
	Postponements int      `json:"postponements"`
	SlipDays      *int     `json:"slip_days"` // by which the ends of chains moved in all; null when none of them has both ends
}

// Vagueness says how much of what was said cannot be tested, as shares of
// what was logged and not withdrawn (untestable, void) and of what was scored
// (hedged beyond testing: a range wider than 0.4).
type Vagueness struct {
	Untestable          *float64 `json:"untestable"`
	HedgedBeyondTesting *float64 `json:"hedged_beyond_testing"`
	Void                *float64 `json:"void"`
}

// Board is the score of many claims, whole and by group.
type Board struct {
	AsOf        calendar.Day         `json:"as_of"`
	By          Grouping             `json:"by"`
	Policy      Policy               `json:"policy"`
	Rules       []string             `json:"rules"` // versions of the deadline rules the windows were read with
	Maps        []string             `json:"maps"`  // versions of the hedge lexicon
	LeftOut     int                  `json:"hindsight_excluded"`
	Denominator Denominator          `json:"denominator"`
	Overall     scoring.Figures      `json:"overall"`
	Groups      []Group              `json:"groups"`
	Leaderboard *scoring.Leaderboard `json:"leaderboard"` // by speaker only

	Judged []Judged `json:"-"` // every claim, in the order given; see Options.FiguresOnly
}

// gathered is a group while it is being filled.
type gathered struct {
	denominator Denominator
	forecasts   []scoring.Forecast
	sided       []scoring.Sided
	wide        int // hedged beyond testing
	timing      Timing
	days        []float64
}

func newGathered() *gathered {
	return &gathered{denominator: Denominator{Void: map[string]int{}}}
}

// Score makes a board of claims as of a day.
func Score(list iter.Seq[claims.Claim], by Grouping, p Policy, asOf calendar.Day, o Options) Board {
	o = o.withDefaults()
	o.NeedEvents, p.MinEvents = scoring.BookEvents, o.MinEvents
	keys := func(c *claims.Claim) []groupKey { return keys(c, by, o.Root) }
	b := Board{AsOf: asOf, By: by, Policy: p, Groups: []Group{}}
	rules, lexicons := map[string]bool{}, map[string]bool{}
	all, groups := newGathered(), map[groupKey]*gathered{}
	for c := range list {
		j := p.Judge(&c, asOf)
		if p.ExcludeHindsight && j.Hindsight {
			b.LeftOut++
			continue
		}
		rules[c.Window.Rules], lexicons[c.Hedge.Map] = true, true
		if !o.FiguresOnly || c.UID != "" {
			b.Judged = append(b.Judged, j)
		}
		all.take(j)
		for _, k := range keys(&c) {
			if groups[k] == nil {
				groups[k] = newGathered()
			}
			groups[k].take(j)
		}
	}
	addChains(b.Judged, keys, groups)
	b.Denominator, b.Overall = all.denominator, all.figures(o)
	b.Rules, b.Maps = versions(rules), versions(lexicons)
	book := o.Book
	if book == nil {
		book = all.forecasts
	}
	for _, k := range slices.SortedFunc(maps.Keys(groups), compareKeys) {
		g := groups[k].group(k, o)
		g.BSS = o.Against.Skill(groups[k].forecasts, book, g.Events)
		b.Groups = append(b.Groups, g)
	}
	if by == BySpeaker {
		board := scoring.Rank(all.forecasts, o.MinEvents)
		b.Leaderboard = &board
	}
	return b
}

// Forecasts returns the scored claims as forecasts under the speakers' own
// names, in the order given.
func (b Board) Forecasts() []scoring.Forecast {
	var out []scoring.Forecast
	for _, j := range b.Judged {
		if j.Bucket == BucketScored {
			out = append(out, j.forecast())
		}
	}
	return out
}

// take books one claim in a group.
func (g *gathered) take(j Judged) {
	g.denominator.count(j)
	if j.Y == nil {
		return
	}
	if j.Right != nil {
		g.sided = append(g.sided, scoring.Sided{Event: claims.Fold(j.Claim.Event), Right: *j.Right})
	}
	if v := j.Claim.Verdict; v.Happened() && v.Day != 0 {
		g.days = append(g.days, float64(j.DaysLate))
		switch {
		case j.DaysLate < 0:
			g.timing.Early++
		case j.DaysLate > 0:
			g.timing.Late++
		default:
			g.timing.OnTime++
		}
	}
	if j.Bucket != BucketScored {
		return
	}
	if scoring.BeyondTesting(*j.Low, *j.High) {
		g.wide++
	}
	g.forecasts = append(g.forecasts, j.forecast())
}

// figures measures what the group holds; the hit share counts claims without
// a number too.
func (g *gathered) figures(o Options) scoring.Figures {
	f := scoring.Measure(g.forecasts, o.Options)
	f.Hit = scoring.HitShare(g.sided)
	return f
}

func (g *gathered) group(k groupKey, o Options) Group {
	d := g.denominator
	standing := d.Logged - d.Withdrawn
	out := Group{Name: k.name, Role: k.role, Denominator: d, Figures: g.figures(o), Timing: g.timing,
		Vagueness: Vagueness{share(d.Untestable, standing), share(g.wide, d.Scored), share(d.Voided(), standing)}}
	if len(g.days) > 0 {
		out.Timing.MedianDays = new(median(g.days))
	}
	return out
}

// share returns n of all, nil of none.
func share(n, all int) *float64 {
	if all == 0 {
		return nil
	}
	return new(float64(n) / float64(all))
}

// median returns the middle of xs, which it sorts; xs must not be empty.
func median(xs []float64) float64 {
	slices.Sort(xs)
	return (xs[(len(xs)-1)/2] + xs[len(xs)/2]) / 2
}

// versions lists the names seen, without the empty one.
func versions(seen map[string]bool) []string {
	delete(seen, "")
	list := slices.Sorted(maps.Keys(seen))
	if list == nil {
		return []string{}
	}
	return list
}
