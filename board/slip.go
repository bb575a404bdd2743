package board

import (
	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// Slip is how long promises and plans really took, each counted once and by its
// first date, as soon as its window is over: what is kept must not show before
// what is not. N are those with a fate; the times are in units of the time
// promised, so that 1 is on the last day promised.
type Slip struct {
	N         int               `json:"n"`
	Met       int               `json:"met"`
	Never     int               `json:"never"`     // taken back, or become impossible
	Waiting   int               `json:"waiting"`   // not happened on the day last looked at
	Short     int               `json:"short"`     // left out: gave less than seven days
	Undated   int               `json:"undated"`   // left out: happened, nobody knows when
	Unchecked int               `json:"unchecked"` // left out: over, and no verdict
	Quarter   *scoring.Quantile `json:"quarter"`   // by when a quarter had happened; all three null with too few
	Half      *scoring.Quantile `json:"half"`
	Most      *scoring.Quantile `json:"most"`      // four in five
	HalfDays  *scoring.Quantile `json:"half_days"` // half, in days after the last day promised
	Outlook   scoring.Outlook   `json:"outlook"`   // for the next promise of the kind
}

// slipped is a promise or a plan as a slip counts it.
type slipped struct {
	scoring.Promise
	why   leftOut     // "" for one that counts
	id    claims.ID   // of the claim
	links []claims.ID // of the chain that it is; nil for a claim by itself
}

// leftOut says why a promise that is over has no overrun.
type leftOut string

const (
	tooShort    leftOut = "short"
	notDated    leftOut = "undated"
	notChecked  leftOut = "unchecked"
	notAPromise leftOut = "none"
)

// slipped is the promise behind the chain.
func (c Chain) slipped(asOf calendar.Day) slipped {
	looked, links := calendar.Day(0), []claims.ID{}
	for _, j := range c.Links {
		looked, links = max(looked, j.Claim.StatedOn.Day()), append(links, j.Claim.ID)
	}
	first := c.asPromise()
	p := promiseOf(&first, looked, asOf)
	p.links = links
	return p
}

// promiseOf is what became of c. It was looked at on the day of its verdict, or
// when its date was moved.
func promiseOf(c *claims.Claim, looked, asOf calendar.Day) slipped {
	if c.Type == claims.Forecast || c.Type == "" || c.Polarity == claims.WillNot || c.Repeats != "" || c.Withdrawn != "" ||
		c.Window.Latest == 0 || c.Window.Soft() || !c.Window.ClosedOn(asOf) {
		return slipped{why: notAPromise}
	}
	p := slipped{Promise: scoring.Promise{Stated: int(c.StatedOn.Day()), End: int(c.Window.Latest)}}
	p.Fate, p.At, p.why = fate(c, looked)
	if _, ok := p.Overrun(); p.why == "" && !ok {
		p.why = tooShort
	}
	return p
}

// fate is what became of a promise and when. What happened in part has not
// happened yet, and neither has what was not there when somebody looked.
func fate(c *claims.Claim, looked calendar.Day) (scoring.Fate, int, leftOut) {
	v := c.Verdict
	switch {
	case v == nil && looked == 0:
		return scoring.Waiting, 0, notChecked
	case v == nil:
		return scoring.Waiting, int(looked), ""
	case v.Outcome == claims.Yes && v.Day == 0:
		return scoring.Waiting, 0, notDated
	case v.Outcome == claims.Yes:
		return scoring.Met, int(v.Day), ""
	case v.Outcome == claims.No, v.Outcome == claims.Partial:
		return scoring.Waiting, int(max(looked, c.Today(v.At))), ""
	case v.Outcome == claims.Void && (v.Reason == "retracted" || v.Reason == "premise-overturned"):
		return scoring.Never, 0, ""
	}
	return scoring.Waiting, 0, notAPromise
}

// done ends the claims.
func (t *slipTally) done() Slip {
	var s Slip
	n := len(t.rows) + len(t.others)
	overruns, days := make([]scoring.Duration, 0, n), make([]scoring.Duration, 0, n)
	for p := range t.all() {
		switch p.why {
		case tooShort:
			s.Short++
		case notDated:
			s.Undated++
		case notChecked:
			s.Unchecked++
		default:
			d, _ := p.Overrun()
			overruns = append(overruns, d)
			days = append(days, scoring.Duration{T: float64(p.At - p.End), Fate: p.Fate})
		}
	}
	s.Outlook = scoring.NewOutlook(overruns)
	s.N, s.Met, s.Never, s.Waiting = s.Outlook.N, s.Outlook.Met, s.Outlook.Never, s.Outlook.Waiting
	if s.Outlook.Enough() {
		curve := scoring.Survive(overruns)
		s.Quarter, s.Half, s.Most = curve.Quantile(0.25), curve.Quantile(0.5), curve.Quantile(0.8)
		s.HalfDays = scoring.Survive(days).Quantile(0.5)
	}
	return s
}

// Nothing reports whether there is nothing to tell.
func (s Slip) Nothing() bool { return s.N+s.Short+s.Undated+s.Unchecked == 0 }
