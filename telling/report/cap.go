package report

import (
	"cmp"
	"fmt"

	"tracker/claims"
)

// mostShown is how many claims stand on one page: above that those stated
// latest do, and every figure still counts all.
const mostShown = 500

// choose settles which claims stand on the page.
func (r *Report) choose() {
	r.large, r.Claims = r.all.n > mostShown, r.all.shown()
	r.byID = map[claims.ID]int{}
	for i := range r.Claims {
		r.byID[r.Claims[i].ID] = i
	}
}

// Each hands every claim of the report to a function, by id, until that
// returns an error. Claims that do not stand on the page are read again for it:
// what it is handed holds for one call.
func (r Report) Each(do func(*Claim) error) error {
	if r.all.err != nil {
		return r.all.err
	}
	if r.short() {
		return r.readAgain(do)
	}
	for i := range r.Claims {
		if err := do(&r.Claims[i]); err != nil {
			return err
		}
	}
	return nil
}

// Telling is the report that says how far it is while it is written.
func (r Report) Telling(step func(what string, n, total int64)) Report {
	r.step = step
	return r
}

// says says how far it is, where somebody wants to know.
func (r Report) says(what string, n, total int64) {
	if r.step != nil {
		r.step(what, n, total)
	}
}

// readAgain is Each for a report that does not hold its claims.
func (r Report) readAgain(do func(*Claim) error) error {
	judge, n := r.all.policy.Judging(r.all.asOf), int64(0)
	for c, err := range r.all.again {
		if err != nil {
			return err
		}
		if j, counts := judge(&c); counts {
			n++
			r.says("writing claims", n, int64(r.all.n))
			one := newClaim(j, r.all.policy, r.all.asOf)
			if err := do(&one); err != nil {
				return err
			}
		}
	}
	return nil
}

// whole is a claim of the report, nil when it cannot be read; Err says why.
func (r Report) whole(id claims.ID) *Claim {
	if c := r.held(id); c != nil {
		return c
	}
	c, err := r.all.one(id)
	if err != nil {
		r.all.err = cmp.Or(r.all.err, err)
		return nil
	}
	return new(newClaim(r.all.policy.Judge(&c, r.all.asOf), r.all.policy, r.all.asOf))
}

// Err is the first error of reading claims for a page, which lacks what could
// not be read.
func (r Report) Err() error { return r.all.err }

// short reports whether there are claims that do not stand on the page.
func (r Report) short() bool { return len(r.Claims) < r.all.n }

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
		r.all.n, len(r.Claims), r.all.n-len(r.Claims), where)
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
				t.Caption += fmt.Sprintf(" The first %d of %d rows.", mostRows, len(t.Rows)+t.More)
				t.Rows = t.Rows[:mostRows]
			}
		}
		for k := range list[i].Charts {
			list[i].Charts[k].Shorten(mostRows)
		}
		if len(list[i].List) > mostRows {
			rest := len(list[i].List) + list[i].More - mostRows
			list[i].List = append(list[i].List[:mostRows:mostRows], plain(fmt.Sprintf("And %d more.", rest)))
		}
	}
}
