package site

import (
	"html/template"
	"strings"

	"tracker/clean"
)

// around writes what is around every page, piece by piece: a template would take
// ten times as long. Every second piece is a text, which is escaped.
func around(parts ...string) template.HTML {
	var b strings.Builder
	for i, s := range parts {
		if i%2 == 1 {
			s = template.HTMLEscapeString(clean.Line(strings.Join(strings.Fields(s), " ")))
		}
		b.WriteString(s)
	}
	return template.HTML(b.String())
}

// policy is the content security policy of a page: it may use what stands in its
// site, from a file too, and nothing else.
func policy(script string) string {
	return "default-src 'none'; style-src 'self' file:; " + script + "base-uri 'none'; form-action 'none'"
}

func (f frame) head(policy, up string) []string {
	return []string{"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy +
		"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n" +
		"<meta name=\"color-scheme\" content=\"light dark\">\n<title>", f.Title, "</title>\n<link rel=\"stylesheet\" href=\"" + up + "site.css\">\n"}
}

// Top begins a page.
func (f frame) Top() template.HTML {
	parts := append(f.head(policy("script-src 'self' file:; "), f.Up), "", "<meta name=\"description\" content=\"", f.Says, "\">\n<meta property=\"og:type\" content=\"", f.Kind,
		"\">\n<meta property=\"og:title\" content=\"", f.Title, "\">\n<meta property=\"og:description\" content=\"", f.Says, "\">\n<meta property=\"og:site_name\" content=\"", f.Site.Title,
		"\">\n<meta name=\"twitter:card\" content=\"summary\">\n", "")
	if f.Site.Base != "" {
		parts = append(parts, "<meta property=\"og:url\" content=\"", f.Site.Base+f.Here, "\">\n<link rel=\"canonical\" href=\"", f.Site.Base+f.Here, "\">\n", "")
	}
	for _, x := range []struct{ kind, href string }{{"json", f.Twin}, {"atom+xml", f.Feed}, {"json+oembed", f.Oembed}} {
		if x.href != "" {
			parts = append(parts, "<link rel=\"alternate\" type=\"application/"+x.kind+"\" href=\"", x.href, "\">\n", "")
		}
	}
	return around(append(parts, "</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the content</a>\n"+f.masthead())...)
}

// masthead leads from a page in a folder to the others.
func (f frame) masthead() string {
	if f.Up == "" {
		return ""
	}
	events, sources := " <a href=\"../events/index.html\">Events</a>", " <a href=\"../sources/index.html\">Sources</a>"
	if f.Site.Events == 0 {
		events = ""
	}
	if f.Site.Sources == 0 {
		sources = ""
	}
	return string(around("<div class=\"masthead\" role=\"navigation\" aria-label=\"Site\"><a href=\"../index.html\" dir=\"auto\">", f.Site.Title,
		"</a>\n<a href=\"../speakers/index.html\">Speakers</a>"+events+sources+" <a href=\"../claims/index.html\">All claims, and search</a></div>"))
}

// Bottom ends a page.
func (f frame) Bottom() template.HTML {
	parts := []string{"\n<footer>\n<p>" + string(f.Site.Whose) + " As of ", f.Site.AsOf, ". <a href=\"" + f.Up + "index.html#method\">How it is done</a>, <a href=\"" + f.Up +
		"index.html#corrections\">what was corrected</a> and <a href=\"" + f.Up + "index.html#dispute\">how to dispute it</a>.</p>\n<p><a href=\"", f.Twin, "\">This page as JSON</a>", ""}
	if f.Feed != "" {
		parts = append(parts, " · <a href=\"", f.Feed, "\">Feed of what changes here</a>", "")
	}
	return around(append(parts, "</p>\n</footer>\n<script src=\""+f.Up+"site.js\"></script>\n</body>\n</html>\n")...)
}

// PieceTop begins what is shown on another page, and PieceBottom ends it, with
// the way to the whole.
func (f frame) PieceTop() template.HTML {
	return around(append(f.head(policy(""), "../"), "", "<meta name=\"robots\" content=\"noindex\">\n</head>\n<body class=\"piece\">\n<main>")...)
}

func (f frame) PieceBottom(whole, words string) template.HTML {
	return around("</main>\n<footer><p>", f.Site.Name, " As of ", f.Site.AsOf, ". <a href=\"", whole, "\" target=\"_top\">", words, "</a></p></footer>\n</body>\n</html>\n")
}
