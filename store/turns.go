package store

import (
	"slices"

	"tracker/claims"
	"tracker/ledger"
)

// turnings are claims, each once, by the turn that they take together.
type turnings map[turning][]any

// turning is what becomes of a claim by a turn.
type turning struct{ was, is string }

// enterTurn enters the turn that takes e back, which the claim is still to take.
func (t *tx) enterTurn(turns turnings, e pastEntry, w turn) error {
	if err := e.stands(w); err != nil {
		return err
	}
	was, is, err := w.becomes()
	if err != nil {
		return err
	}
	turns[turning{was, is}] = append(turns[turning{was, is}], int64(e.claim))
	return t.append(t.entry(ledger.Claim, e.Subject), ledger.Pack(w.canonical()))
}

// turnAll has claims take their turns, which were entered.
func (t *tx) turnAll(turns turnings) error {
	for w, ids := range turns {
		if w.was == w.is { // it came withdrawn as undone
			continue
		}
		before, c := claims.Claim{Withdrawn: w.was}, claims.Claim{Withdrawn: w.is}
		c.Changed(&before, t.command.At)
		for some := range slices.Chunk(ids, mostParts) {
			args := append([]any{c.Withdrawn, instant(c.WithdrawnAt)}, some...)
			if err := t.exec(`UPDATE claims SET withdrawn = ?, withdrawn_at = ? WHERE id IN (`+marks(len(some))+`)`, args...); err != nil {
				return err
			}
		}
	}
	return nil
}
