package screen

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"syscall"

	"tracker/scratch"
)

// ErrUnread says that the reader of the pipe that standard output is has gone:
// it has had what it wanted, as head has.
var ErrUnread = errors.New("nobody reads it any more")

// Unread reports whether nothing else went wrong than that.
func Unread(err error) bool {
	switch e := err.(type) {
	case interface{ Unwrap() []error }:
		return !slices.ContainsFunc(e.Unwrap(), func(err error) bool { return !Unread(err) })
	case interface{ Unwrap() error }:
		return Unread(e.Unwrap())
	}
	return err == ErrUnread
}

// Until ends what waits for the streams when ctx is done. It returns a context
// that also ends when nobody reads standard output any more, and standard
// output, which remembers whether it failed. From here on a reader that has gone
// is an error of a write, and not the end of the program.
func (sc *Screen) Until(ctx context.Context) (context.Context, *Outlet) {
	hearBrokenPipe()
	ctx, unread := context.WithCancel(ctx)
	out := &Outlet{w: &impatient{ctx: ctx, out: sc.Out}, unread: unread}
	sc.In, sc.Out, sc.Err = Interruptible{ctx, sc.In}, out, &impatient{ctx: ctx, out: sc.Err}
	if sc.TTYErr && sc.widthErr != nil {
		sc.line = &lastLine{}
		if sc.TTYOut {
			out.w = &beside{Writer: out.w, line: sc.line, progress: sc.Err}
		}
	}
	return ctx, out
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
	w      io.Writer
	err    error
	unread func() // is told when nobody reads it any more; nil for nobody
}

// Write writes to w, whatever has failed before: a disk that was full may
// have been freed.
func (o *Outlet) Write(p []byte) (int, error) {
	n, err := o.w.Write(p)
	if err != nil {
		if errors.Is(err, syscall.EPIPE) {
			err = o.forsaken()
		}
		err = fmt.Errorf("write standard output: %w", scratch.Pathless(err))
		if o.err == nil {
			o.err = err
		}
	}
	return n, err
}

// forsaken is the error of a write that nobody reads.
func (o *Outlet) forsaken() error {
	if o.unread != nil {
		o.unread()
	}
	return ErrUnread
}

// Fresh returns standard output without what it remembers and ends: for a pass
// whose failure is reported and tried again, and must not outlive it.
func (sc *Screen) Fresh() io.Writer {
	if o, ok := sc.Out.(*Outlet); ok {
		return &Outlet{w: o.w}
	}
	return sc.Out
}
