package report

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"time"

	"tracker/clean"
)

// maxEntries is how many claims a feed has: those that changed last.
const maxEntries = 100

// atomFeed is RFC 4287.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Link    atomLink    `xml:"link"`
	Rights  string      `xml:"rights,omitempty"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Content atomText `xml:"content"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// atom is a feed of the claims that were recorded, judged or corrected last.
func (r Report) atom() ([]byte, error) {
	if err := r.published(Atom); err != nil {
		return nil, err
	}
	f := atomFeed{ID: r.base, Title: clean.Line(r.Title), Updated: r.AsOf.Start(time.UTC).Format(time.RFC3339), Author: clean.Line(r.Desk.Name),
		Link: atomLink{"alternate", r.base}, Rights: clean.Line(r.Desk.Licence)}
	list, err := r.changedLast(maxEntries)
	if err != nil {
		return nil, err
	}
	for i := range list {
		c := &list[i]
		f.Entries = append(f.Entries, r.entry(c, r.Card(c), cmp.Or(r.address(c.ID), r.base)))
		if i == 0 {
			f.Updated = f.Entries[0].Updated
		}
	}
	text, err := xml.MarshalIndent(f, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("render the report as Atom: %w", err)
	}
	return append([]byte(xml.Header), append(text, '\n')...), nil
}

// changedLast are the n claims of which the record last said something else,
// the latest first.
func (r Report) changedLast(n int) (list []Claim, err error) {
	sort := func() {
		slices.SortStableFunc(list, func(a, b Claim) int { return cmp.Or(b.changed(r).Compare(a.changed(r)), cmp.Compare(b.ID, a.ID)) })
		list = list[:min(len(list), n)]
	}
	err = r.Each(func(c *Claim) error {
		if list = append(list, *c); len(list) == 2*n {
			sort()
		}
		return nil
	})
	sort()
	return list, err
}

// entry is a claim in a feed, told as its card tells it.
func (r Report) entry(c *Claim, k Card, link string) atomEntry {
	return atomEntry{ID: "urn:uuid:" + string(c.UID), Title: clean.Line(k.Speaker + ": " + k.Ours + " – " + k.Standing),
		Updated: c.changed(r).UTC().Format(time.RFC3339), Link: atomLink{"alternate", link},
		Content: atomText{"text", strings.Join(k.told(c), "\n")}}
}

// told are the lines that tell of a claim where there is no page around it.
func (k *Card) told(c *Claim) []string {
	lines := []string{k.Speaker + ", " + k.Said + ", in our words: " + k.Ours + ".", "Window: " + k.Window + "."}
	if k.Quote != "" {
		lines = append(lines, "Quote: "+quoted(k.Quote))
	}
	lines = append(lines, given(k.Reported)...)
	lines = append(lines, upper(k.Standing)+". "+k.Why)
	if v := c.Verdict; v != nil && v.Note != "" {
		lines = append(lines, "The desk notes: "+singled(v.Note, c.Quote))
	}
	lines = append(lines, given(k.replyLine())...)
	if c.Hindsight {
		lines = append(lines, "Recorded when it could be known what came of it.")
	}
	for i := range lines {
		lines[i] = clean.Line(lines[i])
	}
	return lines
}
