package site

import "tracker/telling/report"

// desk is where one hand writes: what it has room for is used again.
type desk struct {
	page, item report.Markup
	json, row  report.Writing
	text       []byte

	held  []lying // texts of the claims of one name
	shelf []byte  // where they lie
}

// lying is all that a claim has on the shelf.
type lying struct {
	claim    int32 // its place in the index
	from, to int
}

// mostHeld is how many claims a desk has room for.
const mostHeld = 200

// hold takes from the shelf what the claims in some places have there, unless they
// are too many: a page, its twin and a feed are made of them.
func (w *writer) hold(d *desk, places []int32) (err error) {
	d.held, d.shelf = d.held[:0], d.shelf[:0]
	if len(places) > mostHeld {
		return nil
	}
	for _, at := range places {
		from := len(d.shelf)
		if d.shelf, err = w.shelf.all(d.shelf, w.index.claims[at].texts); err != nil {
			return err
		}
		d.held = append(d.held, lying{at, from, len(d.shelf)})
	}
	return nil
}

// near is what a claim has on the shelf when it is held, else nil.
func (d *desk) near(claim int32) []byte {
	for _, x := range d.held {
		if x.claim == claim {
			return d.shelf[x.from:x.to]
		}
	}
	return nil
}
