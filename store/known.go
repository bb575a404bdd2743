package store

import (
	"context"
	"database/sql"

	"tracker/claims"
)

// Known is what a book has of some claims that it was asked about at once.
type Known struct {
	found map[lookup][]claims.Claim
	shown map[string]string // what the book calls a speaker, by the fold
}

// Known asks at once which claims of the book some claims are, before Same is
// asked about each of them. Up to some hundred are meant.
func (b *Book) Known(ctx context.Context, list []*claims.Claim) (*Known, error) {
	k := &Known{map[lookup][]claims.Claim{}, map[string]string{}}
	if len(list) == 0 {
		return k, nil
	}
	err := b.view(ctx, func(q querier) error {
		if err := k.askNames(ctx, q, list); err != nil {
			return err
		}
		asked := map[string][]any{}
		for _, c := range list {
			seen := k.seen(c)
			l := lookupOf(&seen)
			asked[l.column] = append(asked[l.column], l.arg())
			if l.column == "uid" && c.Key != "" {
				asked["key"] = append(asked["key"], c.Key)
			}
		}
		for column, args := range asked {
			if err := k.ask(ctx, q, lookup{column: column}, args); err != nil {
				return err
			}
		}
		return nil
	})
	return k, err
}

// askNames asks what the book calls the speakers of some claims.
func (k *Known) askNames(ctx context.Context, q querier, list []*claims.Claim) error {
	args := []any{entity}
	for _, c := range list {
		fold := claims.Fold(c.Speaker)
		if _, asked := k.shown[fold]; !asked {
			k.shown[fold] = c.Speaker
			args = append(args, fold)
		}
	}
	query := `SELECT n.fold, ` + asShown("n") + ` FROM names n WHERE n.kind = ? AND n.fold IN (` + marks(len(args)-1) + `)`
	return each(ctx, q, query, args, func(rows *sql.Rows) error {
		var fold, name string
		err := rows.Scan(&fold, &name)
		k.shown[fold] = name
		return err
	})
}

// ask loads the claims that lookups by one column find.
func (k *Known) ask(ctx context.Context, q querier, l lookup, args []any) error {
	list, err := load(ctx, q, asShown, `WHERE `+l.where()+` IN (`+marks(len(args))+`) ORDER BY c.id`, args...)
	for _, c := range list {
		by := map[string]claims.Claim{"uid": {UID: c.UID}, "key": {Key: c.Key}}[l.column]
		if l.column == "digest" {
			by = c
			by.UID, by.Key = "", ""
		}
		at := lookupOf(&by)
		k.found[at] = append(k.found[at], c)
	}
	return err
}

// seen is c with its speaker as people see them.
func (k *Known) seen(c *claims.Claim) claims.Claim {
	seen := *c
	if name, ok := k.shown[claims.Fold(c.Speaker)]; ok {
		seen.Speaker = name
	}
	return seen
}

// Same returns the claim that c, which was asked about, is in the book, by its
// claims.Identity. ok is false when there is none. A key that another claim of
// the book has is refused.
func (k *Known) Same(c *claims.Claim) (same claims.Claim, ok bool, err error) {
	seen := k.seen(c)
	same, ok = k.find(&seen)
	if c.UID == "" || c.Key == "" || same.Key == c.Key {
		return same, ok, nil
	}
	if other, taken := k.find(&claims.Claim{Key: c.Key}); taken {
		err = claims.Refuse("key", "claim %d has the key %q already", other.ID, c.Key).WithHint("give one of the two another key, or the uid %s", other.UID)
	}
	return same, ok, err
}

// find is the claim of the book that c is, whose speaker is as people see it.
func (k *Known) find(c *claims.Claim) (claims.Claim, bool) {
	for _, other := range k.found[lookupOf(c)] {
		if c.Identity().Is(other.Identity()) {
			return other, true
		}
	}
	return claims.Claim{}, false
}
