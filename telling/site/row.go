package site

import (
	"path"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/telling/report"
)

// Row is a claim in the JSON of a page that lists it.
type Row struct {
	UID       claims.UID      `json:"uid"`
	ID        claims.ID       `json:"id"`
	Page      string          `json:"page"` // from a page in a folder
	Statement string          `json:"statement"`
	Ours      string          `json:"in_our_words"` // the statement with its direction and the confidence that turns it
	Speaker   string          `json:"speaker"`
	StatedOn  claims.Moment   `json:"stated_on"`
	Earliest  string          `json:"earliest"`
	Latest    string          `json:"latest"`
	Standing  claims.Standing `json:"standing"`
	Right     *bool           `json:"right"`
	Disputed  string          `json:"disputed"` // what is said against the verdict; "" where nobody disputes it
}

func rowOf(c *report.Claim, card report.Card, pages *Addresses) Row {
	return Row{c.UID, c.ID, "../" + pages.Claim(c.UID), c.Statement, card.Ours, c.Speaker, c.StatedOn, c.Window.Earliest.String(), c.Window.Latest.String(), c.Standing, c.Right, c.Reply()}
}

// mostSearched is how much of a quote is searched, in bytes.
const mostSearched = 300

// foundOf is a claim for the search: uid, what it says, speaker, day, what
// became of it as a sign and in words, other words to find it by, and the page of
// its speaker.
func foundOf(c *report.Claim, card report.Card, home string) []string {
	quote := c.Quote
	if len(quote) > mostSearched {
		quote = strings.ToValidUTF8(quote[:mostSearched], "")
	}
	words := strings.Join(append([]string{quote, c.Event}, c.Tags...), " ")
	list := []string{string(c.UID), card.Ours, c.Speaker, card.Said, string(card.Kind), card.Standing, words, path.Base(home)}
	for i := range list {
		list[i] = clean.Line(list[i])
	}
	return list
}
