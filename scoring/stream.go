package scoring

import "slices"

// stream measures a group too large for its events to be held, each forecast
// an event of its own with weight 1. Points are added in ascending order.
type stream struct {
	tally
	moments
	sided, right int
}

func (s *stream) add(q point) {
	s.tally.add(q)
	s.moments.add(cluster{1, Brier(q.p, q.y)}, float64(q.n))
	side := sideOf(q.p, q.p)
	if side == 0 {
		return
	}
	s.sided += q.n
	if (side > 0) == (q.y > 0.5) {
		s.right += q.n
	}
}

func (s *stream) figures() Figures {
	g := s.tally.figures(false)
	g.Events = g.N
	g.Hit = Hit{K: float64(s.right), N: s.sided, Claims: s.sided, ClaimsRight: s.right}.around(float64(s.right)/float64(s.sided), float64(s.sided))
	g.Hit.NoSide = g.N - s.sided
	g.BrierLow, g.BrierHigh = bounded(s.interval())
	return g
}

// run is one key with its count.
type run struct {
	key   uint64
	count uint32
}

// slabRuns is about how many runs are merged at a time.
const slabRuns = 1 << 17

// mergeRuns visits the points of all sources together, equal ones pooled,
// ascending. The scale is cut into slabs of about equal size, so that memory
// for all forecasts is never needed twice; one slab is merged while the one
// before it is visited.
func mergeRuns(sources []*runs, visit func(point)) {
	slabs := make(chan []run)
	go func() {
		defer close(slabs)
		from := make([]int, len(sources))
		var a, b, visited []run // three buffers take turns
		for _, end := range slabEnds(sources) {
			slab, spare := mergeSlab(sources, from, end, a, b)
			slabs <- slab // when it is taken, the one before it is done with
			a, b, visited = spare, visited, slab
		}
	}()
	for slab := range slabs {
		for _, r := range slab {
			visit(pointOf(r.key, r.count))
		}
	}
}

// slabEnds samples the keys and returns where slabs end, the last one beyond
// every key.
func slabEnds(sources []*runs) []uint64 {
	const step = 256
	var sampled []uint64
	for _, s := range sources {
		for i := step; i < len(s.keys); i += step {
			sampled = append(sampled, s.keys[i])
		}
	}
	slices.Sort(sampled)
	var ends []uint64
	for i := slabRuns / step; i < len(sampled); i += slabRuns / step {
		ends = append(ends, sampled[i])
	}
	return append(slices.Compact(ends), 1<<64-1)
}

// mergeSlab merges the keys below end, beginning at from, which moves on. It
// overwrites the two buffers and returns the one that holds the result first.
func mergeSlab(sources []*runs, from []int, end uint64, merged, spare []run) (slab, other []run) {
	merged = merged[:0]
	var starts []int
	for k, s := range sources {
		starts = append(starts, len(merged))
		for ; from[k] < len(s.keys) && s.keys[from[k]] < end; from[k]++ {
			merged = append(merged, run{s.keys[from[k]], s.counts[from[k]]})
		}
	}
	for len(starts) > 1 {
		spare = spare[:0]
		var after []int
		for i := 0; i < len(starts); i += 2 {
			after = append(after, len(spare))
			spare = mergeTwo(spare, part(merged, starts, i), part(merged, starts, i+1))
		}
		merged, spare, starts = spare, merged, after
	}
	return merged, spare
}

// part is the i-th of the pieces that begin at starts; beyond them it is empty.
func part(rs []run, starts []int, i int) []run {
	switch {
	case i >= len(starts):
		return nil
	case i+1 == len(starts):
		return rs[starts[i]:]
	}
	return rs[starts[i]:starts[i+1]]
}

// mergeTwo appends two ascending pieces as one, equal keys pooled.
func mergeTwo(to, a, b []run) []run {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].key < b[0].key:
			to, a = append(to, a[0]), a[1:]
		case a[0].key > b[0].key:
			to, b = append(to, b[0]), b[1:]
		default:
			to, a, b = append(to, run{a[0].key, a[0].count + b[0].count}), a[1:], b[1:]
		}
	}
	return append(append(to, a...), b...)
}
