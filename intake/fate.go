package intake

import (
	"slices"
	"strings"

	"tracker/claims"
	"tracker/exchange"
)

// fate is what becomes of a line.
type fate int

const (
	adds fate = iota
	updates
	restores
	isSame
	differs
)

// fate decides what becomes of a line whose claim the book has, or not.
func (im *importer) fate(l *exchange.Line, same claims.Claim, known bool) (fate, []exchange.Difference) {
	if !known {
		return adds, nil
	}
	diffs := exchange.Differences(im.spelled(*l), same)
	switch {
	case len(diffs) > 0 && im.o.Update:
		return updates, diffs
	case len(diffs) > 0:
		return differs, diffs
	case im.book.Undone(same) && l.Draft.Withdrawn == "":
		return restores, nil
	}
	return isSame, nil
}

// spelled is l with the names that the book has for those in it: another
// spelling, or a name that has been merged into another, is no difference.
func (im *importer) spelled(l exchange.Line) exchange.Line {
	d := &l.Draft
	d.Speaker, d.Event = im.shown("speaker", d.Speaker), im.shown("event", d.Event)
	d.Attribution, d.Appearances = slices.Clone(d.Attribution), slices.Clone(d.Appearances)
	for i := range d.Attribution {
		d.Attribution[i].Entity = im.shown("source", d.Attribution[i].Entity)
	}
	for i := range d.Appearances {
		d.Appearances[i].Source = im.shown("source", d.Appearances[i].Source)
	}
	return l
}

// sortedMembers names the members of some differences, each once.
func sortedMembers(diffs []exchange.Difference) []string {
	var names []string
	for _, d := range diffs {
		name, _, _ := strings.Cut(d.Member, ".")
		names = append(names, name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// asWritten is what a book without names calls one.
func asWritten(_, name string) string { return name }
