package report

import (
	"fmt"

	"tracker/board"
	"tracker/claims"
	"tracker/telling/chart"
)

// Pages says where a site has the page of a claim, and that of a speaker, a
// source or an event, as links from its first page.
type Pages interface {
	Claim(claims.UID) string
	Name(by board.Grouping, name string) string // "" where there is none
}

// mostLinks is how many claims a cell of a site names: all of them stand on the
// page to which its row leads.
const mostLinks = 12

// href is where a claim stands, "" where it does not.
func (r Report) href(id claims.ID) string {
	switch {
	case r.pages != nil:
		return r.up + r.pages.Claim(r.all.fact(id).uid.UID())
	case !r.onPage(id):
		return ""
	}
	return fmt.Sprintf("#claim-%d", id)
}

// claimHref is href of a claim that need not be of the report's own.
func (r Report) claimHref(c *Claim) string {
	if r.pages != nil {
		return r.up + r.pages.Claim(c.UID)
	}
	return fmt.Sprintf("#claim-%d", c.ID)
}

// refs are links to claims, where they can be followed.
func (r Report) refs(ids ...claims.ID) []chart.Ref {
	more := 0
	if r.pages != nil && len(ids) > mostLinks {
		ids, more = ids[:mostLinks], len(ids)-mostLinks
	}
	var list []chart.Ref
	for _, id := range ids {
		if h := r.href(id); h != "" {
			list = append(list, chart.Ref{Text: fmt.Sprintf("#%d", id), Href: h})
		}
	}
	if more > 0 {
		list = append(list, chart.Ref{Text: fmt.Sprintf("and %d more", more)})
	}
	return list
}

// ledTo are those of some claims that can be led to.
func (r Report) ledTo(list board.IDs) (ids []claims.ID) {
	for id := range list {
		if r.onPage(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// firstHref is where the first of some claims stands that stands anywhere.
func (r Report) firstHref(ids []claims.ID) string {
	for _, id := range ids {
		if h := r.href(id); h != "" {
			return h
		}
	}
	return ""
}

// rowHref is where the row of a name leads: to its page, or to the first of
// its claims.
func (r Report) rowHref(by board.Grouping, name string, ids []claims.ID) string {
	if r.pages != nil {
		if page := r.pages.Name(by, name); page != "" {
			return r.up + page
		}
	}
	return r.firstHref(ids)
}
