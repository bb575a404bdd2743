package scoring

import (
	"cmp"
	"fmt"
	"slices"
)

// maxCells bounds the work and the memory of a leaderboard.
const maxCells = 1_000_000

// The sentences of a leaderboard.
const (
	sentenceTooFew    = "fewer than two speakers have %d events: nobody is ranked"
	sentenceTooMany   = "more than %d speaker-event cells: no leaderboard"
	sentenceNoneFound = "no detectable differences between speakers"
)

// Rank compares speakers by their Brier score. Claims of one speaker on one
// event become one cell; how hard the events were is taken out; the rest is
// shrunk towards the mean of the speakers, the more the fewer their events;
// places come with a simultaneous 95 % interval. Speakers with fewer than
// minEvents events help to tell how hard events were and are not ranked;
// minEvents below 1 means DefaultMinEvents. Draws use DefaultSeed.
func Rank(fs []Forecast, minEvents int) Leaderboard {
	var c cellMaker
	for _, f := range fs {
		c.add(f.Speaker, f.Event, cluster{f.weight(), float64(f.weight() * Brier(f.P, f.Y))})
	}
	return rank(c.board(), Options{MinEvents: minEvents}.withDefaults())
}

// cell is the mean loss of one speaker on one event.
type cell struct {
	speaker, event int32
	loss           float64
}

// board is the cells of all speakers, in an order that does not depend on that
// of the input.
type board struct {
	names  []string // sorted
	events int
	named  int // events below this number have a name; the others hold one cell each
	cells  []cell
}

// cellMaker collapses forecasts to cells.
type cellMaker struct {
	sums  map[[2]string]cluster
	alone []aloneCell // forecasts that are events of their own
}

type aloneCell struct {
	speaker string
	loss    float64
}

func (c *cellMaker) add(speaker, event string, l cluster) {
	if event == "" {
		c.alone = append(c.alone, aloneCell{speaker, l.loss / l.w})
		return
	}
	if c.sums == nil {
		c.sums = map[[2]string]cluster{}
	}
	key := [2]string{speaker, event}
	sum := c.sums[key]
	c.sums[key] = cluster{sum.w + l.w, sum.loss + l.loss}
}

func (c *cellMaker) board() board {
	speakers, events := map[string]int32{}, map[string]int32{}
	for key := range c.sums {
		speakers[key[0]], events[key[1]] = 0, 0
	}
	for _, a := range c.alone {
		speakers[a.speaker] = 0
	}
	b := board{names: number(speakers), events: len(number(events))}
	for key, sum := range c.sums {
		b.cells = append(b.cells, cell{speakers[key[0]], events[key[1]], sum.loss / sum.w})
	}
	for _, a := range c.alone {
		b.cells = append(b.cells, cell{speakers[a.speaker], ownEvent, a.loss})
	}
	b.finish()
	return b
}

// finish sorts the cells and numbers the events that stand alone.
func (b *board) finish() {
	b.named = b.events
	slices.SortFunc(b.cells, func(x, y cell) int {
		return cmp.Or(cmp.Compare(x.speaker, y.speaker), cmp.Compare(x.event, y.event), cmp.Compare(x.loss, y.loss))
	})
	for i := range b.cells {
		if b.cells[i].event == ownEvent {
			b.cells[i].event = int32(b.events)
			b.events++
		}
	}
}

// rank makes the leaderboard of a board.
func rank(b board, o Options) Leaderboard {
	l := Leaderboard{Events: b.events, Rows: []Place{}}
	if len(b.cells) > maxCells {
		l.Sentence = fmt.Sprintf(sentenceTooMany, maxCells)
		return l
	}
	a := b.adjust()
	ranked := a.speakers(o.MinEvents)
	l.Ranked = len(ranked)
	if len(ranked) < 2 {
		l.Sentence = fmt.Sprintf(sentenceTooFew, o.MinEvents)
		return l
	}
	p := shrink(ranked)
	l.Lambda, l.Mu, l.Tau2, l.Q = a.lambda(), &p.mu, &p.tau2, &p.q
	l.Rows = places(ranked, p, b.names)
	rankIntervals(l.Rows, ranked, o)
	if separates(l.Rows) && a.likeEquals(ranked, o) {
		widen(l.Rows)
	}
	slices.SortFunc(l.Rows, func(x, y Place) int {
		return cmp.Or(cmp.Compare(x.Shrunk, y.Shrunk), cmp.Compare(x.AdjustedBrier, y.AdjustedBrier), cmp.Compare(x.Name, y.Name))
	})
	for i := range l.Rows {
		r := &l.Rows[i]
		r.Rank = i + 1
		r.RankLow, r.RankHigh = min(r.RankLow, r.Rank), max(r.RankHigh, r.Rank)
	}
	if p.tau2 == 0 || !separates(l.Rows) {
		l.Sentence = sentenceNoneFound
	}
	return l
}

// widen makes every interval hold every place.
func widen(rows []Place) {
	for i := range rows {
		rows[i].RankLow, rows[i].RankHigh = 1, len(rows)
	}
}

// separates reports whether any interval leaves out a place.
func separates(rows []Place) bool {
	return slices.ContainsFunc(rows, func(r Place) bool { return r.RankLow > 1 || r.RankHigh < len(rows) })
}
