package main

import (
	"context"
	"io"
)

// interruptible reads from in until ctx is done, so that Ctrl-C ends a
// program that waits for a terminal or a pipe.
type interruptible struct {
	ctx context.Context
	in  io.Reader
}

// Read reads once from in. It returns the context's error when that is done
// first; what in still delivers is lost then.
func (r interruptible) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	own := make([]byte, len(p)) // a read that is left behind must not write to p
	done := make(chan result, 1)
	go func() {
		n, err := r.in.Read(own)
		done <- result{n, err}
	}()
	select {
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	case got := <-done:
		copy(p, own[:got.n])
		return got.n, got.err
	}
}
