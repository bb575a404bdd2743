package scoring

// Table is a table of forecasts, aggregated by speaker while its rows are
// added.
type Table struct {
	Unresolved int // rows without an outcome, which were not added

	weighted bool
	events   int      // named ones
	names    []string // of speakers, sorted
	groups   []*group // by speaker
	merger   merger
}

// group is the forecasts of one speaker: those that are a bare p with a y of 0
// or 1 as runs, the others one by one.
type group struct {
	runs runs
	rows []row // sorted once the table is closed
}

// NoEvent is the event of a row without one, which is an event of its own.
const NoEvent = ownEvent

// Row is one row of a table: speaker and event are numbers from 0, each of
// which is in use below the greatest; p and y are 0 to 1, the weight is above 0.
type Row struct {
	Speaker, Event int32
	P, Y, Weight   float64
}

// NewTable returns a table without rows; weighted says that their weights
// differ.
func NewTable(weighted bool) *Table { return &Table{weighted: weighted} }

// Add puts in rows, which may be reused afterwards.
func (t *Table) Add(rows []Row) {
	for _, r := range rows {
		t.add(r)
	}
}

func (t *Table) add(r Row) {
	for int(r.Speaker) >= len(t.groups) {
		t.groups = append(t.groups, &group{})
	}
	g := t.groups[r.Speaker]
	if r.Event == NoEvent && !t.weighted && (r.Y == 0 || r.Y == 1) {
		g.runs.add(r.P, r.Y)
		if g.runs.full() {
			t.merger.compact(&g.runs)
		}
		return
	}
	g.rows = append(g.rows, row{p: r.P, y: r.Y, w: r.Weight, event: r.Event, side: sideOf(r.P, r.P)})
}

// Close ends the rows. Speakers and events, by number, are put in the order of
// their names, so that nothing depends on the order of the rows.
func (t *Table) Close(speakers, events []string) {
	names, place := inOrder(speakers)
	_, eventPlace := inOrder(events)
	groups := make([]*group, len(names))
	for i := range groups {
		groups[i] = &group{} // of speakers whose rows have no outcome
	}
	for i, g := range t.groups {
		groups[place[i]] = g
	}
	t.names, t.groups, t.events = names, groups, len(events)
	parallel(len(groups), func() func(int) {
		var m merger
		return func(i int) { groups[i].finish(&m, eventPlace) }
	})
}

// inOrder sorts names, and returns them with the place of each.
func inOrder(names []string) (sorted []string, place []int32) {
	places := make(map[string]int32, len(names))
	for _, name := range names {
		places[name] = 0
	}
	sorted, place = number(places), make([]int32, len(names))
	for i, name := range names {
		place[i] = places[name]
	}
	return sorted, place
}

func (g *group) finish(m *merger, eventPlace []int32) {
	m.compact(&g.runs)
	g.runs.fresh = nil
	for k := range g.rows {
		if e := &g.rows[k].event; *e != ownEvent {
			*e = eventPlace[*e]
		}
	}
	g.rows = m.sortedRows(g.rows)
}
