package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/ledger"
	"tracker/store/dialect"
	"tracker/store/sqlite"
)

// Finding is one thing that a check found.
type Finding struct {
	Where string `json:"where"` // a table, and the row where there is one
	What  string `json:"what"`
	Fatal bool   `json:"damage"` // false for a warning
}

// derived lists the tables that follow from the journal, with the columns
// that order their rows.
var derived = []struct{ table, key string }{
	{"commands", "uid"}, {"imports", "command"}, {"names", "id"}, {"claims", "id"}, {"attribution", "claim, place"},
	{"appearances", "claim, place"}, {"tags", "claim, tag"}, {"verdicts", "claim, place"},
	{"dropped", "place"},
}

// Check replays the journal into a book of its own and compares every table
// that follows from it. It returns the first differing row of each table, and
// warnings. All of it sees one snapshot, so that others may write meanwhile.
func (b *Book) Check(ctx context.Context, watch Watch) (found []Finding, err error) {
	dir, err := scratchFolder("check")
	if err != nil {
		return nil, err
	}
	defer dir.Discard()
	scratch, _, err := Create(ctx, filepath.Join(dir.Path(), "replayed.db"))
	if err != nil {
		return nil, err
	}
	defer scratch.Close()
	scratch.scratch = true
	if err := sqlite.Hasty(ctx, scratch.writer); err != nil {
		return nil, err
	}
	err = b.views(ctx, func(book, tables, side querier) error {
		c := &checker{book: book, side: side, scratch: scratch, engine: b.engine, compared: newComparison(tables), watch: watch}
		err := c.check(ctx)
		found = c.found
		return err
	})
	return found, err
}

// checker compares a book with what its journal says.
type checker struct {
	book     querier
	side     querier // for what can be looked at beside the replay
	scratch  *Book   // the journal is replayed into it
	engine   dialect.Dialect
	compared *comparison
	found    []Finding
	watch    Watch

	breaches int
}

func (c *checker) check(ctx context.Context) error {
	c.watch.at("looking through the book", 0, -1)
	aside := c.lookBeside(ctx)
	comparable, objects, n, err := c.replay(ctx)
	sound := <-aside
	broken := c.found // entries that break a rule
	if c.found = sound.found; sound.err != nil {
		return sound.err
	}
	c.found = append(c.found, broken...)
	var refusal *claims.Error
	switch {
	case errors.As(err, &refusal) && refusal.Kind != claims.Unusable || errors.Is(err, errNotCanonical):
		c.report(fmt.Sprintf("journal, entry %d", n+1), "%v", err)
		return nil
	case err != nil && ctx.Err() == nil && damaged(c.found):
		return nil // the file is damaged, which is why
	case err != nil:
		return err
	}
	if c.found = append(c.found, objects...); !comparable {
		return nil
	}
	return c.scratch.view(ctx, func(want querier) error {
		if err := c.compare(ctx, want); err != nil {
			return err
		}
		return c.warn(sound)
	})
}

// maxBreaches is how many entries that break a rule are named.
const maxBreaches = 100

// breach reports an entry that breaks a rule: the book that holds it is whole,
// and the entry stays.
func (c *checker) breach(seq int64, err error) error {
	if c.breaches++; c.breaches <= maxBreaches {
		c.found = append(c.found, Finding{Where: fmt.Sprintf("journal, entry %d", seq), What: clean.Line(strings.ReplaceAll(err.Error(), "\n", "; "))})
	}
	return nil
}

// report adds a problem that is damage.
func (c *checker) report(where, format string, args ...any) {
	c.found = append(c.found, Finding{Where: where, What: fmt.Sprintf(format, args...), Fatal: true})
}

// tell takes what the engine finds.
func (c *checker) tell(where, what string, damage bool) {
	c.found = append(c.found, Finding{Where: where, What: what, Fatal: damage})
}

// errNotCanonical is an entry whose body is not as an entry is stored.
var errNotCanonical = errors.New("its body is not canonical JSON")

