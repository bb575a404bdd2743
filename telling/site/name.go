package site

import (
	"context"
	"sync/atomic"

	"tracker/board"
	"tracker/telling/report"
)

// namePage is a page of a speaker, a source or an event.
type namePage struct {
	frame
	list
	Leads  []string // under its heading
	Record []byte   // the rows of the board as a table; nil for none
	Own    string   // the page of an outlet as a speaker
}

// namePage writes such a page.
func (w *writer) namePage(d *desk, here string, p *namePage) error {
	m := &d.page
	m.Empty()
	p.top(m)
	m.Raw("<header><h1 dir=\"auto\">", p.Heading, "</h1>")
	for _, l := range p.Leads {
		m.Raw("\n<p class=\"quiet\">", l, "</p>")
	}
	m.Ours("</header>\n<main id=\"main\">", string(p.Record))
	if p.Own != "" {
		m.Raw("\n<p><a href=\"", p.Own, "\">What it said itself</a> stands on a page of its own.</p>")
	}
	if err := w.listed(d, &p.list); err != nil {
		return err
	}
	m.Raw("\n</main>")
	p.bottom(m, nil)
	return w.file(here, m.Bytes())
}

// kind is what the pages of a folder are of.
type kind struct {
	folder string
	by     board.Grouping
	words  string // before how many claims there are
}

var kinds = []kind{
	{inSpeakers, board.BySpeaker, "What was said, the latest first"},
	{inSources, board.BySource, "What it carried, the latest first"},
	{inEvents, board.ByEvent, "What was said of it, the latest first"},
}

// known settles which names have a page, when every claim is known.
func (w *writer) known(context.Context) error {
	for _, g := range w.first.Sources { // outlets that carried nothing
		if w.index.names[inSources][g.Name] == nil {
			w.index.names[inSources][g.Name] = &named{name: g.Name, title: g.Name}
		}
	}
	for _, k := range kinds {
		w.uids[k.folder] = map[string]bool{}
		for name := range w.index.names[k.folder] {
			w.uids[k.folder][w.Pages.uid(k.folder == inEvents, name)] = true
		}
		w.inOrder[k.folder] = w.index.inOrder(k.folder)
	}
	return nil
}

// names writes the pages of every speaker, source and event.
func (w *writer) names(ctx context.Context) error {
	for _, k := range kinds {
		list := w.inOrder[k.folder]
		var done atomic.Int64
		err := each(ctx, len(list), func(d *desk, i int) error {
			defer func() { w.progress(done.Add(1), int64(len(list))) }()
			return w.name(d, k, list[i])
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// name writes the pages of one name, their twins and the feed.
func (w *writer) name(d *desk, k kind, n *named) error {
	uid := w.Pages.uid(k.folder == inEvents, n.name)
	w.index.latest(n.list)
	if err := w.hold(d, n.list); err != nil {
		return err
	}
	pages := pagesOf(len(n.list), mostItems)
	for i := range pages {
		if err := w.namePart(d, k, n, uid, i, pages); err != nil {
			return err
		}
	}
	if k.folder == inSources {
		return nil
	}
	return w.feed(d, k.folder+"/"+uid, "urn:uuid:"+uid, n.title, n.list)
}

// namePart writes one of the pages of a name.
func (w *writer) namePart(d *desk, k kind, n *named, uid string, at, pages int) error {
	stem := k.folder + "/" + uid
	here := page(stem, at, ".html")
	p := namePage{frame: w.frame(here, "website"), list: list{Heading: n.title, ListWords: k.words, Pager: pager(uid, at, pages)}, Leads: w.leads(k, n)}
	p.Title, p.Says, p.Twin = n.title, p.Leads[0], page(uid, at, ".json")
	if k.folder != inSources {
		p.Feed = uid + ".xml"
	}
	if t := w.below.Record(k.by, n.name); t != nil {
		var err error
		if p.Record, err = w.drawn("table", t); err != nil {
			return err
		}
	}
	if k.folder == inSources && w.index.names[inSpeakers][n.name] != nil {
		p.Own = w.up(board.BySpeaker, n.name)
	}
	p.Places = part(n.list, at, mostItems)
	if err := w.namePage(d, here, &p); err != nil {
		return err
	}
	return w.listTwin(d, page(stem, at, ".json"), ListTwin{Schema: Schema, Kind: string(k.by), Name: n.name, Page: p.here(), AsOf: w.first.AsOf.String(),
		Record: w.first.RecordGroups(k.by, n.name), Total: len(n.list), Next: next(uid, at, pages)}, p.Places)
}

// leads are the lines under the heading of a name.
func (w *writer) leads(k kind, n *named) []string {
	first := report.Count(len(n.list), "claim")
	switch k.folder {
	case inSpeakers:
		first += w.first.RecordWords(n.name)
	case inSources:
		first += " carried. What came of a claim says nothing about who carried it"
		if len(n.list) == 0 {
			first = "It carried no claims of others"
		}
	}
	return []string{first + "."}
}
