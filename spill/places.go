package spill

import (
	"iter"
	"slices"
)

// places finds places by the hashes that they were added under, in 8 bytes a
// hash and what its tables leave free. A few places of other hashes are found
// too: who asks looks there.
type places struct{ tables [1 << tableBits]table }

// tableBits are the bits of a hash that say in which table it is. There are
// many tables so that one grows at a time, and a few bits that are kept of a
// hash are enough.
const tableBits = 12

// table has 0 where nothing is, else the low half of a hash, and a place.
type table struct {
	slots []uint64
	n     int
}

// of is the table of a hash.
func (p *places) of(hash uint64) *table { return &p.tables[hash>>(64-tableBits)] }

// add enters a place under a hash. It is not the last place there is.
func (p *places) add(hash uint64, place uint32) {
	t := p.of(hash)
	if t.n++; t.n*5 > len(t.slots)*4 {
		t.grow()
	}
	t.put(hash<<32 | uint64(place+1))
}

// at yields the places of a hash.
func (p *places) at(hash uint64) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		t := p.of(hash)
		if t.n == 0 {
			return
		}
		for i := t.first(hash << 32); t.slots[i] != 0; i = t.next(i) {
			if s := t.slots[i]; s>>32 == hash&(1<<32-1) && !yield(uint32(s)-1) {
				return
			}
		}
	}
}

func (t *table) grow() {
	before := t.slots
	t.slots = slices.Grow([]uint64(nil), max(8, len(before)*3/2))
	t.slots = t.slots[:cap(t.slots)]
	for _, s := range before {
		if s != 0 {
			t.put(s)
		}
	}
}

// put puts what is kept of a place where the next slot is free.
func (t *table) put(s uint64) {
	i := t.first(s)
	for t.slots[i] != 0 {
		i = t.next(i)
	}
	t.slots[i] = s
}

// first is where a table is looked through from.
func (t *table) first(s uint64) int { return int((s >> 32) * uint64(len(t.slots)) >> 32) }

func (t *table) next(i int) int {
	if i++; i == len(t.slots) {
		return 0
	}
	return i
}
