package report

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"time"

	"tracker/clean"
)

// FeedHead is what a feed of a site says of itself.
type FeedHead struct {
	ID      string // a URI that never changes
	Title   string
	Page    string    // where what it tells of stands
	Updated time.Time // when the last of its claims changed; the zero time for none
}

// Entry is a claim in a feed of a site, and when it changed last.
func (r Report) Entry(c *Claim, link string) (entry []byte, changed time.Time, err error) {
	var b bytes.Buffer
	x := r.entry(c, link)
	for i, s := range []string{"  <entry>\n    <id>", x.ID, "</id>\n    <title>", x.Title, "</title>\n    <updated>", x.Updated, "</updated>\n    <link rel=\"alternate\" href=\"", x.Link.Href,
		"\"></link>\n    <content type=\"text\">", x.Content.Text, "</content>\n  </entry>"} {
		if i%2 == 0 {
			b.WriteString(s)
		} else if err := xml.EscapeText(&b, []byte(s)); err != nil {
			return nil, changed, fmt.Errorf("write claim %d into a feed: %w", c.ID, err)
		}
	}
	return b.Bytes(), c.changed(r), nil
}

// Feed is RFC 4287, of entries as Entry makes them.
func (r Report) Feed(h FeedHead, entries [][]byte) ([]byte, error) {
	if h.Updated.IsZero() {
		h.Updated = r.AsOf.Start(time.UTC)
	}
	who := cmp.Or(r.Desk.Name, r.Title)
	text, err := xml.MarshalIndent(atomFeed{ID: h.ID, Title: clean.Line(h.Title), Updated: h.Updated.UTC().Format(time.RFC3339), Author: clean.Line(who),
		Link: atomLink{"alternate", h.Page}, Rights: clean.Line(r.Desk.Licence)}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write the feed of %s: %w", h.Title, err)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	b.Write(bytes.TrimSuffix(text, []byte("</feed>")))
	for _, e := range entries {
		b.Write(append(e, '\n'))
	}
	b.WriteString("</feed>\n")
	return b.Bytes(), nil
}

// MostEntries is how many claims a feed has: those that changed last.
const MostEntries = maxEntries
