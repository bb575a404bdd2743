package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"tracker/claims"
	"tracker/ledger"
)

// Difference is what one of two journals has and the other has not.
type Difference struct {
	Common int64 `json:"common"` // how many entries both begin with
	Book   Side  `json:"only_book"`
	Backup Side  `json:"only_backup"`
	Last   int64 `json:"-"` // the book's last entry
}

// Side is what only one of two journals has. Ids are those of its own book,
// each once, in the order of the journal.
type Side struct {
	Entries  int            `json:"entries"`
	Claims   []claims.ID    `json:"claims"`   // logged
	Verdicts []claims.ID    `json:"verdicts"` // judged, or judged again
	Changes  []claims.ID    `json:"changes"`  // changed otherwise
	Last     claims.Instant `json:"last"`     // the last entry's, 0 for none
}

// Compare compares the journal of a book with that of its backup. An entry
// that stands in both at different places is in both.
func Compare(ctx context.Context, book, backup *Book, watch Watch) (d Difference, err error) {
	err = book.view(ctx, func(q querier) error {
		return backup.view(ctx, func(r querier) error {
			if d.Common, err = common(ctx, q, r, watch); err != nil {
				return err
			}
			if d.Last, err = last(ctx, q); err != nil {
				return err
			}
			if d.Book, err = only(ctx, q, r, d.Common); err != nil {
				return err
			}
			d.Backup, err = only(ctx, r, q, d.Common)
			return err
		})
	})
	return d, err
}

// last is the number of a journal's last entry.
func last(ctx context.Context, q querier) (seq int64, err error) {
	err = each(ctx, q, "SELECT coalesce(max(seq), 0) FROM journal", nil, func(rows *sql.Rows) error { return rows.Scan(&seq) })
	return seq, err
}

// common counts the entries that both journals begin with.
func common(ctx context.Context, a, b querier, watch Watch) (n int64, err error) {
	left, stopLeft := iter.Pull2(journal(ctx, a, selectJournal+" ORDER BY seq"))
	defer stopLeft()
	right, stopRight := iter.Pull2(journal(ctx, b, selectJournal+" ORDER BY seq"))
	defer stopRight()
	for {
		x, xerr, more := left()
		y, yerr, both := right()
		if !more || !both || xerr != nil || yerr != nil {
			return n, errors.Join(xerr, yerr)
		}
		if x.Seq != y.Seq || sum(x) != sum(y) {
			return n, nil
		}
		n = x.Seq
		watch.at("comparing entries", n, -1)
	}
}

// sum is an entry whatever its place.
func sum(e ledger.Entry) [32]byte {
	return sha256.Sum256(fmt.Appendf(nil, "%d\x00%q\x00%q\x00%q\x00%q\x00%q\x00%s", e.At, e.Actor, e.Command, e.Verb, e.Kind, e.Subject, e.Body))
}

const selectTail = selectJournal + " WHERE seq > ? ORDER BY seq"

// only tells what stands in a behind an entry, and in b nowhere behind it.
func only(ctx context.Context, a, b querier, after int64) (Side, error) {
	s := Side{Claims: []claims.ID{}, Verdicts: []claims.ID{}, Changes: []claims.ID{}}
	others := map[[32]byte]bool{}
	for e, err := range journal(ctx, b, selectTail, after) {
		if err != nil {
			return s, err
		}
		others[sum(e)] = true
	}
	listed := map[string]bool{}
	for e, err := range journal(ctx, a, selectTail, after) {
		if err != nil {
			return s, err
		}
		if others[sum(e)] {
			continue
		}
		s.Entries++
		s.Last = claims.Instant(e.At)
		if err := s.list(ctx, a, e, listed); err != nil {
			return s, err
		}
	}
	return s, nil
}

// list enters the claim that an entry is about.
func (s *Side) list(ctx context.Context, q querier, e ledger.Entry, listed map[string]bool) error {
	if e.Kind != ledger.Claim {
		return nil
	}
	var change ledger.Change
	if err := json.Unmarshal(e.Body, &change); err != nil {
		return fmt.Errorf("entry %d: %w", e.Seq, err)
	}
	into, what := &s.Changes, "change"
	if change.Set == nil {
		into, what = &s.Claims, "claim"
	} else if v, ok := change.Set["verdict"]; ok && string(v) != "null" {
		into, what = &s.Verdicts, "verdict"
	}
	if listed[what+e.Subject] {
		return nil
	}
	listed[what+e.Subject] = true
	rows, err := q.QueryContext(ctx, "SELECT id FROM claims WHERE uid = ?", packed(e.Subject))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id claims.ID
		if err := rows.Scan(&id); err != nil {
			return err
		}
		*into = append(*into, id)
	}
	return rows.Err()
}
