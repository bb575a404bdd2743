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
	r.large = len(r.all.facts) > mostShown
	r.Claims = latest(r.all.latest)
	slices.SortFunc(r.Claims, func(a, b Claim) int { return cmp.Compare(a.ID, b.ID) })
	r.Claims = append(make([]Claim, 0, len(r.Claims)), r.Claims...)
	r.byID = map[claims.ID]int{}
	for i := range r.Claims {
		r.byID[r.Claims[i].ID] = i
	}
	r.all.latest = nil
	if err := r.all.shelf.close(); r.all.err == nil {
		r.all.err = err
	}
}

// Each hands every claim of the report to a function, by id, until that
// returns an error. Claims are unpacked for it: what it is handed holds for
// one call.
func (r Report) Each(do func(*Claim) error) error {
	if r.all.err != nil {
		return r.all.err
	}
	if !r.short() {
		for i := range r.Claims {
			if err := do(&r.Claims[i]); err != nil {
				return err
			}
		}
		return nil
	}
	judge := r.unpacked()
	return r.all.shelf.each(func(c *claims.Claim) error { return do(judge(c)) })
}

// unpacked makes the claims of a report of what the shelf has of them.
func (r Report) unpacked() func(*claims.Claim) *Claim {
	judge := r.all.policy.Judging(r.all.asOf)
	return func(c *claims.Claim) *Claim { return new(newClaim(judge(c), r.all.policy, r.all.asOf)) }
}

// whole is a claim by its place among all, nil when it cannot be unpacked.
func (r Report) whole(at int) *Claim {
	if c := r.held(r.all.facts[at].id); c != nil {
		return c
	}
	c, err := r.all.shelf.nth(at)
	if err != nil {
		r.all.err = err
		return nil
	}
	return r.unpacked()(c)
}

// short reports whether there are claims that do not stand on the page.
func (r Report) short() bool { return len(r.Claims) < len(r.all.facts) }

// onPage reports whether a claim stands on the page, or has one of its own.
func (r Report) onPage(id claims.ID) bool { return r.pages != nil || r.held(id) != nil }

// held is a claim of those that are kept whole, nil for another one.
func (r Report) held(id claims.ID) *Claim {
	i, here := r.byID[id]
	if !here {
		return nil
	}
	return &r.Claims[i]
}

// restSentence says where the claims are that are not on the page.
func (r Report) restSentence() string {
	where := "the desk that publishes this page has them"
	if r.Desk.Name != "" {
		where = r.Desk.Name + " has them"
	}
	return fmt.Sprintf("Of the %d claims the %d stated latest stand on this page; every figure counts all of them. The other %d are not here: %s, each with its words and evidence, in the table that belongs to it.",
		len(r.all.facts), len(r.Claims), len(r.all.facts)-len(r.Claims), where)
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
