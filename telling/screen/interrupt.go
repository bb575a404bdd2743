package screen

import (
	"bytes"
	"context"
	"io"
	"sync"
	"time"
)

// Interruptible reads from in until ctx is done, so that Ctrl-C ends a
// program that waits for a terminal or a pipe.
type Interruptible struct {
	Context context.Context
	In      io.Reader
}

// Read reads once from in. It returns the context's error when that is done
// first; what in still delivers is lost then.
func (r Interruptible) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	own := make([]byte, len(p)) // a read that is left behind must not write to p
	done := make(chan result, 1)
	go func() {
		n, err := r.In.Read(own)
		done <- result{n, err}
	}()
	select {
	case <-r.Context.Done():
		return 0, r.Context.Err()
	case got := <-done:
		copy(p, own[:got.n])
		return got.n, got.err
	}
}

// patience is how long a write may still take once the program has been told
// to end.
const patience = 2 * time.Second

// impatient writes to out, and gives up a write that blocks when ctx is done:
// a full pipe that nobody reads does not keep the program from ending.
type impatient struct {
	ctx  context.Context
	out  io.Writer
	mu   sync.Mutex
	gone bool // a write was left behind; what follows it is not written
}

// Write writes p to out. Once ctx is done it waits a moment more, and then
// returns the context's error; how much of p was written is not known then.
func (w *impatient) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.gone {
		return 0, w.ctx.Err()
	}
	type result struct {
		n   int
		err error
	}
	own := bytes.Clone(p) // a write that is left behind must not read p
	done := make(chan result, 1)
	go func() {
		n, err := w.out.Write(own)
		done <- result{n, err}
	}()
	select {
	case got := <-done:
		return got.n, got.err
	case <-w.ctx.Done():
	}
	select {
	case got := <-done:
		return got.n, got.err
	case <-time.After(patience):
		w.gone = true
		return 0, w.ctx.Err()
	}
}

// Wanted is where something is written until nobody wants it any more: then it
// takes nothing, not even nothing, and returns the context's error.
type Wanted struct {
	Context context.Context
	Out     io.Writer
}

// Write writes once to out.
func (w Wanted) Write(p []byte) (int, error) {
	if err := w.Context.Err(); err != nil || len(p) == 0 {
		return 0, err
	}
	return w.Out.Write(p)
}