// decodeCanonical is decode for entries of a book, whose bodies must be
// canonical.
func decodeCanonical(s storedEntry) decoded {
	d := decode(s)
	switch {
	case errors.Is(d.err, ledger.ErrPacked):
		d.err = claims.Refuse("", "%v", ledger.ErrPacked)
	case d.err == nil && !d.canonical:
		if text, err := ledger.Canonicalize(d.entry.Body); err != nil || string(text) != string(d.entry.Body) {
			d.err = errNotCanonical
		}
	}
	return d
}

// entries yields the journal, and tells how far it is.
func (c *checker) entries(ctx context.Context) iter.Seq[storedEntry] {
	return func(yield func(storedEntry) bool) {
		for s := range stored(ctx, c.book, selectJournal+" ORDER BY seq") {
			if s.entry.Seq%1000 == 0 {
				c.watch.at("replaying entries", s.entry.Seq, -1)
			}
			if !yield(s) {
				return
			}
		}
	}
}

// warnNames reports names that show something else than they hold.
func (c *checker) warnNames(ctx context.Context) error {
	return each(ctx, c.book, `SELECT id, name FROM names ORDER BY id`, nil, func(rows *sql.Rows) error {
		var id int64
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return err
		}
		if clean.Harmful(name) {
			c.found = append(c.found, Finding{Where: fmt.Sprintf("names, row %d", id),
				What: fmt.Sprintf("%q holds characters that reorder or hide text", clean.Line(name))})
		}
		if mixed := claims.Mixed(name); mixed != nil {
			c.found = append(c.found, Finding{Where: fmt.Sprintf("names, row %d", id),
				What: fmt.Sprintf("%q mixes %s letters in one word", clean.Line(name), strings.Join(mixed, " and "))})
		}
		return nil
	})
}

// warnHalf reports undos that were stopped: the book is whole, and they go on.
func (c *checker) warnHalf(ctx context.Context) error {
	return each(ctx, c.book, `SELECT c.verb, c.uid FROM commands u JOIN commands c ON c.uid = u.undoes WHERE `+isHalf+` ORDER BY c.first_seq`, nil, func(rows *sql.Rows) error {
		var verb string
		var uid []byte
		err := rows.Scan(&verb, &uid)
		c.found = append(c.found, Finding{Where: "commands", What: fmt.Sprintf("%s is undone in part: tracker undo %s takes back the rest", verb, unpackUID(uid))})
		return err
	})
}

// warnForegone reports verdicts of before there was a rule against them: what
// had happened when it was said was no prediction.
func (c *checker) warnForegone(ctx context.Context) error {
	return each(ctx, c.book, `SELECT c.id, v.event_date, substr(c.stated_on, 1, 10) FROM claims c JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict
		WHERE v.outcome IN ('yes', 'partial') AND v.event_date < substr(c.stated_on, 1, 10) ORDER BY c.id`, nil, func(rows *sql.Rows) error {
		var id int64
		var day, said string
		err := rows.Scan(&id, &day, &said)
		c.found = append(c.found, Finding{Where: fmt.Sprintf("claims, row %d", id), What: fmt.Sprintf(
			"it happened on %s, before the statement of %s: if that is so, tracker resolve %d void --reason not-a-prediction --note TEXT", day, said, id)})
		return err
	})
}

// warnAlike reports the names of some kinds that look alike.
func (c *checker) warnAlike(ctx context.Context, kinds ...NameKind) error {
	var names []string
	for _, kind := range kinds {
		list, err := nameList(ctx, c.book, kind)
		if err != nil {
			return err
		}
		for _, n := range list {
			names = append(names, n.Name)
		}
	}
	slices.Sort(names)
	for _, alike := range claims.LookAlikes(slices.Compact(names)) {
		c.found = append(c.found, Finding{Where: "names", What: fmt.Sprintf("%s look alike: if they are one, tracker %s merge %q %q",
			clean.Line(strings.Join(alike, " and ")), kinds[0], clean.Line(alike[1]), clean.Line(alike[0]))})
	}
	return nil
}
