package store

import (
	"context"
	"io"
)

// Watch is told what long work of several steps is at: how much of the step is
// done, of -1 where nobody knows. It may be nil.
type Watch func(what string, done, of int64)

func (w Watch) at(what string, done, of int64) {
	if w != nil {
		w(what, done, of)
	}
}

// watched is a file of some length that is read until ctx ends.
type watched struct {
	io.Reader
	ctx      context.Context
	watch    Watch
	what     string
	read, of int64
}

// Read reads on.
func (r *watched) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.Reader.Read(p)
	r.read += int64(n)
	r.watch.at(r.what, r.read>>20, r.of>>20)
	return n, err
}
