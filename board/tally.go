package board

import "tracker/scoring"

// tallied is what one row of a board comes to, without intervals.
type tallied struct {
	brier  *float64
	right  float64
	sided  int
	events int // with a Brier score
}

func tally(w *weighed, p Policy) *tallied {
	byEvent := p.Weigh == WeighEvents
	t := &tallied{brier: scoring.MeanBrier(w.forecasts(), byEvent), events: scoring.Events(w.forecasts())}
	t.right, t.sided = scoring.RightOf(w.sided(), byEvent)
	return t
}

// figure is one figure of the row, nil where it is not defined. Lower is
// better: hits are counted as misses.
func (t *tallied) figure(name string) *float64 {
	if name == FigureBrier {
		return t.brier
	}
	if t.sided == 0 {
		return nil
	}
	return new(1 - t.right/float64(t.sided))
}

// standing is the conclusions of a board: what can be compared with those of
// another.
type standing struct {
	all     *tallied
	rows    []*tallied // in the order of the rows
	contest *contest   // nil unless rows are speakers
	changed []bool     // which rows may differ from the board's; nil for all
}

func (s standing) mayDiffer(row int) bool { return s.changed == nil || s.changed[row] }

// stand is what a board comes to whose entries count as they do now. Rows that
// are not made again are those of before.
func (w *weighing) stand(of *entries, p Policy, again []bool, before []*tallied) standing {
	whole := weigh(of, of.present(), p)
	s := standing{all: tally(whole, p), rows: make([]*tallied, len(w.rows)), changed: again}
	for i, row := range w.rows {
		if !s.mayDiffer(i) {
			s.rows[i] = before[i]
			continue
		}
		s.rows[i] = tally(weigh(of, of.presentOf(row.at), p), p)
		w.tallied.Add(1)
	}
	if w.by == BySpeaker {
		s.contest = contestOf(whole, w.o)
	}
	return s
}

// contest is what a board says about people: how many it ranks, and which of
// their differences stand.
type contest struct {
	ranked int
	named  []scoring.Named
}

// contestOf is what a board of speakers says about them, by the figure that
// ranks them.
func contestOf(w *weighed, o Options) *contest {
	if o.RankRight {
		l := scoring.RankRight(w.rights(), o.Options)
		return &contest{l.Ranked, l.Named}
	}
	l := scoring.Rank(w.forecasts(), o.Options)
	return &contest{l.Ranked, l.Named}
}
