package screen

import (
	"bytes"
	"io"

	"tracker/claims"
)

// Legible is standard output for what may be no text: a terminal is not given a
// workbook.
func (sc *Screen) Legible() io.Writer {
	if !sc.TTYOut {
		return sc.Out
	}
	return legible{sc.Out}
}

// legible refuses a packed file, whose beginning comes in one piece.
type legible struct{ io.Writer }

func (l legible) Write(p []byte) (int, error) {
	if bytes.HasPrefix(p, []byte("PK\x03\x04")) {
		return 0, claims.Refuse("", "a workbook is nothing for a terminal").WithHint("-o FILE.xlsx writes it to a file")
	}
	return l.Writer.Write(p)
}
