package report

import (
	"net/url"
	"slices"
	"strings"

	"tracker/telling/chart"
)

// page is a report in words, in the order in which it is read. Its texts are
// not yet harmless: what draws it escapes every one.
type page struct {
	Title    string
	Byline   []para
	Lead     string
	Sections []section
	Footer   []para
}

// section is a heading with what stands under it.
type section struct {
	ID      string // an anchor, unique in the page
	Heading string
	Intro   []para
	List    []para
	More    int // points that are not in it
	Charts  []chart.Chart
	Table   *table
	Folds   []fold
	Notes   []para   // how to read the tables
	People  []person // claims, grouped
	Read    []pick   // claims to begin with
}

// para is a paragraph: texts and links, one after another.
type para []line

// plain is a paragraph without links.
func plain(s string) para { return para{{Text: s}} }

// fold is a table that a reader opens.
type fold struct {
	Summary string
	Table   *table
}

// table has a caption, and the first cell of every row is that row's heading.
type table struct {
	Caption  string
	Heads    []head
	Rows     []row
	More     int // rows that are not in it
	Sortable bool
}

type head struct {
	Name  string
	Class class
}

// class is what the cells of a column hold.
type class string

const (
	classProse  class = ""
	classNumber class = "number" // set to the right
	classDate   class = "date"   // kept on one line
	classWord   class = "word"   // whose words are never broken
)

type row struct{ Cells [][]line }

// line is one line of a cell, or a part of a paragraph.
type line struct {
	Text  string
	URL   string      // http, https or mailto, percent-encoded; "" for no link
	To    string      // an anchor of the page; "" for none
	Page  string      // another page of the site, relative; "" for none
	Refs  []chart.Ref // claims that it leads to
	Quiet bool        // beside the point of the cell
	Call  call        // "" but for the line that says how a claim came out
	Kind  chart.Kind  // what became of it, beside Call
}

// leading is a text with a link to an anchor ("#…") or to a page of the site.
func leading(words, href string) line {
	if anchor, here := strings.CutPrefix(href, "#"); here {
		return line{Text: words, To: anchor}
	}
	return line{Text: words, Page: href}
}

// linkTo is a link to a section.
func linkTo(words, anchor string) line { return line{Text: words, To: anchor} }

// page puts the report into words.
func (r Report) page() page {
	p := page{Title: r.Title, Byline: r.byline(), Lead: r.Lead}
	if r.all.n == 0 {
		p.Sections, p.Footer = []section{r.methodSection(), r.correctionsSection(), r.disputeSection()}, r.footer()
		return p
	}
	for _, make := range []func(Report) section{Report.sinceSection, Report.dotsSection, Report.peopleSection, Report.boardSection, Report.calibrationSection,
		Report.slipSection, Report.readSection, Report.summarySection, Report.promisesSection, Report.trendSection, Report.claimsSection, Report.sourcesSection,
		Report.eventsSection, Report.chainsSection, Report.overrunsSection, Report.denominatorSection, Report.correctionsSection, Report.disputeSection,
		Report.methodSection, Report.recomputeSection} {
		if s := make(r); !s.empty() {
			p.Sections = append(p.Sections, s)
		}
	}
	r.shorten(p.Sections)
	p.Footer = r.footer()
	return p
}

// empty reports whether a section has nothing to say.
func (s section) empty() bool {
	charts := slices.ContainsFunc(s.Charts, func(c chart.Chart) bool { return !c.Empty() })
	folds := slices.ContainsFunc(s.Folds, func(f fold) bool { return len(f.Table.Rows) > 0 })
	return len(s.Intro)+len(s.List)+len(s.People)+len(s.Read) == 0 && !charts && !folds && (s.Table == nil || len(s.Table.Rows) == 0)
}

// text is a cell of one line, or of several.
func text(lines ...string) []line {
	out := make([]line, 0, len(lines))
	for _, l := range lines {
		out = append(out, line{Text: l})
	}
	return out
}

// quiet is the lines as an aside.
func quiet(lines ...string) []line {
	out := text(lines...)
	for i := range out {
		out[i].Quiet = true
	}
	return out
}

// webURL returns s when it is an absolute http or https address without a
// user name, with every character encoded that could end a link in Markdown or
// HTML; "" otherwise.
func webURL(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	var b []byte
	for _, c := range []byte(u.String()) {
		if inURL(c) {
			b = append(b, c)
		} else {
			b = append(b, '%', "0123456789ABCDEF"[c>>4], "0123456789ABCDEF"[c&15])
		}
	}
	return string(b)
}

// inURL reports whether c may stand in a link as it is: the characters of RFC
// 3986 without parentheses, brackets, quotes and asterisks.
func inURL(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || slices.Contains([]byte("-._~:/?#@!$&+,;=%"), c)
}
