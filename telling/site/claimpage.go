package site

import (
	"html/template"

	"tracker/telling/report"
)

// claimPage is the page of a claim. It is its card too: where its address ends in
// #card, the style sheet shows no more than what was said and what became of it.
type claimPage struct {
	frame
	Card      report.Card
	Moved     []template.HTML // which dates of a promise stand before and after it
	Ways      []way
	Corrected []byte // a table; nil for none
	Embed     string
}

// way is a link to another page, and what it is.
type way struct{ What, Name, Href string }

// cardState is the end of an address that shows a claim as a card.
const cardState = "#card"

// cardAnchor is what that names. It stands first, so that a style can depend on
// it, and is never drawn, so that no browser scrolls to it.
const cardAnchor = "<span id=\"card\" hidden></span>\n"

// write writes everything about a claim.
func (p *claimPage) write(m *report.Markup) {
	p.top(m)
	m.Raw("<header><h1><bdi>", p.Card.Speaker, "</bdi><span class=\"said\">: <span dir=\"auto\">", p.Card.Ours, "</span></span></h1></header>\n<main id=\"main\">\n<div class=\"alone\">")
	p.Card.Whole(m)
	m.Raw("\n<p class=\"whole quiet\">Window: ", p.Card.Window, "</p></div>\n<h2>More</h2>\n<ul>")
	for _, moved := range p.Moved {
		m.Ours("\n<li>", string(moved), "</li>")
	}
	for _, w := range p.Ways {
		m.Raw("\n<li>", w.What, " <a href=\"", w.Href, "\" dir=\"auto\">", w.Name, "</a></li>")
	}
	m.Raw("\n</ul>")
	if p.Corrected != nil {
		m.Raw("\n<h2>Corrections of this claim</h2>" + string(p.Corrected))
	}
	where := "Put this where it is to stand, with the address of this site before it:"
	if p.Site.Base != "" {
		where = "Put this where it is to stand:"
	}
	m.Ours("\n<details class=\"fold embed\"><summary>Show this on another page</summary>\n<p>", where)
	m.Raw("</p>\n<p><code>", p.Embed, "</code></p>\n</details>\n</main>")
	p.bottom(m, func() {
		p.whole(m, " class=\"whole\"", string(p.Card.UID)+".html", "The whole record of this claim")
		m.Ours("\n")
	})
}
