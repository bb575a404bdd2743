package report

import (
	"html/template"
	"strconv"
	"strings"

	"tracker/telling/chart"
)

// markup is HTML that is written piece by piece: what stands on every page of a
// large site is not left to a template, which takes ten times as long. Texts are
// escaped by text alone, whatever they are.
type markup struct{ strings.Builder }

// escapes are those of html/template, for texts and quoted attributes alike.
var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "+", "&#43;", "\x00", "\uFFFD")

// raw writes markup of ours, and texts in between: every second one.
func (m *markup) raw(parts ...string) {
	for i, s := range parts {
		if i%2 == 0 {
			m.WriteString(s)
		} else {
			m.text(s)
		}
	}
}

// text writes a text on one line, without controls, escaped.
func (m *markup) text(s string) { _, _ = escapes.WriteString(m, oneLine(s)) }

func (m *markup) html() template.HTML { return template.HTML(m.String()) }

// HTML is a claim with everything that is to be known about it.
func (k Card) HTML() template.HTML {
	var m markup
	kind, id := string(k.Kind), strconv.Itoa(int(k.ID))
	m.raw("\n"+`<article class="claim `, kind, `" id="claim-`, id, `" data-fate="`, kind, `" aria-label="Claim `, id, `">`+"\n"+`<p class="top">`)
	m.standing(k)
	m.raw(` <a href="`, k.Href, `" title="`, string(k.UID), `">#`, id, `</a> <span class="quiet">said on `, k.Said, `</span></p>`)
	m.quote(k)
	if k.Reported != "" {
		m.raw("\n"+`<p class="quiet">`, k.Reported, `</p>`)
	}
	m.raw("\n"+`<p dir="auto"><span class="quiet">In our words:</span> `, k.Ours, "</p>\n"+`<p class="why">`, k.Why, "</p>\n<dl>")
	for _, p := range k.Parts {
		m.raw("\n<div><dt>", p.Name, "</dt><dd>")
		m.lines(p.Lines)
		m.raw("</dd></div>")
	}
	m.raw("\n</dl>\n</article>")
	return m.html()
}

// Item is a claim in a list: whose page it is on stands at home.
func (k Card) Item(home string) template.HTML {
	var m markup
	kind, id := string(k.Kind), strconv.Itoa(int(k.ID))
	m.raw("\n"+`<article class="claim `, kind, `" data-fate="`, kind, `" aria-label="Claim `, id, `">`+"\n"+`<p class="top">`)
	m.standing(k)
	m.raw(` <a href="`, k.Href, `">#`, id, `</a> <span class="quiet">said on `, k.Said, ` by</span> <a href="`, home, `" dir="auto">`, k.Speaker, `</a></p>`)
	m.WriteString(string(k.Words()))
	m.raw("\n"+`<p class="quiet">`, k.Why, "</p>\n</article>")
	return m.html()
}

// Words are a claim's quote, whose words they are, and what it says in ours.
func (k Card) Words() template.HTML {
	var m markup
	m.quote(k)
	if k.Reported != "" {
		m.raw("\n"+`<p class="quiet">`, k.Reported, `</p>`)
	}
	m.raw("\n"+`<p dir="auto"><span class="quiet">In our words:</span> `, k.Ours, ` <span class="quiet">(`, k.Window, `)</span></p>`)
	return m.html()
}

// Stands is what became of a claim, with its sign.
func (k Card) Stands() template.HTML {
	var m markup
	m.standing(k)
	return m.html()
}

func (m *markup) standing(k Card) {
	m.raw(" ")
	m.call(sign(k.Kind, k.Call), k.Standing)
}

func (m *markup) call(s struct{ Sign, Class string }, words string) {
	m.raw(`<span class="call `, s.Class, `"><span aria-hidden="true">`, s.Sign, `</span> `, words, `</span>`)
}

func (m *markup) quote(k Card) {
	if k.Quote == "" {
		return
	}
	m.raw("\n" + `<blockquote dir="auto"`)
	if l := language(k.Language); l != "" {
		m.raw(` lang="`, l, `"`)
	}
	m.raw("><p>", quoted(k.Quote), "</p></blockquote>")
}

// lines are those of a cell.
func (m *markup) lines(list []line) {
	for _, l := range list {
		switch {
		case len(l.Refs) > 0 || len(list) == 1 && !l.Quiet:
			m.run(l)
		case (l.To != "" || l.Page != "") && !l.Quiet:
			m.run(l)
			m.raw(" ")
		case l.Quiet:
			m.raw(`<div class="quiet">`)
			m.run(l)
			m.raw("</div>")
		default:
			m.raw("<div>")
			m.run(l)
			m.raw("</div>")
		}
	}
}

// run is a text with what it leads to.
func (m *markup) run(l line) {
	switch {
	case l.URL != "":
		named := ""
		if l.Text != l.URL { // on paper the address stands behind the words
			named = ` class="named"`
		}
		m.raw(`<a href="`, l.URL, `" rel="noreferrer nofollow" dir="auto"`+named+`>`, l.Text, `</a>`)
	case l.To != "":
		m.raw(`<a href="#`, l.To, `" dir="auto">`, l.Text, `</a>`)
	case l.Page != "":
		m.raw(`<a href="`, l.Page, `" dir="auto">`, l.Text, `</a>`)
	case l.Call != "":
		m.call(sign(l.Kind, l.Call), l.Text)
	default:
		_, _ = escapes.WriteString(m, spaced(l.Text))
	}
	m.refs(l.Refs)
}

func (m *markup) refs(list []chart.Ref) {
	for i, r := range list {
		if i > 0 {
			m.raw(", ")
		}
		if r.Href == "" {
			m.text(r.Text)
		} else {
			m.raw(`<a href="`, r.Href, `">`, r.Text, `</a>`)
		}
	}
}

// linesHTML are the lines of a cell, and runsHTML those of a paragraph.
func linesHTML(list []line) template.HTML {
	var m markup
	m.lines(list)
	return m.html()
}

func runsHTML(list para) template.HTML {
	var m markup
	for _, l := range list {
		m.run(l)
	}
	return m.html()
}
