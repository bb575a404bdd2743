package site

import (
	"encoding/json"

	"tracker/board"
	"tracker/telling/report"
)

// claimPages writes everything that is a claim's own.
func (w *writer) claimPages(d *desk, list []report.Claim) error {
	for i := range list {
		card, home := w.below.Card(&list[i]), w.up(board.BySpeaker, list[i].Speaker)
		if err := w.claimFiles(d, &list[i], card, home); err != nil {
			return err
		}
		if err := w.remember(d, &list[i], card, home); err != nil {
			return err
		}
	}
	return nil
}

// claimFiles writes the page of a claim, its twin, and what is asked when it is
// embedded; home is the page of its speaker.
func (w *writer) claimFiles(d *desk, c *report.Claim, card report.Card, home string) error {
	name := string(c.UID)
	stem := inClaims + "/" + name
	p := claimPage{frame: w.frame(stem+".html", "article"), Card: card, Moved: w.below.Moved(c.ID), Ways: w.ways(c, home)}
	p.Title, p.Says, p.Twin, p.Anchor = c.Speaker+": "+p.Card.Ours, p.Card.Standing+". "+p.Card.Why, name+".json", cardAnchor
	p.Embed = w.iframe(stem+".html"+cardState, p.Title, cardHeight)
	if t := w.below.CorrectionsOf(c.ID); t != nil {
		var err error
		if p.Corrected, err = w.drawn("table", t); err != nil {
			return err
		}
	}
	if w.Pages.base != "" {
		p.Oembed = w.Pages.base + stem + ".oembed.json"
	}
	d.page.Empty()
	p.write(&d.page)
	if err := w.file(stem+".html", d.page.Bytes()); err != nil {
		return err
	}
	if err := w.oldCard(stem, name); err != nil {
		return err
	}
	if err := w.oembed(d, stem, p.Title, p.Embed, cardHeight); err != nil {
		return err
	}
	return w.twin(d, stem+".json", ClaimTwin{Schema, "claim", w.link(stem + ".html"), w.first.AsOf.String(), w.first.CorrectionList(c.ID), c})
}

// ClaimTwin is the JSON beside the page of a claim.
type ClaimTwin struct {
	Schema      string              `json:"schema"`
	Kind        string              `json:"kind"`
	Page        string              `json:"page"`
	AsOf        string              `json:"as_of"`
	Corrections []report.Correction `json:"corrections"`
	Claim       *report.Claim       `json:"claim"`
}

// ways are the pages on which a claim stands beside others.
func (w *writer) ways(c *report.Claim, home string) []way {
	list := []way{{"All claims of", c.Speaker, home}}
	if c.Event != "" {
		list = append(list, way{"Everything said of this event:", c.EventWords(), w.up(board.ByEvent, c.Event)})
	}
	for _, k := range c.CarriedBy {
		list = append(list, way{"What else was carried by", k.Source, w.up(board.BySource, k.Source)})
	}
	return list
}

// up is the page of a name, from a page in a folder.
func (w *writer) up(by board.Grouping, name string) string { return "../" + w.Pages.Name(by, name) }

// remember puts what a claim gives to other pages on the shelf.
func (w *writer) remember(d *desk, c *report.Claim, card report.Card, home string) error {
	d.item.Empty()
	card.Item(&d.item, home)
	row, err := d.row.Document(rowOf(c, card, w.Pages), rowDepth)
	if err != nil {
		return err
	}
	found, err := json.Marshal(foundOf(c, card, home))
	if err != nil {
		return err
	}
	entry, changed := w.below.Entry(c, card, w.link(w.Pages.Claim(c.UID)))
	kept, err := w.shelf.put([textKinds][]byte{anItem: d.item.Bytes(), aRow: row, anEntry: entry, aHit: found})
	if err != nil {
		return unwritable(w.place.typed, err)
	}
	w.index.add(listed{c.ID, c.StatedOn.Day(), changed.UnixMilli(), kept}, mentions(c))
	return nil
}

// mentions are the pages of names on which a claim stands.
func mentions(c *report.Claim) []mention {
	list := []mention{{inSpeakers, c.Speaker, c.Speaker}}
	if c.Event != "" {
		list = append(list, mention{inEvents, c.Event, c.EventWords()})
	}
	for _, k := range c.CarriedBy {
		list = append(list, mention{inSources, k.Source, k.Source})
	}
	return list
}
