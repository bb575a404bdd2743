package intake

import (
	"cmp"
	"context"
	"fmt"
	"iter"

	"tracker/ahead"
	"tracker/claims"
	"tracker/exchange"
	"tracker/spill"
)

// write is the second pass, over what the first has kept: it writes in batches,
// each a transaction.
func (im *importer) write(ctx context.Context) error {
	write, err := im.book.Import(ctx, im.sha256)
	if err != nil {
		return err
	}
	if im.links == nil {
		im.links = spill.Of[pendingLink]()
	}
	defer im.links.Close()
	left := im.tally.work() + im.tally.same - im.ahead
	bar := im.Bar(int64(left), "logging claims")
	defer bar.Done()
	next, stop := iter.Pull(ahead.By(im.parts()))
	defer stop()
	for left > 0 {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		n, before := min(left, BatchSize), im.written
		left -= n
		err = write(left == 0, func(b Batch) error { return im.writeBatch(b, next, n, left == 0) })
		if err != nil {
			im.written = before
			return err
		}
		bar.Set(int64(im.written.work() + im.written.same))
	}
	im.written.bad = im.tally.bad
	im.tally = im.written
	return nil
}

// part is lines that are read and looked up together, several parts to a
// transaction.
type part struct {
	lines []logged
	err   error // they cannot be read again
}

// partSize is how many lines are in memory whole, three times: some are
// written, some wait for that and some are read.
const partSize = BatchSize / 4

func emptyPart() part { return part{lines: make([]logged, 0, partSize)} }

// parts yields the good lines.
func (im *importer) parts() iter.Seq[part] {
	return func(yield func(part) bool) {
		p := emptyPart()
		for l, err := range im.kept.From(im.ahead) {
			if err != nil {
				yield(part{err: err})
				return
			}
			if im.bad[l.Line.Number] {
				continue
			}
			if p.lines = append(p.lines, l); len(p.lines) < partSize {
				continue
			}
			if !yield(p) {
				return
			}
			p = emptyPart()
		}
		if len(p.lines) > 0 {
			yield(p)
		}
	}
}

// writeBatch writes the next n lines, in one transaction.
func (im *importer) writeBatch(b Batch, next func() (part, bool), n int, last bool) error {
	for n > 0 {
		p, ok := next()
		if !ok {
			return fmt.Errorf("%d lines that were checked are not there any more", n)
		}
		if p.err != nil {
			return p.err
		}
		if err := im.writePart(b, p); err != nil {
			return err
		}
		n -= len(p.lines)
	}
	if !last {
		return nil
	}
	return im.follow(b)
}

// writePart writes the lines of one part.
func (im *importer) writePart(b Batch, p part) error {
	list := make([]*claims.Claim, len(p.lines))
	for i := range p.lines {
		list[i] = &p.lines[i].Claim
	}
	im.fresh = im.fresh && b.Untouched()
	if err := b.Look(list, im.fresh); err != nil {
		return err
	}
	for i := range p.lines {
		if err := im.writeLine(b, &p.lines[i]); err != nil {
			return err
		}
	}
	return nil
}

// writeLine writes one line.
func (im *importer) writeLine(b Batch, kept *logged) error {
	l, c := &kept.Line, &kept.Claim
	linked, err := linkTo(b, l, c)
	if err != nil {
		return err
	}
	same, known, err := b.Same(c)
	if err != nil {
		return err
	}
	f, diffs := im.fate(l, same, known)
	switch f {
	case adds:
		err = b.Add(c)
	case restores:
		err = change(b, same, "imported again", func(s *claims.Claim) error { return s.Reopen("imported again") })
	case updates:
		err = change(b, same, "imported with --update", func(s *claims.Claim) error { s.Take(c, sortedMembers(diffs)); return nil })
	case differs: // it did not when the file was checked
		return claims.InLine(im.name, l.Number, claims.Refuse("", "claim %d was changed by another command while this import ran", same.ID))
	}
	if err == nil && !linked && f == adds {
		err = im.links.Add(im.links.Pack(&pendingLink{l.Number, c.UID, cmp.Or(l.Supersedes, l.Repeats), l.Repeats != ""}))
	}
	im.written.count(f)
	return err
}

// change makes one change to a claim of the book.
func change(b Batch, c claims.Claim, why string, fn func(*claims.Claim) error) error {
	return b.Change(&c, why, fn)
}

// linkTo sets the claim that c follows. It reports false when that claim is
// not in the book yet: it is linked when the file is through.
func linkTo(b Batch, l *exchange.Line, c *claims.Claim) (linked bool, err error) {
	target := cmp.Or(l.Supersedes, l.Repeats)
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
func (im *importer) follow(b Batch) error {
	if err := b.Look(nil, false); err != nil { // what was logged is asked for now
		return err
	}
	for x, err := range im.links.All() {
		if err != nil {
			return err
		}
		uid, err := find(b, x.Target)
		if err != nil {
			return err
		}
		if uid == "" {
			im.Sayf("%s:%d: logged without its link: %s was refused", im.name, x.Line, x.Target)
			continue
		}
		c, _, err := b.Same(&claims.Claim{UID: x.UID})
		if err != nil {
			return err
		}
		if err := change(b, c, "", func(c *claims.Claim) error { setLink(c, uid, x.Repeat); return nil }); err != nil {
			return err
		}
	}
	return nil
}

// find returns the uid of the claim that a key or uid names, "" for none.
func find(b Batch, target string) (claims.UID, error) {
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
