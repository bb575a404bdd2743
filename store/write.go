package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"

	"github.com/mattn/go-sqlite3"

	"tracker/calendar"
	"tracker/claims"
)

// columns are the columns of a claim that follow from its own members, in
// the order of values.
const columns = `uid, key, digest, statement, quote, language, speaker, speaker_kind, stated_on, logged_at, event,
	criterion, condition, polarity, hedge_words, hedge_p, hedge_low, hedge_high, hedge_kind, hedge_map,
	phrase, earliest, latest, zone, granularity, class, relation, rule, rules, grace_days, alternatives, accepted, due_at, ask_at, wakes_at,
	baseline_p, logged_by, notes, forced, supersedes, repeats, snoozed_until, withdrawn, disputed, verdict`

const marks = `?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?`

// values returns the columns of c; names it uses are made.
func (t *tx) values(c *claims.Claim) ([]any, error) {
	speaker, err := t.name(entity, c.Speaker)
	if err != nil {
		return nil, err
	}
	ev, err := t.optionalID(event, c.Event)
	if err != nil {
		return nil, err
	}
	alternatives, err := json.Marshal(c.Window.Alternatives)
	if err != nil {
		return nil, err
	}
	verdict := any(nil)
	if c.Verdict != nil {
		verdict = string(c.Verdict.UID)
	}
	seen := *c
	seen.Speaker = speaker.shown
	h, w := c.Hedge, c.Window
	return []any{string(c.UID), c.Key, digest(&seen), c.Statement, c.Quote, c.Language, speaker.id, string(c.SpeakerKind),
		string(c.StatedOn), int64(c.LoggedAt), ev, c.Criterion, c.Condition, string(c.Polarity),
		h.Words, number(h.P), number(h.Low), number(h.High), string(h.Kind), h.Map,
		w.Phrase, day(w.Earliest), day(w.Latest), w.Zone, string(w.Granularity), string(w.Class), string(w.Relation),
		w.Rule, w.Rules, w.GraceDays, string(alternatives), w.Accepted, instant(w.DueAt), instant(askAt(c)), instant(c.SnoozeEnds()),
		number(c.BaselineP), c.LoggedBy, c.Notes, c.Forced, text(string(c.Supersedes)), text(string(c.Repeats)),
		day(c.SnoozedUntil), c.Withdrawn, c.Disputed, verdict}, nil
}

// insert stores a new claim and what hangs on it.
func (t *tx) insert(c *claims.Claim) error {
	values, err := t.values(c)
	if err != nil {
		return err
	}
	if err := t.exec(`INSERT INTO claims (id, `+columns+`) VALUES (?, `+marks+`)`, append([]any{int64(c.ID)}, values...)...); err != nil {
		return t.taken(c, err)
	}
	return t.insertParts(c)
}

// replace stores c over the claim with its id.
func (t *tx) replace(c *claims.Claim) error {
	for _, table := range []string{"attribution", "appearances", "tags"} {
		if err := t.exec(`DELETE FROM `+table+` WHERE claim = ?`, int64(c.ID)); err != nil {
			return err
		}
	}
	values, err := t.values(c)
	if err != nil {
		return err
	}
	if err := t.exec(`UPDATE claims SET (`+columns+`) = (`+marks+`) WHERE id = ?`, append(values, int64(c.ID))...); err != nil {
		return t.taken(c, err)
	}
	return t.insertParts(c)
}

// taken turns the breach of a unique column into a refusal that names the
// claim which has the uid or the key of c already.
func (t *tx) taken(c *claims.Claim, err error) error {
	var broken sqlite3.Error
	if !errors.As(err, &broken) || broken.ExtendedCode != sqlite3.ErrConstraintUnique {
		return err
	}
	for _, unique := range []struct{ column, value string }{{"uid", string(c.UID)}, {"key", c.Key}} {
		var id int64
		if t.row(`SELECT id FROM claims WHERE `+unique.column+` = ? AND id <> ?`, unique.value, int64(c.ID)).Scan(&id) == nil {
			return claims.Refuse(unique.column, "claim %d has the %s %q already", id, unique.column, unique.value)
		}
	}
	return err
}

// insertParts stores attribution, appearances, tags and the verdict.
func (t *tx) insertParts(c *claims.Claim) error {
	for i, l := range c.Attribution {
		name, err := t.name(entity, l.Entity)
		if err != nil {
			return err
		}
		if err := t.exec(`INSERT INTO attribution (claim, place, entity, role) VALUES (?, ?, ?, ?)`,
			int64(c.ID), i+1, name.id, string(l.Role)); err != nil {
			return err
		}
	}
	for i, a := range c.Appearances {
		name, err := t.name(entity, a.Source)
		if err != nil {
			return err
		}
		if err := t.exec(`INSERT INTO appearances (claim, place, source, url, title, published_on, archive_url, sha256)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, int64(c.ID), i+1, name.id, a.URL, a.Title, day(a.PublishedOn), a.ArchiveURL, a.SHA256); err != nil {
			return err
		}
	}
	for _, tag := range c.Tags {
		if err := t.exec(`INSERT INTO tags (claim, tag) VALUES (?, ?)`, int64(c.ID), tag); err != nil {
			return err
		}
	}
	return t.keepVerdict(c)
}

// keepVerdict stores the verdict that counts; earlier ones stay.
func (t *tx) keepVerdict(c *claims.Claim) error {
	v := c.Verdict
	if v == nil {
		return nil
	}
	evidence, err := json.Marshal(v.Evidence)
	if err != nil {
		return err
	}
	return t.exec(`INSERT INTO verdicts (uid, claim, outcome, extent, event_date, timing, reason, note, evidence, by, at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET timing = excluded.timing`,
		string(v.UID), int64(c.ID), string(v.Outcome), number(v.Extent), day(v.Day), string(v.Timing), v.Reason, v.Note,
		string(evidence), v.By, int64(v.At))
}

// askAt is when c asks for a verdict: when it is due, or when its snooze ends.
func askAt(c *claims.Claim) claims.Instant {
	if c.Window.DueAt == 0 {
		return 0
	}
	return max(c.Window.DueAt, c.SnoozeEnds())
}

// identity is the digest of c, whose speaker is as people see it: in a book
// one speaker has one name in one spelling.
func identity(c *claims.Claim) [sha256.Size]byte {
	folded := *c
	folded.Speaker = claims.Fold(c.Speaker)
	return folded.Digest()
}

// digest is the part of the identity that is indexed.
func digest(c *claims.Claim) int64 {
	sum := identity(c)
	return int64(binary.BigEndian.Uint64(sum[:8]))
}

func number(p *float64) any {
	if p == nil {
		return nil
	}
	return *p
}

func day(d calendar.Day) any { return text(d.String()) }

func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func instant(i claims.Instant) any {
	if i == 0 {
		return nil
	}
	return int64(i)
}
