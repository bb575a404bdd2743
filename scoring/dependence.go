package scoring

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// leaning is the factor of a row in a sum of errors Σ a(y − p): 1 for
// calibration in the large, 1 − 2p for Spiegelhalter's test.
type leaning func(p float64) float64

func inTheLarge(float64) float64      { return 1 }
func spiegelhalter(p float64) float64 { return 1 - 2*p }

// errorVariance is the variance of Σ a(y − p) over some events if every forecast
// is calibrated. Claims on one event are not independent: two of them have the
// covariance a_i a_j(min(p_i, p_j) − p_i p_j) when their windows differ, because
// what came within the shorter one came within the longer, and
// a_i a_j √(p_i q_i p_j q_j) on one question. It is exactly 0 where nothing but
// rounding is left.
func errorVariance(events iter.Seq[[]row], a leaning) float64 {
	sum, largest := 0.0, 0.0
	for rows := range events {
		v, bound := eventVariance(rows, a)
		sum += v
		largest += bound
	}
	if sum <= 1e-18*largest {
		return 0
	}
	return sum
}

// eachEvent goes through the rows of every event, ascending in question and p. They
// stand in one slice, which the next event overwrites.
func (s sample) eachEvent() iter.Seq[[]row] {
	ends := make([]int32, s.events)
	for _, r := range s.rows {
		ends[r.event]++
	}
	for e := 1; e < len(ends); e++ {
		ends[e] += ends[e-1]
	}
	order := make([]int32, len(s.rows))
	for i, r := range slices.Backward(s.rows) { // which are ascending in p
		ends[r.event]--
		order[ends[r.event]] = int32(i)
	}
	return func(yield func([]row) bool) {
		var own []row
		for at := 0; at < len(order); {
			event := s.rows[order[at]].event
			for own = own[:0]; at < len(order) && s.rows[order[at]].event == event; at++ {
				own = append(own, s.rows[order[at]])
			}
			if !slices.IsSortedFunc(own, byWindow) {
				slices.SortStableFunc(own, byWindow)
			}
			if !yield(own) {
				return
			}
		}
	}
}

func byWindow(a, b row) int { return cmp.Compare(a.question, b.question) }

// eventVariance is the variance of the rows of one event, and a bound of it.
func eventVariance(rows []row, a leaning) (variance, bound float64) {
	questions := 0
	for rest := rows; len(rest) > 0; questions++ {
		n := 1
		for n < len(rest) && rest[n].question == rest[0].question {
			n++
		}
		own, size := oneQuestion(rest[:n], a)
		bound += size
		if n < len(rows) { // the pairs of one question leave the sum over all pairs
			own -= acrossWindows(rest[:n], a)
		}
		variance += own
		rest = rest[n:]
	}
	if questions > 1 {
		all := slices.Clone(rows)
		slices.SortStableFunc(all, func(x, y row) int { return cmp.Compare(x.p, y.p) })
		variance += acrossWindows(all, a)
	}
	return max(0, variance), bound * float64(questions)
}

// oneQuestion is (Σ a√(pq))², with (Σ |a|√(pq))².
func oneQuestion(rows []row, a leaning) (variance, bound float64) {
	sum, size := 0.0, 0.0
	for _, r := range rows {
		d := float64(a(r.p) * math.Sqrt(r.p*(1-r.p)))
		sum += d
		size += math.Abs(d)
	}
	return sum * sum, size * size
}

// acrossWindows is Σ a_i a_j(min(p_i, p_j) − p_i p_j) over all pairs of rows
// ascending in p, each with itself too.
func acrossWindows(rows []row, a leaning) float64 {
	sum, before := 0.0, 0.0 // before is Σ a p of the rows with a smaller p
	for _, r := range rows {
		lean := a(r.p)
		sum += float64(lean * (1 - r.p) * (2*before + float64(lean*r.p)))
		before += float64(lean * r.p)
	}
	return sum
}

// whole takes what came true in part out of the sample, which has no room for a
// second one, until it is put back.
func (s sample) whole() (whole sample, back func()) {
	n := 0
	for _, r := range s.rows {
		if r.fraction() {
			n++
		}
	}
	if n == 0 {
		return s, func() {}
	}
	parts := make([]row, 0, n)
	for _, r := range s.rows {
		if r.fraction() {
			parts = append(parts, r)
		}
	}
	whole = s
	whole.rows = slices.DeleteFunc(s.rows, row.fraction)
	return whole, func() { s.putBack(len(whole.rows), parts) }
}

// putBack puts rows back in their places among the first n.
func (s sample) putBack(n int, parts []row) {
	for to := len(s.rows) - 1; len(parts) > 0; to-- {
		if last := parts[len(parts)-1]; n == 0 || compareRows(&s.rows[n-1], &last) < 0 {
			s.rows[to], parts = last, parts[:len(parts)-1]
			continue
		}
		n--
		s.rows[to] = s.rows[n]
	}
}

// errorTest is z and the two-sided p-values of Σ a(y − p): the larger of the
// normal one and another, and the normal one. All are nil without variance.
func (s sample) errorTest(a leaning, events iter.Seq[[]row], other func() float64) (z, p, normal *float64) {
	z, normal = zTest(s.errors(a), errorVariance(events, a))
	if z == nil {
		return nil, nil, nil
	}
	return z, ptr(max(*normal, other())), normal
}

// errors is Σ a(y − p).
func (s sample) errors(a leaning) float64 {
	sum := 0.0
	for _, r := range s.rows {
		sum += float64(a(r.p) * (r.y - r.p))
	}
	return sum
}

// wholeErrors is errors without what came true in part.
func (s sample) wholeErrors(a leaning) float64 {
	sum := 0.0
	for _, r := range s.rows {
		if !r.fraction() {
			sum += float64(a(r.p) * (r.y - r.p))
		}
	}
	return sum
}
