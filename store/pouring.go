package store

import (
	"context"

	"tracker/store/dialect"
)

// pouring is rows on their way into their tables, while others are made. A
// transaction asks nothing of the book meanwhile.
type pouring struct {
	list   []queued
	before *pouring      // what was poured before, which may still be on its way
	sent   chan struct{} // closed when they are, and those before are there, or one is refused
	there  func() error  // waits until they are; nil when they could not be sent
	at     insertion     // of the row that is refused
	row    []any
	err    error
}

// pouredFrom is how many entries wait at least before their rows go to their
// tables, and pouredBy how many at most; there are up to three times as many in
// memory. To a server it is a way there and back each time: where others still
// travel farFrom wait at least, and farBy at most.
const (
	pouredFrom, pouredBy = 64, 512
	farFrom, farBy       = 512, 1024
)

// flush puts the rows that wait into their tables.
func (t *tx) flush() error {
	if t.along == nil && !t.queue.waits() {
		return nil
	}
	p := t.waiting()
	t.along = nil
	p.run(t)
	p.arrive()
	return t.refused(p)
}

// pourAlong has the rows that wait go to their tables while others are made,
// when there are enough and those before them are sent.
func (t *tx) pourAlong() error {
	q, least, most := t.queue[insertEntry.table], pouredFrom, pouredBy
	if t.engine.Far() {
		most = farBy
		if t.along != nil {
			least = farFrom
		}
	}
	if q == nil || len(q.rows) < least || len(q.rows) < most && !t.idle() {
		return nil
	}
	if t.along != nil {
		<-t.along.sent
		if err := t.refused(t.along); err != nil {
			return err
		}
	}
	p := t.waiting()
	t.along = p
	go p.run(t)
	return nil
}

// idle reports whether no rows wait to be sent.
func (t *tx) idle() bool {
	if t.along == nil {
		return true
	}
	select {
	case <-t.along.sent:
		return true
	default:
		return false
	}
}

// landed waits for the rows that are on their way, whatever becomes of them.
func (t *tx) landed() {
	if t.along != nil {
		<-t.along.sent
		t.along.arrive()
	}
}

// refused says which row was refused, if one was.
func (t *tx) refused(p *pouring) error {
	if p.err == nil {
		return nil
	}
	t.along = nil
	return t.refusedRow(p.at, p.row, p.err)
}

// waiting takes the rows that wait, by their tables.
func (t *tx) waiting() *pouring {
	p := &pouring{sent: make(chan struct{}), before: t.along}
	for _, table := range inOrder {
		if q := t.queue[table]; q != nil && len(q.rows) > 0 {
			p.list = append(p.list, *q)
			q.rows = nil
		}
	}
	return p
}

// waits reports whether there are rows that wait.
func (q queue) waits() bool {
	for _, of := range q {
		if len(of.rows) > 0 {
			return true
		}
	}
	return false
}

// run sends the rows to their tables, and waits for those before them: two are
// on their way at most, so that the other end always has something to do.
func (p *pouring) run(t *tx) {
	defer close(p.sent)
	before := p.before
	if p.before = nil; before == nil {
		p.pour(t)
		return
	}
	<-before.sent
	if before.err == nil {
		p.pour(t)
		before.arrive()
	}
	if before.err != nil {
		p.at, p.row, p.err = before.at, before.row, before.err
	}
}

// pour sends the rows.
func (p *pouring) pour(t *tx) {
	var loads []dialect.Load
	var rows []*listed
	for _, q := range p.list {
		rows = append(rows, &listed{rows: q.rows})
		loads = append(loads, dialect.Load{Table: q.table, Columns: q.columns, Rows: rows[len(rows)-1]})
	}
	if len(loads) == 0 {
		return
	}
	if p.there, p.err = t.engine.Pour(context.Background(), t.Tx, loads...); p.err == nil {
		return
	}
	for i, r := range rows {
		if r.row != nil { // the last that was asked for
			p.at, p.row = p.list[i].insertion, r.row
		}
	}
}

// arrive waits until the rows are there, or one is refused.
func (p *pouring) arrive() {
	if there := p.there; there != nil {
		p.there, p.err = nil, there()
	}
}
