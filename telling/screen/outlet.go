package screen

import (
	"context"
	"fmt"
	"io"

	"tracker/scratch"
)

// Until ends what waits for the streams when ctx is done, and returns the
// standard output, which remembers whether it failed.
func (sc *Screen) Until(ctx context.Context) *Outlet {
	out := &Outlet{w: &impatient{ctx: ctx, out: sc.Out}}
	sc.In, sc.Out, sc.Err = Interruptible{ctx, sc.In}, out, &impatient{ctx: ctx, out: sc.Err}
	if sc.TTYErr && sc.widthErr != nil {
		sc.line = &lastLine{}
		if sc.TTYOut {
			out.w = &beside{Writer: out.w, line: sc.line, progress: sc.Err}
		}
	}
	return out
}

// Failed returns the first failure of a write, nil for none.
func (o *Outlet) Failed() error { return o.err }

// Closed reports whether the program was started without a standard output
// that it can write to, where that can be known.
func (sc *Screen) Closed() bool {
	o, ok := sc.Out.(*Outlet)
	return ok && o.closed()
}

// Outlet is standard output. It keeps the first failure, so that what a full
// disk has swallowed does not count as done when the program ends.
type Outlet struct {
	w   io.Writer
	err error
}

// Write writes to w, whatever has failed before: a disk that was full may
// have been freed.
func (o *Outlet) Write(p []byte) (int, error) {
	n, err := o.w.Write(p)
	if err != nil {
		err = fmt.Errorf("write standard output: %w", scratch.Pathless(err))
		if o.err == nil {
			o.err = err
		}
	}
	return n, err
}

// Fresh returns standard output without what it remembers: for a pass whose
// failure is reported and tried again, and must not outlive it.
func (sc *Screen) Fresh() io.Writer {
	if o, ok := sc.Out.(*Outlet); ok {
		return &Outlet{w: o.w}
	}
	return sc.Out
}
