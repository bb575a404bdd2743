package main

import (
	"context"
	"fmt"
	"hash/maphash"
	"io"
	"iter"
	"os"
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
	open   func() (*os.File, error)
	name   string

	sha256  string
	tally   tally
	written tally
	seen    map[uint64]int  // lines by the hash of their identity
	keys    map[string]bool // keys and uids that the file itself has, when links need them
	links   []pendingLink
	bad     map[int]bool // lines that --skip-bad leaves out
	empty   bool         // the book has no claims yet
	names   store.Spellings
}

// pendingLink is a claim that names another one.
type pendingLink struct {
	line   int
	uid    claims.UID
	target string
	repeat bool
}

// claim turns a line into a claim with its verdict judged.
func (im *importer) claim(l exchange.Line) (claims.Claim, error) {
	now := im.e.instant()
	c, _, err := im.reader.Claim(l.Draft, now)
	if err == nil && c.Disputed != "" && l.Verdict == nil {
		err = claims.Refuse("disputed", "there is no verdict to dispute")
	}
	if err != nil || l.Verdict == nil {
		return c, err
	}
	v := *l.Verdict
	if v.By == "" {
		v.By = im.reader.Actor
	}
	if v.At == 0 {
		v.At = now
	}
	if v, err = c.Judge(v, im.e.today()); err != nil {
		return c, err
	}
	c.Verdict = &v
	return c, nil
}

// check is the first pass: it reads every line and reports every problem.
func (im *importer) check(ctx context.Context) error {
	f, in, sum, err := hashed(im.open)
	if err != nil {
		return err
	}
	defer f.Close()
	n, err := im.book.Count(ctx, claims.Filter{Statuses: claims.Statuses}, im.e.instant())
	if err != nil {
		return err
	}
	im.empty, im.seen, im.keys, im.bad = n == 0, map[uint64]int{}, map[string]bool{}, map[int]bool{}
	if !im.empty {
		if im.names, err = im.book.Spellings(ctx); err != nil {
			return err
		}
	}
	bar := im.e.progress(-1, "checking lines")
	defer bar.done()
	var problems claims.Problems
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
			problems = append(problems, list...)
			im.tally.bad++
			im.bad[l.Number] = true
		}
		bar.set(int64(l.Number))
	}
	missing, err := im.missingLinks(ctx)
	if err != nil {
		return err
	}
	problems = append(problems, missing...)
	im.sha256 = sum()
	if len(problems) == 0 {
		return nil
	}
	bar.done()
	if im.o.skipBad {
		im.e.refuse(problems)
		return nil
	}
	return hinted(problems, "nothing was written; mend the lines, or add --skip-bad to log the good ones")
}

// checkLine checks one line on its own, against the file and against the
// book.
func (im *importer) checkLine(ctx context.Context, l exchange.Line) error {
	c, err := im.claim(l)
	if err != nil {
		return at(im.name, l.Number, err)
	}
	h := identity(&c)
	if earlier, ok := im.seen[h]; ok {
		return at(im.name, l.Number, claims.Refuse("", "this is the claim of line %d again", earlier).
			WithHint("remove one, or give them different keys"))
	}
	im.seen[h] = l.Number
	im.note(l, &c)
	if im.empty {
		im.tally.added++
		return nil
	}
	same, ok, err := im.book.Same(ctx, &c)
	if err != nil {
		return err
	}
	fate, diffs := im.fate(l, same, ok)
	if fate == differs {
		var words []string
		for _, d := range diffs {
			words = append(words, fmt.Sprintf("%s is %q in the book and %q here", d.Member, d.Book, d.File))
		}
		return at(im.name, l.Number, claims.Refuse("", "claim %d is another: %s", same.ID, strings.Join(words, "; ")).
			WithHint("--update changes the book, --skip-bad leaves it"))
	}
	im.tally.count(fate)
	return nil
}

// note remembers the names by which links can find a claim, and its links.
func (im *importer) note(l exchange.Line, c *claims.Claim) {
	if c.Key != "" {
		im.keys[c.Key] = true
	}
	if c.UID != "" {
		im.keys[string(c.UID)] = true
	}
	if target := first(l.Supersedes, l.Repeats); target != "" {
		im.links = append(im.links, pendingLink{line: l.Number, target: target})
	}
}

// missingLinks refuses links to claims that neither file nor book have.
func (im *importer) missingLinks(ctx context.Context) (claims.Problems, error) {
	var missing claims.Problems
	for _, x := range im.links {
		if im.keys[x.target] {
			continue
		}
		known := claims.Claim{Key: x.target}
		if len(x.target) == 36 {
			known = claims.Claim{UID: claims.UID(x.target)}
		}
		_, ok, err := im.book.Same(ctx, &known)
		if err != nil {
			return nil, err
		}
		if !ok {
			missing = append(missing, at(im.name, x.line, claims.Refuse("", "neither the file nor the book has a claim %q to follow", x.target).
				WithHint("name the earlier claim by its key or uid"))...)
			im.bad[x.line] = true
			im.tally.bad++
		}
	}
	im.links, im.keys = nil, nil
	return missing, nil
}

var seed = maphash.MakeSeed()

// identity hashes what makes a claim the same as another.
func identity(c *claims.Claim) uint64 {
	switch {
	case c.UID != "":
		return maphash.String(seed, "u"+string(c.UID))
	case c.Key != "":
		return maphash.String(seed, "k"+c.Key)
	}
	sum := c.Digest()
	return maphash.Bytes(seed, sum[:])
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

func (t *tally) count(f fate) {
	switch f {
	case adds:
		t.added++
	case updates:
		t.updated++
	case restores:
		t.restored++
	case isSame:
		t.same++
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
