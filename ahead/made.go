package ahead

import (
	"iter"
	"runtime"
)

// job is a chunk that somebody is working on.
type job[T, U any] struct {
	in  []T
	out chan []U
}

// Made yields what fn makes of the elements of list, in their order. It runs
// on every processor at once, a few hundred elements ahead.
func Made[T, U any](list iter.Seq[T], fn func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		workers := runtime.GOMAXPROCS(0)
		work := make(chan job[T, U])
		order := make(chan job[T, U], chunksAhead)
		stop := make(chan struct{})
		defer close(stop)
		for range workers {
			go toil(work, fn)
		}
		go hand(Chunks(list, size), order, work, stop)
		for j := range order {
			for _, v := range <-j.out {
				if !yield(v) {
					return
				}
			}
		}
	}
}

// hand gives every chunk to whoever is free, and keeps their order, until it
// is told to stop.
func hand[T, U any](chunks iter.Seq[[]T], order, work chan<- job[T, U], stop <-chan struct{}) {
	defer close(order)
	defer close(work)
	for chunk := range chunks {
		j := job[T, U]{chunk, make(chan []U, 1)}
		select {
		case order <- j:
		case <-stop:
			return
		}
		select {
		case work <- j:
		case <-stop:
			return
		}
	}
}

// toil works on chunks until there are no more.
func toil[T, U any](work <-chan job[T, U], fn func(T) U) {
	for j := range work {
		out := make([]U, len(j.in))
		for i, v := range j.in {
			out[i] = fn(v)
		}
		j.out <- out
	}
}
