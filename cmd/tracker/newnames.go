package main

import (
	"context"
	"slices"

	"tracker/claims"
	"tracker/store"
	"tracker/telling/report"
)

// warnMixed warns of names of a claim that mix alphabets, and offers to merge
// each with the name that it looks like.
func (e *env) warnMixed(ctx context.Context, b *store.Book, c claims.Claim) error {
	named := map[store.NameKind][]string{store.Speakers: {c.Speaker}, store.Events: {c.Event}}
	for _, a := range c.Appearances {
		named[store.Sources] = append(named[store.Sources], a.Source)
	}
	for _, kind := range []store.NameKind{store.Speakers, store.Sources, store.Events} {
		for _, name := range named[kind] {
			text := report.MixedName(string(kind), name)
			if text == "" {
				continue
			}
			e.Sayf("%s", text)
			list, err := b.NameList(ctx, kind)
			if err != nil {
				return err
			}
			twin := slices.IndexFunc(list, func(n store.Named) bool { return n.Name != name && claims.LookAlike(n.Name) == claims.LookAlike(name) })
			if twin >= 0 {
				e.Sayf("hint: if they are one, tracker %s merge %q %q", kind, name, list[twin].Name)
			}
		}
	}
	return nil
}

// misspelling is a new name that is near one the book has.
type misspelling struct {
	kind       store.NameKind
	name, near string
}

// misspellings asks on a terminal about names of d that the book does not
// have and that are near ones it has, and takes what was meant. It returns
// those that nobody was asked about.
func (e *env) misspellings(ctx context.Context, b *store.Book, d *claims.Draft) ([]misspelling, error) {
	typed := []struct {
		kind store.NameKind
		name *string
	}{{store.Speakers, &d.Speaker}, {store.Events, &d.Event}}
	d.Appearances = slices.Clone(d.Appearances)
	for i := range d.Appearances {
		typed = append(typed, struct {
			kind store.NameKind
			name *string
		}{store.Sources, &d.Appearances[i].Source})
	}
	var unasked []misspelling
	for _, t := range typed {
		if *t.name == "" {
			continue
		}
		near, err := b.Misspelt(ctx, t.kind, *t.name)
		if err != nil {
			return nil, err
		}
		if len(near) == 0 {
			continue
		}
		if !e.TTYIn {
			unasked = append(unasked, misspelling{t.kind, *t.name, near[0]})
			continue
		}
		meant, err := e.Confirm("The book has no " + string(t.kind) + " “" + *t.name + "”. Is it “" + near[0] + "”?")
		if err != nil {
			return nil, err
		}
		if meant {
			*t.name = near[0]
		}
	}
	return unasked, nil
}

// warnMisspelt says of new names that they are near others.
func (e *env) warnMisspelt(list []misspelling) {
	for _, m := range list {
		e.Sayf("warning: the %s “%s” is new, and near “%s”", m.kind, m.name, m.near)
		e.Sayf("hint: if they are one, tracker %s merge %q %q", m.kind, m.name, m.near)
	}
}
