package article

import (
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts are what a page says of itself outside its text.
type facts struct {
	meta    map[string]string // by name or property, in lower case, the first of each
	linked  []object          // what it says in JSON-LD
	link    string            // rel=canonical
	saved   string            // the address that a browser saved it from
	itemDay string            // itemprop=datePublished
	times   []dated           // <time>
	title   string

	raw rawKind // what the next text is
}

type rawKind uint8

const (
	notRaw rawKind = iota
	rawTitle
	rawLinked
)

// dated is a <time>: what it says, and before which block.
type dated struct {
	day       string
	before    int
	published bool // by its own word
}

// mostTimes is how many of a page's dates are looked at.
const mostTimes = 1000

// tag takes what a tag tells.
func (f *facts) tag(tag atom.Atom, attrs map[string]string, p *pageReader) {
	f.raw = notRaw
	published := attrs["itemprop"] == "datePublished"
	switch tag {
	case atom.Title:
		if p.opened[atom.Svg] == 0 {
			f.raw = rawTitle
		}
	case atom.Script:
		if strings.HasPrefix(strings.ToLower(attrs["type"]), "application/ld+json") {
			f.raw = rawLinked
		}
	case atom.Meta:
		f.named(attrs)
	case atom.Link:
		if strings.EqualFold(attrs["rel"], "canonical") && f.link == "" {
			f.link = attrs["href"]
		}
	case atom.Time:
		if _, stands := attrs["pubdate"]; len(f.times) < mostTimes && attrs["datetime"] != "" {
			f.times = append(f.times, dated{attrs["datetime"], len(p.blocks), stands || published})
		}
	}
	if published && f.itemDay == "" {
		if f.itemDay = attrs["datetime"]; f.itemDay == "" {
			f.itemDay = attrs["content"]
		}
	}
}

// named takes a <meta>.
func (f *facts) named(attrs map[string]string) {
	name := attrs["property"]
	if name == "" {
		name = attrs["name"]
	}
	if name == "" || attrs["content"] == "" || len(f.meta) > mostTimes {
		return
	}
	if f.meta == nil {
		f.meta = map[string]string{}
	}
	if name = strings.ToLower(name); f.meta[name] == "" {
		f.meta[name] = attrs["content"]
	}
}

// text takes the text that follows a tag where it is none of the page's words.
func (f *facts) text(raw string) bool {
	kind := f.raw
	f.raw = notRaw
	switch {
	case kind == rawTitle && f.title == "":
		f.title = html.UnescapeString(raw[:min(len(raw), 2000)])
	case kind == rawLinked:
		f.linked = append(f.linked, objectsOf(raw)...)
	}
	return kind != notRaw
}

var savedFrom = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`saved from url=\(\d+\)(https?://\S+)`)
})

// comment takes the note that browsers leave in a page they save.
func (f *facts) comment(raw string) {
	if m := savedFrom().FindStringSubmatch(raw[:min(len(raw), 2000)]); m != nil && f.saved == "" {
		f.saved = m[1]
	}
}
