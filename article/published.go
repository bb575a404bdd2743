package article

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"time"

	"tracker/calendar"
)

// head takes what a page says of itself, each from the place that says it most
// plainly.
func (a *Article) head(p *pageReader) {
	f := &p.facts
	o := f.article()
	if o != nil {
		a.Title.found(o.text("headline"), "headline in the page's JSON-LD")
		a.Author.found(o.text("author"), "author in the page's JSON-LD")
		a.Outlet.found(o.text("publisher"), "publisher in the page's JSON-LD")
		a.address(o.text("url"), "url in the page's JSON-LD")
		a.address(o.text("mainEntityOfPage"), "mainEntityOfPage in the page's JSON-LD")
	}
	a.fromMeta(f, &a.Title, "og:title", "twitter:title", "dc.title", "citation_title")
	a.Title.found(f.title, "<title>")
	a.fromMeta(f, &a.Author, "author", "article:author", "dc.creator", "citation_author", "parsely-author", "byl")
	a.fromMeta(f, &a.Outlet, "og:site_name", "dc.publisher", "citation_publisher", "application-name")
	if strings.HasPrefix(a.Author.Value, "http") {
		a.Author = Found{}
	}
	a.Author.found(p.byline(), "the page's byline")
	if strings.HasPrefix(a.Outlet.Value, "http") {
		a.Outlet = Found{}
		a.fromMeta(f, &a.Outlet, "og:site_name")
	}
	a.address(f.link, "rel=canonical")
	a.address(f.meta["og:url"], "og:url")
	a.address(f.saved, "the browser's note in the page")
	a.days(f, o)
}

// byline is the line that names the author where its class says so: "By Jane Roe".
func (p *pageReader) byline() string {
	for _, b := range p.blocks {
		text := strings.TrimSpace(b.text)
		if len(text) < 4 || len(text) > longestByline || !strings.EqualFold(text[:3], "by ") {
			continue
		}
		for at, up := b.in, 0; at > 0 && up < 4; at, up = p.elements[at].parent, up+1 {
			if p.elements[at].byline {
				return text
			}
		}
	}
	return ""
}

const longestByline = 140

func (a *Article) fromMeta(f *facts, into *Found, names ...string) {
	for _, name := range names {
		into.found(f.meta[name], name)
	}
}

// days takes the day of publication, and notes places that give another.
func (a *Article) days(f *facts, o object) {
	if o != nil {
		a.day(o.text("datePublished"), "datePublished in the page's JSON-LD")
	}
	for _, name := range [...]string{"article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "citation_publication_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "date"} {
		a.day(f.meta[name], name)
	}
	a.day(f.itemDay, "itemprop=datePublished")
	for _, t := range f.times {
		if t.published {
			a.day(t.day, "<time>")
		}
	}
}

// timeIn takes the day of the only <time> of the article, where the page gives
// none otherwise.
func (a *Article) timeIn(p *pageReader, chosen []*pageBlock) {
	if a.Day.Value != "" || len(chosen) == 0 {
		return
	}
	at := map[*pageBlock]int{}
	for i, b := range p.blocks {
		at[b] = i
	}
	only := ""
	for _, t := range p.facts.times {
		if t.before < at[chosen[0]] || t.before > at[chosen[len(chosen)-1]] {
			continue
		}
		if only != "" && dayIn(only) != dayIn(t.day) {
			return
		}
		only = t.day
	}
	a.day(only, "<time>")
}

// day takes a date with its place; another than the one that was found is a
// doubt.
func (a *Article) day(text, where string) {
	d := dayIn(text)
	switch {
	case d == 0:
	case a.Day.Value == "":
		a.Day, a.at = Found{d.String(), where}, instantIn(text)
	case a.Day.Value != d.String() && !a.sameInstant(text) && a.Doubt == "":
		a.Doubt = fmt.Sprintf("%s says %s", where, d)
	}
}

var isoDay = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?$`)
})

// dayIn reads a date as machines write it, or one with the month in letters; 0
// for every other, which could be two days or none.
func dayIn(text string) calendar.Day {
	text = line(text)
	if m := isoDay().FindStringSubmatch(text); m != nil {
		d, err := calendar.Parse(m[1] + "-" + m[2] + "-" + m[3])
		if err != nil {
			return 0
		}
		return d
	}
	for _, layout := range [...]string{time.RFC1123Z, time.RFC1123, time.RFC850, time.RFC822Z, time.RFC822, "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700", "2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006", "Monday, January 2, 2006", "Monday, 2 January 2006"} {
		if t, err := time.Parse(layout, text); err == nil {
			return calendar.Of(t)
		}
	}
	return 0
}

// instantIn is the instant that a text gives; zero for none.
func instantIn(text string) time.Time {
	t, err := time.Parse(time.RFC3339, line(text))
	if err != nil {
		return time.Time{}
	}
	return t
}

// sameInstant reports whether a text gives the instant of the day that was
// found, in another zone.
func (a *Article) sameInstant(text string) bool {
	t := instantIn(text)
	return !t.IsZero() && t.Equal(a.at)
}

// address takes a web address.
func (a *Article) address(text, where string) {
	text = strings.TrimSpace(text)
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https" || len(text) > 2000 {
		return
	}
	if a.URL.Value == "" {
		a.URL = Found{text, where}
	}
}
