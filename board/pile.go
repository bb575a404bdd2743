package board

import "iter"

// pile is many small values in their order. It is not copied when it grows, and
// has room for no more than a chunk too much.
type pile[T any] struct {
	chunks [][]T
	n      int
}

// chunkSize is how many values are made room for at a time: a slice that grows
// would be twice as large while it is copied.
const chunkSize = 4096

// add puts a value at the end, and returns its place.
func (p *pile[T]) add(v T) int {
	switch {
	case p.n == 0:
		p.chunks = make([][]T, 1)
	case p.n%chunkSize == 0:
		p.chunks = append(p.chunks, make([]T, 0, chunkSize))
	}
	last := &p.chunks[len(p.chunks)-1]
	*last = append(*last, v)
	p.n++
	return p.n - 1
}

func (p *pile[T]) at(i int) *T { return &p.chunks[i/chunkSize][i%chunkSize] }

// all yields the values in their order.
func (p *pile[T]) all() iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for _, c := range p.chunks {
			for i := range c {
				if !yield(&c[i]) {
					return
				}
			}
		}
	}
}
