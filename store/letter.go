package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"tracker/claims"
	"tracker/remind"
)

// free is the condition of a prompt that no pass holds: its lease is over, or
// the clock has gone back by more than a lease. Two passes that start together
// may be some milliseconds apart either way.
func free(o, now string) string {
	return fmt.Sprintf(`coalesce(%sleased_until NOT BETWEEN %s AND %s + %d, true)`, o, now, now, 2*remind.Lease.Milliseconds())
}

// ready is the condition of a prompt that may be tried at ?1: no pass holds
// it, and it does not wait after a failure.
var ready = `state = 'planned' AND channel = ?2 AND recipient = ?3 AND ` + free("", "?1") +
	fmt.Sprintf(` AND next_at NOT BETWEEN ?1 + 1 AND ?1 + %d`, remind.Longest.Milliseconds())

// Take hands out a letter; see remind.Outbox.
func (o *Outbox) Take(ctx context.Context, now claims.Instant, owner string, lease time.Duration, q remind.Quota) (l remind.Letter, err error) {
	var any bool // most passes find nothing, and then only read
	if err := o.book.ask(ctx, `SELECT EXISTS (SELECT 1 FROM outbox WHERE `+ready+`)`,
		int64(now), o.channel, o.recipient).Scan(&any); err != nil || !any {
		return l, o.book.explain(err)
	}
	err = o.update(ctx, func(t *sql.Tx) error {
		if l.ID, err = o.letter(t, now, q); err != nil || l.ID == "" {
			return err
		}
		l.Prompts, err = o.lease(t, now, owner, lease, l.ID)
		return err
	})
	if err != nil {
		return remind.Letter{}, err
	}
	return l, o.book.view(ctx, func(query querier) error { return asTheyAre(ctx, query, o.book.watch, l.Prompts, q.Text) })
}

// letter returns the id of the letter to send: one that was tried, or else a
// new one of what is planned; "" for none.
func (o *Outbox) letter(t *sql.Tx, now claims.Instant, q remind.Quota) (id string, err error) {
	err = t.QueryRow(`SELECT letter FROM outbox WHERE `+ready+` AND letter <> '' ORDER BY id LIMIT 1`, int64(now), o.channel, o.recipient).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	if q.Daily {
		var had bool
		if err := t.QueryRow(`SELECT EXISTS (SELECT 1 FROM outbox WHERE channel = ? AND recipient = ? AND letter_on = ? AND letter <> '' AND attempts > 0)`,
			o.channel, o.recipient, q.Day.String()).Scan(&had); err != nil || had {
			return "", err
		}
	}
	id = newUID()
	most := cmp.Or(q.Most, math.MaxInt32)
	done, err := t.Exec(`UPDATE outbox SET letter = ?4, letter_on = ?5 WHERE id IN
		(SELECT id FROM outbox WHERE `+ready+` AND letter = '' ORDER BY id LIMIT ?6)`,
		int64(now), o.channel, o.recipient, id, q.Day.String(), most)
	if err != nil {
		return "", err
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return "", err
	}
	return id, nil
}

// lease takes what is ready of a letter.
func (o *Outbox) lease(t *sql.Tx, now claims.Instant, owner string, lease time.Duration, letter string) (taken []remind.Prompt, err error) {
	rows, err := t.Query(`UPDATE outbox SET owner = ?4, leased_until = ?5, attempts = attempts + 1 WHERE letter = ?6 AND `+ready+`
		RETURNING id, claim, rule, occurrence, attempts`, int64(now), o.channel, o.recipient, owner, int64(now)+lease.Milliseconds(), letter)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var p remind.Prompt
		var day string
		if err := rows.Scan(&p.ID, &p.Claim.ID, &p.Rule, &day, &p.Attempt); err != nil {
			return nil, err
		}
		if p.Occurrence, err = parseDay(day); err != nil {
			return nil, err
		}
		taken = append(taken, p)
	}
	slices.SortFunc(taken, func(a, b remind.Prompt) int { return cmp.Compare(a.ID, b.ID) }) // as planned
	return taken, rows.Err()
}

// asTheyAre fills in the claims of prompts, whole or only with what a text says
// of them. Claims are never deleted.
func asTheyAre(ctx context.Context, q querier, watch Watch, prompts []remind.Prompt, text bool) error {
	read := loadWhole
	if text {
		read = loadForLetters
	}
	const most = 500 // ids in one query
	done := 0
	for part := range slices.Chunk(prompts, most) {
		if done += len(part); done > most {
			watch.at("reading what is to be told", int64(done), int64(len(prompts)))
		}
		ids := make([]any, len(part))
		for i, p := range part {
			ids[i] = int64(p.Claim.ID)
		}
		list, err := read(ctx, q, "WHERE c.id IN ("+marks(len(ids))+")", ids)
		if err != nil {
			return err
		}
		byID := make(map[claims.ID]claims.Claim, len(list))
		for _, c := range list {
			byID[c.ID] = c
		}
		for i := range part {
			part[i].Claim = byID[part[i].Claim.ID]
		}
	}
	return nil
}

// loadWhole reads claims whole, as people see them.
func loadWhole(ctx context.Context, q querier, clauses string, args []any) ([]claims.Claim, error) {
	return load(ctx, q, asShown, clauses, args...)
}

// loadForLetters reads what a letter says of claims.
func loadForLetters(ctx context.Context, q querier, clauses string, args []any) (list []claims.Claim, err error) {
	for c, err := range forLetters.of(ctx, q, clauses, args) {
		if err != nil {
			return nil, err
		}
		list = append(list, *c)
	}
	if len(list) == 0 {
		return nil, nil
	}
	return list, loadAppearances(ctx, q, asShown, partsOf(list))
}
