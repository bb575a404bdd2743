package screen

// most is how many rows of a table wait for each other.
const most = 1000

// longTable is a table that may be longer than memory should hold: its first
// rows say how wide the columns are, and later ones widen them where they must.
type longTable struct {
	screen  *Screen
	headers []string // nil when they are written
	widths  []int
	rows    [][]string
}

func (sc *Screen) longTable(headers []string) *longTable {
	return &longTable{screen: sc, headers: headers, widths: make([]int, len(headers)-1)}
}

// add writes a row, when enough of them have come.
func (t *longTable) add(row []string) {
	if t.rows = append(t.rows, row); len(t.rows) == most {
		t.end()
	}
}

// end writes the rows that wait.
func (t *longTable) end() {
	if len(t.rows) > 0 {
		t.screen.drawPart(t.screen.Out, t.headers, t.rows, t.widths)
		t.headers, t.rows = nil, t.rows[:0]
	}
}
