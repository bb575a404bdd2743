package mailbox

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainText is the text of HTML: a line for each block, and > before what
// stands in a quotation. Nothing in it is fetched or run.
func plainText(text string) string {
	p := &page{}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			p.line()
			return p.out.String()
		case html.TextToken:
			if p.hidden == 0 {
				p.row.WriteString(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			p.begin(t)
		case html.EndTagToken:
			name, _ := z.TagName()
			p.end(atom.Lookup(name))
		}
	}
}

// page is a text that is being made of HTML.
type page struct {
	out, row strings.Builder
	quotes   int
	hidden   int // in what nobody sees
}

func (p *page) begin(t html.Token) {
	switch t.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Title:
		if t.Type == html.StartTagToken {
			p.hidden++
		}
	case atom.Blockquote:
		p.line()
		p.quotes++
	case atom.A:
		for _, a := range t.Attr {
			if a.Key == "href" && strings.HasPrefix(a.Val, "http") {
				p.row.WriteString(" " + a.Val + " ")
			}
		}
	case atom.Br, atom.P, atom.Div, atom.Li, atom.Tr, atom.Table, atom.Hr, atom.H1, atom.H2, atom.H3, atom.H4, atom.Pre:
		p.line()
	}
}

func (p *page) end(tag atom.Atom) {
	switch tag {
	case atom.Script, atom.Style, atom.Head, atom.Title:
		p.hidden = max(p.hidden-1, 0)
	case atom.Blockquote:
		p.line()
		p.quotes = max(p.quotes-1, 0)
	case atom.P, atom.Div, atom.Li, atom.Tr, atom.Table, atom.H1, atom.H2, atom.H3, atom.H4, atom.Pre:
		p.line()
	}
}

// line ends a line that says something.
func (p *page) line() {
	text := strings.Join(strings.Fields(p.row.String()), " ")
	p.row.Reset()
	if text == "" {
		return
	}
	if p.quotes > 0 {
		p.out.WriteString("> ")
	}
	p.out.WriteString(text + "\n")
}
