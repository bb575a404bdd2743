package intake

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"tracker/claims"
	"tracker/clean"
	"tracker/exchange"
	"tracker/spill"
)

// importer takes one file into a book in two passes: what the first has read
// is kept for the second.
type importer struct {
	Program
	o      Options
	book   Book // nil where one would have to be made, and nothing is written
	reader *claims.Reader
	read   func(io.Reader) iter.Seq2[exchange.Line, error]
	open   func() (io.ReadCloser, error)
	name   string
	size   int64 // of the file, 0 where nobody knows

	kept         *spill.Kept[logged] // the good lines; nil where nothing is written
	meanwhile    *meanwhile          // what writes the first of them already; may be nil
	holds        time.Duration       // how long that may last
	ahead        int                 // how many of them it has written
	sha256       string
	tally        tally
	written      tally
	seen         *seenLines      // what the file has had
	mixed        map[string]bool // names that mix alphabets, and it was said
	links        *spill.Kept[pendingLink]
	bad          map[int]bool        // good lines that are left out for what they follow
	empty        bool                // the book has no claims yet
	fresh        bool                // what is written next is not there, for certain
	early        int                 // claims that were no hindsight where they come from, and are here
	leftOut      []exchange.Omission // rows of a site's export that are no claims
	undated      int                 // claims said not to happen that did, nobody says when
	unread       int                 // deadlines that set no time
	unreadAt     string              // the first of them
	plan         *exchange.Plan      // of a table; nil for JSON Lines
	derived      derivedTally
	contradicted *contradictions
	shown        func(kind, name string) string // what the book calls a name
	asked        asked
}

// claim turns a line into a claim with its verdict judged.
func (im *importer) claim(l *exchange.Line) (claims.Claim, error) {
	now := im.Now
	c, _, err := im.reader.Claim(l.Draft, now)
	if err == nil && c.Disputed != "" && l.Verdict == nil {
		err = claims.Refuse("disputed", "there is no verdict to dispute")
	}
	if err != nil {
		return c, err
	}
	if l.Verdict == nil {
		return c, c.Dated(now)
	}
	v := *l.Verdict
	if v.Outcome, err = outcomeOf(l, &c); err != nil {
		return c, err
	}
	if v.By == "" {
		v.By = im.reader.Actor
	}
	if v.At == 0 {
		v.At = now
	}
	if v, err = c.JudgeAsGiven(v, im.Today); err != nil {
		return c, err
	}
	c.Verdict = &v
	return c, c.Dated(now)
}

// outcomeOf is what became of the event: what a file says of a claim, kept or
// wrong, is turned where the claim was that it would not happen.
func outcomeOf(l *exchange.Line, c *claims.Claim) (claims.Outcome, error) {
	outcome := l.Verdict.Outcome
	if p := c.Hedge.P; l.Basis == exchange.OfForecast && p != nil && *p < 0.5 && outcome != claims.Partial {
		return "", claims.Refuse("verdict.outcome", "right or wrong says nothing clear of what was called unlikely (%.0f %%)", 100**p).
			WithHint("write yes if it happened, no if it did not")
	}
	if l.Basis == exchange.OfEvent || c.Polarity != claims.WillNot {
		return outcome, nil
	}
	switch outcome {
	case claims.Yes:
		return claims.No, nil
	case claims.No:
		return claims.Yes, nil
	}
	return outcome, nil
}

