package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"tracker/claims"
	"tracker/ledger"
)

// Undone tells what an undo took back.
type Undone struct {
	Command string // the command that was taken back
	Verb    string // its verb
	Redoes  string // for the undo of an undo: the verb that is done again
	Claims  int    // how many claims changed
	Names   int    // how many names changed
}

// UndoneReason is why an added claim is withdrawn when its add is undone.
const UndoneReason = "undone"

// Undo appends the inverse of every entry of a command as one step: of the
// latest one not yet undone, or of target. An added claim is withdrawn. A
// command whose claims have changed since is refused.
func (b *Book) Undo(ctx context.Context, cmd Command, target string) (Undone, error) {
	var u Undone
	err := b.write(ctx, cmd, func(t *tx) error {
		first, last, err := t.undoable(&u, target)
		if err != nil {
			return err
		}
		entries, err := t.entries(ctx, u.Command, first, last)
		if err != nil {
			return err
		}
		touched := map[string]ledger.Kind{}
		for i := len(entries) - 1; i >= 0; i-- {
			if entries[i].Kind == ledger.Import {
				continue
			}
			touched[entries[i].Subject] = entries[i].Kind
			if err := t.invert(ctx, entries[i]); err != nil {
				var c *conflict
				if errors.As(err, &c) {
					return claims.Refuse("", "%s cannot be undone: %v", u.Verb, err).
						WithHint("%s", c.hint())
				}
				return err
			}
		}
		for _, kind := range touched {
			if kind == ledger.Name {
				u.Names++
			} else {
				u.Claims++
			}
		}
		if len(touched) == 0 {
			return claims.Refuse("", "%s changed no claim: there is nothing to undo", u.Verb)
		}
		return t.markUndone(last, cmd.UID)
	})
	return u, err
}

// undoable finds the command to take back and the entries it spans.
func (t *tx) undoable(u *Undone, target string) (first, last int64, err error) {
	query, args := `SELECT uid, verb, first_seq, last_seq, undoes, undone_by FROM commands c WHERE undone_by IS NULL
		AND EXISTS (SELECT 1 FROM journal WHERE seq BETWEEN first_seq AND last_seq AND command = c.uid AND kind <> 'import')
		ORDER BY last_seq DESC LIMIT 1`, []any{}
	if target != "" {
		query, args = `SELECT uid, verb, first_seq, last_seq, undoes, undone_by FROM commands WHERE uid = ?`, []any{target}
	}
	var undoes, undoneBy sql.NullString
	err = t.row(query, args...).Scan(&u.Command, &u.Verb, &first, &last, &undoes, &undoneBy)
	switch {
	case errors.Is(err, sql.ErrNoRows) && target == "":
		return 0, 0, claims.Refuse("", "there is nothing to undo")
	case errors.Is(err, sql.ErrNoRows):
		return 0, 0, (&claims.Error{Kind: claims.NotFound, Msg: fmt.Sprintf("no command has the id %s", target)}).
			WithHint("tracker history ID shows the commands that touched a claim")
	case err != nil:
		return 0, 0, err
	case undoneBy.Valid:
		return 0, 0, claims.Refuse("", "%s was undone already", u.Verb).WithHint("tracker undo %s does it again", undoneBy.String)
	case undoes.Valid:
		err = t.row(`SELECT verb FROM commands WHERE uid = ?`, undoes.String).Scan(&u.Redoes)
	}
	return first, last, err
}

// entries returns a command's entries in order.
func (t *tx) entries(ctx context.Context, command string, first, last int64) ([]ledger.Entry, error) {
	var list []ledger.Entry
	for e, err := range journal(ctx, t, selectJournal+` WHERE seq BETWEEN ? AND ? AND command = ? ORDER BY seq`, first, last, command) {
		if err != nil {
			return nil, err
		}
		list = append(list, e)
	}
	return list, nil
}

// invert enters and applies the inverse of one entry.
func (t *tx) invert(ctx context.Context, e ledger.Entry) error {
	var body struct {
		nameBody
		UID claims.UID `json:"uid"`
	}
	if err := json.Unmarshal(e.Body, &body); err != nil {
		return err
	}
	inverse := body.Change.Inverse(e.Seq)
	if e.Kind == ledger.Name {
		body.Change = inverse
		if err := t.applyName(ctx, e, body.nameBody); err != nil {
			return err
		}
		return t.enter(e.Kind, e.Subject, body.nameBody)
	}
	if body.UID != "" {
		inverse = withdrawal(e.Seq)
	}
	if err := t.patch(ctx, claims.UID(e.Subject), inverse); err != nil {
		return err
	}
	return t.enter(e.Kind, e.Subject, inverse)
}

// withdrawal is the change that takes back the claim added by entry seq.
func withdrawal(seq int64) ledger.Change {
	return ledger.Change{
		Set:    map[string]json.RawMessage{"withdrawn": json.RawMessage(`"` + UndoneReason + `"`)},
		Was:    map[string]json.RawMessage{"withdrawn": json.RawMessage(`""`)},
		Undoes: seq,
	}
}

// markUndone books that command by takes back the command of entry seq, once
// for all its entries. What that one had itself undone stands again.
func (t *tx) markUndone(seq int64, by string) error {
	if t.undoing == by {
		return nil
	}
	t.undoing = by
	if err := t.book(); err != nil {
		return err
	}
	var target string
	if err := t.row(`SELECT command FROM journal WHERE seq = ?`, seq).Scan(&target); err != nil {
		return err
	}
	if err := t.exec(`UPDATE commands SET undoes = ? WHERE uid = ?`, target, by); err != nil {
		return err
	}
	if err := t.exec(`UPDATE commands SET undone_by = ? WHERE uid = ?`, by, target); err != nil {
		return err
	}
	return t.exec(`UPDATE commands SET undone_by = NULL WHERE undone_by = ?`, target)
}
