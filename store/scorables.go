package store

import (
	"context"
	"database/sql"

	"tracker/claims"
)

// What a score rests on, and nothing else. Names come as row numbers, and what
// has few values together as one text (see traits): there are far fewer of either
// than claims. To look a name up with every row is what costs most.
var (
	scorableColumns = pick(claimColumns, "stated_on", "hedge_p", "hedge_low", "hedge_high", "baseline_p", "baseline_on", "earliest", "latest", "due_at", "logged_at",
		"withdrawn", "disputed", "supersedes", "repeats", "recorded_at", "amended_late_at", "accepted_late_at", "withdrawn_at")
	scorableVerdict = pick(verdictColumns, "extent", "event_date", "at")
	selectScorable  = `SELECT c.id, c.speaker, c.event, ` + bareQuote + `, ` + selectTraits + `, ` +
		columnNames("c.", scorableColumns) + `, ` + columnNames("v.", scorableVerdict) + `
		FROM claims c LEFT JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict `
)

// scorables reads claims for a score.
type scorables struct {
	q      querier
	names  map[int64]string // as they are shown, by row
	linked map[int64]claims.UID
	traits map[string]*landing // by their text
}

// newScorables looks up what is read of few rows.
func newScorables(ctx context.Context, q querier) (*scorables, error) {
	s := &scorables{q: q, names: map[int64]string{}, linked: map[int64]claims.UID{}, traits: map[string]*landing{}}
	err := each(ctx, q, `SELECT n.id, coalesce(t.name, n.name) FROM names n LEFT JOIN names t ON t.id = n.target`, nil, func(rows *sql.Rows) error {
		var id int64
		var name string
		err := rows.Scan(&id, &name)
		s.names[id] = name
		return err
	})
	if err != nil {
		return nil, err
	}
	return s, eachLinked(ctx, q, func(id int64, uid claims.UID) { s.linked[id] = uid })
}

// each hands on the rows of selectScorable until fn is done. What is at its
// argument is the next claim afterwards.
func (s *scorables) each(ctx context.Context, clauses string, args []any, fn func(*claims.Claim) bool) error {
	rows, err := s.q.QueryContext(ctx, selectScorable+clauses, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	var l landing
	var id, speaker, event int64
	var traits string
	into := []any{&cell{&id}, &cell{&speaker}, &cell{&event}, &cell{&l.claim.Quote}, &cell{&traits}}
	row := newRow(addresses(addresses(into, scorableColumns, &l.claim), scorableVerdict, &l.verdict))
	for rows.Next() {
		if err := row.scan(rows); err != nil {
			return err
		}
		if err := s.complete(&l, traits); err != nil {
			return err
		}
		l.claim.ID, l.claim.UID, l.claim.Speaker, l.claim.Event = claims.ID(id), s.linked[id], s.names[speaker], s.names[event]
		if l.claim.Verdict = nil; l.verdict.Outcome != "" {
			v := l.verdict
			l.claim.Verdict = &v
		}
		if !fn(&l.claim) {
			return nil
		}
	}
	return rows.Err()
}

// loadParts fills in the names of sources and the tags.
func (s *scorables) loadParts(ctx context.Context, list []claims.Claim) error {
	for len(list) > mostParts {
		if err := s.loadParts(ctx, list[:mostParts]); err != nil {
			return err
		}
		list = list[mostParts:]
	}
	if len(list) == 0 {
		return nil
	}
	byID, ids := make(map[claims.ID]*claims.Claim, len(list)), make([]any, len(list))
	for i := range list {
		byID[list[i].ID], ids[i] = &list[i], int64(list[i].ID)
	}
	in := ` IN (` + marks(len(ids)) + `)`
	if err := each(ctx, s.q, `SELECT claim, entity, role FROM attribution WHERE claim`+in+` ORDER BY claim, place`, ids, func(rows *sql.Rows) error {
		var id claims.ID
		var name int64
		var role claims.Role
		err := rows.Scan(&id, &name, &role)
		byID[id].Attribution = append(byID[id].Attribution, claims.Link{Entity: s.names[name], Role: role})
		return err
	}); err != nil {
		return err
	}
	if err := each(ctx, s.q, `SELECT claim, source FROM appearances WHERE claim`+in+` ORDER BY claim, place`, ids, func(rows *sql.Rows) error {
		var id claims.ID
		var name int64
		err := rows.Scan(&id, &name)
		byID[id].Appearances = append(byID[id].Appearances, claims.Appearance{Source: s.names[name]})
		return err
	}); err != nil {
		return err
	}
	tags := map[string]string{}
	return each(ctx, s.q, `SELECT claim, tag FROM tags WHERE claim`+in+` ORDER BY claim, tag`, ids, func(rows *sql.Rows) error {
		var id claims.ID
		var tag string
		err := rows.Scan(&id, &tag)
		if known, seen := tags[tag]; seen {
			tag = known
		} else {
			tags[tag] = tag
		}
		byID[id].Tags = append(byID[id].Tags, tag)
		return err
	})
}
