package store

import (
	"database/sql"
	"errors"

	"tracker/claims"
)

// The kinds of name: speakers and sources are one kind, because an outlet is
// both.
const (
	entity = "entity"
	event  = "event"
)

type nameKey struct{ kind, fold string }

// name returns the row of a name, made when it is new. A name that is merged
// into another stands for that one.
func (t *tx) name(kind, name string) (int64, error) {
	k := nameKey{kind, claims.Fold(name)}
	if id, ok := t.names[k]; ok {
		return id, nil
	}
	var id int64
	err := t.row(`SELECT coalesce(target, id) FROM names WHERE kind = ? AND fold = ?`, kind, k.fold).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		err = t.row(`INSERT INTO names (kind, fold, name) VALUES (?, ?, ?) RETURNING id`, kind, k.fold, name).Scan(&id)
	}
	if err == nil {
		t.names[k] = id
	}
	return id, err
}

// optionalName is name for a name that may be empty: nil then.
func (t *tx) optionalName(kind, name string) (any, error) {
	if name == "" {
		return nil, nil
	}
	return t.name(kind, name)
}
