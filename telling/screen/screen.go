// Package screen is the terminal: what people type and read, and what pipes
// get in its place. It draws tables, blocks, diagrams and progress, breaks
// lines and asks questions. What windows, hedges and verdicts are called is
// for telling/report to say.
//
//	s := screen.Standard()
//	s.Table([]string{"id", "statement"}, rows)
package screen

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/term"

	"tracker/claims"
	"tracker/clean"
)

// Screen is the streams of a run and what may be done with them.
type Screen struct {
	In       io.Reader
	Out, Err io.Writer
	TTYIn    bool // questions may be asked
	TTYOut   bool // people read the output: headers, colour, cut to the width
	TTYErr   bool // people read the sentences, and progress may be shown
	Width    int  // of the terminal, in columns
	Colour   bool
	Book     string // as --db named it; commands that are printed name it too

	answers  *bufio.Reader // of Ask
	widthNow func() int    // of the terminal, as it is now; nil where that is settled
	widthErr func() int    // of the terminal of Err, as it is now; nil where no line can be written over
	line     *lastLine     // of the terminal of Err; nil where no line can be written over
}

// Standard is the screen of the program's own streams.
func Standard() *Screen {
	sc := &Screen{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Width: 80}
	sc.TTYIn = term.IsTerminal(int(os.Stdin.Fd()))
	sc.TTYOut = term.IsTerminal(int(os.Stdout.Fd()))
	sc.TTYErr = term.IsTerminal(int(os.Stderr.Fd()))
	if os.Getenv("TERM") != "dumb" {
		sc.widthErr = widthErr
	}
	if w, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil && w > 0 {
		sc.Width, sc.widthNow = w, widthOut
	}
	sc.Colour = wantsColour(sc.TTYOut)
	if w, err := strconv.Atoi(os.Getenv("TRACKER_FORCE_TTY")); err == nil && w >= 20 {
		sc.TTYOut, sc.Width, sc.widthNow = true, w, nil
	}
	return sc
}

// widthErr is how wide standard error is now, in columns.
func widthErr() int { return widthOf(os.Stderr) }

func widthOut() int { return widthOf(os.Stdout) }

func widthOf(f *os.File) int {
	if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
		return w
	}
	return 80
}

// wantsColour reports whether what people read on a terminal is coloured.
func wantsColour(tty bool) bool {
	return tty && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// Printf writes to standard output.
func (sc *Screen) Printf(format string, args ...any) { fmt.Fprintf(sc.Out, format, args...) }

// Sayf prints a sentence for people on standard error.
func (sc *Screen) Sayf(format string, args ...any) {
	sc.line.begin(sc.Err)
	fmt.Fprintf(sc.Err, "tracker: %s\n", clean.Line(fmt.Sprintf(sc.typedFormat(format), args...)))
}

// Refuse prints refusals, each with its hint; a hint that several share is
// printed once, behind the first of them that stand together.
func (sc *Screen) Refuse(list claims.Problems) { sc.refuse(list, sc.Sayf) }

func (sc *Screen) refuse(list claims.Problems, say func(format string, args ...any)) {
	hinted := map[string]bool{"": true}
	for i, p := range list {
		say("%v", p)
		if !hinted[p.Hint] && (i+1 == len(list) || list[i+1].Hint != p.Hint) {
			say("hint: %s", sc.Typed(p.Hint))
			hinted[p.Hint] = true
		}
	}
}

// JSON writes v as one indented JSON value. What a terminal would obey
// is escaped, also where JSON would not ask for it.
func (sc *Screen) JSON(v any) error {
	text, err := encoded(v, "")
	if err != nil {
		return err
	}
	_, err = sc.Out.Write(append(text, '\n'))
	return err
}

// Paint colours s on a terminal that wants it. Colour never carries meaning
// alone.
func (sc *Screen) Paint(s string, colours ...text.Color) string {
	if !sc.Colour {
		return s
	}
	return text.Colors(colours).Sprint(s)
}
