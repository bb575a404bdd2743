package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"tracker/claims"
)

// The kinds of name: speakers and sources are one kind, because an outlet is
// both.
const (
	entity = "entity"
	event  = "event"
)

type nameKey struct{ kind, fold string }

// nameRow is a name as the book has it. Claims refer to the name that was
// typed; what people see is the name that it is merged into.
type nameRow struct {
	id    int64
	typed string // the name itself, in the book's spelling
	root  int64  // the name it is merged into, else itself
	shown string // that one's name
}

// name returns the row of a name, made when it is new.
func (t *tx) name(kind, name string) (nameRow, error) {
	r, ok, err := t.known(kind, name)
	if ok || err != nil {
		return r, err
	}
	name = strings.Clone(name) // it may be a part of a long line
	k := nameKey{kind, claims.Fold(name)}
	id, err := t.nextName()
	if err != nil {
		return r, err
	}
	r = nameRow{id: id, typed: name, root: id, shown: name}
	t.names.rows[k], t.names.last = r, id
	return r, t.put(insertName, id, kind, k.fold, name)
}

var insertName = inserting("names", "id", "kind", "fold", "name")

// nextName is the id of the next new name.
func (t *tx) nextName() (id int64, err error) {
	if t.names.last == 0 {
		err = t.row(`SELECT coalesce(max(id), 0) FROM names`).Scan(&t.names.last)
	}
	return t.names.last + 1, err
}

// known returns the row of a name; ok is false when there is none.
func (t *tx) known(kind, name string) (r nameRow, ok bool, err error) {
	k := nameKey{kind, claims.Fold(name)}
	if r, ok = t.names.rows[k]; ok || t.names.whole || t.names.missing[k] {
		return r, ok, nil
	}
	err = t.row(`SELECT n.id, n.name, coalesce(n.target, n.id), `+asShown("n")+` FROM names n WHERE n.kind = ? AND n.fold = ?`, kind, k.fold).
		Scan(&r.id, &r.typed, &r.root, &r.shown)
	if errors.Is(err, sql.ErrNoRows) {
		return r, false, nil
	}
	if err == nil {
		k.fold = strings.Clone(k.fold)
		t.names.rows[k] = r
	}
	return r, err == nil, err
}

// optionalID is the id of a name that may be empty: nil then.
func (t *tx) optionalID(kind, name string) (any, error) {
	if name == "" {
		return nil, nil
	}
	r, err := t.name(kind, name)
	return r.id, err
}

// shownName returns the name that people see for a name; one that the book
// does not have stands for itself.
func shownName(ctx context.Context, q querier, kind, name string) (string, error) {
	err := each(ctx, q, `SELECT `+asShown("n")+` FROM names n WHERE n.kind = ? AND n.fold = ?`, []any{kind, claims.Fold(name)}, func(rows *sql.Rows) error { return rows.Scan(&name) })
	return name, err
}

// slot is a place in a claim where a name stands.
type slot struct {
	member string
	index  int // in a list
}

func (s slot) kind() string {
	if s.member == "event" {
		return event
	}
	return entity
}

// eachName calls fn with every name in c, which fn may replace: lists are
// copied first.
func eachName(c *claims.Claim, fn func(slot, *string) error) error {
	if err := fn(slot{"speaker", 0}, &c.Speaker); err != nil {
		return err
	}
	if c.Event != "" {
		if err := fn(slot{"event", 0}, &c.Event); err != nil {
			return err
		}
	}
	c.Attribution, c.Appearances = slices.Clone(c.Attribution), slices.Clone(c.Appearances)
	for i := range c.Attribution {
		if err := fn(slot{"attribution", i}, &c.Attribution[i].Entity); err != nil {
			return err
		}
	}
	for i := range c.Appearances {
		if err := fn(slot{"appearances", i}, &c.Appearances[i].Source); err != nil {
			return err
		}
	}
	return nil
}

// shown returns c, whose names are as typed, as people see it.
func (t *tx) shown(c claims.Claim) (claims.Claim, error) {
	err := eachName(&c, func(at slot, name *string) error {
		r, ok, err := t.known(at.kind(), *name)
		if ok {
			*name = r.shown
		}
		return err
	})
	return c, err
}

// typed returns c, which has become what it is from the claim that was, with
// names as they are kept: one that still means what it meant stays as it was
// typed, and others take the book's spelling. So a merge can be taken back
// under any number of later changes.
func (t *tx) typed(c, was claims.Claim) (claims.Claim, error) {
	type meaning struct{ member, shown string }
	before, meant := map[slot]string{}, map[meaning]string{}
	err := eachName(&was, func(at slot, name *string) error {
		r, _, err := t.known(at.kind(), *name)
		before[at] = *name
		if m := (meaning{at.member, r.shown}); meant[m] == "" {
			meant[m] = *name
		}
		return err
	})
	if err != nil {
		return c, err
	}
	err = eachName(&c, func(at slot, name *string) error {
		r, ok, err := t.known(at.kind(), *name)
		if !ok || err != nil {
			return err
		}
		*name = r.typed
		if old, ok := meant[meaning{at.member, r.shown}]; ok {
			*name = old
		}
		if old, ok := before[at]; ok {
			if o, _, err := t.known(at.kind(), old); err != nil || o.root == r.root {
				*name = old
				return err
			}
		}
		return nil
	})
	return c, err
}
