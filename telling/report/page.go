package report

import (
	"net/url"
	"slices"
)

// page is a report in words, in the order in which it is read. Its texts are
// not yet harmless: what draws it escapes every one.
type page struct {
	Title    string
	Sections []section
}

// section is a heading with what stands under it.
type section struct {
	ID         string // an anchor, unique in the page
	Heading    string
	Paragraphs []string
	List       []string
	Table      *table
}

// table has a caption, and the first cell of every row is that row's heading.
type table struct {
	Caption string
	Heads   []head
	Rows    []row
	Wide    bool // too many words for a narrow screen: each row becomes a block there
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
)

type row struct {
	ID    string // an anchor; "" for none
	Cells [][]line
}

// line is one line of a cell.
type line struct {
	Text  string
	URL   string // http or https, percent-encoded; "" for no link
	Quiet bool   // beside the point of the cell
	Call  call   // "" but for the line that says how a claim came out
}

// page puts the report into words.
func (r Report) page() page {
	sections := []section{r.summarySection()}
	if len(r.Claims) > 0 {
		if r.Promises.Any() {
			sections = append(sections, r.promisesSection())
		}
		sections = append(sections, r.boardSection(), r.denominatorSection())
	}
	if len(r.Chains) > 0 {
		sections = append(sections, r.chainsSection())
	}
	if len(r.Claims) > 0 {
		sections = append(sections, r.claimsSection())
	}
	if len(r.Recomputed) > 0 {
		sections = append(sections, r.recomputeSection())
	}
	if len(r.Claims) > 0 {
		sections = append(sections, r.versionsSection())
	}
	return page{r.Title, sections}
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
