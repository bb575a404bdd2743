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
	Command  string // the command that was taken back
	Verb     string // its verb
	Redoes   string // for the undo of an undo: the verb that is done again
	Claims   int    // how many claims changed
	Names    int    // how many names changed
	Drafts   int    // how many drafts are dropped no more, or again
	Done, Of int64  // how many of its changes are taken back, also where an error stopped it
}

// UndoneReason is why an added claim is withdrawn when its add is undone.
const UndoneReason = "undone"

// Undo appends the inverse of every entry of a command as one command: of
// target, or of the latest one that is neither undone nor itself an undo, so
// that undo after undo steps back. An added claim is withdrawn. A command whose
// claims have changed since is refused. What is much is done in several
// transactions; an undo that was stopped between two of them goes on.
// Progress, which may be nil, is told how much is done.
func (b *Book) Undo(ctx context.Context, cmd Command, target string, progress func(done, of int64)) (Undone, error) {
	return b.takeBack(ctx, cmd, progress, func(t *tx) (past, error) {
		if target != "" {
			return t.pastCommand(target)
		}
		s, err := t.past(` WHERE undone_by IS NULL AND undoes IS NULL AND ` + hasChanges + ` ORDER BY last_seq DESC LIMIT 1`)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return s, err
		}
		switch half, ok, uerr := t.unfinished(s.last); {
		case uerr != nil:
			return s, uerr
		case ok && half.undoes == "":
			return half, nil
		case ok:
			return s, claims.Refuse("", "a redo is not finished").WithHint("tracker undo %s finishes it, tracker undo %s takes back what it has done", half.uid, half.half)
		case err != nil:
			return s, claims.Refuse("", "there is nothing to undo").WithHint("tracker redo does again what an undo took back")
		}
		return s, nil
	})
}

// Redo does again what the latest undo took back, as long as nothing else has
// been done since. It goes on with one that was stopped.
func (b *Book) Redo(ctx context.Context, cmd Command, progress func(done, of int64)) (Undone, error) {
	return b.takeBack(ctx, cmd, progress, func(t *tx) (past, error) {
		s, err := t.past(` WHERE undone_by IS NULL AND (SELECT a.undoes IS NULL FROM commands a WHERE a.uid = c.undoes)
			ORDER BY last_seq DESC LIMIT 1`)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return s, err
		}
		if half, ok, uerr := t.unfinished(s.last); uerr != nil || ok && half.undoes != "" {
			return half, uerr
		}
		if err != nil {
			return s, claims.Refuse("", "there is nothing to do again").WithHint("tracker undo takes back the latest command")
		}
		later, err := t.past(` WHERE last_seq > ? AND undoes IS NULL AND `+hasChanges+` ORDER BY last_seq LIMIT 1`, s.last)
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
	changes          int64  // how many of its entries can be taken back

	half     string // the undo that has taken back some of them, the last ones first, and goes on
	halfVerb string // its verb
	taken    int64  // how many those are
	from     int64  // the first of those entries
}

const (
	selectPast = `SELECT uid, verb, first_seq, last_seq, undoes, undone_by, ` + changesOf + ` FROM commands c`
	hasChanges = `EXISTS (SELECT 1 FROM journal WHERE seq BETWEEN c.first_seq AND c.last_seq AND command = c.uid AND kind <> 'import')`
	// An import has an entry for its start, and one for its end.
	changesOf = `c.entries - coalesce((SELECT 1 + i.done FROM imports i WHERE i.command = c.uid), 0)`
	// An undo takes back entry by entry.
	isHalf = `u.undone_by IS NULL AND u.undoes IS NOT NULL AND (SELECT u.entries < ` + changesOf + ` FROM commands c WHERE c.uid = u.undoes)`
)

// past reads one command; sql.ErrNoRows for none.
func (t *tx) past(where string, args ...any) (s past, err error) {
	var uid, undoes, undoneBy []byte
	err = t.row(selectPast+where, args...).Scan(&uid, &s.verb, &s.first, &s.last, &undoes, &undoneBy, &s.changes)
	s.uid, s.undoes, s.undoneBy = unpackUID(uid), unpackUID(undoes), unpackUID(undoneBy)
	return s, err
}

// pastCommand finds the command with an id that has not been undone, or not
// whole.
func (t *tx) pastCommand(uid string) (past, error) {
	s, err := t.past(` WHERE uid = ?`, packed(uid))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return s, (&claims.Error{Kind: claims.NotFound, Msg: fmt.Sprintf("no command has the id %s", uid)}).
			WithHint("tracker history ID shows the commands that touched a claim")
	case err != nil || s.undoneBy == "":
		return s, err
	}
	if half, ok, err := t.halfOf(s, ` WHERE uid = ? AND `+isHalf, packed(s.undoneBy)); ok || err != nil {
		return half, err
	}
	return s, claims.Refuse("", "%s was undone already", s.verb).WithHint("tracker undo %s does it again", s.undoneBy)
}

// unfinished finds the command that was undone in part, and the undo of which
// came last, after an entry.
func (t *tx) unfinished(after int64) (s past, ok bool, err error) {
	return t.halfOf(past{}, ` WHERE last_seq > ? AND `+isHalf+` ORDER BY last_seq DESC LIMIT 1`, after)
}

// halfOf adds to a command the undo that took back some of it; without one ok
// is false. The command may be left for the undo to name.
func (t *tx) halfOf(s past, where string, args ...any) (_ past, ok bool, err error) {
	var uid, undoes, body []byte
	err = t.row(`SELECT uid, verb, entries, undoes, (SELECT body FROM journal WHERE seq = u.last_seq) FROM commands u`+where, args...).
		Scan(&uid, &s.halfVerb, &s.taken, &undoes, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return s, false, nil
	}
	if err == nil && s.uid == "" {
		half := s
		s, err = t.past(` WHERE uid = ?`, undoes)
		s.halfVerb, s.taken = half.halfVerb, half.taken
	}
	if err != nil {
		return s, false, err
	}
	s.half = unpackUID(uid)
	text, err := ledger.Unpack(body)
	if err != nil {
		return s, false, err
	}
	var change ledger.Change
	err = json.Unmarshal(text, &change)
	s.from = change.Undoes
	return s, true, err
}

// invert enters and applies the inverse of one entry.
func (t *tx) invert(ctx context.Context, e pastEntry) error {
	if w, ok := e.turn(); ok {
		if err := t.take(claims.UID(e.Subject), w, t.command.At); err != nil {
			return err
		}
		return t.append(t.entry(e.Kind, e.Subject), ledger.Pack(w.canonical()))
	}
	var body nameBody
	if err := json.Unmarshal(e.Body, &body); err != nil {
		return err
	}
	inverse := body.Change.Inverse(e.Seq)
	switch e.Kind {
	case ledger.Name:
		body.Change = inverse
		if err := t.applyName(ctx, e.Entry, body); err != nil {
			return err
		}
		return t.enter(e.Kind, e.Subject, body)
	case ledger.Draft:
		return t.enterDraft(e.Subject, inverse)
	}
	if err := t.patch(ctx, claims.UID(e.Subject), inverse, t.command.At); err != nil {
		return err
	}
	return t.enter(e.Kind, e.Subject, inverse)
}

// markUndone books that command by takes back the command of entry seq, once
// for all its entries. What that one had itself undone stands again.
func (t *tx) markUndone(seq int64, by string) error {
	if t.undoing == by {
		return nil
	}
	t.undoing, t.undone = by, nil
	if err := t.recordRun(); err != nil {
		return err
	}
	target, err := t.commandOf(seq)
	if err != nil {
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
