package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"tracker/claims"
	"tracker/ledger"
)

// DropDraft remembers that a draft is no claim; one that is dropped already
// stays so.
func (b *Book) DropDraft(ctx context.Context, cmd Command, d claims.Drafted) error {
	return b.write(ctx, cmd, func(t *tx) error {
		place, _, _ := strings.Cut(d.String(), " ")
		was, err := t.droppedBy(place)
		if err != nil || was != "" {
			return err
		}
		return t.enterDraft(place, ledger.Change{Set: dropped(d.Rules), Was: dropped("")})
	})
}

// dropped is the one member of a draft in the journal: the rules that found
// what somebody dropped, "" for a draft that nobody has.
func dropped(rules string) map[string]json.RawMessage {
	return map[string]json.RawMessage{"dropped": json.RawMessage(`"` + rules + `"`)}
}

// enterDraft enters a change to a draft and makes it.
func (t *tx) enterDraft(place string, change ledger.Change) error {
	if err := t.changeDraft(place, change); err != nil {
		return err
	}
	return t.enter(ledger.Draft, place, change)
}

// changeDraft makes a change to a draft, which must be as the change says that
// it was.
func (t *tx) changeDraft(place string, change ledger.Change) error {
	set, was, err := droppedIn(change)
	if err != nil {
		return err
	}
	now, err := t.droppedBy(place)
	switch {
	case err != nil:
		return err
	case now != was:
		return &conflict{what: "draft " + place, member: "dropped"}
	case set == "":
		return t.exec(`DELETE FROM dropped WHERE place = ?`, place)
	}
	return t.exec(`INSERT INTO dropped (place, rules) VALUES (?, ?)`, place, set)
}

// droppedIn is what a change makes of a draft, and of what.
func droppedIn(change ledger.Change) (set, was string, err error) {
	err = errors.Join(json.Unmarshal(change.Set["dropped"], &set), json.Unmarshal(change.Was["dropped"], &was))
	if err == nil && (len(change.Set) != 1 || len(change.Was) != 1) {
		err = fmt.Errorf("an entry about a draft has the member dropped and no other")
	}
	return set, was, err
}

// droppedBy is the rules by which a draft was found that is dropped, "" for one
// that is not.
func (t *tx) droppedBy(place string) (rules string, err error) {
	err = t.row(`SELECT rules FROM dropped WHERE place = ?`, place).Scan(&rules)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return rules, err
}

// vetDraft checks an entry about a draft.
func vetDraft(e ledger.Entry) error {
	var change ledger.Change
	if err := known(e.Body, &change); err != nil {
		return err
	}
	if err := json.Unmarshal(e.Body, &change); err != nil {
		return err
	}
	set, was, err := droppedIn(change)
	if err != nil {
		return err
	}
	_, err = claims.ReadDrafted(e.Subject + " " + set + was) // one of the two is empty
	return err
}

// Answered returns which drafts of a file were accepted or dropped. One whose
// acceptance was undone was not.
func (b *Book) Answered(ctx context.Context, sha256 string) (list []claims.Drafted, err error) {
	err = b.view(ctx, func(q querier) error {
		return each(ctx, q, `SELECT drafted, 0 FROM claims WHERE drafted <> '' AND drafted >= ?1 AND drafted < ?2 AND withdrawn <> ?3
			UNION ALL SELECT place || ' ' || rules, 1 FROM dropped WHERE place >= ?1 AND place < ?2`,
			[]any{sha256 + ":", sha256 + ";", UndoneReason}, func(rows *sql.Rows) error {
				var text string
				var isDropped bool
				if err := rows.Scan(&text, &isDropped); err != nil {
					return err
				}
				d, err := claims.ReadDrafted(text)
				d.Dropped = isDropped
				list = append(list, d)
				return err
			})
	})
	return list, err
}
