package site

import (
	"html/template"

	"tracker/telling/report"
)

// claimPage is the page of a claim, and its card.
type claimPage struct {
	frame
	Card      report.Card
	Moved     []template.HTML // which dates of a promise stand before and after it
	Ways      []way
	Corrected template.HTML // a table; "" for none
	Embed     string
	Whole     string // the page, from the card
}

// way is a link to another page, and what it is.
type way struct{ What, Name, Href string }

// page is everything about a claim.
func (p claimPage) page() []byte {
	text := []byte(p.Top())
	text = append(text, around("<header><h1><bdi>", p.Card.Speaker, "</bdi>: <span dir=\"auto\">", p.Card.Ours, "</span></h1></header>\n<main id=\"main\">\n<div class=\"alone\">")...)
	text = append(text, p.Card.HTML()...)
	text = append(text, "</div>\n<h2>More</h2>\n<ul>"...)
	for _, m := range p.Moved {
		text = append(append(append(text, "\n<li>"...), m...), "</li>"...)
	}
	for _, w := range p.Ways {
		text = append(text, around("\n<li>", w.What, " <a href=\"", w.Href, "\" dir=\"auto\">", w.Name, "</a></li>")...)
	}
	text = append(text, "\n</ul>"...)
	if p.Corrected != "" {
		text = append(append(text, "\n<h2>Corrections of this claim</h2>"...), p.Corrected...)
	}
	where := "Put this where it is to stand, with the address of this site before it:"
	if p.Site.Base != "" {
		where = "Put this where it is to stand:"
	}
	text = append(text, around("\n<details class=\"fold\"><summary>Show this on another page</summary>\n<p>", where, "</p>\n<p><code>", p.Embed, "</code></p>\n</details>\n</main>")...)
	return append(text, p.Bottom()...)
}

// card is what is shown of it on another page.
func (p claimPage) card() []byte {
	text := []byte(p.PieceTop())
	text = append(text, around("\n<h1><bdi>", p.Card.Speaker, "</bdi>, ", p.Card.Said, "</h1>")...)
	text = append(text, p.Card.Words()...)
	text = append(text, around("\n<p class=\"why\">"+string(p.Card.Stands())+" ", p.Card.Why, "</p>\n")...)
	return append(text, p.PieceBottom(p.Whole, "The whole record of this claim")...)
}
