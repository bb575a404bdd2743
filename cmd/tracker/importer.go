package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"tracker/claims"
	"tracker/exchange"
	"tracker/store"
)

// importer takes one file into a book in two passes.
type importer struct {
	e      *env
	o      *importOptions
	book   *store.Book
	reader *claims.Reader
	read   func(io.Reader) iter.Seq2[exchange.Line, error]
	open   func() (io.ReadCloser, error)
	name   string

	sha256  string
	tally   tally
	written tally
	seen    *claims.Identities // what the file has had, as places in steps
	steps   stepList
	links   []pendingLink
	bad     map[int]bool        // lines that --skip-bad leaves out
	empty   bool                // the book has no claims yet
	early   int                 // claims that were no hindsight where they come from, and are here
	leftOut []exchange.Omission // rows of a site's export that are no claims
	undated int                 // claims said not to happen that did, nobody says when
	names   store.Spellings
}

// claim turns a line into a claim with its verdict judged.
func (im *importer) claim(l exchange.Line) (claims.Claim, error) {
	now := im.e.instant()
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
	if v, err = c.JudgeAsGiven(v, im.e.today()); err != nil {
		return c, err
	}
	c.Verdict = &v
	return c, c.Dated(now)
}

// outcomeOf is what became of the event: what a file says of a claim, kept or
// wrong, is turned where the claim was that it would not happen.
func outcomeOf(l exchange.Line, c *claims.Claim) (claims.Outcome, error) {
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
		if n, err = im.book.Count(ctx, claims.Filter{Statuses: claims.Statuses}, im.e.instant()); err != nil {
			return err
		}
	}
	im.empty, im.seen, im.bad = n == 0, claims.NewIdentities(), map[int]bool{}
	if !im.empty {
		if im.names, err = im.book.Spellings(ctx); err != nil {
			return err
		}
	}
	bar := im.e.Progress(-1, "checking lines")
	defer bar.Done()
	problems, err := im.problemList()
	if err != nil {
		return err
	}
	defer problems.close()
	for l, err := range im.read(in) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil {
			err = im.checkLine(ctx, l)
		}
		if err != nil {
			list, ok := asRefusal(err)
			if !ok {
				return err
			}
			im.tally.bad++
			im.bad[l.Number] = true
			if problems.add(list); problems.n >= maxProblems && !im.o.skipBad {
				problems.last = claims.Refuse("", "%s has more than %d problems; what follows was not checked", im.name, maxProblems).
					WithHint("nothing was written; is this the right file, and the right --format?")
				return problems.err()
			}
		}
		bar.Set(int64(l.Number))
	}
	wrong, err := im.checkLinks(ctx)
	if err != nil {
		return err
	}
	problems.add(wrong)
	if problems.n == 0 || im.o.skipBad {
		im.sha256 = sum()
	}
	if problems.n == 0 {
		return problems.err()
	}
	bar.Done()
	if im.o.skipBad {
		list, _ := asRefusal(problems.err())
		im.e.refuse(list)
		return nil
	}
	return hinted(problems.err(), "nothing was written; mend the lines, or add --skip-bad to log the good ones")
}

// checkLine checks one line on its own, against the file and against the
// book.
func (im *importer) checkLine(ctx context.Context, l exchange.Line) error {
	c, err := im.claim(l)
	if err != nil {
		return at(im.name, l.Number, err)
	}
	if now := c; !now.Hindsight() {
		if now.Entered(im.e.instant()); now.Hindsight() {
			im.early++
		}
	}
	if c.UndatedBreach() {
		im.undated++
	}
	seen := c
	seen.Speaker, seen.Event = im.names.Shown(store.Speakers, c.Speaker), im.names.Shown(store.Events, c.Event)
	if err := im.again(l, seen.Identity()); err != nil {
		return at(im.name, l.Number, err)
	}
	f := adds
	if !im.empty {
		same, ok, err := im.book.Same(ctx, &c)
		if err != nil {
			return refusedAt(im.name, l.Number, err)
		}
		if ok {
			if err := im.again(l, same.Identity()); err != nil {
				return at(im.name, l.Number, err)
			}
		}
		var diffs []exchange.Difference
		if f, diffs = im.fate(l, same, ok); f == differs {
			return at(im.name, l.Number, differing(same, diffs))
		}
		if ok {
			im.seen.Add(same.Identity(), len(im.steps.list))
		}
	}
	im.note(l, &seen, f)
	im.tally.count(f)
	return nil
}

// again refuses a claim that a line before has, or one whose key that has.
func (im *importer) again(l exchange.Line, id claims.Identity) error {
	if n, ok := im.seen.Find(id); ok {
		return claims.Refuse("", "this is the claim of line %d again", im.steps.line(n)).WithHint("remove one, or give them different keys")
	}
	if n, ok := im.seen.ByKey(id.Key); ok {
		return claims.Refuse("key", "line %d has the key %q already", im.steps.line(n), id.Key).WithHint("give one of the two another key")
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

// fate is what becomes of a line.
type fate int

const (
	adds fate = iota
	updates
	restores
	isSame
	differs
)

func (t *tally) count(f fate) { t.move(f, 1) }

// move adds n to the count of a fate.
func (t *tally) move(f fate, n int) {
	switch f {
	case adds:
		t.added += n
	case updates:
		t.updated += n
	case restores:
		t.restored += n
	case isSame:
		t.same += n
	}
}

// fate decides what becomes of a line whose claim the book has, or not.
func (im *importer) fate(l exchange.Line, same claims.Claim, known bool) (fate, []exchange.Difference) {
	if !known {
		return adds, nil
	}
	diffs := exchange.Differences(im.spelled(l), same)
	switch {
	case len(diffs) > 0 && im.o.update:
		return updates, diffs
	case len(diffs) > 0:
		return differs, diffs
	case same.Withdrawn == store.UndoneReason && l.Draft.Withdrawn == "":
		return restores, nil
	}
	return isSame, nil
}

// spelled is l with the names that the book has for those in it: another
// spelling, or a name that has been merged into another, is no difference.
func (im *importer) spelled(l exchange.Line) exchange.Line {
	d := &l.Draft
	d.Speaker, d.Event = im.names.Shown(store.Speakers, d.Speaker), im.names.Shown(store.Events, d.Event)
	d.Attribution, d.Appearances = slices.Clone(d.Attribution), slices.Clone(d.Appearances)
	for i := range d.Attribution {
		d.Attribution[i].Entity = im.names.Shown(store.Sources, d.Attribution[i].Entity)
	}
	for i := range d.Appearances {
		d.Appearances[i].Source = im.names.Shown(store.Sources, d.Appearances[i].Source)
	}
	return l
}
