package store

import (
	"context"
	"errors"
	"strings"

	"tracker/claims"
	"tracker/ledger"
)

// Add logs a claim and returns it as it is from now on seen, with its ID and
// UID. A claim whose uid or key the book has already is refused.
func (b *Book) Add(ctx context.Context, cmd Command, c claims.Claim) (claims.Claim, error) {
	err := b.write(ctx, cmd, func(t *tx) (err error) {
		if err = t.add(&c); err == nil {
			c, err = t.shown(c)
		}
		return err
	})
	if errors.Is(err, errWritten) {
		return b.added(ctx, cmd)
	}
	if err != nil {
		return claims.Claim{}, err
	}
	return c, nil
}

// added returns the claim that a command has added.
func (b *Book) added(ctx context.Context, cmd Command) (claims.Claim, error) {
	list, err := b.load(ctx, `WHERE c.uid = (SELECT j.subject FROM commands k JOIN journal j ON j.seq = k.first_seq WHERE k.uid = ?)`, packed(cmd.UID))
	if err != nil || len(list) == 0 {
		return claims.Claim{}, errors.Join(errWritten, err)
	}
	return list[0], nil
}

// add gives c, and its verdict when it has one, an identity, enters it and
// stores it.
func (t *tx) add(c *claims.Claim) error {
	if err := t.identify(c); err != nil {
		return err
	}
	a := addition{claim: *c}
	a.encode()
	return t.enterClaim(&a)
}

// identify gives c what a claim has from when it is logged.
func (t *tx) identify(c *claims.Claim) error {
	if t.lastID == 0 {
		if err := t.row(`SELECT coalesce(max(id), 0) FROM claims`).Scan(&t.lastID); err != nil {
			return err
		}
	}
	t.lastID++
	c.ID = t.lastID
	if c.UID == "" {
		c.UID = claims.UID(newUID())
	}
	if c.Verdict != nil && c.Verdict.UID == "" {
		c.Verdict.UID = claims.UID(newUID())
	}
	c.Entered(t.command.At)
	return nil
}

// enterClaim enters a new claim in the journal and stores it.
func (t *tx) enterClaim(a *addition) error {
	if a.err != nil {
		return a.err
	}
	if err := t.append(t.entry(ledger.Claim, string(a.claim.UID)), a.stored); err != nil {
		return err
	}
	return t.insert(&a.claim)
}

// Change makes one change to each of some claims, all or none, and returns
// them as they have become. Claims that fn leaves as they were get no entry.
// Why is kept with the entries. A verdict without UID gets one.
func (b *Book) Change(ctx context.Context, cmd Command, ids []claims.ID, why string, fn func(*claims.Claim) error) ([]claims.Claim, error) {
	var out []claims.Claim
	err := b.write(ctx, cmd, func(t *tx) (err error) {
		out, err = t.changeAll(ctx, ids, why, fn)
		return err
	})
	if err != nil {
		return nil, err // what a commit has failed to write has not become anything
	}
	return out, nil
}

func (t *tx) changeAll(ctx context.Context, ids []claims.ID, why string, fn func(*claims.Claim) error) ([]claims.Claim, error) {
	var out []claims.Claim
	for _, id := range ids {
		list, err := load(ctx, t, asTyped, "WHERE c.id = ?", int64(id))
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			return nil, noClaim(id)
		}
		c, err := t.change(list[0], why, fn)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// change runs fn on c as people see it, enters what it changed, and stores
// and returns that. The names of c are as they were typed.
func (t *tx) change(c claims.Claim, why string, fn func(*claims.Claim) error) (claims.Claim, error) {
	changed, err := t.shown(c)
	if err != nil {
		return c, err
	}
	if err := fn(&changed); err != nil {
		return c, err
	}
	if v := changed.Verdict; v != nil && v.UID == "" {
		v.UID = claims.UID(newUID())
	}
	kept, err := t.typed(changed, c)
	if err != nil {
		return c, err
	}
	diff, err := difference(c, kept)
	if err != nil || len(diff.Set) == 0 {
		return changed, err
	}
	diff.Why = why
	if err := t.enter(ledger.Claim, string(c.UID), diff); err != nil {
		return c, err
	}
	kept.Changed(&c, t.command.At)
	changed.Changed(&c, t.command.At)
	return changed, t.replace(&kept)
}

// The ends of what can follow the beginning of a uid.
const (
	noUID   = "00000000-0000-0000-0000-000000000000"
	lastUID = "ffffffff-ffff-ffff-ffff-ffffffffffff"
)

// Claim returns the claim with a short id, a uid or the beginning of one (at
// least 8 characters). A beginning that several share is refused with the
// list of them.
func (b *Book) Claim(ctx context.Context, ref string) (claims.Claim, error) {
	clause, args := "WHERE c.uid = ?", []any{packed(ref)}
	if len(ref) < 36 && len(ref) >= 8 && strings.Trim(ref, "0123456789abcdef-") == "" && strings.ContainsRune(ref, '-') {
		clause, args = "WHERE c.uid BETWEEN ? AND ? ORDER BY c.id LIMIT 6", []any{packed(ref + noUID[len(ref):]), packed(ref + lastUID[len(ref):])}
	} else if len(ref) != 36 {
		id, err := claims.ParseID(ref)
		if err != nil {
			return claims.Claim{}, err
		}
		clause, args = "WHERE c.id = ?", []any{int64(id)}
	}
	list, err := b.load(ctx, clause, args...)
	if err != nil {
		return claims.Claim{}, err
	}
	switch len(list) {
	case 0:
		return claims.Claim{}, noClaim(ref)
	case 1:
		return list[0], nil
	}
	var candidates []string
	for _, c := range list {
		candidates = append(candidates, string(c.UID))
	}
	return claims.Claim{}, (&claims.Error{Kind: claims.NotFound, Msg: "several claims have ids that begin with " + ref}).
		WithHint("one of %s", strings.Join(candidates, ", "))
}

// IsNotFound reports whether err says that the book has no such thing.
func IsNotFound(err error) bool {
	var e *claims.Error
	return errors.As(err, &e) && e.Kind == claims.NotFound
}
