package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"tracker/claims"
	"tracker/ledger"
)

// turn is the body of an entry that only withdraws a claim, or brings it back,
// as an undo of what was added does. Nothing else of the claim need be read.
type turn struct {
	Set    withdrawing `json:"set"`
	Undoes int64       `json:"undoes"`
	Was    withdrawing `json:"was"`
	Why    string      `json:"why"`
}

type withdrawing struct {
	Withdrawn json.RawMessage `json:"withdrawn"` // nil when it is not there
}

// turnOf returns the turn that a body is; false when it is more.
func turnOf(body []byte) (w turn, ok bool) {
	ok = ledger.Read(body, &w)
	return w, ok && w.Set.Withdrawn != nil && w.Was.Withdrawn != nil
}

// withdrawal is the turn that takes back the claim added by entry seq, which
// may have come withdrawn.
func withdrawal(seq int64, as withdrawing) turn {
	if as.Withdrawn == nil {
		as.Withdrawn = json.RawMessage(`""`)
	}
	return turn{Set: withdrawing{json.RawMessage(`"` + UndoneReason + `"`)}, Was: as, Undoes: seq}
}

// inverse is the turn that takes back w, which stands in entry seq.
func (w turn) inverse(seq int64) turn { return turn{Set: w.Was, Was: w.Set, Undoes: seq} }

// canonical is the body that w is.
func (w turn) canonical() []byte {
	return fmt.Appendf(nil, `{"set":{"withdrawn":%s},"undoes":%d,"was":{"withdrawn":%s}}`, w.Set.Withdrawn, w.Undoes, w.Was.Withdrawn)
}

// change is the change that w is.
func (w turn) change() ledger.Change {
	return ledger.Change{
		Set:    map[string]json.RawMessage{"withdrawn": w.Set.Withdrawn},
		Was:    map[string]json.RawMessage{"withdrawn": w.Was.Withdrawn},
		Undoes: w.Undoes,
	}
}

// becomes are the reasons why a claim was withdrawn, "" for one that stood, and
// is by w.
func (w turn) becomes() (was, is string, err error) {
	err = errors.Join(json.Unmarshal(w.Was.Withdrawn, &was), json.Unmarshal(w.Set.Withdrawn, &is))
	return was, is, err
}

// kept checks the reason of w, as Claim.Kept does.
func (w turn) kept() error {
	_, is, err := w.becomes()
	if refused := claims.Text("withdrawn", is, claims.MaxText); err == nil && refused != nil {
		return refused
	}
	return err
}

// take applies w to the claim it is about, whose texts are not read.
func (t *tx) take(uid claims.UID, w turn, at claims.Instant) error {
	was, is, err := w.becomes()
	if err != nil {
		return err
	}
	var id claims.ID
	var before claims.Claim
	err = t.row(`SELECT id, withdrawn, withdrawn_at FROM claims WHERE uid = ?`, packed(string(uid))).Scan(&id, &before.Withdrawn, &cell{&before.WithdrawnAt})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return noClaim(uid)
	case err != nil:
		return err
	case before.Withdrawn != was:
		return conflictOn(id, "withdrawn")
	}
	c := claims.Claim{Withdrawn: is}
	c.Changed(&before, at)
	return t.exec(`UPDATE claims SET withdrawn = ?, withdrawn_at = ? WHERE id = ?`, c.Withdrawn, instant(c.WithdrawnAt), int64(id))
}

// traceTurns is what trace makes of the entries of a claim that have only turned it
// since it was added, of all that they can change: what was added need not be
// read. It returns false where they did more.
func traceTurns(entries []storedEntry) (c claims.Claim, ok bool) {
	withdrawn := map[int64]claims.Instant{}
	for i, s := range entries {
		if i == 0 {
			continue
		}
		e, err := s.whole()
		w, ok := turnOf(e.Body)
		was, is, reading := w.becomes()
		if err != nil || !ok || reading != nil {
			return c, false
		}
		if i == 1 {
			c.Withdrawn = was
			c.Entered(claims.Instant(entries[0].entry.At))
		}
		before := claims.Claim{Withdrawn: c.Withdrawn, RecordedAt: c.RecordedAt, WithdrawnAt: c.WithdrawnAt}
		c.Withdrawn = is
		c.Changed(&before, claims.Instant(e.At))
		if at, ok := withdrawn[w.Undoes]; ok {
			c.WithdrawnAt = at
		}
		withdrawn[e.Seq] = before.WithdrawnAt
	}
	return c, len(entries) > 1
}
