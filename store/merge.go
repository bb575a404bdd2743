package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"tracker/calendar"
	"tracker/claims"
	"tracker/ledger"
)

// nameState is what the journal says of a name. What is empty is not given.
type nameState struct {
	Name   string `json:"name"`   // its spelling
	Date   string `json:"date"`   // the day of an event
	Target string `json:"target"` // the name it is merged into
}

// nameBody is the body of an entry about a name.
type nameBody struct {
	ledger.Change
	Called string `json:"called"` // the name the entry is about; made when the book does not have it
}

// setName makes one change to a name, entered in the journal; a name that the
// book does not have is made. One that fn leaves as it was gets no entry.
func (t *tx) setName(ctx context.Context, kind, name string, fn func(*nameState)) error {
	r, err := t.name(kind, name)
	if err != nil {
		return err
	}
	before, err := t.nameState(r.id)
	if err != nil {
		return err
	}
	after := before
	fn(&after)
	diff, err := difference(before, after)
	if err != nil || len(diff.Set) == 0 {
		return err
	}
	if err := t.enter(ledger.Name, subject(kind, name), nameBody{diff, r.typed}); err != nil {
		return err
	}
	return t.keepName(ctx, kind, r.id, after)
}

// subject is what an entry about a name names as its subject.
func subject(kind, name string) string { return kind + ":" + claims.Fold(name) }

// applyName makes the change that an entry about a name records.
func (t *tx) applyName(ctx context.Context, e ledger.Entry, body nameBody) error {
	kind, _, _ := strings.Cut(e.Subject, ":")
	if e.Subject != subject(kind, body.Called) || body.Called == "" {
		return fmt.Errorf("the entry is about %q, its body about %q", e.Subject, body.Called)
	}
	return t.patchName(ctx, kind, body.Called, body.Change)
}

// patchName applies a change to a name, whose members must be as the change
// says they were.
func (t *tx) patchName(ctx context.Context, kind, name string, change ledger.Change) error {
	r, err := t.name(kind, name)
	if err != nil {
		return err
	}
	before, err := t.nameState(r.id)
	if err != nil {
		return err
	}
	after, err := overlay(before, change, conflict{what: fmt.Sprintf("the name %q", r.typed)})
	if err != nil {
		return err
	}
	var s nameState
	if err := json.Unmarshal(after, &s); err != nil {
		return err
	}
	return t.keepName(ctx, kind, r.id, s)
}

// nameState reads a name as the journal would tell it.
func (t *tx) nameState(id int64) (s nameState, err error) {
	var date, target sql.NullString
	err = t.row(`SELECT n.name, n.date, t.name FROM names n LEFT JOIN names t ON t.id = n.target WHERE n.id = ?`, id).
		Scan(&s.Name, &date, &target)
	s.Date, s.Target = date.String, target.String
	return s, err
}

// keepName stores a name. Merging is one step deep: what a name is merged
// into stands for itself.
func (t *tx) keepName(ctx context.Context, kind string, id int64, s nameState) error {
	if s.Date != "" {
		if _, err := calendar.Parse(s.Date); err != nil {
			return err
		}
	}
	var target any
	if s.Target != "" {
		r, err := t.name(kind, s.Target)
		if err != nil {
			return err
		}
		if err := t.flat(id, s.Name, r); err != nil {
			return err
		}
		target = r.id
	}
	err := t.exec(`UPDATE names SET name = ?, date = ?, target = ? WHERE id = ?`, s.Name, text(s.Date), target, id)
	if err != nil {
		return err
	}
	t.names.forget()
	if kind == event {
		return nil
	}
	return t.redigest(ctx, id)
}

// flat refuses to merge a name, into which others are merged, or into one
// that is merged itself.
func (t *tx) flat(id int64, name string, target nameRow) error {
	var members int
	if err := t.row(`SELECT count(*) FROM names WHERE target = ?`, id).Scan(&members); err != nil {
		return err
	}
	if members > 0 || target.root != target.id || target.id == id {
		return claims.Refuse("", "%q cannot be merged into %q: one of them has been merged with another since", name, target.typed).
			WithHint("undo what came later first, or merge them as they are now")
	}
	return nil
}

// redigest works out again by what the claims of a speaker are found, which
// is the name that people see.
func (t *tx) redigest(ctx context.Context, speaker int64) error {
	list, err := load(ctx, t, asShown, "WHERE c.speaker = ?", speaker)
	if err != nil {
		return err
	}
	for i := range list {
		if err := t.exec(`UPDATE claims SET digest = ? WHERE id = ?`, digest(&list[i]), int64(list[i].ID)); err != nil {
			return err
		}
	}
	return nil
}
