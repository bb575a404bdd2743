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
func (f foresight) invert(ctx context.Context, e ledger.Entry) error {
	var body entryBody
	if err := json.Unmarshal(e.Body, &body); err != nil {
		return err
	}
	uid := claims.UID(e.Subject)
	if body.UID != "" && !f.often[e.Subject] {
		return f.stands(ctx, uid)
	}
	c, ok := f.become[uid]
	if !ok {
		var err error
		if c, err = claimWith(ctx, f.q, uid); err != nil {
			return err
		}
	}
	inverse := body.Change.Inverse(e.Seq)
	if body.UID != "" {
		inverse = withdrawal(e.Seq)
	}
	after, err := overlay(c, inverse, conflictOf(c.ID))
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

// stands reports a claim that is withdrawn already as a conflict.
func (f foresight) stands(ctx context.Context, uid claims.UID) error {
	id, withdrawn := claims.ID(0), ""
	err := each(ctx, f.q, `SELECT id, withdrawn FROM claims WHERE uid = ?`, []any{packed(string(uid))}, func(rows *sql.Rows) error {
		return rows.Scan(&id, &withdrawn)
	})
	switch {
	case err != nil:
		return err
	case id == 0:
		return noClaim(uid)
	case withdrawn != "":
		c := conflictOf(id)
		c.member = "withdrawn"
		return &c
	}
	return nil
}

func conflictOf(id claims.ID) conflict { return conflict{what: fmt.Sprintf("claim %d", id), claim: id} }
