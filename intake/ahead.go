package intake

import (
	"io"
	"iter"
	"slices"

	"tracker/claims"
	"tracker/exchange"
)

// understood is a line with the claim that it makes.
type understood struct {
	line    exchange.Line
	claim   claims.Claim
	refused error // no claim
	broken  error // no line
}

// understand reads lines and makes claims of them, each on a processor of its
// own where there are enough, ahead of who goes through them.
func (im *importer) understand(r io.Reader) iter.Seq[understood] {
	lines := func(yield func(understood) bool) {
		for l, err := range im.read(r) {
			l.Derived = slices.Clone(l.Derived) // the reader takes its list back
			if !yield(understood{line: l, broken: err}) {
				return
			}
		}
	}
	made := func(yield func(understood) bool) {
		for u := range ahead(lines) {
			if u.broken == nil {
				u.claim, u.refused = im.claim(u.line)
			}
			if !yield(u) {
				return
			}
		}
	}
	return ahead(made)
}

// ahead yields what list yields, which runs in a goroutine of its own and is
// up to some hundred elements further. Whoever stops does not wait for it: it
// may be reading what never comes.
func ahead[T any](list iter.Seq[T]) iter.Seq[T] {
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
