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
	logged
	packed  []byte // the two, to be kept
	refused error  // no claim
	broken  error  // no line
}

// logged is what is kept of a good line until it is written.
type logged struct {
	Line  exchange.Line
	Claim claims.Claim
}

// understand reads lines and makes claims of them, on every processor there
// is, ahead of who goes through them.
func (im *importer) understand(r io.Reader) iter.Seq[*understood] {
	lines := func(yield func(*understood) bool) {
		for l, err := range im.read(r) {
			l.Derived = slices.Clone(l.Derived) // the reader takes its list back
			if !yield(&understood{logged: logged{Line: l}, broken: err}) {
				return
			}
		}
	}
	return ahead.Made(lines, func(u *understood) *understood {
		if u.broken == nil {
			u.Claim, u.refused = im.claim(&u.Line)
		}
		if im.kept != nil && u.broken == nil && u.refused == nil {
			u.packed = im.kept.Pack(&u.logged)
		}
		return u
	})
}
