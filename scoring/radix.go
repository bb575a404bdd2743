package scoring

import "slices"

// radixFrom is how many keys a radix sort pays for.
const radixFrom = 512

// sortKeys sorts keys in place, with spare, which it may grow, as scratch
// space: by one byte after the other from the lowest, which takes a quarter of
// the time of comparing a few thousand keys.
func sortKeys(keys, spare []uint64) (grown []uint64) {
	if len(keys) < radixFrom {
		slices.Sort(keys)
		return spare
	}
	var starts [8][256]int
	for _, k := range keys {
		for b := range starts {
			starts[b][byte(k>>(8*b))]++
		}
	}
	spare = slices.Grow(spare[:0], len(keys))[:len(keys)]
	from, to := keys, spare
	for b := range starts {
		at := &starts[b]
		if at[byte(from[0]>>(8*b))] == len(keys) {
			continue // they all have this byte
		}
		sum := 0
		for d, n := range at {
			at[d] = sum
			sum += n
		}
		for _, k := range from {
			d := byte(k >> (8 * b))
			to[at[d]] = k
			at[d]++
		}
		from, to = to, from
	}
	if &from[0] != &keys[0] {
		copy(keys, from)
	}
	return spare
}
