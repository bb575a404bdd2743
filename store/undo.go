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
	Drafts  int    // how many drafts are dropped no more, or again
}

// UndoneReason is why an added claim is withdrawn when its add is undone.
const UndoneReason = "undone"

// Undo appends the inverse of every entry of a command as one step: of target,
// or of the latest command that is neither undone nor itself an undo, so that
// undo after undo steps back. An added claim is withdrawn. A command whose
// claims have changed since is refused.
func (b *Book) Undo(ctx context.Context, cmd Command, target string) (Undone, error) {
	return b.takeBack(ctx, cmd, func(t *tx) (past, error) {
		if target != "" {
			return t.pastCommand(target)
		}
		s, err := t.past(selectPast + ` WHERE undone_by IS NULL AND undoes IS NULL AND ` + hasChanges + ` ORDER BY last_seq DESC LIMIT 1`)
		if errors.Is(err, sql.ErrNoRows) {
			return s, claims.Refuse("", "there is nothing to undo").WithHint("tracker redo does again what an undo took back")
		}
		return s, err
	})
}

// Redo does again what the latest undo took back, as long as nothing else has
// been done since.
func (b *Book) Redo(ctx context.Context, cmd Command) (Undone, error) {
	return b.takeBack(ctx, cmd, func(t *tx) (past, error) {
		s, err := t.past(selectPast + ` WHERE undone_by IS NULL AND (SELECT a.undoes IS NULL FROM commands a WHERE a.uid = c.undoes)
			ORDER BY last_seq DESC LIMIT 1`)
		if errors.Is(err, sql.ErrNoRows) {
			return s, claims.Refuse("", "there is nothing to do again").WithHint("tracker undo takes back the latest command")
		}
		if err != nil {
			return s, err
		}
		later, err := t.past(selectPast+` WHERE last_seq > ? AND undoes IS NULL AND `+hasChanges+` ORDER BY last_seq LIMIT 1`, s.last)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return s, nil
		case err != nil:
			return s, err
		}
		return s, claims.Refuse("", "there is nothing to do again: %s came after the undo", later.verb).
			WithHint("tracker undo %s does it again all the same, where nothing stands against it", s.uid)
	})
}

// past is a command with the entries it made.
type past struct {
	uid, verb        string
	first, last      int64
	undoes, undoneBy string // the command it takes back, and the one that took it back
}

const (
	selectPast = `SELECT uid, verb, first_seq, last_seq, undoes, undone_by FROM commands c`
	hasChanges = `EXISTS (SELECT 1 FROM journal WHERE seq BETWEEN c.first_seq AND c.last_seq AND command = c.uid AND kind <> 'import')`
)

// past reads one command; sql.ErrNoRows for none.
func (t *tx) past(query string, args ...any) (s past, err error) {
	var uid, undoes, undoneBy []byte
	err = t.row(query, args...).Scan(&uid, &s.verb, &s.first, &s.last, &undoes, &undoneBy)
	s.uid, s.undoes, s.undoneBy = unpackUID(uid), unpackUID(undoes), unpackUID(undoneBy)
	return s, err
}

// pastCommand finds the command with an id that has not been undone.
func (t *tx) pastCommand(uid string) (past, error) {
	s, err := t.past(selectPast+` WHERE uid = ?`, packed(uid))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return s, (&claims.Error{Kind: claims.NotFound, Msg: fmt.Sprintf("no command has the id %s", uid)}).
			WithHint("tracker history ID shows the commands that touched a claim")
	case err == nil && s.undoneBy != "":
		return s, claims.Refuse("", "%s was undone already", s.verb).WithHint("tracker undo %s does it again", s.undoneBy)
	}
	return s, err
}

// takeBack appends the inverse of the command that find names.
func (b *Book) takeBack(ctx context.Context, cmd Command, find func(*tx) (past, error)) (Undone, error) {
	var u Undone
	err := b.write(ctx, cmd, func(t *tx) error {
		s, err := find(t)
		if err != nil {
			return err
		}
		u.Command, u.Verb = s.uid, s.verb
		if s.undoes != "" {
			if err := t.row(`SELECT verb FROM commands WHERE uid = ?`, packed(s.undoes)).Scan(&u.Redoes); err != nil {
				return err
			}
		}
		touched, err := t.invertAll(ctx, s)
		if err != nil {
			return err
		}
		for _, kind := range touched {
			switch kind {
			case ledger.Name:
				u.Names++
			case ledger.Draft:
				u.Drafts++
			default:
				u.Claims++
			}
		}
		if len(touched) == 0 {
			return claims.Refuse("", "%s changed no claim: there is nothing to undo", u.Verb)
		}
		if err := t.markUndone(s.last, cmd.UID); err != nil {
			return err
		}
		for subject, kind := range touched {
			if kind == ledger.Claim {
				if err := t.retrace(ctx, claims.UID(subject)); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return u, err
}

// invertAll inverts the entries of a command, the last one first, and returns
// what they were about.
func (t *tx) invertAll(ctx context.Context, s past) (map[string]ledger.Kind, error) {
	entries, err := t.entries(ctx, s.uid, s.first, s.last)
	if err != nil {
		return nil, err
	}
	touched := map[string]ledger.Kind{}
	for i := len(entries) - 1; i >= 0; i-- {
		if entries[i].Kind == ledger.Import {
			continue
		}
		touched[entries[i].Subject] = entries[i].Kind
		err := t.invert(ctx, entries[i])
		var c *conflict
		if errors.As(err, &c) {
			return nil, claims.Refuse("", "%s cannot be undone: %v", s.verb, err).WithHint("%s", c.hint())
		}
		if err != nil {
			return nil, err
		}
	}
	return touched, nil
}

// entries returns a command's entries in order.
func (t *tx) entries(ctx context.Context, command string, first, last int64) ([]ledger.Entry, error) {
	var list []ledger.Entry
	for e, err := range journal(ctx, t, selectJournal+` WHERE seq BETWEEN ? AND ? AND command = ? ORDER BY seq`, first, last, packed(command)) {
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
	if e.Kind == ledger.Draft {
		return t.enterDraft(e.Subject, inverse)
	}
	if body.UID != "" {
		inverse = withdrawal(e.Seq)
	}
	if err := t.patch(ctx, claims.UID(e.Subject), inverse, t.command.At); err != nil {
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
	if err := t.recordRun(); err != nil {
		return err
	}
	var target []byte
	if err := t.row(`SELECT command FROM journal WHERE seq = ?`, seq).Scan(&target); err != nil {
		return err
	}
	if err := t.exec(`UPDATE commands SET undoes = ? WHERE uid = ?`, target, packed(by)); err != nil {
		return err
	}
	if err := t.exec(`UPDATE commands SET undone_by = ? WHERE uid = ?`, packed(by), target); err != nil {
		return err
	}
	return t.exec(`UPDATE commands SET undone_by = NULL WHERE undone_by = ?`, target)
}
