package store

import (
	"context"
	"database/sql"
	"errors"

	"tracker/claims"
	"tracker/ledger"
)

// atATime is how many changes an undo takes back in one transaction: others
// wait for as long as that takes.
const atATime = 1000

// reversal is an undo while it runs.
type reversal struct {
	find     func(*tx) (past, error)
	command  Command // it is entered under this one; that of the undo which it goes on with
	atATime  int64
	target   past // as the last transaction found it
	foreseen bool // that nothing stands against it, and that it is taken back in parts
	progress func(done, of int64)
	undone   Undone
}

// errMuch is an undo of more than one transaction, of which nobody knows yet
// whether something stands against it.
var errMuch = errors.New("to be taken back in several transactions")

// takeBack appends the inverse of the command that find names: the last
// changes first, so that what is left of one that was stopped is known.
func (b *Book) takeBack(ctx context.Context, cmd Command, progress func(done, of int64), find func(*tx) (past, error)) (Undone, error) {
	if progress == nil {
		progress = func(int64, int64) {}
	}
	r := &reversal{find: find, command: cmd, atATime: atATime, progress: progress}
	if b.takesBack > 0 {
		r.atATime = b.takesBack
	}
	for {
		n := int64(0)
		err := b.write(ctx, r.command, func(t *tx) (err error) {
			n, err = r.some(ctx, t)
			return err
		})
		switch {
		case errors.Is(err, errMuch):
			if err := b.foresee(ctx, r); err != nil {
				return r.undone, err
			}
			continue
		case err != nil:
			return r.undone, err
		}
		if r.undone.Done += n; r.undone.Done == r.undone.Of {
			return r.undone, nil
		}
		r.command.several = true
		r.find = r.still
		progress(r.undone.Done, r.undone.Of)
	}
}

// some takes back as many changes as one transaction may, and returns their
// number.
func (r *reversal) some(ctx context.Context, t *tx) (int64, error) {
	s, err := r.find(t)
	if err != nil {
		return 0, err
	}
	r.foreseen = r.foreseen && s.uid == r.target.uid
	r.target = s
	r.undone.Command, r.undone.Verb, r.undone.Done, r.undone.Of = s.uid, s.verb, s.taken, s.changes
	if s.undoes != "" {
		if err := t.row(`SELECT verb FROM commands WHERE uid = ?`, packed(s.undoes)).Scan(&r.undone.Redoes); err != nil {
			return 0, err
		}
	}
	limit := s.changes - s.taken
	if limit == 0 {
		return 0, claims.Refuse("", "%s changed no claim: there is nothing to undo", s.verb)
	}
	if s.half != "" {
		r.command.UID, r.command.Verb, r.command.several = s.half, s.halfVerb, true
		t.command = r.command
	}
	if limit > r.atATime && !r.foreseen {
		switch inParts, err := t.onlyClaims(s); {
		case err != nil:
			return 0, err
		case inParts:
			return 0, errMuch
		}
	}
	if r.foreseen {
		limit = min(limit, r.atATime)
	}
	if err := t.invertLast(ctx, s, limit); err != nil {
		return 0, err
	}
	if limit < s.changes-s.taken {
		return limit, nil
	}
	return limit, t.tell(ctx, &r.undone)
}

// still finds the command that r has taken back in part, for its next
// transaction. Somebody may have taken r back since.
func (r *reversal) still(t *tx) (past, error) {
	s, err := t.past(` WHERE uid = ?`, packed(r.target.uid))
	if err != nil {
		return s, err
	}
	half, ok, err := t.halfOf(s, ` WHERE uid = ? AND `+isHalf, packed(s.undoneBy))
	if err == nil && (!ok || half.half != r.command.UID) {
		err = claims.Refuse("", "somebody else has gone on with the undo of %s, or taken it back", s.verb).WithHint("tracker history ID shows what became of a claim of it")
	}
	return half, err
}

// onlyClaims reports whether a command changed nothing but claims. What says
// something of names holds for many claims at once, and is taken back whole.
func (t *tx) onlyClaims(s past) (only bool, err error) {
	err = t.row(`SELECT NOT EXISTS (SELECT 1 FROM journal WHERE seq BETWEEN ? AND ? AND command = ? AND kind NOT IN ('claim', 'import'))`,
		s.first, s.last, packed(s.uid)).Scan(&only)
	return only, err
}

// invertLast inverts the last changes of a command that are not taken back
// yet, the last one first.
func (t *tx) invertLast(ctx context.Context, s past, limit int64) error {
	list, err := changes(ctx, t, s, limit)
	if err != nil {
		return err
	}
	often := map[string]int{}
	for _, e := range list {
		often[e.Subject]++
	}
	turns, retraced := turnings{}, map[string]bool{}
	for _, e := range list {
		w, ok := e.turn()
		if ok = ok && often[e.Subject] == 1; ok {
			err = t.enterTurn(turns, e, w)
		} else {
			err = t.invert(ctx, e)
		}
		if err != nil {
			return s.against(err)
		}
		if e.Kind == ledger.Claim && !(ok && e.known(w)) {
			retraced[e.Subject] = true
		}
	}
	if err := t.turnAll(turns); err != nil {
		return err
	}
	if err := t.markUndone(s.last, t.command.UID); err != nil {
		return err
	}
	for subject := range retraced {
		if err := t.retrace(ctx, claims.UID(subject)); err != nil {
			return err
		}
	}
	return nil
}

// against is the refusal to take back a command that something stands against;
// other errors stay as they are.
func (s past) against(err error) error {
	var c *conflict
	if errors.As(err, &c) {
		return claims.Refuse("", "%s cannot be undone: %v", s.verb, err).WithHint("%s", c.hint())
	}
	return err
}

// tell counts what the running undo has changed, in all its transactions.
func (t *tx) tell(ctx context.Context, u *Undone) error {
	return each(ctx, t, `SELECT kind, count(DISTINCT subject) FROM journal WHERE seq >= (SELECT first_seq FROM commands WHERE uid = ?1) AND command = ?1 GROUP BY kind`,
		[]any{packed(t.command.UID)}, func(rows *sql.Rows) error {
			var kind ledger.Kind
			var n int
			err := rows.Scan(&kind, &n)
			switch kind {
			case ledger.Name:
				u.Names = n
			case ledger.Draft:
				u.Drafts = n
			default:
				u.Claims = n
			}
			return err
		})
}