// check is the first pass: it reads every line and reports every problem.
func (im *importer) check(ctx context.Context) error {
	f, in, sum, err := hashed(im.open)
	if err != nil {
		return err
	}
	defer f.Close()
	n := 0
	if im.book != nil {
		if n, err = im.book.Count(ctx); err != nil {
			return err
		}
	}
	im.empty, im.fresh, im.mixed, im.bad = n == 0, n == 0, map[string]bool{}, map[int]bool{}
	im.seen, im.contradicted = newSeenLines(), newContradictions()
	defer im.forget()
	if !im.empty {
		if im.shown, err = im.book.Shown(ctx); err != nil {
			return err
		}
	}
	bar := im.Bar(-1, "checking lines")
	defer bar.Done()
	problems, err := im.problemList()
	if err != nil {
		return err
	}
	defer problems.close()
	im.begin(ctx)
	for u, err := range im.asking(ctx, im.understand(in)) {
		if err := cmp.Or(ctx.Err(), err); err != nil {
			return err
		}
		err := u.broken
		if err == nil {
			err = im.checkLine(u)
		}
		if err == nil && im.kept != nil {
			err = keeping(im.kept.Add(u.packed))
			im.meanwhile.take(u.packed)
		}
		if err != nil {
			list, ok := claims.ProblemsOf(err)
			if !ok {
				return stopped(err)
			}
			im.tally.bad++
			if problems.add(list); problems.n >= MaxProblems && !im.o.SkipBad {
				problems.last = claims.Refuse("", "%s has more than %d problems; what follows was not checked", im.name, MaxProblems).
					WithHint("nothing was written; is this the right file, and the right --format?")
				return problems.err()
			}
		}
		bar.Set(int64(u.Line.Number))
	}
	wrong, err := im.checkLinks(ctx)
	if err != nil {
		return err
	}
	problems.add(wrong)
	if problems.n == 0 || im.o.SkipBad {
		im.sha256 = sum()
	}
	if problems.n == 0 {
		return problems.err()
	}
	bar.Done()
	if im.o.SkipBad {
		list, _ := claims.ProblemsOf(problems.err())
		im.Refuse(list)
		return nil
	}
	return claims.Hinted(problems.err(), "nothing was written; mend the lines, or add --skip-bad to log the good ones")
}

// checkLine checks one line on its own, against the file and against the
// book.
func (im *importer) checkLine(u *understood) error {
	l, c := &u.Line, &u.Claim
	if u.refused != nil {
		return claims.InLine(im.name, l.Number, u.refused)
	}
	if now := *c; !now.Hindsight() {
		if now.Entered(im.Now); now.Hindsight() {
			im.early++
		}
	}
	if c.UndatedBreach() {
		im.undated++
	}
	if c.Window.Unread() {
		im.unread++
		im.unreadAt = cmp.Or(im.unreadAt, fmt.Sprintf("%q in line %d", clean.Line(c.Window.Phrase), l.Number))
	}
	seen := *c
	seen.Speaker, seen.Event = im.shown("speaker", c.Speaker), im.shown("event", c.Event)
	ids := []claims.Identity{seen.Identity()}
	if err := im.again(ids[0]); err != nil {
		return refusedAt(im.name, l.Number, err)
	}
	f := adds
	if !im.empty {
		same, ok, err := im.asked.known.Same(c)
		if err != nil {
			return refusedAt(im.name, l.Number, err)
		}
		if ok {
			ids = append(ids, same.Identity())
			if err := im.again(ids[1]); err != nil {
				return refusedAt(im.name, l.Number, err)
			}
		}
		var diffs []exchange.Difference
		if f, diffs = im.fate(l, same, ok); f == differs {
			return claims.InLine(im.name, l.Number, differing(same, diffs))
		}
	}
	if err := im.note(l, &seen, f, ids...); err != nil {
		return err
	}
	im.tally.count(f)
	im.derived.note(l, c, im.Now)
	if f == isSame {
		return nil
	}
	return im.contradicted.note(im.asked.events, l, &seen)
}

// forget gives up what only the first pass needs.
func (im *importer) forget() {
	im.seen.lines.Close()
	im.contradicted.first.Close()
	im.seen, im.contradicted.first = nil, nil
}

// again refuses a claim that a line before has, or one whose key that has.
func (im *importer) again(id claims.Identity) error {
	switch before, ok, err := im.seen.find(id); {
	case err != nil:
		return err
	case ok:
		return claims.Refuse("", "this is the claim of line %d again", before.Line).WithHint("remove one, or give them different keys")
	}
	switch before, ok, err := im.seen.byKey(id.Key); {
	case err != nil:
		return err
	case ok:
		return claims.Refuse("key", "line %d has the key %q already", before.Line, id.Key).WithHint("give one of the two another key")
	}
	return nil
}

// differing says how a claim of the file differs from the book's.
func differing(same claims.Claim, diffs []exchange.Difference) error {
	var words []string
	for _, d := range diffs {
		words = append(words, fmt.Sprintf("%s is %q in the book and %q here", d.Member, d.Book, d.File))
	}
	return claims.Refuse("", "claim %d is another: %s", same.ID, strings.Join(words, "; ")).
		WithHint("--update changes the book, --skip-bad leaves it")
}

// refusedAt is claims.InLine for a refusal; another error stays as it is.
func refusedAt(name string, line int, err error) error {
	if _, ok := claims.ProblemsOf(err); ok {
		return claims.InLine(name, line, err)
	}
	return err
}
