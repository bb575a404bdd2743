package store

import (
	"context"
	"encoding/binary"
	"strings"

	"tracker/calendar"
	"tracker/claims"
)

// derivedColumns are the columns of a claim beside claimColumns: names by
// their row, and what queries look for.
var derivedColumns = []struct {
	name  string
	value func(c *claims.Claim, n claimNames) any
}{
	{"speaker", func(_ *claims.Claim, n claimNames) any { return n.speaker.id }},
	{"event", func(_ *claims.Claim, n claimNames) any { return n.event }},
	{"digest", func(c *claims.Claim, n claimNames) any {
		seen := *c
		seen.Speaker = n.speaker.shown
		return digest(&seen)
	}},
	{"ask_at", func(c *claims.Claim, _ claimNames) any { return instant(askAt(c)) }},
	{"wakes_at", func(c *claims.Claim, _ claimNames) any { return instant(c.SnoozeEnds()) }},
	{"verdict", func(c *claims.Claim, n claimNames) any {
		if c.Verdict == nil {
			return nil
		}
		return n.verdict
	}},
}

// claimNames are the rows of what a claim refers to.
type claimNames struct {
	speaker nameRow
	event   any   // its id, nil for none
	verdict int64 // the place of the verdict that counts among those of the claim
}

// The statements that write a claim.
var (
	allColumns = func() string {
		list := columnNames("", claimColumns)
		for _, c := range derivedColumns {
			list += ", " + c.name
		}
		return list
	}()
	allMarks         = marks(len(claimColumns) + len(derivedColumns))
	insertClaim      = inserting("claims", strings.Split(allColumns+", id", ", ")...)
	updateClaim      = `UPDATE claims SET (` + allColumns + `) = (` + allMarks + `) WHERE id = ?`
	insertAppearance = inserting("appearances", strings.Split("claim, place, source, "+columnNames("", appearanceColumns), ", ")...)
	insertLink       = inserting("attribution", "claim", "place", "entity", "role")
	insertTag        = inserting("tags", "claim", "tag")
	insertVerdict    = func() insertion { // a verdict that comes back has another timing at most
		i := inserting("verdicts", strings.Split("claim, place, "+columnNames("", verdictColumns), ", ")...)
		i.text += ` ON CONFLICT (claim, place) DO UPDATE SET timing = excluded.timing`
		return i
	}()
)

// values returns the columns of c and its id; names it uses are made. Place is
// that of its verdict.
func (t *tx) values(c *claims.Claim, place int64) ([]any, error) {
	n := claimNames{verdict: place}
	var err error
	if n.speaker, err = t.name(entity, c.Speaker); err != nil {
		return nil, err
	}
	if n.event, err = t.optionalID(event, c.Event); err != nil {
		return nil, err
	}
	args, err := kept(make([]any, 0, len(claimColumns)+len(derivedColumns)+1), claimColumns, c)
	if err != nil {
		return nil, err
	}
	for _, d := range derivedColumns {
		args = append(args, d.value(c, n))
	}
	return append(args, int64(c.ID)), nil
}

// insert stores a new claim and what hangs on it.
func (t *tx) insert(c *claims.Claim) error {
	const place = 1
	values, err := t.values(c, place)
	if err != nil {
		return err
	}
	if t.queue != nil || t.expecting {
		err = t.put(insertClaim, values...)
	} else if err = t.unless(insertClaim.text, values...); err != nil {
		err = t.taken(c, err)
	}
	if err != nil {
		return err
	}
	if err := t.insertParts(c, place); err != nil || !t.indexDue(int64(c.ID)) {
		return err
	}
	return t.indexWords(context.Background(), wordsMost, commonFrom)
}

// replace stores c over the claim with its id.
func (t *tx) replace(c *claims.Claim) error {
	for _, table := range []string{"attribution", "appearances", "tags"} {
		if err := t.exec(`DELETE FROM `+table+` WHERE claim = ?`, int64(c.ID)); err != nil {
			return err
		}
	}
	place, err := t.place(c)
	if err != nil {
		return err
	}
	values, err := t.values(c, place)
	if err != nil {
		return err
	}
	if err := t.unless(updateClaim, values...); err != nil {
		return t.taken(c, err)
	}
	return t.directly(func() error { return t.insertParts(c, place) }) // its verdict may be there
}

// taken turns the breach of a unique column into a refusal that names the
// claim which has the uid or the key of c already.
func (t *tx) taken(c *claims.Claim, err error) error {
	if !t.engine.Unique(err) {
		return err
	}
	for _, unique := range []struct {
		column, value string
		kept          any
	}{{"uid", string(c.UID), packed(string(c.UID))}, {"key", c.Key, c.Key}} {
		var id int64
		if t.row(`SELECT id FROM claims WHERE `+unique.column+` = ? AND id <> ?`, unique.kept, int64(c.ID)).Scan(&id) == nil {
			return claims.Refuse(unique.column, "claim %d has the %s %q already", id, unique.column, unique.value)
		}
	}
	return err
}

// unless is exec of a statement that may breach a unique column: whoever asks
// which row is in the way needs the transaction to go on.
func (t *tx) unless(query string, args ...any) error {
	return t.engine.Attempt(t.exec, func() error { return t.exec(query, args...) })
}

// insertParts stores attribution, appearances, tags and the verdict.
func (t *tx) insertParts(c *claims.Claim, place int64) error {
	for i, l := range c.Attribution {
		name, err := t.name(entity, l.Entity)
		if err != nil {
			return err
		}
		if err := t.put(insertLink, int64(c.ID), i+1, name.id, string(l.Role)); err != nil {
			return err
		}
	}
	for i := range c.Appearances {
		name, err := t.name(entity, c.Appearances[i].Source)
		if err != nil {
			return err
		}
		args, err := kept([]any{int64(c.ID), i + 1, name.id}, appearanceColumns, &c.Appearances[i])
		if err != nil {
			return err
		}
		if err := t.put(insertAppearance, args...); err != nil {
			return err
		}
	}
	for _, tag := range c.Tags {
		if err := t.put(insertTag, int64(c.ID), tag); err != nil {
			return err
		}
	}
	return t.keepVerdict(c, place)
}

// keepVerdict stores the verdict that counts; earlier ones stay.
func (t *tx) keepVerdict(c *claims.Claim, place int64) error {
	if c.Verdict == nil {
		return nil
	}
	args, err := kept([]any{int64(c.ID), place}, verdictColumns, c.Verdict)
	if err != nil {
		return err
	}
	return t.put(insertVerdict, args...)
}

// place is where the verdict of c stands among those that it has had, from 1.
func (t *tx) place(c *claims.Claim) (n int64, err error) {
	if c.Verdict == nil {
		return 0, nil
	}
	err = t.row(`SELECT coalesce(max(place) FILTER (WHERE uid = ?), count(*) + 1) FROM verdicts WHERE claim = ?`,
		packed(string(c.Verdict.UID)), int64(c.ID)).Scan(&n)
	return n, err
}

// askAt is when c asks for a verdict: when it is due, or when its snooze ends.
func askAt(c *claims.Claim) claims.Instant {
	if c.Window.DueAt == 0 {
		return 0
	}
	return max(c.Window.DueAt, c.SnoozeEnds())
}

// digest is the part of the digest of c, whose speaker is as people see it,
// that is indexed.
func digest(c *claims.Claim) int64 {
	sum := c.Identity().Digest
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
