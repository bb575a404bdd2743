package site

import (
	"encoding/json"
	"html/template"

	"tracker/board"
	"tracker/telling/report"
)

// claimPages writes everything that is a claim's own.
func (w *writer) claimPages(list []report.Claim) error {
	for i := range list {
		card := w.below.Card(&list[i])
		if err := w.claimFiles(&list[i], card); err != nil {
			return err
		}
		if err := w.remember(&list[i], card); err != nil {
			return err
		}
	}
	return nil
}

// claimFiles writes the page of a claim, its twin, and what is embedded.
func (w *writer) claimFiles(c *report.Claim, card report.Card) error {
	name := string(c.UID)
	stem := inClaims + "/" + name
	p := claimPage{frame: w.frame(stem+".html", "article"), Card: card, Whole: name + ".html"}
	p.Title, p.Says = c.Speaker+": "+p.Card.Ours, p.Card.Standing+". "+p.Card.Why
	p.Twin, p.Ways, p.Embed = name+".json", w.ways(c), w.iframe(stem+"-card.html", p.Title, cardHeight)
	p.Moved = w.below.Moved(c.ID)
	if t := w.below.CorrectionsOf(c.ID); t != nil {
		table, err := w.drawn("table", t)
		if err != nil {
			return err
		}
		p.Corrected = template.HTML(table)
	}
	if w.Pages.base != "" {
		p.Oembed = w.Pages.base + stem + ".oembed.json"
	}
	if err := w.file(stem+".html", p.page()); err != nil {
		return err
	}
	if err := w.file(stem+"-card.html", p.card()); err != nil {
		return err
	}
	if err := w.oembed(stem, p.Title, p.Embed, cardHeight); err != nil {
		return err
	}
	return w.twin(stem+".json", claimTwin{schema, "claim", w.link(stem + ".html"), w.first.AsOf.String(), w.first.CorrectionList(c.ID), c})
}

// claimTwin is the JSON beside the page of a claim.
type claimTwin struct {
	Schema      string              `json:"schema"`
	Kind        string              `json:"kind"`
	Page        string              `json:"page"`
	AsOf        string              `json:"as_of"`
	Corrections []report.Correction `json:"corrections"`
	Claim       *report.Claim       `json:"claim"`
}

// ways are the pages on which a claim stands beside others.
func (w *writer) ways(c *report.Claim) []way {
	list := []way{{"All claims of", c.Speaker, w.up(board.BySpeaker, c.Speaker)}}
	if c.Event != "" {
		list = append(list, way{"Everything said of this event:", c.Statement, w.up(board.ByEvent, c.Event)})
	}
	for _, k := range c.CarriedBy {
		list = append(list, way{"What else was carried by", k.Source, w.up(board.BySource, k.Source)})
	}
	return list
}

// up is the page of a name, from a page in a folder.
func (w *writer) up(by board.Grouping, name string) string { return "../" + w.Pages.Name(by, name) }

// remember puts what a claim gives to other pages on the shelf.
func (w *writer) remember(c *report.Claim, card report.Card) error {
	item := []byte(card.Item(w.up(board.BySpeaker, c.Speaker)))
	row, err := json.Marshal(rowOf(c, card, w.Pages))
	if err != nil {
		return err
	}
	found, err := json.Marshal(foundOf(c, card, w.Pages))
	if err != nil {
		return err
	}
	entry, changed, err := w.below.Entry(c, w.link(w.Pages.Claim(c.UID)))
	if err != nil {
		return err
	}
	w.shelf.Lock()
	kept, err := w.shelf.put(item, row, entry, found)
	w.shelf.Unlock()
	if err != nil {
		return unwritable(w.place.typed, err)
	}
	w.index.add(listed{c.ID, c.StatedOn.Day(), changed, kept[0], kept[1], kept[2], kept[3]}, mentions(c))
	return nil
}

// mentions are the pages of names on which a claim stands.
func mentions(c *report.Claim) []mention {
	list := []mention{{inSpeakers, c.Speaker, c.Speaker}}
	if c.Event != "" {
		list = append(list, mention{inEvents, c.Event, c.Statement})
	}
	for _, k := range c.CarriedBy {
		list = append(list, mention{inSources, k.Source, k.Source})
	}
	return list
}
