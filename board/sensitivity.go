package board

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"tracker/calendar"
	"tracker/claims"
)

// For how many events a board is made without each: those with the most
// claims, when there are more.
const (
	maxLeftOut     = 200
	minLeftOut     = 10
	maxLeftOutWork = 400_000 // claims scored again in all, as long as that leaves minLeftOut events
)

// Choice is one other way to count the claims of a board, or to read them.
type Choice struct {
	Name   string
	Policy Policy
	// Read returns a claim as this choice reads it, or false to leave it out;
	// nil leaves every claim as it is.
	Read func(claims.Claim) (claims.Claim, bool)
}

// Effect is what a board comes to under another choice.
type Effect struct {
	Choice  string   `json:"choice"`
	Touched int      `json:"touched"` // claims that count otherwise than on the board
	Scored  int      `json:"scored"`
	Brier   *float64 `json:"brier"` // of all scored claims
	Right   float64  `json:"right"` // weighed as on the board
	Sided   int      `json:"sided"`
	Turns   []Turn   `json:"changes"` // conclusions that are no longer the same
}

// LeftOut is what a board comes to without any one of its events.
type LeftOut struct {
	Events    int      `json:"events"`     // in all
	Tried     int      `json:"tried"`      // left out in turn, those with the most claims
	BrierLow  *float64 `json:"brier_low"`  // the least mean Brier score of all claims
	BrierHigh *float64 `json:"brier_high"` // the greatest
	Turns     []Turn   `json:"changes"`
}

// Sensitivity is how far the conclusions of a board rest on its choices.
type Sensitivity struct {
	Choices []Effect `json:"choices"`
	LeftOut LeftOut  `json:"leave_one_event_out"`
}

// Sensitivity makes the board again under each choice, and without each of its
// events in turn.
func (b Board) Sensitivity(choices []Choice, o Options) Sensitivity {
	o = o.withDefaults()
	base := b.standing(b.Judged, b.Policy, o)
	s := Sensitivity{Choices: []Effect{}}
	for _, c := range choices {
		list := slices.Collect(c.judged(b.claims(), b.AsOf))
		now := b.standing(list, c.Policy, o)
		s.Choices = append(s.Choices, Effect{Choice: c.Name, Touched: touched(b.Judged, list), Scored: scoredOf(list),
			Brier: now.all.brier, Right: now.all.right, Sided: now.all.sided, Turns: base.turns(now, o.MinEvents)})
	}
	s.LeftOut = b.leaveOut(base, o)
	return s
}

// claims are the claims of the board, in its order.
func (b Board) claims() iter.Seq[claims.Claim] {
	return func(yield func(claims.Claim) bool) {
		for _, j := range b.Judged {
			if !yield(*j.Claim) {
				return
			}
		}
	}
}

// judged places claims under the choice, as of a day.
func (c Choice) judged(list iter.Seq[claims.Claim], asOf calendar.Day) iter.Seq[Judged] {
	return func(yield func(Judged) bool) {
		for claim := range list {
			ok := true
			if c.Read != nil {
				claim, ok = c.Read(claim)
			}
			if !ok || c.Policy.ExcludeHindsight && claim.Hindsight() {
				continue
			}
			if !yield(c.Policy.Judge(&claim, asOf)) {
				return
			}
		}
	}
}

// scoredOf counts what is scored, as a denominator does.
func scoredOf(list []Judged) int {
	n := 0
	for _, j := range list {
		if j.Bucket == BucketScored {
			n++
		}
	}
	return n
}

// touched counts the claims of before that are missing from after or count
// otherwise there.
func touched(before, after []Judged) int {
	byUID := make(map[claims.UID]Judged, len(after))
	for _, j := range after {
		byUID[j.Claim.UID] = j
	}
	n := 0
	for _, j := range before {
		now, there := byUID[j.Claim.UID]
		if !there && j.Y != nil || there && (!same(j.P, now.P) || !same(j.Y, now.Y) || !same(j.Low, now.Low) || !same(j.High, now.High)) {
			n++
		}
	}
	return n
}

// same reports whether two figures are equal, or neither is defined.
func same(x, y *float64) bool {
	if x == nil || y == nil {
		return x == y
	}
	return *x == *y
}

// leaveOut makes the board without each event in turn; a claim without one is
// an event of its own.
func (b Board) leaveOut(base standing, o Options) LeftOut {
	events := map[string]int{}
	for _, j := range b.Judged {
		if j.Y != nil {
			events[eventName(j.Claim)]++
		}
	}
	names := slices.SortedFunc(maps.Keys(events), func(x, y string) int {
		return cmp.Or(cmp.Compare(events[y], events[x]), cmp.Compare(x, y))
	})
	l := LeftOut{Events: len(names), Tried: min(len(names), maxLeftOut, max(minLeftOut, maxLeftOutWork/max(1, len(b.Judged)))), Turns: []Turn{}}
	for _, event := range names[:l.Tried] {
		rest := slices.DeleteFunc(slices.Clone(b.Judged), func(j Judged) bool { return eventName(j.Claim) == event })
		now := b.standing(rest, b.Policy, o)
		if brier := now.all.brier; brier != nil {
			l.BrierLow, l.BrierHigh = lesser(l.BrierLow, *brier), greater(l.BrierHigh, *brier)
		}
		for _, c := range base.turns(now, o.MinEvents) {
			c.Without = event
			l.Turns = append(l.Turns, c)
		}
	}
	return l
}

// eventName is the event of a claim, or the claim itself.
func eventName(c *claims.Claim) string {
	if c.Event == "" {
		return "claim " + string(c.UID)
	}
	return claims.Fold(c.Event)
}

func lesser(x *float64, y float64) *float64 {
	if x == nil || y < *x {
		return &y
	}
	return x
}

func greater(x *float64, y float64) *float64 {
	if x == nil || y > *x {
		return &y
	}
	return x
}
