package claims

import (
	"cmp"

	"tracker/calendar"
	"tracker/reading/hedge"
)

// Standing is one word for where a claim stands. It is derived, and the same
// wherever a claim is shown.
type Standing string

const (
	StandsWithdrawn  Standing = "withdrawn"
	StandsVoid       Standing = "void"
	StandsUnclear    Standing = "unclear"
	StandsUntestable Standing = "untestable" // no end to its window, or nothing said to happen in it
	StandsUnaccepted Standing = "unaccepted" // an end that nobody has made hard
	StandsOpen       Standing = "open"       // its window is not over, and nothing has settled it
	StandsDue        Standing = "due"        // over, and no verdict
	StandsNoSide     Standing = "no-side"    // a forecast that said neither yes nor no

	KeptEarly  Standing = "kept-early"
	StoodEarly Standing = "early"
	KeptLate   Standing = "kept-late"
	StoodLate  Standing = "late"
	KeptInPart Standing = "kept-in-part"
	InPart     Standing = "in-part"
	Kept       Standing = "kept"
	Broken     Standing = "broken"
	Right      Standing = "right"
	Wrong      Standing = "wrong"
)

// Standings lists every standing, in the order in which the first that
// applies is taken.
var Standings = []Standing{StandsWithdrawn, StandsVoid, StandsUnclear, StandsUntestable, StandsUnaccepted, StandsOpen, StandsDue,
	StandsNoSide, KeptEarly, StoodEarly, KeptLate, StoodLate, KeptInPart, InPart, Kept, Broken, Right, Wrong}

// EarlyPolicy says what an event before its window counts for.
type EarlyPolicy string

const (
	EarlyAsSaid EarlyPolicy = ""       // what the verdict answers, else what the kind of claim makes likely
	EarlyStrict EarlyPolicy = "strict" // never as good as said
	EarlyCredit EarlyPolicy = "credit" // as good as said for every promise and plan
)

// MarshalText writes the policy as people choose it, "default" for none.
func (p EarlyPolicy) MarshalText() ([]byte, error) {
	return []byte(cmp.Or(string(p), "default")), nil
}

// Judging is what a standing rests on beside the claim and the clock. The
// zero value is what people get who ask for nothing else.
type Judging struct {
	Early   EarlyPolicy
	Lexicon *hedge.Lexicon // of words of confidence; nil is the built-in one
}

// Standing returns where c stands at now, and whether its speaker was right:
// nil while that is not settled, and where nobody can be right or wrong. A
// promise or a plan is kept or broken whatever its words of confidence were;
// a forecast is right or wrong by the side it took.
func (c *Claim) Standing(now Instant, j Judging) (Standing, *bool) {
	return c.StandingOn(c.Today(now), j)
}

// StandingOn is Standing on a day of c's zone.
func (c *Claim) StandingOn(today calendar.Day, j Judging) (Standing, *bool) {
	closed := c.Window.ClosedOn(today)
	if s := c.unsettled(closed); s != "" {
		return s, nil
	}
	own := c.undertaken()
	side := c.Side(j.Lexicon)
	if !own && side == hedge.Neither {
		return StandsNoSide, nil
	}
	denied := !own && side == hedge.No || own && c.Polarity == WillNot
	s, right := c.judged(own, denied, j)
	if !closed && !c.breached() {
		right = nil // not matured: what was said to happen shows sooner than what was not
	}
	return s, right
}

// undertaken reports whether c is an undertaking: a promise or a plan.
func (c *Claim) undertaken() bool { return c.Type == Promise || c.Type == Plan }

// unsettled returns the standing of a claim that nothing has settled, "" for
// one that is settled.
func (c *Claim) unsettled(closed bool) Standing {
	v := c.Verdict
	switch {
	case c.Withdrawn != "":
		return StandsWithdrawn
	case v != nil && v.Outcome == Void:
		return StandsVoid
	case v != nil && v.Outcome == Unclear || c.UndatedBreach():
		return StandsUnclear
	case c.breached() && !c.Window.Soft():
		return ""
	case c.Window.Latest == 0, c.Undecided():
		return StandsUntestable
	case c.Window.Soft():
		return StandsUnaccepted
	case !closed && !c.settledSooner():
		return StandsOpen
	case v == nil:
		return StandsDue
	}
	return ""
}

// settledSooner reports whether a verdict says before the end of the window
// what will still be so at its end: what happened has happened, while what
// has not may yet.
func (c *Claim) settledSooner() bool {
	return c.Verdict != nil && c.Verdict.Outcome == Yes && c.Polarity == Will
}

// UndatedBreach reports whether c was said not to happen and its verdict says
// that it did, and not when: then nobody can say whether it was in the window.
func (c *Claim) UndatedBreach() bool {
	return c.Polarity == WillNot && c.Verdict != nil && c.Verdict.Outcome == Yes && c.Verdict.Day == 0
}

// breached reports whether what was said not to happen did, in its window:
// that is settled at once.
func (c *Claim) breached() bool {
	return c.Polarity == WillNot && c.Verdict != nil && c.Verdict.Outcome == Yes && c.Verdict.Day != 0 &&
		c.Window.Timing(c.Verdict.Day) == OnTime
}

// judged is the standing of a claim that is settled. Denied says that its
// speaker said that it would not happen.
func (c *Claim) judged(own, denied bool, j Judging) (Standing, *bool) {
	v := c.Verdict
	timing := OnTime
	if v.Happened() {
		timing = c.Window.Timing(v.Day)
	}
	half := v.Outcome == Partial && (timing == OnTime || timing == Early && own && !denied && c.earlyCounts(j.Early))
	happened := v.Happened() && timing == OnTime
	switch {
	case half && timing == OnTime:
		return choose(own, KeptInPart, InPart), inPart(v, denied)
	case denied:
		return choose(own, kept(!happened), righted(!happened)), new(!happened)
	case timing == Early && own && c.earlyCounts(j.Early):
		if half {
			return KeptEarly, inPart(v, false)
		}
		return KeptEarly, new(true)
	case timing == Early:
		return StoodEarly, new(false)
	case timing == Late:
		return choose(own, KeptLate, StoodLate), new(false)
	}
	return choose(own, kept(happened), righted(happened)), new(happened)
}

func choose(own bool, undertaking, forecast Standing) Standing {
	if own {
		return undertaking
	}
	return forecast
}

func kept(ok bool) Standing {
	if ok {
		return Kept
	}
	return Broken
}

func righted(ok bool) Standing {
	if ok {
		return Right
	}
	return Wrong
}

// inPart is whether somebody was right of whose event a part happened: nil
// for a half.
func inPart(v *Verdict, denied bool) *bool {
	if v.Extent == nil || *v.Extent == .5 {
		return nil
	}
	return new((*v.Extent > .5) != denied)
}

// Slips returns how many days an event missed the window of c by: 0 when it
// did not happen, or nobody knows when.
func (c *Claim) Slips() int {
	if c.Verdict == nil || !c.Verdict.Happened() || c.Verdict.Day == calendar.Day(0) {
		return 0
	}
	return c.Window.Slip(c.Verdict.Day)
}
