package board

import (
	"fmt"
	"testing"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// said is a claim with the window of days 10 to 20 and two days of grace,
// 80 % sure, said on day 1.
func said(change ...func(*claims.Claim)) *claims.Claim {
	p, low, high := 0.8, 0.7, 0.9
	c := &claims.Claim{UID: "1", Statement: "The bridge opens", Speaker: "City council", Event: "bridge", Language: "en", Polarity: claims.Will,
		StatedOn: claims.Moment(calendar.Day(1).String()),
		Hedge:    claims.Hedge{Words: "likely", P: &p, Low: &low, High: &high, Kind: hedge.Survey},
		Window:   claims.Window{Earliest: 10, Latest: 20, GraceDays: 2, Class: deadline.ClassExact, Relation: deadline.In}}
	for _, f := range change {
		f(c)
	}
	return c
}

func happened(on calendar.Day) func(*claims.Claim) {
	return func(c *claims.Claim) { c.Verdict = &claims.Verdict{Outcome: claims.Yes, Day: on} }
}

func ended(o claims.Outcome, extent float64) func(*claims.Claim) {
	return func(c *claims.Claim) {
		c.Verdict = &claims.Verdict{Outcome: o, Reason: "duplicate"}
		if o == claims.Partial {
			c.Verdict.Extent, c.Verdict.Day = &extent, 15
		}
	}
}

func willNot(c *claims.Claim)   { c.Polarity = claims.WillNot }
func promised(c *claims.Claim)  { c.Type = claims.Promise }
func bare(c *claims.Claim)      { c.Hedge = claims.Hedge{} }
func withdrawn(c *claims.Claim) { c.Withdrawn = "in jest" }
func vague(c *claims.Claim)     { c.Window.Class = deadline.ClassVague }
func from(c *claims.Claim)      { c.Window.Relation = deadline.Earliest }
func accepted(c *claims.Claim)  { c.Window.Accepted = true }
func endless(c *claims.Claim)   { c.Window.Latest = 0 }
func event(c *claims.Claim)     { c.Window.Class = deadline.ClassEvent }
func earlyCounts(yes bool) func(*claims.Claim) {
	return func(c *claims.Claim) { c.Verdict.EarlyCounts = &yes }
}

var (
	strict = Policy{Windows: WindowsDefault}
	linear = Policy{Windows: WindowsDefault, Late: mustLate("linear:30d")}
	halved = Policy{Windows: WindowsDefault, Late: mustLate("decay:3d")}
	every  = Policy{Windows: WindowsAll}
	exact  = Policy{Windows: WindowsExact}
	never  = Policy{Windows: WindowsDefault, Early: claims.EarlyStrict}
	always = Policy{Windows: WindowsDefault, Early: claims.EarlyCredit}
)

func mustLate(s string) scoring.Late {
	l, err := scoring.ParseLate(s)
	if err != nil {
		panic(err)
	}
	return l
}

// TestJudge is every way in which a claim can count: what happened, when,
// what was said, and by which policy. y is -1 where the claim does not count,
// right is "" where it is neither right nor wrong.
func TestJudge(t *testing.T) {
	const closed = 23 // the first day after window and grace
	no := ended(claims.No, 0)
	for i, c := range []struct {
		claim  *claims.Claim
		policy Policy
		asOf   calendar.Day
		bucket Bucket
		y      float64
		right  string
	}{
		// Timing: the edges of the window and of its grace.
		{said(happened(10)), strict, closed, BucketScored, 1, "right"},
		{said(happened(20)), strict, closed, BucketScored, 1, "right"},
		{said(happened(8)), strict, closed, BucketScored, 1, "right"},
		{said(happened(7)), strict, closed, BucketScored, 0, "wrong"},
		{said(happened(22)), strict, closed, BucketScored, 1, "right"},
		{said(happened(23)), strict, closed, BucketScored, 0, "wrong"},
		{said(happened(0)), strict, closed, BucketScored, 1, "right"},
		{said(no), strict, closed, BucketScored, 0, "wrong"},
		// When it matures: on the first day after the grace, not a day sooner.
		{said(happened(12)), strict, closed - 1, BucketNotMatured, -1, ""},
		{said(no), strict, closed - 1, BucketNotMatured, -1, ""},
		{said(), strict, closed - 1, BucketOpen, -1, ""},
		{said(), strict, closed, BucketDue, -1, ""},
		// Late: credit counts from the window's own last day, 3 and 15 days on.
		{said(happened(23)), linear, closed, BucketScored, 0.9, "right"},
		{said(happened(35)), linear, 40, BucketScored, 0.5, ""},
		{said(happened(36)), linear, 40, BucketScored, 1 - 16.0/30, "wrong"},
		{said(happened(60)), linear, 70, BucketScored, 0, "wrong"},
		{said(happened(23)), halved, closed, BucketScored, 0.5, ""},
		{said(happened(22)), halved, closed, BucketScored, 1, "right"},
		// In part.
		{said(ended(claims.Partial, 0.7)), strict, closed, BucketScored, 0.7, "right"},
		{said(ended(claims.Partial, 0.5)), strict, closed, BucketScored, 0.5, ""},
		{said(ended(claims.Partial, 0.3)), strict, closed, BucketScored, 0.3, "wrong"},
		{said(ended(claims.Partial, 0.3), willNot), strict, closed, BucketScored, 0.3, "right"},
		// It will not: only what happened in the window goes against it, and being late earns nothing.
		{said(willNot, no), strict, closed, BucketScored, 0, "right"},
		{said(willNot, happened(15)), strict, closed, BucketScored, 1, "wrong"},
		{said(willNot, happened(7)), strict, closed, BucketScored, 0, "right"},
		{said(willNot, happened(23)), strict, closed, BucketScored, 0, "right"},
		{said(willNot, happened(23)), linear, closed, BucketScored, 0, "right"},
		{said(willNot, promised, happened(7)), always, closed, BucketScored, 0, "right"},
		{said(willNot, happened(15)), strict, closed - 1, BucketNotMatured, -1, ""},
		{said(willNot, happened(0)), strict, closed, BucketUnclear, -1, ""},
		// Early: as good as said for a promise, unless the verdict or the policy says no.
		{said(promised, happened(7)), strict, closed, BucketScored, 1, "right"},
		{said(promised, happened(7), earlyCounts(false)), strict, closed, BucketScored, 0, "wrong"},
		{said(promised, happened(7)), never, closed, BucketScored, 0, "wrong"},
		{said(promised, happened(7), earlyCounts(false)), always, closed, BucketScored, 1, "right"},
		{said(promised, from, accepted, happened(7)), strict, closed, BucketScored, 0, "wrong"},
		{said(happened(7)), always, closed, BucketScored, 0, "wrong"},
		// Soft ends: a vague one and a lower bound count when somebody accepted them, or with all.
		{said(vague, no), strict, closed, BucketUnaccepted, -1, ""},
		{said(from, no), strict, closed, BucketUnaccepted, -1, ""},
		{said(vague, no), every, closed, BucketScored, 0, "wrong"},
		{said(vague, accepted, no), strict, closed, BucketScored, 0, "wrong"},
		{said(from, accepted, no), strict, closed, BucketScored, 0, "wrong"},
		{said(vague, no), strict, closed - 1, BucketNotMatured, -1, ""},
		{said(vague), strict, closed, BucketDue, -1, ""},
		// Exact ends only.
		{said(no), exact, closed, BucketScored, 0, "wrong"},
		{said(event, no), strict, closed, BucketScored, 0, "wrong"},
		{said(event, no), exact, closed, BucketUnaccepted, -1, ""},
		{said(from, no), exact, closed, BucketUnaccepted, -1, ""},
		{said(from, accepted, no), exact, closed, BucketScored, 0, "wrong"},
		// No number: the side its polarity states.
		{said(bare, happened(15)), strict, closed, BucketNoNumber, 1, "right"},
		{said(bare, no), strict, closed, BucketNoNumber, 0, "wrong"},
		{said(bare, willNot, no), strict, closed, BucketNoNumber, 0, "right"},
		// What is not counted, in this order.
		{said(withdrawn, endless, no), strict, closed, BucketWithdrawn, -1, ""},
		{said(endless, no), strict, closed, BucketUntestable, -1, ""},
		{said(endless, ended(claims.Void, 0)), strict, closed, BucketUntestable, -1, ""},
		{said(endless, func(c *claims.Claim) { c.Language = "de" }), strict, closed, BucketNotRead, -1, ""},
		{said(endless, func(c *claims.Claim) { c.Language = "en-GB" }), strict, closed, BucketUntestable, -1, ""},
		{said(no, func(c *claims.Claim) { c.Language = "de" }), strict, closed, BucketScored, 0, "wrong"},
		{said(ended(claims.Unclear, 0)), strict, closed - 1, BucketUnclear, -1, ""},
		{said(ended(claims.Void, 0), vague), strict, closed, BucketVoid, -1, ""},
	} {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			j := c.policy.Judge(c.claim, c.asOf)
			if j.Bucket != c.bucket {
				t.Fatalf("in %s, want %s", j.Bucket, c.bucket)
			}
			if (j.Y != nil) != (c.y >= 0) || j.Y != nil && (*j.Y-c.y > 1e-12 || c.y-*j.Y > 1e-12) {
				t.Errorf("y %v, want %v", deref(j.Y), c.y)
			}
			if got := call(j.Right); got != c.right {
				t.Errorf("%q, want %q", got, c.right)
			}
		})
	}
}

