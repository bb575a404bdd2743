// Package ahead lets a list be made while another goroutine goes through it,
// so that both have a processor of their own. It knows nothing of what is in it.
//
//	for line := range ahead.Of(lines) { … }
package ahead

import "iter"

// Of yields what list yields, which runs in a goroutine of its own and is
// up to some hundred elements further. Whoever stops does not wait for it: it
// may be reading what never comes.
func Of[T any](list iter.Seq[T]) iter.Seq[T] {
	const size, chunksAhead = 64, 4
	return func(yield func(T) bool) {
		chunks, stop := make(chan []T, chunksAhead), make(chan struct{})
		defer close(stop)
		go func() {
			defer close(chunks)
			chunk := make([]T, 0, size)
			send := func() bool {
				select {
				case chunks <- chunk:
					chunk = make([]T, 0, size)
					return true
				case <-stop:
					return false
				}
			}
			for v := range list {
				if chunk = append(chunk, v); len(chunk) == size && !send() {
					return
				}
			}
			send()
		}()
		for chunk := range chunks {
			for _, v := range chunk {
				if !yield(v) {
					return
				}
			}
		}
	}
}
