package report

import (
	"cmp"
	"fmt"
	"slices"

	"tracker/claims"
)

// mostShown is how many claims stand on one page: above that those stated
// latest do, and every figure still counts all.
const mostShown = 500

// choose settles which claims stand on the page.
func (r *Report) choose() {
	r.large = len(r.Claims) > mostShown
	if !r.large || r.pages != nil {
		return
	}
	order := make([]*Claim, len(r.Claims))
	for i := range r.Claims {
		order[i] = &r.Claims[i]
	}
	slices.SortFunc(order, func(a, b *Claim) int {
		return cmp.Or(cmp.Compare(b.StatedOn.Day(), a.StatedOn.Day()), cmp.Compare(b.ID, a.ID))
	})
	r.shown = map[claims.ID]bool{}
	for _, c := range order[:mostShown] {
		r.shown[c.ID] = true
	}
}

// Each hands every claim of the report to a function, by id, until that
// returns an error. Claims may be read again for it: what it is handed holds
// for one call.
func (r Report) Each(do func(*Claim) error) error {
	for i := range r.Claims {
		if err := do(&r.Claims[i]); err != nil {
			return err
		}
	}
	return nil
}

// onPage reports whether a claim stands on the page.
func (r Report) onPage(id claims.ID) bool { return r.shown == nil || r.shown[id] }

// restSentence says where the claims are that are not on the page.
func (r Report) restSentence() string {
	where := "the desk that publishes this page has them"
	if r.Desk.Name != "" {
		where = r.Desk.Name + " has them"
	}
	return fmt.Sprintf("Of the %d claims the %d stated latest stand on this page; every figure counts all of them. The other %d are not here: %s, each with its words and evidence, in the table that belongs to it.",
		len(r.Claims), len(r.shown), len(r.Claims)-len(r.shown), where)
}

// mostRows is how many rows a table of such a page has, and mostDrawn how many a
// chart.
const (
	mostRows  = 50
	mostDrawn = 30
)

// shorten keeps a page of a large book within what a telephone can draw.
func (r Report) shorten(list []section) {
	if !r.large {
		return
	}
	for i := range list {
		tables := []*table{list[i].Table}
		for _, f := range list[i].Folds {
			tables = append(tables, f.Table)
		}
		for _, t := range tables {
			if t != nil && len(t.Rows) > mostRows {
				t.Caption += fmt.Sprintf(" The first %d of %d rows.", mostRows, len(t.Rows))
				t.Rows = t.Rows[:mostRows]
			}
		}
		for k := range list[i].Charts {
			list[i].Charts[k].Shorten(mostRows)
		}
		if len(list[i].List) > mostRows {
			rest := len(list[i].List) - mostRows
			list[i].List = append(list[i].List[:mostRows:mostRows], plain(fmt.Sprintf("And %d more.", rest)))
		}
	}
}
