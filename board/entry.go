package board

import (
	"cmp"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// entry is one claim that counts: what figures are made of.
type entry struct {
	scoring.Forecast // without P, Low and High where there is no number
	number           bool
	right            *bool
	id               claims.ID
	uid, repeats     claims.UID
	chain, link      int // of which chain, from 1, and its place in it; 0 for none
	stated           claims.Moment
	baselineOn       calendar.Day // 0 without a baseline, or where nobody noted it
	window           scoring.Window
	words            string  // of confidence, not where a number was said
	happened         float64 // in the window
	ever             float64 // whenever that was
	denies           bool    // it was said not to happen
}

func newEntry(j Judged) entry {
	c := j.Claim
	e := entry{number: j.P != nil, right: j.Right, id: c.ID, uid: c.UID, repeats: c.Repeats,
		stated: c.StatedOn, baselineOn: c.BaselineOn, window: window(c), happened: *j.Y, denies: c.Polarity == claims.WillNot}
	if c.Verdict != nil {
		e.ever, _ = c.Verdict.Y()
	}
	if c.Hedge.Kind != hedge.Explicit {
		e.words = c.Hedge.Words
	}
	if e.number {
		e.Forecast = j.forecast()
	} else {
		e.Forecast = scoring.Forecast{Speaker: c.Speaker, Event: claims.Fold(c.Event)}
	}
	return e
}

// entriesOf are the entries of claims, ready to be weighed, and their places.
func entriesOf(list []Judged) (entries []*entry, at []int) {
	for _, j := range list {
		if j.Y != nil {
			at = append(at, len(entries))
			e := newEntry(j)
			entries = append(entries, &e)
		}
	}
	link(entries, Chains(list))
	askQuestions(entries)
	return entries, at
}

// link notes which entries are links of a chain.
func link(entries []*entry, chains []Chain) {
	type place struct{ chain, link int }
	places := map[claims.UID]place{}
	for i, c := range chains {
		for k, j := range c.Links {
			places[j.Claim.UID] = place{i + 1, k}
		}
	}
	for i := range entries {
		if p, linked := places[entries[i].uid]; linked && entries[i].uid != "" {
			entries[i].chain, entries[i].link = p.chain, p.link
		}
	}
}

// weighed is how the claims of one row enter its figures.
type weighed struct {
	forecasts []scoring.Forecast // those with a number
	numberAt  []int              // the places in the row of forecasts
	sided     []scoring.Sided    // those that took a side and count in the share
	sidedAt   []int              // the places in the row of sided
	noSide    int                // those that count and took none
	repeats   int                // claims that only said again what is in the row already
	entered   []entering         // how each of the claims enters, in the order of the row
}

// entering is how a claim that counts enters the means.
type entering int

const (
	entersWhole entering = iota
	entersLater          // in the figures of calibration only
	entersNot            // a repeat
)

// hit is the share of right sides.
func (w weighed) hit(p Policy) scoring.Hit {
	h := scoring.HitShare(w.sided)
	if p.Weigh == WeighEvents {
		h = scoring.EventShare(w.sided)
	}
	h.NoSide = w.noSide
	return h
}

// placed is an entry in a row.
type placed struct {
	*entry
	at     int // in the order of the row
	later  bool
	weight float64 // 0 counts as 1
}

// weigh settles how the entries at some places enter the figures of a row
// under a policy: a repeat not at all, a chain by the first of its versions
// that is there, several statements by one speaker on one question as one.
func weigh(entries []*entry, at []int, p Policy) weighed {
	w := weighed{entered: make([]entering, 0, len(at))}
	again := repeated(entries, at)
	list := make([]placed, 0, len(at))
	for _, i := range at {
		if again[entries[i].uid] && entries[i].repeats != "" {
			w.repeats++
			w.entered = append(w.entered, entersNot)
			continue
		}
		list = append(list, placed{entry: entries[i], at: len(w.entered)})
		w.entered = append(w.entered, entersWhole)
	}
	if p.Weigh == WeighEvents {
		keepFirst(list)
		update(list, p.Updates)
	}
	w.make(list)
	for _, e := range list {
		w.add(e)
	}
	return w
}

// repeated are the claims in a row that only say again, for the same window,
// what another one in it says.
func repeated(entries []*entry, at []int) map[claims.UID]bool {
	again, ends := map[claims.UID]bool{}, map[claims.UID]int{}
	for _, i := range at {
		if entries[i].repeats != "" {
			ends[entries[i].repeats] = 0
		}
	}
	if len(ends) == 0 {
		return again
	}
	for _, i := range at {
		if _, wanted := ends[entries[i].uid]; wanted {
			ends[entries[i].uid] = entries[i].window.End
		}
	}
	for _, i := range at {
		if e := entries[i]; e.repeats != "" && ends[e.repeats] == e.window.End {
			again[e.uid] = true
		}
	}
	return again
}

// make makes room for what is added.
func (w *weighed) make(list []placed) {
	numbers, sided := 0, 0
	for i := range list {
		if list[i].number {
			numbers++
		}
		if list[i].right != nil && !list[i].later {
			sided++
		}
	}
	w.forecasts, w.numberAt = slices.Grow(w.forecasts, numbers), slices.Grow(w.numberAt, numbers)
	w.sided, w.sidedAt = slices.Grow(w.sided, sided), slices.Grow(w.sidedAt, sided)
}

func (w *weighed) add(e placed) {
	if e.later {
		w.entered[e.at] = entersLater
	}
	switch {
	case e.right != nil && !e.later:
		w.sided, w.sidedAt = append(w.sided, scoring.Sided{Event: e.Event, Right: *e.right, Weight: e.weight}), append(w.sidedAt, e.at)
	case e.right == nil && !e.later:
		w.noSide++
	}
	if e.number {
		f := e.Forecast
		f.Later, f.Weight = e.later, cmp.Or(e.weight, 1)
		w.forecasts, w.numberAt = append(w.forecasts, f), append(w.numberAt, e.at)
	}
}

// keepFirst marks every version of a chain but the first as later.
func keepFirst(list []placed) {
	first := map[int]int{}
	for _, e := range list {
		if at, seen := first[e.chain]; e.chain != 0 && (!seen || e.link < at) {
			first[e.chain] = e.link
		}
	}
	for i, e := range list {
		list[i].later = e.chain != 0 && e.link > first[e.chain]
	}
}

// update makes what one speaker said on one question count once.
func update(list []placed, how Updates) {
	var order []int
	for i, e := range list {
		if e.Event != "" && !e.later {
			order = append(order, i)
		}
	}
	same := func(x, y int) int {
		a, b := list[x].entry, list[y].entry
		return cmp.Or(cmp.Compare(a.Event, b.Event), cmp.Compare(a.Speaker, b.Speaker), cmp.Compare(a.Question, b.Question))
	}
	slices.SortFunc(order, func(x, y int) int {
		return cmp.Or(same(x, y), cmp.Compare(list[x].stated, list[y].stated), cmp.Compare(list[x].id, list[y].id), cmp.Compare(x, y))
	})
	for len(order) > 0 {
		n := 1
		for n < len(order) && same(order[0], order[n]) == 0 {
			n++
		}
		for k, i := range order[:n] {
			switch how {
			case UpdatesMean:
				list[i].weight = 1 / float64(n)
			case UpdatesFirst:
				list[i].later = k > 0
			case UpdatesLast:
				list[i].later = k < n-1
			}
		}
		order = order[n:]
	}
}
