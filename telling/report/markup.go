package report

import (
	"html/template"
	"strconv"
	"strings"

	"tracker/telling/chart"
)

// HTML is a claim with everything that is to be known about it.
func (k Card) HTML() template.HTML {
	var m Markup
	k.Whole(&m)
	return m.HTML()
}

// Whole writes a claim with everything that is to be known about it.
func (k *Card) Whole(m *Markup) {
	kind, id := string(k.Kind), strconv.Itoa(int(k.ID))
	m.Raw("\n"+`<article class="claim `, kind, `" id="claim-`, id, `" data-fate="`, kind, `" aria-label="Claim `, id, `">`+"\n"+`<p class="top">`)
	m.standing(k)
	m.Raw(` <a href="`, k.Href, `" title="`, string(k.UID), `">#`, id, `</a> <span class="quiet">said on `, k.Said, `</span></p>`)
	m.quote(k)
	if k.Reported != "" {
		m.Raw("\n"+`<p class="quiet">`, k.Reported, `</p>`)
	}
	m.Raw("\n"+`<p dir="auto"><span class="quiet">In our words:</span> `, k.Ours, "</p>\n"+`<p class="why">`, k.Why, "</p>")
	m.reply(k)
	m.Raw("\n<dl>")
	for _, p := range k.Parts {
		m.Raw("\n<div><dt>", p.Name, "</dt><dd>")
		m.lines(p.Lines)
		m.Raw("</dd></div>")
	}
	m.Raw("\n</dl>\n</article>")
}

// Item writes a claim in a list: whose page it is on stands at home.
func (k *Card) Item(m *Markup, home string) {
	kind, id := string(k.Kind), strconv.Itoa(int(k.ID))
	m.Raw("\n"+`<article class="claim `, kind, `" data-fate="`, kind, `" aria-label="Claim `, id, `">`+"\n"+`<p class="top">`)
	m.standing(k)
	m.Raw(` <a href="`, k.Href, `">#`, id, `</a> <span class="quiet">said on `, k.Said, ` by</span> <a href="`, home, `" dir="auto">`, k.Speaker, `</a></p>`)
	m.quote(k)
	if k.Reported != "" {
		m.Raw("\n"+`<p class="quiet">`, k.Reported, `</p>`)
	}
	m.Raw("\n"+`<p dir="auto"><span class="quiet">In our words:</span> `, k.Ours, ` <span class="quiet">(`, k.Window, `)</span></p>`)
	m.Raw("\n"+`<p class="quiet">`, k.Why, "</p>")
	m.reply(k)
	m.Raw("\n</article>")
}

// reply is what is said against a verdict, right below it: where a claim is shown
// as a card too.
func (m *Markup) reply(k *Card) {
	if k.Reply != "" {
		m.Raw("\n"+`<p class="reply" dir="auto"><strong>Disputed:</strong> `, k.Reply, "</p>")
	}
}

// Stands is what became of a claim, with its sign.
func (k Card) Stands() template.HTML {
	var m Markup
	m.standing(&k)
	return m.HTML()
}

func (m *Markup) standing(k *Card) {
	m.Raw(" ")
	m.call(sign(k.Kind, k.Call), k.Standing)
}

func (m *Markup) call(s struct{ Sign, Class string }, words string) {
	m.Raw(`<span class="call `, s.Class, `"><span aria-hidden="true">`, s.Sign, `</span> `, words, `</span>`)
}

func (m *Markup) quote(k *Card) {
	if k.Quote == "" {
		return
	}
	m.Raw("\n" + `<blockquote dir="auto"`)
	if l := language(k.Language); l != "" {
		m.Raw(` lang="`, l, `"`)
	}
	m.Raw("><p>", quoted(k.Quote), "</p></blockquote>")
}

// lines are those of a cell.
func (m *Markup) lines(list []line) {
	for _, l := range list {
		switch {
		case len(l.Refs) > 0 || len(list) == 1 && !l.Quiet:
			m.run(l)
		case (l.To != "" || l.Page != "") && !l.Quiet:
			m.run(l)
			m.Raw(" ")
		case l.Quiet:
			m.Raw(`<div class="quiet">`)
			m.run(l)
			m.Raw("</div>")
		default:
			m.Raw("<div>")
			m.run(l)
			m.Raw("</div>")
		}
	}
}

// run is a text with what it leads to.
func (m *Markup) run(l line) {
	switch {
	case l.URL != "":
		named := ""
		if l.Text != l.URL { // on paper the address stands behind the words
			named = ` class="named"`
		}
		m.Raw(`<a href="`, l.URL, `" rel="noreferrer nofollow" dir="auto"`+named+`>`, l.Text, `</a>`)
	case l.To != "":
		m.Raw(`<a href="#`, l.To, `" dir="auto">`, l.Text, `</a>`)
	case l.Page != "":
		m.Raw(`<a href="`, l.Page, `" dir="auto">`, l.Text, `</a>`)
	case l.Call != "":
		m.call(sign(l.Kind, l.Call), l.Text)
	default:
		m.spaced(l.Text)
	}
	m.refs(l.Refs)
}

func (m *Markup) refs(list []chart.Ref) {
	for i, r := range list {
		if i > 0 {
			m.Raw(", ")
		}
		if r.Href == "" {
			m.text(r.Text)
		} else {
			m.Raw(`<a href="`, r.Href, `">`, r.Text, `</a>`)
		}
	}
}

// classes are those of a cell: a figure with its interval may be broken before
// that, any other is kept on one line.
func classes(c class, list []line) string {
	if c == classNumber && len(list) == 1 && strings.Contains(list[0].Text, " [") {
		return string(c) + " interval"
	}
	return string(c)
}

// linesHTML are the lines of a cell, and runsHTML those of a paragraph.
func linesHTML(list []line) template.HTML {
	var m Markup
	m.lines(list)
	return m.HTML()
}

func runsHTML(list para) template.HTML {
	var m Markup
	for _, l := range list {
		m.run(l)
	}
	return m.HTML()
}
