package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"iter"
	"os"
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
	diffs := exchange.Differences(l, same)
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

// write is the second pass: it writes in batches, each a transaction.
func (im *importer) write(ctx context.Context) error {
	cmd, err := im.book.ImportCommand(ctx, im.e.command("import"), im.sha256)
	if err != nil {
		return err
	}
	f, err := im.open()
	if err != nil {
		return noFile(im.name, err)
	}
	defer f.Close()
	bar := im.e.progress(int64(im.tally.work()+im.tally.same), "logging claims")
	defer bar.done()

	next, stop := iter.Pull2(im.read(f))
	defer stop()
	for more := true; more; {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var lines []exchange.Line
		if lines, more, err = im.batch(next); err != nil {
			return err
		}
		before := im.written
		err = im.book.Import(ctx, cmd, im.sha256, !more, func(b *store.Batch) error {
			for _, l := range lines {
				if err := im.writeLine(b, l); err != nil {
					return err
				}
			}
			if more {
				return nil
			}
			return im.follow(b)
		})
		if err != nil {
			im.written = before
			return err
		}
		bar.set(int64(im.written.work() + im.written.same))
	}
	im.tally = im.written
	im.tally.bad = len(im.bad)
	return nil
}

// batch reads the lines of one transaction; more is false at the end.
func (im *importer) batch(next func() (exchange.Line, error, bool)) (lines []exchange.Line, more bool, err error) {
	for len(lines) < batchSize {
		l, err, ok := next()
		if !ok {
			return lines, false, nil
		}
		if im.bad[l.Number] {
			continue
		}
		if err != nil {
			return nil, false, err // the file has changed since it was checked
		}
		lines = append(lines, l)
	}
	return lines, true, nil
}

// writeLine writes one line.
func (im *importer) writeLine(b *store.Batch, l exchange.Line) error {
	c, err := im.claim(l)
	if err != nil {
		return at(im.name, l.Number, err)
	}
	linked, err := linkTo(b, l, &c)
	if err != nil {
		return err
	}
	same, known, err := b.Same(&c)
	if err != nil {
		return err
	}
	f, diffs := im.fate(l, same, known)
	switch f {
	case adds:
		err = b.Add(&c)
	case restores:
		err = b.Change(&same, "imported again", func(s *claims.Claim) error { return s.Reopen("imported again") })
	case updates:
		err = b.Change(&same, "imported with --update", func(s *claims.Claim) error { return take(s, c, sortedMembers(diffs)) })
	case differs:
		return at(im.name, l.Number, errors.New("another program has just changed this claim"))
	}
	if err == nil && !linked && f == adds {
		im.links = append(im.links, pendingLink{line: l.Number, uid: c.UID, target: first(l.Supersedes, l.Repeats), repeat: l.Repeats != ""})
	}
	im.written.count(f)
	return err
}

// take copies members of the file's claim over the book's.
func take(into *claims.Claim, from claims.Claim, members []string) error {
	var have, want map[string]json.RawMessage
	for v, m := range map[*claims.Claim]*map[string]json.RawMessage{into: &have, &from: &want} {
		text, err := json.Marshal(v)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(text, m); err != nil {
			return err
		}
	}
	for _, m := range members {
		have[m] = want[m]
	}
	text, err := json.Marshal(have)
	if err != nil {
		return err
	}
	*into = claims.Claim{}
	return json.Unmarshal(text, into)
}

// linkTo sets the claim that c follows. It reports false when that claim is
// not in the book yet: it is linked when the file is through.
func linkTo(b *store.Batch, l exchange.Line, c *claims.Claim) (linked bool, err error) {
	target := first(l.Supersedes, l.Repeats)
	if target == "" {
		return true, nil
	}
	uid, err := find(b, target)
	if err != nil || uid == "" {
		return false, err
	}
	setLink(c, uid, l.Repeats != "")
	return true, nil
}

// follow links the claims that came before the one they follow.
func (im *importer) follow(b *store.Batch) error {
	for _, x := range im.links {
		uid, err := find(b, x.target)
		if err != nil {
			return err
		}
		if uid == "" {
			im.e.sayf("%s:%d: logged without its link: %s was refused", im.name, x.line, x.target)
			continue
		}
		c, _, err := b.Same(&claims.Claim{UID: x.uid})
		if err != nil {
			return err
		}
		if err := b.Change(&c, "", func(c *claims.Claim) error { setLink(c, uid, x.repeat); return nil }); err != nil {
			return err
		}
	}
	return nil
}

// find returns the uid of the claim that a key or uid names, "" for none.
func find(b *store.Batch, target string) (claims.UID, error) {
	if len(target) == 36 {
		if ok, err := b.Has(claims.UID(target)); ok || err != nil {
			return claims.UID(target), err
		}
	}
	return b.ByKey(target)
}

func setLink(c *claims.Claim, uid claims.UID, repeat bool) {
	if repeat {
		c.Repeats = uid
	} else {
		c.Supersedes = uid
	}
}
