package board

import "tracker/scoring"

// tallied is what one row of a board comes to, without intervals.
type tallied struct {
	brier  *float64
	right  float64
	sided  int
	events int // with a Brier score
}

// tally adds up a row.
func (n *numbering) tally(w *weighed, a *scoring.Adder, p Policy) *tallied {
	byEvent := p.Weigh == WeighEvents
	t := &tallied{}
	t.brier, t.events = a.Brier(n.said(w), byEvent)
	t.right, t.sided = a.Right(n.sided(w), byEvent)
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
	rows    []*tallied        // in the order of the rows
	contest *scoring.Standing // nil unless rows are speakers
	changed []bool            // which rows may differ from the board's; nil for all
}

func (s standing) mayDiffer(row int) bool { return s.changed == nil || s.changed[row] }

// stand is what a board comes to whose entries count as they do now. Rows that are
// not made again are those of before. Once nobody wants the answer it is in part.
func (w *weighing) stand(of *entries, p Policy, again []bool, before []*tallied) standing {
	whole, adder := weigh(of, of.present(), p), scoring.NewAdder(w.numbers.eventNumbers)
	s := standing{all: w.numbers.tally(whole, adder, p), rows: make([]*tallied, len(w.rows)), changed: again}
	for i, row := range w.rows {
		switch {
		case w.ended():
			return s
		case !s.mayDiffer(i):
			s.rows[i] = before[i]
			continue
		}
		s.rows[i] = w.numbers.tally(weigh(of, of.presentOf(row.at), p), adder, p)
		w.tallied.Add(1)
	}
	if w.by == BySpeaker {
		s.contest = new(w.contestOf(whole))
	}
	return s
}

// contestOf is what a board of speakers says about them, by the figure that
// ranks them.
func (w *weighing) contestOf(whole *weighed) scoring.Standing {
	if w.o.RankRight {
		return scoring.RightStandings(w.numbers.names, w.numbers.rights(whole), w.o.Options)
	}
	return scoring.Standings(w.numbers.names, w.numbers.said(whole), w.o.Options)
}
