package scoring

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Statement is what somebody said on a question, as comparisons need it.
type Statement struct {
	ID string // the caller's own; it comes back in Pair and Unpaired

	// Event, Question, Y, Hedge, Against and Weight as for other figures; P, Low
	// and High count when Number is set. Speaker is not used.
	Forecast
	Number bool // a probability was given

	Side int8 // +1 said yes, −1 no, 0 took no side
	Lead int  // days from the statement to the end of the window
	End  int  // the window's last day, a number of days from any origin
}

// right is 1 where the side was right, 0 where it was wrong.
func (s Statement) right() (r float64, sided bool) {
	if s.Side == 0 || s.Y == 0.5 {
		return 0, false
	}
	if (s.Side > 0) == (s.Y > 0.5) {
		return 1, true
	}
	return 0, true
}

// Pair is a statement of A and one of B that can be compared: both answer one
// question, and their leads are within a factor of two.
type Pair struct{ A, B Statement }

// Unpaired is a statement of A and one of B on the same event that cannot be
// compared, with the reason as readers are told.
type Unpaired struct {
	A      string `json:"a"` // their IDs
	B      string `json:"b"`
	Reason string `json:"reason"` // "windows end 4 years apart", "said 3 days and 730 days ahead"
}

// leadFactor is how many times as far ahead one of a pair may have spoken.
const leadFactor = 2

// ComparableLeads reports whether two leads, in days and at least one each, are
// within a factor of two: who speaks later knows more.
func ComparableLeads(a, b int) bool {
	a, b = max(1, a), max(1, b)
	return a <= leadFactor*b && b <= leadFactor*a
}

// PairUp pairs what A and B said on the same questions. What they said on one
// event and could not be paired at all is listed with the reason, once for
// every statement that found no partner. Statements without an event are left
// out.
func PairUp(as, bs []Statement) (pairs []Pair, left []Unpaired) {
	matched := map[string]bool{}
	for _, a := range as {
		for _, b := range bs {
			if a.Event != "" && a.Event == b.Event && a.Question == b.Question && ComparableLeads(a.Lead, b.Lead) {
				pairs = append(pairs, Pair{a, b})
				matched["a"+a.ID], matched["b"+b.ID] = true, true
			}
		}
	}
	for _, a := range as {
		if b, ok := a.nearest(bs); ok && !matched["a"+a.ID] {
			left = append(left, Unpaired{a.ID, b.ID, apartness(a, b)})
			matched["b"+b.ID] = true // told once
		}
	}
	for _, b := range bs {
		if a, ok := b.nearest(as); ok && !matched["b"+b.ID] {
			left = append(left, Unpaired{a.ID, b.ID, apartness(a, b)})
		}
	}
	return pairs, left
}

// nearest is the statement on the same event that comes closest to being
// comparable: on the same question, then with the nearest end and lead.
func (s Statement) nearest(others []Statement) (near Statement, ok bool) {
	distance := func(o Statement) float64 {
		d := math.Abs(math.Log(float64(max(1, s.Lead)) / float64(max(1, o.Lead))))
		if o.Question != s.Question {
			d += 1000 + math.Abs(float64(o.End-s.End))
		}
		return d
	}
	for _, o := range others {
		if o.Event != "" && o.Event == s.Event && (!ok || distance(o) < distance(near)) {
			near, ok = o, true
		}
	}
	return near, ok
}

// apartness says why two statements on one event are not compared.
func apartness(a, b Statement) string {
	switch gap := max(a.End-b.End, b.End-a.End); {
	case a.Question == b.Question:
		return fmt.Sprintf("said %s and %s ahead", days(max(1, a.Lead)), days(max(1, b.Lead)))
	case gap > 3:
		return fmt.Sprintf("windows end %s apart", timeSpan(gap))
	}
	return "windows differ in their start"
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}

// timeSpan is a number of days as people say it.
func timeSpan(n int) string {
	unit, size := "year", 365.25
	switch {
	case n < 60:
		return days(n)
	case n < 700:
		unit, size = "month", 30.44
	}
	k := int(math.Round(float64(n) / size))
	if k == 1 {
		return "1 " + unit
	}
	return fmt.Sprintf("%d %ss", k, unit)
}

// Window is the part of a claim's window that says which question it asks:
// days from any origin.
type Window struct {
	Start int // 0 is open, as is a start at the statement's day
	End   int
}

// sameQuestion is how many days starts and ends of one question may differ.
const sameQuestion = 3

// Questions numbers the questions that claims on one event ask, in the order of
// windows: those that end within three days of the first end of a question, and
// start likewise, ask the same.
func Questions(windows []Window) []int {
	order := make([]int, len(windows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(windows[i].End, windows[j].End), cmp.Compare(windows[i].Start, windows[j].Start))
	})
	question, firsts := make([]int, len(windows)), []Window{}
	latest := map[int]int{} // question by the start of its first window: of one start at most one can still be asked
	for _, i := range order {
		w, at := windows[i], -1
		for start := w.Start - sameQuestion; start <= w.Start+sameQuestion; start++ {
			q, known := latest[start]
			if known && w.End-firsts[q].End <= sameQuestion && (w.Start == 0) == (start == 0) && (at < 0 || q < at) {
				at = q
			}
		}
		if at < 0 {
			at = len(firsts)
			firsts = append(firsts, w)
			latest[w.Start] = at
		}
		question[i] = at
	}
	return question
}
