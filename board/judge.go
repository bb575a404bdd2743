package board

import (
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// Judged is one claim under a policy: where it counts, and, when it does,
// with which numbers.
type Judged struct {
	Claim     *claims.Claim
	Bucket    Bucket
	Hindsight bool
	P         *float64 // p(event) with its range; nil without a number
	Low, High *float64
	Y         *float64   // what happened within the window, 0..1; nil when not counted
	Side      hedge.Side // which way the claim points; set when it counts
	Right     *bool      // nil when the claim takes no side or y is ½
	Brier     *float64
	Best      *float64 // Brier over the readings of the hedge
	Worst     *float64
	DaysLate  int // after the window's last day; negative for early
}

// Judge places c under p as of a day, which must be a day of c's zone or one
// that comes close to it: windows are whole days.
func (p Policy) Judge(c *claims.Claim, asOf calendar.Day) Judged {
	return sides{}.judge(p, c, asOf)
}

// Judging judges claims one after another as Judge does, and remembers what
// words mean; counts is false for one that a board under the policy leaves out.
func (p Policy) Judging(asOf calendar.Day) func(*claims.Claim) (j Judged, counts bool) {
	s := sides{}
	return func(c *claims.Claim) (Judged, bool) {
		if !p.takes(c) {
			return Judged{}, false
		}
		j := s.judge(p, c, asOf)
		return j, !(p.ExcludeHindsight && j.Hindsight)
	}
}

// sides remembers the side of words of confidence, which are few beside the
// claims that use them. Without any the quote decides: whether it has a verb.
type sides map[sideKey]hedge.Side

type sideKey struct {
	words    string
	p        float64 // of a reading that is not at hand any more
	polarity claims.Polarity
}

func (s sides) of(c *claims.Claim, lexicon *hedge.Lexicon) hedge.Side {
	if c.Hedge.Kind == hedge.Explicit || c.Hedge.Words == "" {
		return c.Side(lexicon)
	}
	key := sideKey{words: c.Hedge.Words, polarity: c.Polarity, p: -1}
	if c.Hedge.P != nil {
		key.p = *c.Hedge.P
	}
	side, known := s[key]
	if !known {
		side = c.Side(lexicon)
		s[key] = side
	}
	return side
}

func (s sides) judge(p Policy, c *claims.Claim, asOf calendar.Day) Judged {
	j := Judged{Claim: c, Hindsight: c.Hindsight(), Bucket: p.bucket(c, asOf)}
	if c.Verdict != nil && c.Verdict.Happened() {
		j.DaysLate = c.Window.Slip(c.Verdict.Day)
	}
	if j.Bucket != BucketScored && j.Bucket != BucketNoNumber {
		return j
	}
	var n struct { // of one claim, in one piece
		y, p, low, high, brier, best, worst float64
		right, number                       bool
	}
	n.y = p.happened(c)
	j.Y, j.Side = &n.y, s.of(c, p.Lexicon)
	if n.p, n.low, n.high, n.number = c.Probability(); n.number {
		n.brier = scoring.Brier(n.p, n.y)
		n.best, n.worst = scoring.BrierRange(n.low, n.high, n.y)
		j.P, j.Low, j.High = &n.p, &n.low, &n.high
		j.Brier, j.Best, j.Worst = &n.brier, &n.best, &n.worst
	}
	if j.Side != hedge.Neither && n.y != 0.5 {
		n.right = (n.y > 0.5) == (j.Side == hedge.Yes)
		j.Right = &n.right
	}
	return j
}

// counts reports whether p takes a window that has closed.
func (p Policy) counts(w claims.Window) bool {
	switch p.Windows {
	case WindowsAll:
		return true
	case WindowsExact:
		return (w.Class == deadline.ClassExact || w.Class == deadline.ClassBounded) && !w.Soft()
	}
	return !w.Soft()
}

// happened returns how much of the event happened as it was said. Outside the
// window that is nothing, because the window is part of the claim: but what
// comes early may be as good as said, and only what was said to happen and
// came late may get credit.
func (p Policy) happened(c *claims.Claim) float64 {
	extent, _ := c.Verdict.Y()
	if extent == 0 {
		return 0
	}
	timing := c.Window.Timing(c.Verdict.Day)
	switch {
	case timing == claims.OnTime:
		return extent
	case c.Polarity == claims.WillNot:
		return 0
	case timing == claims.Late:
		return extent * p.Late.Credit(c.Window.Slip(c.Verdict.Day))
	case c.EarlyCounts(p.Early):
		return extent
	}
	return 0
}

// forecast returns j as a forecast; j must be scored.
func (j Judged) forecast() scoring.Forecast {
	f := scoring.Forecast{Speaker: j.Claim.Speaker, Event: claims.Fold(j.Claim.Event), P: *j.P, Low: *j.Low, High: *j.High, Y: *j.Y, Weight: 1,
		Against: j.Claim.Polarity == claims.WillNot, Baseline: j.Claim.BaselineP}
	if *j.Low != *j.High {
		f.Hedge = claims.Fold(j.Claim.Hedge.Words)
	}
	return f
}
