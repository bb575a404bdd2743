package board

import "slices"

// another is entries that begin as those of l: a chunk is copied once one of
// its entries changes. Nothing may be put on the shelves of l afterwards.
func (l *entries) another() *entries {
	other := *l
	other.list.chunks, other.shared = slices.Clone(l.list.chunks), slices.Repeat([]bool{true}, len(l.list.chunks))
	return &other
}

// change is the entry at a place, to be changed.
func (l *entries) change(i int) *smallEntry {
	if c := i / chunkSize; l.shared != nil && l.shared[c] {
		l.list.chunks[c], l.shared[c] = slices.Clone(l.list.chunks[c]), false
	}
	return l.small(i)
}

// present are the places of the entries that count.
func (l *entries) present() []int32 {
	at := make([]int32, 0, l.len())
	for i, s := range l.all() {
		if !s.absent() {
			at = append(at, int32(i))
		}
	}
	return at
}

// presentOf are those of some places at which an entry counts.
func (l *entries) presentOf(some []int32) []int32 {
	at := make([]int32, 0, len(some))
	for _, i := range some {
		if !l.small(int(i)).absent() {
			at = append(at, i)
		}
	}
	return at
}
