package site

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"tracker/board"
	"tracker/claims"
	"tracker/telling/report"
)

// The folders of a site.
const (
	inClaims   = "claims"
	inSpeakers = "speakers"
	inSources  = "sources"
	inEvents   = "events"
	inCharts   = "charts"
	inSearch   = "search"
)

// Addresses says where the page of everything stands, as a path from the first
// page. A claim's is made of its uid. A name has none in a book: its own is made
// of the form under which it came into the book first, which nothing changes, so
// that a page stays where it is when its name is renamed or merged.
type Addresses struct {
	base  string
	first map[string]string // of names with several forms, as people see them
	moved []redirect
}

// redirect is an address that a name had, or might be looked for at.
type redirect struct {
	event     bool
	uid, page string // of the form, and of the page that it leads to
}

// AddressesIn returns the addresses for a book, whose site is published at an
// address, "" where nobody said; its own errors are refusals of that one.
func AddressesIn(ctx context.Context, book interface {
	Families(context.Context) ([]claims.Family, error)
}, base string) (*Addresses, error) {
	base, err := baseOf(base)
	if err != nil {
		return nil, err
	}
	families, err := book.Families(ctx)
	return NewAddresses(families, base), err
}

// NewAddresses returns the addresses in a book in which some names go by more
// than one form. Base is where the site is published, with a slash at its end.
func NewAddresses(families []claims.Family, base string) *Addresses {
	a := &Addresses{base: base, first: map[string]string{}}
	for _, f := range families {
		page := uidOf(subject(f.Event, f.Names[0]))
		a.first[subject(f.Event, f.Shown)] = page
		for _, name := range f.Names[1:] {
			a.moved = append(a.moved, redirect{f.Event, uidOf(subject(f.Event, name)), page})
		}
	}
	return a
}

// baseOf is the address of the folder in which a site is published, with a slash
// at its end; it may be given by that of the first page.
func baseOf(address string) (string, error) {
	base, err := report.BaseURL(strings.TrimSuffix(address, "index.html"))
	if err != nil || strings.Contains(base, "?") {
		return "", claims.Mistyped("--base-url %q is not the address of a site", address).WithHint("--base-url https://www.example.org/accuracy/")
	}
	if base == "" {
		return "", nil
	}
	return strings.TrimSuffix(base, "/") + "/", nil
}

// Claim is where the page of a claim stands.
func (a *Addresses) Claim(uid claims.UID) string { return inClaims + "/" + string(uid) + ".html" }

// Name is where the page of a name stands; "" for rows that are no names.
func (a *Addresses) Name(by board.Grouping, name string) string {
	folder := ""
	switch by {
	case board.BySpeaker:
		folder = inSpeakers
	case board.BySource:
		folder = inSources
	case board.ByEvent:
		folder = inEvents
	}
	if folder == "" || name == "" {
		return ""
	}
	return folder + "/" + a.uid(folder == inEvents, name) + ".html"
}

// uid is that of a name as people see it.
func (a *Addresses) uid(event bool, name string) string {
	called := subject(event, name)
	if uid := a.first[called]; uid != "" {
		return uid
	}
	return uidOf(called)
}

// subject is what the journal calls a name.
func subject(event bool, name string) string {
	if event {
		return "event:" + claims.Fold(name)
	}
	return "entity:" + claims.Fold(name)
}

// uidOf is the uid of a form of a name: a UUID of version 8 (RFC 9562), made of
// what the journal calls it.
func uidOf(called string) string {
	b := sha256.Sum256([]byte(called))
	b[6], b[8] = b[6]&0x0f|0x80, b[8]&0x3f|0x80
	s := hex.EncodeToString(b[:16])
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}

// page is the n-th page, from 0, of what begins at an address without its
// ending.
func page(stem string, n int, ending string) string {
	if n > 0 {
		stem = fmt.Sprintf("%s-%d", stem, n+1)
	}
	return stem + ending
}

// ours are the files that a site has, by their folders.
var ours = sync.OnceValue(func() map[string]*regexp.Regexp {
	names := regexp.MustCompile(`^(([0-9a-f-]{36}|index)(-\d+)?\.(html|json)|[0-9a-f-]{36}\.xml)$`)
	return map[string]*regexp.Regexp{
		"":         regexp.MustCompile(`^(index\.(html|json)|site\.(css|js|json))$`),
		inClaims:   regexp.MustCompile(`^([0-9a-f-]{36}(-card)?\.html|[0-9a-f-]{36}(\.oembed)?\.json|index(-\d+)?\.(html|json)|index\.xml)$`),
		inSpeakers: names, inSources: names, inEvents: names,
		inCharts: regexp.MustCompile(`^[a-z]+(\.html|\.svg|(\.oembed)?\.json)$`),
		inSearch: regexp.MustCompile(`^\d+\.js$`),
	}
})

// folders are those of a site, in the order in which they are made.
var folders = []string{inClaims, inSpeakers, inSources, inEvents, inCharts, inSearch}
