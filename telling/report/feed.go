package report

import (
	"bytes"
	"cmp"
	"encoding/xml"
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

// Entry is a claim, of which there is a card, in a feed of a site, and when it
// changed last.
func (r Report) Entry(c *Claim, k Card, link string) (entry []byte, changed time.Time) {
	x := r.entry(c, k, link)
	return piecesOfXML("  <entry>\n    <id>", x.ID, "</id>\n    <title>", x.Title, "</title>\n    <updated>", x.Updated, "</updated>\n    <link rel=\"alternate\" href=\"", x.Link.Href,
		"\"></link>\n    <content type=\"text\">", x.Content.Text, "</content>\n  </entry>\n"), c.changed(r)
}

// Feed begins RFC 4287; entries as Entry makes them and FeedEnd are to follow.
func (r Report) Feed(h FeedHead) []byte {
	if h.Updated.IsZero() {
		h.Updated = r.AsOf.Start(time.UTC)
	}
	parts := []string{xml.Header + "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n  <id>", h.ID, "</id>\n  <title>", clean.Line(h.Title), "</title>\n  <updated>", h.Updated.UTC().Format(time.RFC3339),
		"</updated>\n  <author>\n    <name>", clean.Line(cmp.Or(r.Desk.Name, r.Title)), "</name>\n  </author>\n  <link rel=\"alternate\" href=\"", h.Page, "\"></link>\n"}
	if r.Desk.Licence != "" {
		parts = append(parts, "", "  <rights>", clean.Line(r.Desk.Licence), "</rights>\n")
	}
	return piecesOfXML(parts...)
}

// FeedEnd ends a feed.
const FeedEnd = "</feed>\n"

// piecesOfXML are pieces of XML, and texts in between: every second one.
func piecesOfXML(parts ...string) []byte {
	var b bytes.Buffer
	for i, s := range parts {
		if i%2 == 0 || even(s) {
			b.WriteString(s)
		} else {
			_ = xml.EscapeText(&b, []byte(s)) // into memory
		}
	}
	return b.Bytes()
}

// MostEntries is how many claims a feed has: those that changed last.
const MostEntries = maxEntries