func deref(x *float64) any {
	if x == nil {
		return nil
	}
	return *x
}

func call(right *bool) string {
	switch {
	case right == nil:
		return ""
	case *right:
		return "right"
	}
	return "wrong"
}

// The side is that of the words, whatever the width of their range; the
// numbers of a will-not are those of the event.
func TestJudgeSidesAndNumbers(t *testing.T) {
	words := func(words string, p, low, high float64, kind hedge.Kind) func(*claims.Claim) {
		return func(c *claims.Claim) { c.Hedge = claims.Hedge{Words: words, P: &p, Low: &low, High: &high, Kind: kind} }
	}
	for _, c := range []struct {
		claim *claims.Claim
		side  hedge.Side
		p     float64
	}{
		{said(words("planned", 0.8, 0.5, 0.95, hedge.Assumed)), hedge.Yes, 0.8},
		{said(words("could", 0.4, 0.1, 0.6, hedge.Survey)), hedge.Neither, 0.4},
		{said(words("unlikely", 0.2, 0.1, 0.3, hedge.Survey)), hedge.No, 0.2},
		{said(words("unlikely", 0.2, 0.1, 0.3, hedge.Survey), willNot), hedge.Yes, 0.8},
		{said(words("", 0.3, 0.3, 0.3, hedge.Explicit)), hedge.No, 0.3},
		{said(words("", 0.5, 0.5, 0.5, hedge.Explicit)), hedge.Neither, 0.5},
		{said(willNot), hedge.No, 0.2},
	} {
		ended(claims.No, 0)(c.claim)
		j := strict.Judge(c.claim, 23)
		if j.Side != c.side || *j.P-c.p > 1e-12 || c.p-*j.P > 1e-12 {
			t.Errorf("%q %s: side %s and p %v, want %s and %v", c.claim.Hedge.Words, c.claim.Polarity, j.Side, *j.P, c.side, c.p)
		}
		if (j.Right == nil) != (c.side == hedge.Neither) {
			t.Errorf("%q: right %v with side %s", c.claim.Hedge.Words, call(j.Right), j.Side)
		}
	}
}
