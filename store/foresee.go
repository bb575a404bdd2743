package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"tracker/claims"
	"tracker/ledger"
)

// foresight is what becomes of claims when a command is taken back, as far as
// that says whether something stands against it.
type foresight struct {
	q      querier
	often  map[string]bool             // subjects that the command changed several times
	become map[claims.UID]claims.Claim // those of them, as they are by then
}

// foresee refuses, before anything is written, to take back a command whose
// claims have changed since. It holds nobody up.
func (b *Book) foresee(ctx context.Context, r *reversal) error {
	err := b.view(ctx, func(q querier) error {
		s := r.target
		f := foresight{q: q, often: map[string]bool{}, become: map[claims.UID]claims.Claim{}}
		if err := f.ask(ctx, s); err != nil {
			return err
		}
		for {
			r.progress(s.taken, s.changes) // nothing more yet, but it is at work
			list, err := changes(ctx, q, s, r.atATime)
			if err != nil || len(list) == 0 {
				return err
			}
			for _, e := range list {
				if err := f.invert(ctx, e); err != nil {
					return s.against(err)
				}
				s.from = e.Seq
			}
		}
	})
	r.foreseen = err == nil
	return err
}

// ask finds out what the command changed several times.
func (f foresight) ask(ctx context.Context, s past) error {
	return each(ctx, f.q, `SELECT subject FROM journal WHERE seq BETWEEN ? AND ? AND command = ? AND kind = 'claim' GROUP BY subject HAVING count(*) > 1`,
		[]any{s.first, s.last, packed(s.uid)}, func(rows *sql.Rows) error {
			var subject []byte
			err := rows.Scan(&subject)
			f.often[unpackSubject(ledger.Claim, subject)] = true
			return err
		})
}

// invert is what tx.invert would do with an entry; the error is a conflict
// when something stands against it.
func (f foresight) invert(ctx context.Context, e pastEntry) error {
	uid := claims.UID(e.Subject)
	w, ok := e.turn()
	if ok && !f.often[e.Subject] {
		return e.stands(w)
	}
	c, known := f.become[uid]
	if !known {
		var err error
		if c, err = claimWith(ctx, f.q, uid); err != nil {
			return err
		}
	}
	var change ledger.Change
	if err := json.Unmarshal(e.Body, &change); err != nil && !ok {
		return err
	}
	change = change.Inverse(e.Seq)
	if ok {
		change = w.change()
	}
	after, err := overlay(c, change, conflictOf(c.ID))
	if err != nil || !f.often[e.Subject] {
		return err
	}
	var now claims.Claim
	if err := json.Unmarshal(after, &now); err != nil {
		return err
	}
	now.ID = c.ID
	f.become[uid] = now
	return nil
}

// conflictOn says that a member of a claim is not as a change expects it.
func conflictOn(id claims.ID, member string) *conflict {
	c := conflictOf(id)
	c.member = member
	return &c
}

func conflictOf(id claims.ID) conflict { return conflict{what: fmt.Sprintf("claim %d", id), claim: id} }
