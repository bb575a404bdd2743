package screen

import (
	"fmt"
	"io"
	"iter"
	"time"
)

// Progress shows how far long work is, on a terminal only: one line that is
// written over, ten times a second at most. (A library for this brings
// net/http into the program, and every command would start slower for it.)
type Progress struct {
	w     io.Writer // nil shows nothing
	what  string
	total int64      // -1 when nobody knows
	width func() int // of the terminal, in columns
	line  *lastLine  // of the terminal, which output may share
	shown time.Time
}

// Progress starts showing work of total steps, -1 for an unknown number.
func (sc *Screen) Progress(total int64, what string) *Progress {
	if !sc.TTYErr || sc.widthErr == nil {
		return &Progress{}
	}
	return &Progress{w: sc.Err, what: what, total: total, width: sc.widthErr, line: sc.line}
}

// Beside is Progress of work whose output goes to a file, "" or - for standard
// output: a terminal that shows the output shows no progress.
func (sc *Screen) Beside(file, what string) *Progress {
	if sc.TTYOut && (file == "" || file == "-") {
		return &Progress{}
	}
	return sc.Progress(-1, what)
}

// Set says that n steps are done.
func (p *Progress) Set(n int64) {
	if p.w == nil || time.Since(p.shown) < 100*time.Millisecond {
		return
	}
	p.shown = time.Now()
	text := fmt.Sprintf("%s: %d", p.what, n)
	if n == 0 && p.total < 0 {
		text = p.what
	} else if p.total > 0 {
		text = fmt.Sprintf("%s: %d of %d (%d %%)", p.what, n, p.total, 100*n/p.total)
	}
	if most := p.width() - 1; len(text) > most { // a line that breaks cannot be written over
		text = text[:max(most, 0)]
	}
	p.line.show(p.w, text)
}

// Of says that n steps of total are done.
func (p *Progress) Of(n, total int64) {
	p.total = total
	p.Set(n)
}

// At says that n steps of total are done of a part of the work: 0 of -1 when
// there is nothing to count.
func (p *Progress) At(what string, n, total int64) {
	if what != p.what {
		p.what, p.shown = what, time.Time{}
	}
	p.Of(n, total)
}

// Steps is Of for those who count in int.
func (p *Progress) Steps(n, total int) { p.Of(int64(n), int64(total)) }

// Counted shows how many values of a sequence have been taken.
func Counted[T any](p *Progress, seq iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		n := int64(0)
		for v, err := range seq {
			if !yield(v, err) {
				return
			}
			n++
			p.Set(n)
		}
	}
}

// Clear takes the line away, for other lines to be written.
func (p *Progress) Clear() {
	if p.w != nil && !p.shown.IsZero() {
		if p.line == nil {
			fmt.Fprint(p.w, clearLine)
		}
		p.line.clear(p.w)
	}
	p.shown = time.Time{}
}

// Clear takes away what shows how far work is, whoever has shown it.
func (sc *Screen) Clear() { sc.line.clear(sc.Err) }

// Done takes the line away, and shows no more.
func (p *Progress) Done() {
	p.Clear()
	p.w = nil
}
