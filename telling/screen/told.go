package screen

import (
	"fmt"

	"tracker/clean"
)

// Told writes a line of what was understood to standard error, broken to the
// width of a terminal; an empty one is left out.
func (sc *Screen) Told(label, text string) {
	const indent = 10
	switch {
	case text == "":
		return
	case label == "":
		fmt.Fprintf(sc.Err, "  %s\n", sc.IndentedErr(clean.Line(text), 2))
	default:
		fmt.Fprintf(sc.Err, "  %-6s  %s\n", label, sc.IndentedErr(clean.Line(sc.Typed(text)), indent))
	}
}
