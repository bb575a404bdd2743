package scoring

import (
	"math"
	"slices"
)

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

func (r *runs) add(p, y float64) {
	r.n++
	r.fresh = append(r.fresh, keyOf(p, y))
	if len(r.fresh) >= max(compactAt, len(r.keys)) {
		r.compact()
	}
}

// compact sorts the fresh keys in.
func (r *runs) compact() {
	if len(r.fresh) == 0 {
		return
	}
	slices.Sort(r.fresh)
	keys, counts := r.fresh[:0:0], []uint32(nil)
	i := 0
	for j := 0; j < len(r.fresh); {
		key, n := r.fresh[j], uint32(0)
		for ; j < len(r.fresh) && r.fresh[j] == key; j++ {
			n++
		}
		for ; i < len(r.keys) && r.keys[i] < key; i++ {
			keys, counts = append(keys, r.keys[i]), append(counts, r.counts[i])
		}
		if i < len(r.keys) && r.keys[i] == key {
			n += r.counts[i]
			i++
		}
		keys, counts = append(keys, key), append(counts, n)
	}
	r.keys, r.counts = append(keys, r.keys[i:]...), append(counts, r.counts[i:]...)
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
