package store

import (
	"fmt"

	"tracker/claims"
	"tracker/ledger"
)

// addition is a new claim with the body of its entry, as it is stored.
type addition struct {
	claim  claims.Claim
	stored []byte
	err    error
}

// additions are new claims whose bodies are made on another processor, while
// those before them are written. They are written in their order.
type additions struct {
	next       []addition // the chunk that grows
	made, todo chan []addition
	waiting    bool       // for the chunk that bodies are made of
	spare      []addition // a chunk that is written
}

// together is how many claims bodies are made of at once.
const together = 64

// push takes a claim, and returns those that are ready to be written: they are to
// be written before the next one comes.
func (q *additions) push(c claims.Claim) []addition {
	if q.next = append(q.next, addition{claim: c}); len(q.next) < together {
		return nil
	}
	if q.todo == nil {
		q.todo, q.made = make(chan []addition, 1), make(chan []addition, 1)
		go makeBodies(q.todo, q.made)
	}
	ready := q.last()
	q.todo <- q.next
	q.next, q.spare, q.waiting = q.spare[:0], ready, true
	return ready
}

// last waits for the chunk that bodies are made of.
func (q *additions) last() []addition {
	if !q.waiting {
		return nil
	}
	q.waiting = false
	return <-q.made
}

// rest returns all that is not written.
func (q *additions) rest() []addition {
	list := q.last()
	for i := range q.next {
		q.next[i].encode()
	}
	list, q.next = append(list, q.next...), nil
	return list
}

// close ends the making of bodies.
func (q *additions) close() {
	if q.todo != nil {
		close(q.todo)
	}
}

func makeBodies(todo <-chan []addition, made chan<- []addition) {
	for list := range todo {
		for i := range list {
			list[i].encode()
		}
		made <- list
	}
}

// encode makes the body.
func (a *addition) encode() {
	text, err := ledger.Canonical(&a.claim)
	if err != nil {
		err = fmt.Errorf("encode the entry: %w", err)
	}
	a.stored, a.err = ledger.Pack(text), err
}
