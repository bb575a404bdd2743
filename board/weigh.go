package board

import (
	"cmp"
	"iter"
	"slices"

	"tracker/claims"
	"tracker/scoring"
)

// weighed is how the claims of one row enter its figures.
type weighed struct {
	of      *entries
	at      []int32    // the places of the row's entries
	entered []entering // how each of them enters, in the order of the row
	parts   []parts    // of which each is one among those on its question; nil where each counts for itself
	noSide  int        // those that count and took none
	numbers int        // those with a number
	took    int        // those that took a side and count in the share
	repeats int        // claims that only said again what is in the row already
}

// parts are how many statements by one speaker on one question have a number, and
// how many took a side: what has neither takes nothing from the others.
type parts struct{ numbers, sides int32 }

// entering is how a claim that counts enters the means.
type entering uint8

const (
	entersWhole entering = iota
	entersLater          // in the figures of calibration only
	entersNot            // a repeat
)

// hit is the share of right sides.
func (w *weighed) hit(p Policy) scoring.Hit {
	share := scoring.HitShare
	if p.Weigh == WeighEvents {
		share = scoring.EventShare
	}
	h := share(w.sided())
	h.NoSide = w.noSide
	return h
}

// weigh settles how the entries at some places enter the figures of a row
// under a policy: a repeat not at all, a chain by the first of its versions
// that is there, several statements by one speaker on one question as one.
func weigh(of *entries, at []int32, p Policy) *weighed {
	w := &weighed{of: of, at: at, entered: make([]entering, len(at))}
	w.leaveRepeats()
	if p.Weigh == WeighEvents {
		w.keepFirst()
		w.update(p.Updates)
	}
	for i, place := range at {
		s := of.small(int(place))
		switch {
		case w.entered[i] == entersNot:
			continue
		case w.entered[i] == entersWhole && of.came(s).sided:
			w.took++
		case w.entered[i] == entersWhole:
			w.noSide++
		}
		if of.came(s).number {
			w.numbers++
		}
	}
	return w
}

// leaveRepeats leaves out what only says again, for the same window, what
// another claim of the row says.
func (w *weighed) leaveRepeats() {
	if len(w.of.links) == 0 {
		return
	}
	ends := map[claims.UID]int32{}
	for _, place := range w.at {
		if k := w.of.links[place]; k.repeats != "" {
			ends[k.repeats] = 0
		}
	}
	if len(ends) == 0 {
		return
	}
	for _, place := range w.at {
		if k, linked := w.of.links[place]; linked {
			if _, wanted := ends[k.uid]; wanted {
				ends[k.uid] = w.of.small(int(place)).end
			}
		}
	}
	for i, place := range w.at {
		if k := w.of.links[place]; k.repeats != "" && ends[k.repeats] == w.of.small(int(place)).end {
			w.entered[i] = entersNot
			w.repeats++
		}
	}
}

// keepFirst marks every version of a chain but the first as later.
func (w *weighed) keepFirst() {
	if len(w.of.links) == 0 {
		return
	}
	first := map[int]int{}
	for i, place := range w.at {
		if k := w.of.links[place]; k.chain != 0 && w.entered[i] != entersNot {
			if at, seen := first[k.chain]; !seen || k.link < at {
				first[k.chain] = k.link
			}
		}
	}
	for i, place := range w.at {
		if k := w.of.links[place]; k.chain != 0 && w.entered[i] != entersNot && k.link > first[k.chain] {
			w.entered[i] = entersLater
		}
	}
}

// statement is an entry by what it is about; row is its place in the row.
type statement struct{ event, speaker, question, row int32 }

func (x statement) same(y statement) bool {
	return x.event == y.event && x.speaker == y.speaker && x.question == y.question
}

// update makes what one speaker said on one question count once.
func (w *weighed) update(how Updates) {
	order := w.statements()
	for len(order) > 0 {
		n := 1
		for n < len(order) && order[0].same(order[n]) {
			n++
		}
		if n > 1 {
			w.updateOne(order[:n], how)
		}
		order = order[n:]
	}
}

