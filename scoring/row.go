package scoring

import (
	"cmp"
	"maps"
	"slices"
)

// row is one forecast with its event as a number. Rows of a sample are in the
// order of compareRows, so no figure depends on the order of the input.
type row struct {
	p, y, w  float64
	event    int32 // 0 ≤ event < the sample's events
	question int32 // rows of one event and one question share their window
	side     int8  // +1 says yes, −1 says no, 0 takes no side
	later    bool  // not in the means of a book
}

// fraction reports whether r neither happened nor failed to.
func (r row) fraction() bool { return r.y != 0 && r.y != 1 }

// ownEvent marks a row that is an event of its own until number gives it one.
const ownEvent = -1

// point is every forecast with one p and one y.
type point struct {
	p, y float64
	n    int
	w    float64 // Σ weights
	w2   float64 // Σ squared weights
}

// sample is the forecasts of one group.
type sample struct {
	rows     []row
	events   int
	weighted bool // by a weight column
	byEvent  bool // every event weighs the same in the means
}

// newSample sorts rows and numbers their events. Named events come with the
// order of their names as number, in 0 ≤ event < named; the others are
// ownEvent. The slice is kept.
func newSample(rows []row, named int, weighted bool) sample {
	slices.SortFunc(rows, func(a, b row) int { return compareRows(&a, &b) })
	events := named
	for i := range rows {
		if rows[i].event == ownEvent {
			rows[i].event = int32(events)
			events++
		}
	}
	return sample{rows: rows, events: events, weighted: weighted}
}

func compareRows(a, b *row) int {
	switch { // most rows differ here, and millions are sorted
	case a.p < b.p:
		return -1
	case a.p > b.p:
		return 1
	case a.y < b.y:
		return -1
	case a.y > b.y:
		return 1
	case a.w == b.w && a.event != b.event:
		return cmp.Compare(a.event, b.event)
	}
	return cmp.Or(cmp.Compare(a.w, b.w), cmp.Compare(a.event, b.event), cmp.Compare(a.question, b.question), compareLater(a.later, b.later))
}

func compareLater(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// sampleOf is the sample of claims.
func sampleOf(fs Forecasts, byEvent bool) sample {
	rows, named := rowsOf(fs)
	return claimSample(rows, named, byEvent)
}

// rowsOf are claims as rows, in their order, and how many events have a name.
func rowsOf(fs Forecasts) (rows []row, named int) {
	events, questions, n := map[string]int32{}, map[string]int32{}, 0
	for f := range fs {
		n++
		questions[f.Question] = 0
		if f.Event != "" {
			events[f.Event] = 0
		}
	}
	named = len(number(events))
	number(questions)
	rows = make([]row, 0, n)
	for f := range fs {
		r := row{p: f.P, y: f.Y, w: f.weight(), event: ownEvent, question: questions[f.Question], side: sideOf(f.Low, f.High), later: f.Later}
		if f.Event != "" {
			r.event = events[f.Event]
		}
		rows = append(rows, r)
	}
	return rows, named
}

// claimSample is the sample of rows of claims, which it puts in order.
func claimSample(rows []row, named int, byEvent bool) sample {
	weighted := slices.ContainsFunc(rows, func(r row) bool { return r.w != 1 })
	s := newSample(rows, named, weighted && !byEvent)
	s.byEvent = byEvent
	return s
}

// number gives every key its place in sorted order, and returns the keys.
func number(places map[string]int32) []string {
	names := slices.Sorted(maps.Keys(places))
	for i, name := range names {
		places[name] = int32(i)
	}
	return names
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

// points yields the sample's forecasts, equal ones pooled, ascending in p and
// then in y.
func (s sample) points(yield func(point) bool) {
	for i := 0; i < len(s.rows); {
		q := point{p: s.rows[i].p, y: s.rows[i].y}
		for ; i < len(s.rows) && s.rows[i].p == q.p && s.rows[i].y == q.y; i++ {
			w := s.count(s.rows[i])
			q.n, q.w, q.w2 = q.n+1, q.w+w, q.w2+float64(w*w)
		}
		if !yield(q) {
			return
		}
	}
}
