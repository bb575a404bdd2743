package site

import (
	"cmp"
	"slices"
	"sync"

	"tracker/calendar"
	"tracker/claims"
)

// listed is what is remembered of a claim for the pages that list it: its texts
// are on the shelf.
type listed struct {
	id      claims.ID
	said    calendar.Day
	changed int64 // in milliseconds since 1970
	texts   texts
}

// named is a name that has a page, with the claims that stand on it.
type named struct {
	name  string
	title string    // as readers know it: of an event, what was said to happen
	first claims.ID // the claim that gave the title
	list  []int32   // places in the index
}

// index is every claim of a site and every name, while the pages of claims are
// written.
type index struct {
	sync.Mutex
	claims []listed
	names  map[string]map[string]*named // by folder, then by name
}

func newIndex() *index {
	return &index{names: map[string]map[string]*named{inSpeakers: {}, inSources: {}, inEvents: {}}}
}

// mention is a page on which a claim stands.
type mention struct{ folder, name, title string }

// add enters a claim on the pages that it stands on.
func (x *index) add(c listed, on []mention) {
	x.Lock()
	defer x.Unlock()
	at := int32(len(x.claims))
	x.claims = append(x.claims, c)
	for _, m := range on {
		n := x.names[m.folder][m.name]
		if n == nil {
			n = &named{name: m.name}
			x.names[m.folder][m.name] = n
		}
		if n.first == 0 || c.id < n.first {
			n.title, n.first = m.title, c.id
		}
		n.list = append(n.list, at)
	}
}

// latest puts places in the order of lists: what was said last comes first.
func (x *index) latest(list []int32) []int32 {
	slices.SortFunc(list, func(a, b int32) int {
		c, d := &x.claims[a], &x.claims[b]
		return cmp.Or(cmp.Compare(d.said, c.said), cmp.Compare(d.id, c.id))
	})
	return list
}

// recent are the places of the claims that changed last, n at most.
func (x *index) recent(list []int32, n int) []int32 {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b int32) int {
		c, d := &x.claims[a], &x.claims[b]
		return cmp.Or(cmp.Compare(d.changed, c.changed), cmp.Compare(c.id, d.id))
	})
	return list[:min(n, len(list))]
}

// all are the places of every claim, the latest first.
func (x *index) all() []int32 {
	list := make([]int32, len(x.claims))
	for i := range list {
		list[i] = int32(i)
	}
	return x.latest(list)
}

// inOrder are the names of a folder, by what readers know them as.
func (x *index) inOrder(folder string) []*named {
	type folded struct {
		title, name string
		n           *named
	}
	keys := make([]folded, 0, len(x.names[folder]))
	for _, n := range x.names[folder] {
		keys = append(keys, folded{claims.Fold(n.title), claims.Fold(n.name), n})
	}
	slices.SortFunc(keys, func(a, b folded) int {
		return cmp.Or(cmp.Compare(a.title, b.title), cmp.Compare(a.name, b.name), cmp.Compare(a.n.name, b.n.name))
	})
	list := make([]*named, len(keys))
	for i := range keys {
		list[i] = keys[i].n
	}
	return list
}
