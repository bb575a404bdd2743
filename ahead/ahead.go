// Package ahead lets a list be made while another goroutine goes through it,
// so that both have a processor of their own. It knows nothing of what is in it.
//
//	for line := range ahead.Of(lines) { … }
package ahead

import "iter"

// How many elements stand in a chunk, and how many chunks wait, where nobody
// says otherwise.
const size, chunksAhead = 64, 4

// Of yields what list yields, which runs in a goroutine of its own and is
// up to some hundred elements further. Whoever stops does not wait for it: it
// may be reading what never comes.
func Of[T any](list iter.Seq[T]) iter.Seq[T] { return each(Chunks(list, size), chunksAhead) }

// By is Of for elements that are large: one is made while another is worked on.
func By[T any](list iter.Seq[T]) iter.Seq[T] { return each(Chunks(list, 1), 0) }

// Chunks yields what list yields in lists of n, the last shorter.
func Chunks[T any](list iter.Seq[T], n int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		chunk := make([]T, 0, n)
		for v := range list {
			if chunk = append(chunk, v); len(chunk) < n {
				continue
			}
			if !yield(chunk) {
				return
			}
			chunk = make([]T, 0, n)
		}
		if len(chunk) > 0 {
			yield(chunk)
		}
	}
}

// each yields the elements of chunks, of which n are made ahead.
func each[T any](chunks iter.Seq[[]T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		made, stop := make(chan []T, n), make(chan struct{})
		defer close(stop)
		go func() {
			defer close(made)
			for chunk := range chunks {
				select {
				case made <- chunk:
				case <-stop:
					return
				}
			}
		}()
		for chunk := range made {
			for _, v := range chunk {
				if !yield(v) {
					return
				}
			}
		}
	}
}
