package main

import (
	"context"
	"slices"
	"strings"

	"tracker/claims"
	"tracker/store"
)

// mixedText says that a word of a name mixes alphabets, "" when none does.
func mixedText(kind store.NameKind, name string) string {
	scripts := claims.Mixed(name)
	if scripts == nil {
		return ""
	}
	return "warning: the " + string(kind) + " “" + name + "” mixes " + strings.Join(scripts, " and ") + " letters in one word"
}

// warnMixed warns of names of a claim that mix alphabets, and offers to merge
// each with the name that it looks like.
func (e *env) warnMixed(ctx context.Context, b *store.Book, c claims.Claim) error {
	named := map[store.NameKind][]string{store.Speakers: {c.Speaker}, store.Events: {c.Event}}
	for _, a := range c.Appearances {
		named[store.Sources] = append(named[store.Sources], a.Source)
	}
	for _, kind := range []store.NameKind{store.Speakers, store.Sources, store.Events} {
		for _, name := range named[kind] {
			text := mixedText(kind, name)
			if text == "" {
				continue
			}
			e.sayf("%s", text)
			list, err := b.NameList(ctx, kind)
			if err != nil {
				return err
			}
			twin := slices.IndexFunc(list, func(n store.Named) bool { return n.Name != name && claims.LookAlike(n.Name) == claims.LookAlike(name) })
			if twin >= 0 {
				e.sayf("hint: if they are one, tracker %s merge %q %q", kind, name, list[twin].Name)
			}
		}
	}
	return nil
}
