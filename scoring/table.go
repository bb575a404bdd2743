package scoring

import "maps"

// Table is a table of forecasts, aggregated by speaker.
type Table struct {
	speakers nameTable
	events   nameTable
	weighted bool
	names    []string // of speakers, sorted
	groups   []*group // by speaker
	merger   merger
}

// group is the forecasts of one speaker: those that are a bare p with a y of 0
// or 1 as runs, the others one by one.
type group struct {
	runs runs
	rows []row
}

// entry is one row of the file.
type entry struct {
	speaker, event int32
	p, y, weight   float64
}

// nameTable numbers names. Different spellings of a name share its number.
type nameTable struct {
	spellings map[string]int32
	numbers   map[string]int32
}

func newTable() *Table {
	return &Table{speakers: newNameTable(), events: newNameTable()}
}

func newNameTable() nameTable {
	return nameTable{map[string]int32{"": ownEvent}, map[string]int32{"": ownEvent}}
}

// add numbers a name under a new spelling.
func (n *nameTable) add(spelling, name string) int32 {
	id, known := n.numbers[name]
	if !known {
		id = int32(len(n.numbers) - 1) // less the empty name
		n.numbers[name] = id
	}
	n.spellings[spelling] = id
	return id
}

// sort renumbers the names in their order, and returns them with the new
// number of each old one.
func (n *nameTable) sort() (names []string, renumber []int32) {
	delete(n.numbers, "")
	renumber = make([]int32, len(n.numbers))
	old := maps.Clone(n.numbers)
	names = number(n.numbers)
	for i, name := range names {
		renumber[old[name]] = int32(i)
	}
	return names, renumber
}

func (t *Table) add(e entry) {
	for int(e.speaker) >= len(t.groups) {
		t.groups = append(t.groups, &group{})
	}
	g := t.groups[e.speaker]
	if e.event == ownEvent && !t.weighted && (e.y == 0 || e.y == 1) {
		g.runs.add(e.p, e.y)
		if g.runs.full() {
			t.merger.compact(&g.runs)
		}
		return
	}
	g.rows = append(g.rows, row{e.p, e.y, e.weight, e.event, sideOf(e.p, e.p)})
}

// finish puts speakers and events in the order of their names, so that nothing
// depends on the order of the rows.
func (t *Table) finish() {
	names, place := t.speakers.sort()
	_, eventPlace := t.events.sort()
	groups := make([]*group, len(names))
	for i, g := range t.groups {
		groups[place[i]] = g
	}
	t.names, t.groups = names, groups
	parallel(len(groups), func() func(int) {
		var m merger
		return func(i int) { groups[i].finish(&m, eventPlace) }
	})
}

func (g *group) finish(m *merger, eventPlace []int32) {
	m.compact(&g.runs)
	g.runs.fresh = nil
	for k := range g.rows {
		if e := &g.rows[k].event; *e != ownEvent {
			*e = eventPlace[*e]
		}
	}
}
