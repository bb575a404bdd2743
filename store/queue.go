package store

import (
	"slices"
	"strings"
)

// insertion is a table and the columns of a row that is put into it.
type insertion struct {
	table   string
	columns []string
	text    string // the statement for one row
}

func inserting(table string, columns ...string) insertion {
	return insertion{table, columns, `INSERT INTO ` + table + ` (` + strings.Join(columns, ", ") + `) VALUES (` + marks(len(columns)) + `)`}
}

// queue holds rows of a transaction that go to their tables at once, before
// anything is asked that could be about them.
type queue map[string]*queued

type queued struct {
	insertion
	rows [][]any
}

// inOrder are the tables with a queue; those come first that others refer to.
var inOrder = []string{"names", "journal", "claims", "attribution", "appearances", "tags", "verdicts"}

// collect has rows wait for each other from now on.
func (t *tx) collect() {
	if t.queue == nil {
		t.queue = queue{}
	}
}

// put puts a row into a table, now or with others.
func (t *tx) put(i insertion, row ...any) error {
	if t.expects(i) {
		t.expected.put(i, row)
		return nil
	}
	if t.queue == nil || !slices.Contains(inOrder, i.table) {
		return t.exec(i.text, row...)
	}
	q := t.queue[i.table]
	if q == nil {
		q = &queued{insertion: i}
		t.queue[i.table] = q
	}
	q.rows = append(q.rows, row)
	return nil
}

// directly runs fn without the queue.
func (t *tx) directly(fn func() error) error {
	if err := t.flush(); err != nil {
		return err
	}
	waiting := t.queue
	defer func() { t.queue = waiting }()
	t.queue = nil
	return fn()
}

// listed are rows that are in memory.
type listed struct {
	rows [][]any
	row  []any
}

// Next goes to the next row.
func (l *listed) Next() bool {
	if len(l.rows) == 0 {
		return false
	}
	l.row, l.rows = l.rows[0], l.rows[1:]
	return true
}

// Values are those of the row.
func (l *listed) Values() ([]any, error) { return l.row, nil }

// Err is nil: nothing ends them early.
func (l *listed) Err() error { return nil }
