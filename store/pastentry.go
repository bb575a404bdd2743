package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"tracker/claims"
	"tracker/ledger"
)

// pastEntry is an entry that is to be taken back.
type pastEntry struct {
	ledger.Entry           // without what is not asked for; without the body of a claim that nobody has touched since it was added
	added        bool      // it added a claim
	alone        bool      // no other entry is about that claim, but for the one that added it
	claim        claims.ID // as it is now, 0 when it is not there
	withdrawn    string    // likewise
}

// selectPastEntries reads changes of a command, the last ones first. The first
// entry about a claim is the one that added it.
const selectPastEntries = `SELECT j.seq, j.kind, j.subject, CASE WHEN a.earlier = 0 AND a.later = 0 AND c.withdrawn = '' THEN NULL ELSE j.body END, a.earlier, a.later, coalesce(c.id, 0), coalesce(c.withdrawn, '')
	FROM (SELECT seq, CASE WHEN kind = 'claim' THEN (SELECT count(*) FROM journal o WHERE o.subject = e.subject AND o.kind = 'claim' AND o.seq < e.seq) ELSE 1 END AS earlier,
			(SELECT count(*) FROM journal o WHERE o.subject = e.subject AND o.kind = 'claim' AND o.seq > e.seq) AS later
		FROM journal e WHERE seq BETWEEN ? AND ? AND command = ? AND kind <> 'import' ORDER BY seq DESC LIMIT ?) a
	JOIN journal j ON j.seq = a.seq LEFT JOIN claims c ON j.kind = 'claim' AND c.uid = j.subject ORDER BY j.seq DESC`

// changes returns the last changes of a command that are not taken back yet,
// the last one first.
func changes(ctx context.Context, q querier, s past, limit int64) (list []pastEntry, err error) {
	last := s.last
	if s.from > 0 {
		last = s.from - 1
	}
	err = each(ctx, q, selectPastEntries, []any{s.first, last, packed(s.uid), limit}, func(rows *sql.Rows) error {
		e, err := scanPastEntry(rows)
		list = append(list, e)
		return err
	})
	return list, err
}

func scanPastEntry(rows *sql.Rows) (e pastEntry, err error) {
	var subject, body sql.RawBytes
	var earlier, later int
	if err := rows.Scan(&e.Seq, &e.Kind, &subject, &body, &earlier, &later, &e.claim, &e.withdrawn); err != nil {
		return e, err
	}
	e.Subject = unpackSubject(e.Kind, subject)
	e.added = e.Kind == ledger.Claim && earlier == 0
	e.alone = earlier < 2 && later == 0
	if e.Body, err = ledger.Unpack(bytes.Clone(body)); err != nil {
		err = fmt.Errorf("entry %d: %w", e.Seq, err)
	}
	return e, err
}

// turn is the turn that takes e back; false when it takes more.
func (e pastEntry) turn() (w turn, ok bool) {
	switch {
	case e.Kind != ledger.Claim:
		return w, false
	case e.added:
		var as withdrawing
		if e.Body != nil && json.Unmarshal(e.Body, &as) != nil {
			return w, false
		}
		return withdrawal(e.Seq, as), true
	}
	w, ok = turnOf(e.Body)
	return w.inverse(e.Seq), ok
}

// stands reports a claim that is not withdrawn, or not for the reason, that the
// turn w takes it to be as a conflict.
func (e pastEntry) stands(w turn) error {
	switch was, _, err := w.becomes(); {
	case err != nil:
		return err
	case e.claim == 0:
		return noClaim(claims.UID(e.Subject))
	case e.withdrawn != was:
		return conflictOn(e.claim, "withdrawn")
	}
	return nil
}

// known reports whether nothing is to be worked out anew from other entries
// when w has taken e back: the claim came to say what it says when it did, and
// it is withdrawn since now, or not at all.
func (e pastEntry) known(w turn) bool {
	_, is, err := w.becomes()
	return err == nil && e.alone && (e.added || is == "")
}
