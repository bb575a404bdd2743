package site

import (
	"html/template"

	"tracker/telling/report"
)

// The content security policies of pages: they may use what stands in their site,
// from a file too, and nothing else. A piece has no script.
const (
	policyOfPages  = styles + "script-src 'self' file:; " + noMore
	policyOfPieces = styles + noMore

	styles = "default-src 'none'; style-src 'self' file:; "
	noMore = "base-uri 'none'; form-action 'none'"
)

func (f frame) head(m *report.Markup, policy, up string) {
	m.Ours("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"", policy)
	m.Raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"+
		"<meta name=\"color-scheme\" content=\"light dark\">\n<title>", f.Title, "</title>\n<link rel=\"stylesheet\" href=\"")
	m.Ours(up, "site.css\">\n")
}

// top begins a page, before its heading.
func (f frame) top(m *report.Markup) {
	f.head(m, policyOfPages, f.Up)
	m.Raw("<meta name=\"description\" content=\"", f.Says, "\">\n<meta property=\"og:type\" content=\"", f.Kind,
		"\">\n<meta property=\"og:title\" content=\"", f.Title, "\">\n<meta property=\"og:description\" content=\"", f.Says, "\">\n<meta property=\"og:site_name\" content=\"", f.Site.Title,
		"\">\n<meta name=\"twitter:card\" content=\"summary\">\n")
	if f.Site.Base != "" {
		m.Raw("<meta property=\"og:url\" content=\"", f.Site.Base+f.Here, "\">\n<link rel=\"canonical\" href=\"", f.Site.Base+f.Here, "\">\n")
	}
	for _, x := range [...]struct{ kind, href string }{{"json", f.Twin}, {"atom+xml", f.Feed}, {"json+oembed", f.Oembed}} {
		if x.href != "" {
			m.Ours("<link rel=\"alternate\" type=\"application/", x.kind)
			m.Raw("\" href=\"", x.href, "\">\n")
		}
	}
	m.Ours("</head>\n<body>\n", f.Anchor, "<a class=\"skip\" href=\"#main\">To the content</a>\n")
	if f.Up != "" {
		m.Raw(f.Site.masthead)
	}
}

// mast leads from a page in a folder to the others.
func (a *about) mast() string {
	var m report.Markup
	m.Raw("<div class=\"masthead\" role=\"navigation\" aria-label=\"Site\"><a href=\"../index.html\" dir=\"auto\">", a.Title, "</a>\n<a href=\"../speakers/index.html\">Speakers</a>")
	if a.Events > 0 {
		m.Raw(" <a href=\"../events/index.html\">Events</a>")
	}
	if a.Sources > 0 {
		m.Raw(" <a href=\"../sources/index.html\">Sources</a>")
	}
	m.Raw(" <a href=\"../claims/index.html\">All claims, and search</a></div>\n")
	return string(m.HTML())
}

// bottom ends a page; whole writes what its card has to say at the end, nil for
// nothing.
func (f frame) bottom(m *report.Markup, whole func()) {
	m.Ours("\n<footer>\n<p>", string(f.Site.Whose))
	m.Raw(" As of ", f.Site.AsOf)
	m.Ours(". <a href=\"", f.Up, "index.html#method\">How it is done</a>, <a href=\"", f.Up, "index.html#corrections\">what was corrected</a> and <a href=\"", f.Up,
		"index.html#dispute\">how to dispute it</a>.</p>\n<p><a href=\"")
	m.Raw("", f.Twin, "\">This page as JSON</a>")
	if f.Feed != "" {
		m.Raw(" · <a href=\"", f.Feed, "\">Feed of what changes here</a>")
	}
	m.Ours("</p>\n")
	if whole != nil {
		whole()
	}
	m.Ours("</footer>\n<script src=\"", f.Up, "site.js\"></script>\n</body>\n</html>\n")
}

// pieceTop begins what is only shown on another page, and pieceBottom ends it, with
// the way to the whole.
func (f frame) pieceTop(m *report.Markup) {
	f.head(m, policyOfPieces, "../")
	m.Raw("<base target=\"_top\">\n<meta name=\"robots\" content=\"noindex\">\n</head>\n<body class=\"piece\">\n<main>")
}

func (f frame) pieceBottom(m *report.Markup, whole, words string) {
	m.Raw("</main>\n<footer>")
	f.whole(m, "", whole, words)
	m.Raw("</footer>\n</body>\n</html>\n")
}

// whole is the line that leads from a piece to what it is a piece of.
func (f frame) whole(m *report.Markup, class, page, words string) {
	m.Ours("<p", class)
	m.Raw(">", f.Site.Name, " As of ", f.Site.AsOf, ". <a href=\"", page, "\" target=\"_top\">", words, "</a></p>")
}

// The same for templates.

func (f frame) Top() template.HTML      { return written(f.top) }
func (f frame) PieceTop() template.HTML { return written(f.pieceTop) }
func (f frame) Bottom() template.HTML   { return written(func(m *report.Markup) { f.bottom(m, nil) }) }

func (f frame) PieceBottom(page, words string) template.HTML {
	return written(func(m *report.Markup) { f.pieceBottom(m, page, words) })
}

func written(write func(*report.Markup)) template.HTML {
	var m report.Markup
	write(&m)
	return m.HTML()
}
