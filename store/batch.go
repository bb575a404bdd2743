package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"tracker/claims"
)

// Batch is a part of an import: one transaction.
type Batch struct {
	ctx    context.Context
	t      *tx
	looked map[lookup]bool // what was asked for, and whether the book has it
	fresh  bool            // of what is not among them the book has none
	adding additions       // what is logged, and not yet written
}

// Untouched reports whether nobody has entered anything since the last batch of
// this program, or at all.
func (b *Batch) Untouched() bool { return b.t.untouched }

// Look asks at once which of some claims the book has, so that Same need not
// ask for every one. Of claims that are known to be fresh it asks nothing: the
// book had none before this import, and each is another.
func (b *Batch) Look(list []*claims.Claim, fresh bool) error {
	if err := b.t.lookNames(b.ctx, list); err != nil {
		return err
	}
	defer b.t.collect()
	if b.fresh = fresh; fresh {
		return nil
	}
	if err := b.settle(); err != nil {
		return err
	}
	by := map[string][]lookup{}
	for _, c := range list {
		l, err := b.lookup(c)
		if err != nil {
			return err
		}
		by[l.column] = append(by[l.column], l)
		if l.column == "uid" && c.Key != "" {
			by["key"] = append(by["key"], lookupOf(&claims.Claim{Key: c.Key}))
		}
	}
	for _, lookups := range by {
		if err := b.t.answer(b.ctx, lookups, b.looked); err != nil {
			return err
		}
	}
	return nil
}

// lookup is what c is looked up by.
func (b *Batch) lookup(c *claims.Claim) (lookup, error) {
	if c.UID != "" || c.Key != "" {
		return lookupOf(c), nil
	}
	seen, err := b.seen(c)
	return lookupOf(&seen), err
}

// seen is c with its speaker as people see them.
func (b *Batch) seen(c *claims.Claim) (claims.Claim, error) {
	seen := *c
	r, ok, err := b.t.known(entity, c.Speaker)
	if ok {
		seen.Speaker = r.shown
	}
	return seen, err
}

// Same is Book.Same inside the batch.
func (b *Batch) Same(c *claims.Claim) (claims.Claim, bool, error) {
	l, err := b.lookup(c)
	if err != nil {
		return claims.Claim{}, false, err
	}
	if !b.known(l) {
		return claims.Claim{}, false, nil
	}
	seen, err := b.seen(c)
	if err == nil {
		err = b.settle()
	}
	if err != nil {
		return claims.Claim{}, false, err
	}
	return lookUp(b.ctx, b.t, &seen)
}

// Add logs a new claim, with its verdict when it has one.
func (b *Batch) Add(c *claims.Claim) error {
	l, err := b.lookup(c)
	if err != nil {
		return err
	}
	if key := lookupOf(&claims.Claim{Key: c.Key}); b.known(l) || c.Key != "" && b.known(key) { // it may be refused
		return b.addOne(c)
	}
	b.note(c, l)
	if err := b.t.identify(c); err != nil {
		return err
	}
	if err := b.enter(b.adding.push(*c)); err != nil {
		return err
	}
	return b.t.pourAlong()
}

// known reports whether the book may have what is looked up by l.
func (b *Batch) known(l lookup) bool {
	there, looked := b.looked[l]
	return there || !looked && !b.fresh
}

// note enters that there is a claim now by which l and its key are answered.
func (b *Batch) note(c *claims.Claim, l lookup) {
	b.looked[l] = true
	if c.Key != "" {
		b.looked[lookupOf(&claims.Claim{Key: c.Key})] = true
	}
}

// addOne is Add at once, after all that was logged before.
func (b *Batch) addOne(c *claims.Claim) error {
	if err := b.settle(); err != nil {
		return err
	}
	return b.t.directly(func() error { return b.t.add(c) })
}

// settle writes what is logged and not yet written: whoever asks the book
// must find it.
func (b *Batch) settle() error { return b.enter(b.adding.rest()) }

// enter writes claims.
func (b *Batch) enter(list []addition) error {
	for i := range list {
		if err := b.t.enterClaim(&list[i]); err != nil {
			return err
		}
	}
	return nil
}

// Change makes one change to a claim that the book has.
func (b *Batch) Change(c *claims.Claim, why string, fn func(*claims.Claim) error) error {
	if err := b.settle(); err != nil {
		return err
	}
	kept, err := claimWith(b.ctx, b.t, c.UID)
	if err != nil {
		return err
	}
	*c, err = b.t.change(kept, why, fn)
	return err
}

// ByKey returns the uid of the claim with a key, "" when there is none.
func (b *Batch) ByKey(key string) (uid claims.UID, err error) {
	if err := b.settle(); err != nil {
		return "", err
	}
	err = b.t.row(`SELECT uid FROM claims WHERE key = ? AND key <> ''`, key).Scan(&cell{&uid})
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return uid, err
}

// Has reports whether the book has a claim with a uid.
func (b *Batch) Has(uid claims.UID) (ok bool, err error) {
	if err := b.settle(); err != nil {
		return false, err
	}
	err = b.t.row(`SELECT count(*) > 0 FROM claims WHERE uid = ?`, packed(string(uid))).Scan(&ok)
	if err != nil {
		err = fmt.Errorf("look up %s: %w", uid, err)
	}
	return ok, err
}
