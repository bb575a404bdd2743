package scoring

import "math"

// runs holds forecasts that are nothing but a p and a y of 0 or 1, each an
// event of its own: every distinct pair once, with a count, in ascending
// order. Memory follows the number of distinct pairs, not of forecasts. The
// zero value is empty.
type runs struct {
	keys   []uint64
	counts []uint32
	fresh  []uint64 // not yet sorted in
	n      int
}

// compactAt is how many fresh keys are gathered at least before they are
// sorted in: so few that the sort stays in the cache.
const compactAt = 4096

// keyOf orders pairs by p and then y: the bits of a number of at least 0 ascend
// with it, and leave the lowest place for y once the sign is shifted out.
func keyOf(p, y float64) uint64 {
	key := math.Float64bits(p) << 1
	if y == 1 {
		key |= 1
	}
	return key
}

// pointOf is count forecasts of one key.
func pointOf(key uint64, count uint32) point {
	n := float64(count)
	return point{p: math.Float64frombits(key >> 1), y: float64(key & 1), n: int(count), w: n, w2: n}
}

// full reports whether it is time to compact.
func (r *runs) full() bool { return len(r.fresh) >= max(compactAt, len(r.keys)) }

func (r *runs) add(p, y float64) {
	r.n++
	r.fresh = append(r.fresh, keyOf(p, y))
}

// merger is scratch space for compaction.
type merger struct {
	keys   []uint64
	counts []uint32
	fresh  []uint64 // of rows
	spare  []uint64
}

func (m *merger) push(key uint64, n uint32) {
	m.keys, m.counts = append(m.keys, key), append(m.counts, n)
}

// compact sorts the fresh keys of r in.
func (m *merger) compact(r *runs) {
	m.spare = sortKeys(r.fresh, m.spare)
	m.keys, m.counts = m.keys[:0], m.counts[:0]
	old := 0
	for i := 0; i < len(r.fresh); {
		key, n := r.fresh[i], uint32(0)
		for ; i < len(r.fresh) && r.fresh[i] == key; i++ {
			n++
		}
		for ; old < len(r.keys) && r.keys[old] < key; old++ {
			m.push(r.keys[old], r.counts[old])
		}
		if old < len(r.keys) && r.keys[old] == key {
			n += r.counts[old]
			old++
		}
		m.push(key, n)
	}
	m.keys, m.counts = append(m.keys, r.keys[old:]...), append(m.counts, r.counts[old:]...)
	r.keys, r.counts = append(r.keys[:0], m.keys...), append(r.counts[:0], m.counts...)
	r.fresh = r.fresh[:0]
}

// points visits everything, ascending. The runs are compact.
func (r *runs) points(visit func(point)) {
	for i, key := range r.keys {
		visit(pointOf(key, r.counts[i]))
	}
}

// rows appends every forecast by itself.
func (r *runs) rows(to []row) []row {
	r.points(func(q point) {
		one := row{p: q.p, y: q.y, w: 1, event: ownEvent, side: sideOf(q.p, q.p)}
		for range q.n {
			to = append(to, one)
		}
	})
	return to
}
