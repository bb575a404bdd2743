package screen

import (
	"io"
	"sync"
)

// clearLine takes the cursor to the first column and empties the line.
const clearLine = "\r\x1b[K"

// lastLine is the line of a terminal on which progress is shown, and on which
// output goes on: neither writes over the other. Of nil there is none.
type lastLine struct {
	mu       sync.Mutex
	progress bool // is what it shows
	output   bool // is what it shows, and has not ended it
}

// show writes progress over what is shown of it, but not over output.
func (l *lastLine) show(w io.Writer, text string) {
	if l == nil {
		io.WriteString(w, clearLine+text)
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.output {
		io.WriteString(w, clearLine+text)
		l.progress = true
	}
}

// clear takes progress away, for other lines to be written.
func (l *lastLine) clear(w io.Writer) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cleared(w)
}

func (l *lastLine) cleared(w io.Writer) {
	if l.progress {
		io.WriteString(w, clearLine)
		l.progress = false
	}
}

// begin begins a sentence on a line of its own.
func (l *lastLine) begin(w io.Writer) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cleared(w)
	if l.output {
		io.WriteString(w, "\n")
		l.output = false
	}
}

// beside is the output that the terminal shows.
type beside struct {
	io.Writer
	line     *lastLine
	progress io.Writer
}

// Write writes output in the place of progress.
func (b *beside) Write(p []byte) (int, error) {
	b.line.clear(b.progress)
	n, err := b.Writer.Write(p)
	if n > 0 {
		b.line.mu.Lock()
		b.line.output = p[n-1] != '\n'
		b.line.mu.Unlock()
	}
	return n, err
}
