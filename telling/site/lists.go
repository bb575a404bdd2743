package site

import (
	"context"
	"fmt"

	"tracker/telling/report"
)

// namesPage lists names.
type namesPage struct {
	frame
	Heading string
	Leads   []string
	Names   []nameLine
	Pager   []step
}

type nameLine struct{ Title, Words, Href string }

// NamesTwin is the JSON beside it.
type NamesTwin struct {
	Schema string     `json:"schema"`
	Kind   string     `json:"kind"`
	Page   string     `json:"page"`
	AsOf   string     `json:"as_of"`
	Total  int        `json:"total"`
	Next   string     `json:"next,omitempty"`
	Names  []NameTwin `json:"names"`
}

type NameTwin struct {
	Name   string `json:"name"`
	Page   string `json:"page"`
	Claims int    `json:"claims"`
}

// lists writes the lists of names, and that of all claims.
func (w *writer) lists(ctx context.Context) error {
	var d desk
	for _, k := range kinds {
		all := w.inOrder[k.folder]
		pages := pagesOf(len(all), mostNames)
		for i := range pages {
			if err := w.namesPart(&d, k, part(all, i, mostNames), len(all), i, pages); err != nil {
				return err
			}
		}
	}
	all := w.index.all()
	if err := w.feed(&d, inClaims+"/index", w.feedID(), w.first.Title, all); err != nil {
		return err
	}
	pages := pagesOf(len(all), mostItems)
	return each(ctx, pages, func(d *desk, i int) error { return w.claimsPart(d, part(all, i, mostItems), len(all), i, pages) })
}

var headings = map[string]string{inSpeakers: "Speakers", inSources: "Sources", inEvents: "Events"}

// namesPart writes one page of the names of a folder.
func (w *writer) namesPart(d *desk, k kind, names []*named, total, at, pages int) error {
	here := page(k.folder+"/index", at, ".html")
	p := namesPage{frame: w.frame(here, "website"), Heading: headings[k.folder], Pager: pager("index", at, pages)}
	p.Title, p.Twin = p.Heading+": "+w.first.Title, page("index", at, ".json")
	twin := NamesTwin{Schema, k.folder, p.here(), w.first.AsOf.String(), total, next("index", at, pages), []NameTwin{}}
	p.Leads = []string{report.Count(total, string(k.by)) + ", by name."}
	p.Says = p.Leads[0]
	for _, n := range names {
		href := w.up(k.by, n.name)
		p.Names = append(p.Names, nameLine{n.title, k.count(len(n.list)), href})
		twin.Names = append(twin.Names, NameTwin{n.name, href, len(n.list)})
	}
	if err := w.draw(here, "names-page", p); err != nil {
		return err
	}
	return w.twin(d, page(k.folder+"/index", at, ".json"), twin)
}

// count is how many claims stand on a page.
func (k kind) count(n int) string {
	switch {
	case k.folder != inSources:
		return report.Count(n, "claim")
	case n == 0:
		return "only made claims of its own"
	}
	return report.Count(n, "claim") + " carried"
}

// claimsPart writes one page of all claims, which is where they are searched.
func (w *writer) claimsPart(d *desk, places []int32, total, at, pages int) error {
	here := page(inClaims+"/index", at, ".html")
	p := namePage{frame: w.frame(here, "website"), list: list{Heading: "All claims", ListWords: "The latest first", Searches: w.searchParts(total), Pager: pager("index", at, pages)},
		Leads: []string{report.Count(total, "claim") + "."}}
	p.Title, p.Says, p.Twin, p.Feed = "All claims: "+w.first.Title, p.Leads[0], page("index", at, ".json"), "index.xml"
	if pages > 1 {
		p.ListWords = fmt.Sprintf("The latest first: page %d of %d", at+1, pages)
	}
	p.Places = places
	if err := w.namePage(d, here, &p); err != nil {
		return err
	}
	return w.listTwin(d, page(inClaims+"/index", at, ".json"), ListTwin{Schema: Schema, Kind: "claims", Page: p.here(), AsOf: w.first.AsOf.String(), Total: total, Next: next("index", at, pages)}, places)
}
