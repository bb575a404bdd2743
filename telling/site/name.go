package site

import (
	"context"

	"tracker/board"
	"tracker/telling/report"
)

// namePage is a page of a speaker, a source or an event.
type namePage struct {
	frame
	list
	Leads  []string // under its heading
	Record any      // the rows of the board
	Own    string   // the page of an outlet as a speaker
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

// names writes the pages of every speaker, source and event.
func (w *writer) names(ctx context.Context) error {
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
		err := w.each(ctx, w.index.inOrder(k.folder), func(n *named) error { return w.name(k, n) })
		if err != nil {
			return err
		}
	}
	return nil
}

// name writes the pages of one name, their twins and the feed.
func (w *writer) name(k kind, n *named) error {
	uid := w.Pages.uid(k.folder == inEvents, n.name)
	w.index.latest(n.list)
	pages := pagesOf(len(n.list), mostItems)
	for i := range pages {
		if err := w.namePart(k, n, uid, i, pages); err != nil {
			return err
		}
	}
	if k.folder == inSources {
		return nil
	}
	return w.feed(k.folder+"/"+uid, "urn:uuid:"+uid, n.title, n.list)
}

// namePart writes one of the pages of a name.
func (w *writer) namePart(k kind, n *named, uid string, at, pages int) error {
	stem := k.folder + "/" + uid
	here := page(stem, at, ".html")
	p := namePage{frame: w.frame(here, "website"), list: list{Heading: n.title, ListWords: k.words, Pager: pager(uid, at, pages)}, Leads: w.leads(k, n)}
	p.Title, p.Says, p.Twin = n.title, p.Leads[0], page(uid, at, ".json")
	if k.folder != inSources {
		p.Feed = uid + ".xml"
	}
	if t := w.below.Record(k.by, n.name); t != nil {
		p.Record = t
	}
	if k.folder == inSources && w.index.names[inSpeakers][n.name] != nil {
		p.Own = w.up(board.BySpeaker, n.name)
	}
	places := part(n.list, at, mostItems)
	var err error
	if p.Items, err = w.items(places); err != nil {
		return err
	}
	if err := w.draw(here, "name-page", p); err != nil {
		return err
	}
	rows, err := w.rows(places)
	if err != nil {
		return err
	}
	return w.twin(page(stem, at, ".json"), listTwin{schema, string(k.by), n.name, p.here(), w.first.AsOf.String(), w.first.RecordGroups(k.by, n.name), len(n.list), next(uid, at, pages), rows})
}

// leads are the lines under the heading of a name.
func (w *writer) leads(k kind, n *named) []string {
	first := report.Count(len(n.list), "claim")
	if k.folder == inSpeakers {
		first += w.first.RecordWords(n.name)
	}
	return []string{first + "."}
}
