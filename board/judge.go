package board

import (
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/scoring"
)

// Windows says which windows count.
type Windows string

const (
	WindowsDefault Windows = "default" // all but vague ones and lower bounds that nobody accepted
	WindowsAll     Windows = "all"     // every window with an end
	WindowsExact   Windows = "exact"   // exact and bounded ones only
)

// Bucket is where a claim is counted. Each claim is counted once, in the first
// of Buckets that applies.
type Bucket string

const (
	BucketWithdrawn  Bucket = "withdrawn"   // logged in error
	BucketUntestable Bucket = "untestable"  // no end to its window
	BucketUnclear    Bucket = "unclear"     // reality is unclear
	BucketVoid       Bucket = "void"        // the claim is, or its premise fell
	BucketOpen       Bucket = "open"        // window not closed, no verdict
	BucketDue        Bucket = "due"         // window closed, no verdict
	BucketNotMatured Bucket = "not_matured" // a verdict before the window closed: yes comes early, no comes late
	BucketUnaccepted Bucket = "unaccepted"  // a window that the policy does not count
	BucketNoNumber   Bucket = "no_number"   // no probability: in the hit share only
	BucketScored     Bucket = "scored"
)

// Policy is every choice a board rests on.
type Policy struct {
	Windows          Windows      `json:"windows"`
	Late             scoring.Late `json:"late"`
	ExcludeHindsight bool         `json:"exclude_hindsight"`
	MinEvents        int          `json:"min_events"` // that a speaker needs to be ranked; set by Score from its options
}

// Judged is one claim under a policy: where it counts, and, when it does,
// with which numbers.
type Judged struct {
	Claim     *claims.Claim
	Bucket    Bucket
	Hindsight bool
	P         *float64 // p(event) with its range; nil without a number
	Low, High *float64
	Y         *float64 // what happened within the window, 0..1; nil when not counted
	Right     *bool    // nil when the claim takes no side or y is ½
	Brier     *float64
	Best      *float64 // Brier over the readings of the hedge
	Worst     *float64
	DaysLate  int // after the window's last day; negative for early
}

// Judge places c under p as of a day, which must be a day of c's zone or one
// that comes close to it: windows are whole days.
func (p Policy) Judge(c *claims.Claim, asOf calendar.Day) Judged {
	j := Judged{Claim: c, Hindsight: c.Hindsight(), Bucket: p.bucket(c, asOf)}
	if c.Verdict != nil && c.Verdict.Happened() {
		j.DaysLate = c.Window.Slip(c.Verdict.Day)
	}
	if j.Bucket != BucketScored && j.Bucket != BucketNoNumber {
		return j
	}
	y := p.happened(c)
	j.Y = &y
	side := int8(1) // the side a claim without a number takes is the one its polarity states
	if c.Polarity == claims.WillNot {
		side = -1
	}
	if prob, low, high, ok := c.Probability(); ok {
		best, worst := scoring.BrierRange(low, high, y)
		j.P, j.Low, j.High = &prob, &low, &high
		j.Brier, j.Best, j.Worst = new(scoring.Brier(prob, y)), &best, &worst
		side = sideOf(low, high)
	}
	if side != 0 && y != 0.5 {
		right := (y > 0.5) == (side > 0)
		j.Right = &right
	}
	return j
}

// sideOf is the side a reading takes: none when it touches or holds ½.
func sideOf(low, high float64) int8 {
	switch {
	case low > 0.5:
		return 1
	case high < 0.5:
		return -1
	}
	return 0
}

// bucket decides where c counts.
func (p Policy) bucket(c *claims.Claim, asOf calendar.Day) Bucket {
	closed := c.Window.ClosedOn(asOf)
	switch v := c.Verdict; {
	case c.Withdrawn != "":
		return BucketWithdrawn
	case c.Window.Latest == 0:
		return BucketUntestable
	case v != nil && v.Outcome == claims.Unclear:
		return BucketUnclear
	case v != nil && v.Outcome == claims.Void:
		return BucketVoid
	case v == nil && !closed:
		return BucketOpen
	case v == nil:
		return BucketDue
	case !closed:
		return BucketNotMatured
	case !p.counts(c.Window):
		return BucketUnaccepted
	case c.Hedge.P == nil:
		return BucketNoNumber
	}
	return BucketScored
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

// happened returns how much of the event happened in the window. Outside it
// is 0: the window is part of the claim. Only what was said to happen and
// came late may get credit.
func (p Policy) happened(c *claims.Claim) float64 {
	extent, _ := c.Verdict.Y()
	if extent == 0 {
		return 0
	}
	switch c.Window.Timing(c.Verdict.Day) {
	case claims.OnTime:
		return extent
	case claims.Late:
		if c.Polarity == claims.Will {
			return extent * p.Late.Credit(c.Window.Slip(c.Verdict.Day))
		}
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
