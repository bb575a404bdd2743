package store

import "context"

// pouring is rows on their way into their tables, while others are made. A
// transaction asks nothing of the book meanwhile.
type pouring struct {
	list []queued
	done chan struct{} // closed when they are there, or one is refused
	at   insertion     // of the row that is refused
	row  []any
	err  error
}

// pouredFrom is how many entries wait at least before their rows go to their
// tables, and pouredBy how many at most.
const pouredFrom, pouredBy = 64, 1024

// flush puts the rows that wait into their tables.
func (t *tx) flush() error {
	if err := t.poured(); err != nil {
		return err
	}
	p := t.waiting()
	p.run(t)
	return t.refused(p)
}

// pourAlong has the rows that wait go to their tables while others are made,
// when there are enough and those before them are there.
func (t *tx) pourAlong() error {
	q := t.queue[insertEntry.table]
	if q == nil || len(q.rows) < pouredFrom || len(q.rows) < pouredBy && !t.idle() {
		return nil
	}
	if err := t.poured(); err != nil {
		return err
	}
	p := t.waiting()
	t.along = p
	go p.run(t)
	return nil
}

// idle reports whether no rows are on their way.
func (t *tx) idle() bool {
	if t.along == nil {
		return true
	}
	select {
	case <-t.along.done:
		return true
	default:
		return false
	}
}

// poured waits for the rows that are on their way.
func (t *tx) poured() error {
	p := t.along
	if t.along = nil; p == nil {
		return nil
	}
	<-p.done
	return t.refused(p)
}

// landed waits for the rows that are on their way, whatever becomes of them.
func (t *tx) landed() {
	if t.along != nil {
		<-t.along.done
	}
}

// refused says which row was refused, if one was.
func (t *tx) refused(p *pouring) error {
	if p.err == nil {
		return nil
	}
	return t.refusedRow(p.at, p.row, p.err)
}

// waiting takes the rows that wait, by their tables.
func (t *tx) waiting() *pouring {
	p := &pouring{done: make(chan struct{})}
	for _, table := range inOrder {
		if q := t.queue[table]; q != nil && len(q.rows) > 0 {
			p.list = append(p.list, *q)
			q.rows = nil
		}
	}
	return p
}

// run puts the rows into their tables.
func (p *pouring) run(t *tx) {
	defer close(p.done)
	for _, q := range p.list {
		rows := &listed{rows: q.rows}
		if err := t.engine.Pour(context.Background(), t.Tx, q.table, q.columns, rows); err != nil {
			p.at, p.row, p.err = q.insertion, rows.row, err
			return
		}
	}
}
