package scoring

import (
	"slices"
	"sync"
)

// Schema names the JSON shape of Scores.
const Schema = "tracker.score/1"

// Scores is what a table of forecasts comes to: `tracker score --forecasts`.
type Scores struct {
	Schema      string           `json:"schema"`
	Overall     Figures          `json:"overall"`
	Groups      []SpeakerFigures `json:"groups"` // by name
	Leaderboard Leaderboard      `json:"leaderboard"`
	Unresolved  int              `json:"unresolved"` // rows left out because they have no outcome yet
}

// SpeakerFigures are the figures of one speaker of a table.
type SpeakerFigures struct {
	Name string `json:"name"`
	Figures
}

// Score computes every figure of the table. The range over readings stays nil,
// because a table has none.
func (t *Table) Score(o Options) Scores {
	o = o.withDefaults()
	s := Scores{Schema: Schema, Unresolved: t.Unresolved, Groups: make([]SpeakerFigures, len(t.groups))}
	each := o
	each.Resamples = min(o.Resamples, max(minDraws, maxDrawnInAll/max(1, t.rows())))
	var others sync.WaitGroup // the board is the longest: all begin together
	others.Go(func() { s.Overall, _ = measureGroups(nil, t.groups, t.weighted, o) })
	others.Go(func() {
		parallel(len(t.groups), func() func(int) {
			var room []row
			return func(i int) {
				s.Groups[i].Name = t.names[i]
				s.Groups[i].Figures, room = measureGroups(room, t.groups[i:i+1], t.weighted, each)
			}
		})
	})
	s.Leaderboard = rank(t.grid(), o)
	others.Wait()
	s.Groups = slices.DeleteFunc(s.Groups, func(g SpeakerFigures) bool { return g.N == 0 })
	s.Leaderboard.Events = s.Overall.Events
	return s
}

// maxDrawnInAll is how many draws times rows the groups of a table may take
// together.
const maxDrawnInAll = 10 * maxDrawn

func (t *Table) rows() (n int) {
	for _, g := range t.groups {
		n += g.runs.n + len(g.rows)
	}
	return n
}

// measureGroups measures several speakers as one: as a stream when there are
// many forecasts and all of them are bare, else row by row.
// Rows are put in the room of others, which is returned.
func measureGroups(room []row, groups []*group, weighted bool, o Options) (Figures, []row) {
	var sources []*runs
	bare, others := 0, 0
	for _, g := range groups {
		sources = append(sources, &g.runs)
		bare += g.runs.n
		others += len(g.rows)
	}
	if others == 0 && bare > manyEvents {
		var s stream
		mergeRuns(sources, s.add)
		return s.figures(), room
	}
	rows := mergeRows(room, groups)
	return newSample(rows, renumber(rows), weighted).measure(o), rows
}

// renumber closes the gaps in the numbers of named events, keeping their
// order, and returns how many there are.
func renumber(rows []row) (named int) {
	var place []int32 // by number, 1 where it is present
	for _, r := range rows {
		if r.event == ownEvent {
			continue
		}
		for int(r.event) >= len(place) {
			place = append(place, make([]int32, 1+int(r.event)-len(place))...)
		}
		place[r.event] = 1
	}
	for e, present := range place {
		place[e] = int32(named)
		named += int(present)
	}
	for i := range rows {
		if e := &rows[i].event; *e != ownEvent {
			*e = place[*e]
		}
	}
	return named
}

// grid collapses the table to cells. It stops when there are too many for a
// leaderboard.
func (t *Table) grid() cellGrid {
	b := cellGrid{names: t.names, events: t.events, questions: t.events, cells: make([]cell, 0, t.cells()), extents: make([]extents, len(t.names))}
	for s, g := range t.groups {
		b.cells = g.cells(b.cells, int32(s))
		if len(b.cells) > maxCells {
			return b
		}
		b.extents[s] = g.extents()
	}
	b.finish()
	return b
}

// cells is how many cells the table has, at most one more than are ranked.
func (t *Table) cells() (n int) {
	last := make([]int32, t.events) // the group that was seen last on each event, from 1
	for s, g := range t.groups {
		n += g.runs.n
		for _, r := range g.rows {
			if r.event == ownEvent || last[r.event] != int32(s+1) {
				n++
			}
			if r.event != ownEvent {
				last[r.event] = int32(s + 1)
			}
		}
		if n > maxCells {
			return maxCells + 1
		}
	}
	return n
}

func (g *group) extents() (s extents) {
	for i, key := range g.runs.keys {
		s.add(pointOf(key, g.runs.counts[i]).p)
	}
	for _, r := range g.rows {
		s.add(r.p)
	}
	return s
}

// cells appends one cell for every event of the group, more than maxCells in
// all being as good as too many.
func (g *group) cells(to []cell, speaker int32) []cell {
	for i, key := range g.runs.keys {
		q := pointOf(key, g.runs.counts[i])
		var one cellSum
		one.add(q.p, q.y, 1)
		for range min(q.n, maxCells+1) {
			to = append(to, one.cell(speaker, ownEvent, ownEvent))
		}
		if len(to) > maxCells {
			return to
		}
	}
	places := g.byEvent()
	for len(places) > 0 {
		event, sum := g.rows[uint32(places[0])].event, cellSum{}
		for len(places) > 0 && g.rows[uint32(places[0])].event == event && (event != ownEvent || sum.w == 0) {
			r := g.rows[uint32(places[0])]
			sum.add(r.p, r.y, r.w)
			places = places[1:]
		}
		to = append(to, sum.cell(speaker, event, event))
	}
	return to
}

// byEvent is the places of the rows in the lower half of each key, by event and
// then in their order.
func (g *group) byEvent() []uint64 {
	keys := make([]uint64, len(g.rows))
	for i, r := range g.rows {
		keys[i] = uint64(uint32(r.event))<<32 | uint64(uint32(i))
	}
	sortKeys(keys, nil)
	return keys
}
