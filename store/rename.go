package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"

	"tracker/calendar"
	"tracker/claims"
)

// Rename gives what is called old the name new; old stays as an alias, so
// that those who type it are understood. Of two spellings that differ only in
// case it is the spelling that changes. A name that is in use is refused.
func (b *Book) Rename(ctx context.Context, cmd Command, kind NameKind, old, new string) error {
	return b.write(ctx, cmd, func(t *tx) error {
		o, err := t.standing(ctx, kind, old)
		if err != nil {
			return err
		}
		respell := func(s *nameState) { s.Name = new }
		if claims.Fold(o.shown) == claims.Fold(new) {
			if o.shown == new {
				return claims.Refuse("", "%q is its name already", new).WithHint("tracker %s list", kind)
			}
			return t.setName(ctx, kind.storedAs(), o.shown, respell)
		}
		n, err := t.name(kind.storedAs(), new)
		if err != nil {
			return err
		}
		if n.root == o.root { // an alias takes the place of the name
			respell = func(s *nameState) { s.Name, s.Target = new, "" }
		} else if used, err := t.used(n); err != nil {
			return err
		} else if used {
			return claims.Refuse("", "there is a %s called %q already", kind, n.shown).
				WithHint("tracker %s merge %q %q makes them one", kind, o.shown, n.shown)
		}
		if err := t.setName(ctx, kind.storedAs(), new, respell); err != nil {
			return err
		}
		return t.move(ctx, kind, o, new)
	})
}

// Alias makes alias another way to say name. One that is in use is refused.
func (b *Book) Alias(ctx context.Context, cmd Command, kind NameKind, name, alias string) error {
	return b.write(ctx, cmd, func(t *tx) error {
		n, err := t.standing(ctx, kind, name)
		if err != nil {
			return err
		}
		a, err := t.name(kind.storedAs(), alias)
		if err != nil {
			return err
		}
		used, err := t.used(a)
		switch {
		case err != nil:
			return err
		case a.root == n.root:
			return claims.Refuse("", "%q means %q already", alias, n.shown).WithHint("tracker %s list", kind)
		case used:
			return claims.Refuse("", "there is a %s called %q already", kind, a.shown).
				WithHint("tracker %s merge %q %q makes them one", kind, a.shown, n.shown)
		}
		return t.setName(ctx, kind.storedAs(), alias, func(s *nameState) { s.Name, s.Target = alias, n.shown })
	})
}

// Merge makes everything that is said of from count as said of into, which
// may be typed by any of their names. Of events, into keeps its date, or
// takes that of from; two that have different dates are refused.
func (b *Book) Merge(ctx context.Context, cmd Command, kind NameKind, from, into string) error {
	return b.write(ctx, cmd, func(t *tx) error {
		f, err := t.standing(ctx, kind, from)
		if err != nil {
			return err
		}
		i, err := t.standing(ctx, kind, into)
		if err != nil {
			return err
		}
		if f.root == i.root {
			return claims.Refuse("", "%q and %q are both called %q already", from, into, i.shown).WithHint("tracker %s list", kind)
		}
		return t.move(ctx, kind, f, i.shown)
	})
}

// SetDate dates an event, or with day 0 takes its date away, and makes one
// change to each of some claims with it, as Change does. An event that the
// book does not have is made to be dated.
func (b *Book) SetDate(ctx context.Context, cmd Command, name string, day calendar.Day, ids []claims.ID, fn func(*claims.Claim) error) ([]claims.Claim, error) {
	var out []claims.Claim
	err := b.write(ctx, cmd, func(t *tx) error {
		named := t.name
		if day == 0 {
			named = func(_, name string) (nameRow, error) { return t.standing(ctx, Events, name) }
		}
		n, err := named(event, name)
		if err != nil {
			return err
		}
		if err := t.setName(ctx, event, n.shown, func(s *nameState) { s.Date = day.String() }); err != nil {
			return err
		}
		out, err = t.changeAll(ctx, ids, "", fn)
		return err
	})
	return out, err
}

// standing returns a name that the book has. Its error is a refusal that
// offers near ones.
func (t *tx) standing(ctx context.Context, kind NameKind, name string) (nameRow, error) {
	r, ok, err := t.known(kind.storedAs(), name)
	if ok || err != nil {
		return r, err
	}
	var all []string
	err = each(ctx, t, `SELECT name FROM names WHERE kind = ? ORDER BY id`, []any{kind.storedAs()}, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		all = append(all, name)
		return err
	})
	if err != nil {
		return r, err
	}
	refusal := &claims.Error{Kind: claims.NotFound, Msg: "no " + string(kind) + " is called " + strconv.Quote(name)}
	if near := claims.Near(name, all); len(near) > 0 {
		for i := range near {
			near[i] = strconv.Quote(near[i])
		}
		return r, refusal.WithHint("did you mean %s?", strings.Join(near, " or "))
	}
	return r, refusal.WithHint("tracker %s list", kind)
}

// used reports whether a name is more than a word that was once typed: it is
// mentioned, dated, merged, or merged into.
func (t *tx) used(r nameRow) (used bool, err error) {
	err = t.row(`SELECT target IS NOT NULL OR date IS NOT NULL OR EXISTS (SELECT 1 FROM names a WHERE a.target = n.id)
		OR EXISTS (SELECT 1 FROM claims WHERE speaker = n.id) OR EXISTS (SELECT 1 FROM claims WHERE event = n.id)
		OR EXISTS (SELECT 1 FROM attribution WHERE entity = n.id) OR EXISTS (SELECT 1 FROM appearances WHERE source = n.id)
		FROM names n WHERE id = ?`, r.id).Scan(&used)
	return used, err
}

// move merges the name that from stands for, and what is merged into that,
// into another one.
func (t *tx) move(ctx context.Context, kind NameKind, from nameRow, into string) error {
	f, err := t.nameState(from.root)
	if err != nil {
		return err
	}
	i, err := t.name(kind.storedAs(), into)
	if err != nil {
		return err
	}
	s, err := t.nameState(i.id)
	if err != nil {
		return err
	}
	if f.Date != "" && s.Date != "" && f.Date != s.Date {
		return claims.Refuse("", "%q is on %s and %q on %s", f.Name, f.Date, s.Name, s.Date).
			WithHint("tracker event set %q --date none, then merge them", f.Name)
	}
	var names []string
	err = each(ctx, t, `SELECT name FROM names WHERE target = ? ORDER BY id`, []any{from.root}, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		names = append(names, name)
		return err
	})
	if err != nil {
		return err
	}
	for _, name := range append(names, f.Name) {
		if err := t.setName(ctx, kind.storedAs(), name, func(s *nameState) { s.Target = into }); err != nil {
			return err
		}
	}
	if f.Date == "" {
		return nil
	}
	return t.setName(ctx, kind.storedAs(), into, func(s *nameState) { s.Date = f.Date })
}
