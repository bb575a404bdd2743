package intake

import (
	"io"
	"iter"
	"slices"

	"tracker/ahead"
	"tracker/claims"
	"tracker/exchange"
)

// understood is a line with the claim that it makes.
type understood struct {
	line    exchange.Line
	claim   claims.Claim
	refused error // no claim
	broken  error // no line
}

// understand reads lines and makes claims of them, on every processor there
// is, ahead of who goes through them.
func (im *importer) understand(r io.Reader) iter.Seq[understood] {
	lines := func(yield func(understood) bool) {
		for l, err := range im.read(r) {
			l.Derived = slices.Clone(l.Derived) // the reader takes its list back
			if !yield(understood{line: l, broken: err}) {
				return
			}
		}
	}
	return ahead.Made(lines, func(u understood) understood {
		if u.broken == nil {
			u.claim, u.refused = im.claim(u.line)
		}
		return u
	})
}