// statements are the entries that count on an event, those on one question by
// one speaker beside each other, in the order in which they were made.
func (w *weighed) statements() []statement {
	order := make([]statement, 0, len(w.at))
	for i, place := range w.at {
		if s := w.of.small(int(place)); s.event != noText && w.entered[i] == entersWhole {
			order = append(order, statement{s.event, s.speaker, s.question, int32(i)})
		}
	}
	slices.SortFunc(order, func(x, y statement) int {
		if c := cmp.Or(cmp.Compare(x.event, y.event), cmp.Compare(x.speaker, y.speaker), cmp.Compare(x.question, y.question)); c != 0 {
			return c
		}
		a, b := w.of.small(int(w.at[x.row])), w.of.small(int(w.at[y.row]))
		return cmp.Or(cmp.Compare(w.of.texts.list[a.stated], w.of.texts.list[b.stated]), cmp.Compare(a.id, b.id), cmp.Compare(x.row, y.row))
	})
	return order
}

func (w *weighed) updateOne(same []statement, how Updates) {
	of := parts{}
	for _, s := range same {
		came := w.of.came(w.of.small(int(w.at[s.row])))
		of.numbers, of.sides = of.numbers+one(came.number), of.sides+one(came.sided)
	}
	if how == UpdatesMean && w.parts == nil {
		w.parts = make([]parts, len(w.at))
	}
	for k, s := range same {
		switch {
		case how == UpdatesMean:
			w.parts[s.row] = of
		case how == UpdatesFirst && k > 0, how == UpdatesLast && k < len(same)-1:
			w.entered[s.row] = entersLater
		}
	}
}

// one is 1 for what is so.
func one(is bool) int32 {
	if is {
		return 1
	}
	return 0
}

// weight is what the number of the i-th entry of the row weighs among those on
// its question.
func (w *weighed) weight(i int) float64 {
	if w.parts == nil {
		return 1
	}
	return 1 / float64(max(1, w.parts[i].numbers))
}

// sideWeight is likewise what its side weighs.
func (w *weighed) sideWeight(i int) float64 {
	if w.parts == nil {
		return 1
	}
	return 1 / float64(max(1, w.parts[i].sides))
}

// numbered yields the places in the row of what has a number.
func (w *weighed) numbered() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, place := range w.at {
			if w.entered[i] != entersNot && w.of.came(w.of.small(int(place))).number && !yield(i) {
				return
			}
		}
	}
}

// forecast is the i-th entry of the row, as it counts.
func (w *weighed) forecast(i int) scoring.Forecast {
	f := w.of.forecast(w.of.small(int(w.at[i])))
	f.Later, f.Weight = w.entered[i] == entersLater, w.weight(i)
	return f
}

// forecasts yields what has a number, as it counts in the row.
func (w *weighed) forecasts() scoring.Forecasts {
	return func(yield func(scoring.Forecast) bool) {
		for i := range w.numbered() {
			if !yield(w.forecast(i)) {
				return
			}
		}
	}
}

// sidedAt yields the places in the row of what took a side and counts in the
// share.
func (w *weighed) sidedAt() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, place := range w.at {
			if w.entered[i] == entersWhole && w.of.came(w.of.small(int(place))).sided && !yield(i) {
				return
			}
		}
	}
}

// sidedOf is the side of the i-th entry of the row.
func (w *weighed) sidedOf(i int) scoring.Sided {
	s := w.of.small(int(w.at[i]))
	return scoring.Sided{Event: w.of.texts.list[s.event], Right: w.of.came(s).right, Weight: w.sideWeight(i)}
}

// sided yields what took a side and counts in the share.
func (w *weighed) sided() scoring.AllSided {
	return func(yield func(scoring.Sided) bool) {
		for i := range w.sidedAt() {
			if !yield(w.sidedOf(i)) {
				return
			}
		}
	}
}
