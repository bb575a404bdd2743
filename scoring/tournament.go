package scoring

import (
	"math"
	"slices"
)

// mergeRows is every row of several groups, in the order of compareRows, in the
// room of others.
func mergeRows(room []row, groups []*group) []row {
	var lists [][]row
	n := 0
	for _, g := range groups {
		for _, own := range [][]row{g.runs.rows(nil), g.rows} {
			if len(own) > 0 {
				lists, n = append(lists, own), n+len(own)
			}
		}
	}
	rows := slices.Grow(room[:0], n)
	if len(lists) < 2 {
		return append(rows, slices.Concat(lists...)...)
	}
	for t := newTournament(lists); len(rows) < n; {
		rows = append(rows, t.next())
	}
	return rows
}

// tournament merges sorted lists: the first rows of all play for being the least,
// and who has won is followed by the next of its list, which plays against those
// only who have lost on its way (Knuth, The Art of Computer Programming, section
// 5.4.1). Memory for all rows is needed once.
type tournament struct {
	lists  [][]row
	heads  []head
	losers []int32 // by match, the final at 1; those of the lists end at len(lists)/2 and above
	winner int32
}

// head is what most first rows are told apart by, side by side for all lists.
type head struct {
	p    float64 // infinite for a list that has ended
	rest int64   // ascending in what follows p as far as it is told; see told
	told bool    // two rows with the same p and rest are alike
}

// headOf tells a row of weight 1 with a y of 0 or 1 and one question an event.
func headOf(list []row) head {
	if len(list) == 0 {
		return head{p: math.Inf(1), told: true}
	}
	r := &list[0]
	h := head{p: r.p, told: r.w == 1 && !r.fraction() && r.question == 0 && !r.later}
	if h.told {
		h.rest = int64(r.y)<<32 + int64(r.event)
	}
	return h
}

// newTournament lets at least two lists play, none of which is empty.
func newTournament(lists [][]row) *tournament {
	t := &tournament{lists: lists, heads: make([]head, len(lists)), losers: make([]int32, len(lists))}
	for i, list := range lists {
		t.heads[i], t.losers[i] = headOf(list), -1
	}
	for i := range lists {
		t.play(int32(i))
	}
	return t
}

// play takes one list up as far as it wins. Where nobody has been yet it waits.
func (t *tournament) play(up int32) {
	for match := (len(t.lists) + int(up)) / 2; match > 0; match /= 2 {
		other := t.losers[match]
		if other < 0 {
			t.losers[match] = up
			return
		}
		if t.before(other, up) {
			t.losers[match], up = up, other
		}
	}
	t.winner = up
}

func (t *tournament) before(a, b int32) bool {
	switch x, y := &t.heads[a], &t.heads[b]; {
	case x.p != y.p:
		return x.p < y.p
	case x.told && y.told:
		return x.rest < y.rest
	}
	return compareRows(&t.lists[a][0], &t.lists[b][0]) < 0
}

// next is the least of the rows that are left, of which there is one.
func (t *tournament) next() row {
	at := t.winner
	list := t.lists[at]
	t.lists[at], t.heads[at] = list[1:], headOf(list[1:])
	t.play(at)
	return list[0]
}
