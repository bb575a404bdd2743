package site

import (
	"bytes"
	"fmt"

	"tracker/board"
)

// mostItems is how many claims a page lists, and mostNames how many names.
const (
	mostItems = 500
	mostNames = 2000
)

// list is some claims on a page.
type list struct {
	Heading   string
	ListWords string
	Places    []int32
	Searches  int // how many files the search reads; 0 for no search
	Pager     []step
}

// listed writes them: the latest first, with what finds some of them where there
// are many.
func (w *writer) listed(d *desk, l *list) error {
	m := &d.page
	m.Raw("\n<h2>", l.ListWords, "</h2>")
	switch {
	case l.Searches > 0:
		text, err := w.drawn("seek", map[string]any{"Searches": l.Searches, "Fates": w.about.Fates})
		if err != nil {
			return err
		}
		m.Ours(string(text), "\n<div class=\"person listed\">")
	case len(l.Places) >= fewest:
		m.Ours(w.about.filter)
		m.Raw("\n<div class=\"person\"><h3 hidden dir=\"auto\">", l.Heading, "</h3>")
	default:
		m.Raw("\n<div class=\"person\">")
	}
	if err := m.Append(func(b []byte) ([]byte, error) { return w.taken(d, b, l.Places, anItem, "") }); err != nil {
		return err
	}
	m.Raw("\n</div>")
	if len(l.Pager) < 2 {
		return nil
	}
	pager, err := w.drawn("pager", l)
	m.Raw(string(pager))
	return err
}

// fewest is how many claims a page lists before they can be filtered.
const fewest = 8

// step is a link to one of several pages: "" for the one that is seen.
type step struct{ Words, Href string }

// pager are the links between n pages that begin at stem.
func pager(stem string, at, n int) []step {
	var steps []step
	for i := range n {
		near := i <= 1 || i >= n-2 || i >= at-2 && i <= at+2
		switch {
		case i == at:
			steps = append(steps, step{Words: fmt.Sprint(i + 1)})
		case near:
			steps = append(steps, step{fmt.Sprint(i + 1), page(stem, i, ".html")})
		case i == 2 || i == n-3:
			steps = append(steps, step{})
		}
	}
	return steps
}

// pagesOf is how many pages there are for n things, at least one.
func pagesOf(n, most int) int { return max(1, (n+most-1)/most) }

// part is the k-th of the pages of a list.
func part[T any](list []T, k, most int) []T {
	return list[min(len(list), k*most):min(len(list), (k+1)*most)]
}

// taken appends texts of claims to what is in b, with something between two.
func (w *writer) taken(d *desk, b []byte, places []int32, k kindOfText, between string) ([]byte, error) {
	var err error
	for i, at := range places {
		if i > 0 {
			b = append(b, between...)
		}
		t := w.index.claims[at].texts
		if near := d.near(at); near != nil {
			b = append(b, t.part(near, k)...)
		} else if b, err = w.shelf.get(b, t, k); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// ListTwin is the JSON beside a page that lists claims.
type ListTwin struct {
	Schema string        `json:"schema"`
	Kind   string        `json:"kind"` // speaker, source, event or claims
	Name   string        `json:"name,omitempty"`
	Page   string        `json:"page"`
	AsOf   string        `json:"as_of"`
	Record []board.Group `json:"record"` // the rows of the board
	Total  int           `json:"total"`
	Next   string        `json:"next,omitempty"` // the twin of the page after it
	Claims []Row         `json:"claims"`
}

// rowDepth is how far rows stand from the edge of such a twin.
const rowDepth = 2

// listTwin writes a twin with the claims in some places, whose JSON was made when
// they were read.
func (w *writer) listTwin(d *desk, name string, t ListTwin, places []int32) error {
	t.Claims, t.Record = []Row{}, append([]board.Group{}, t.Record...)
	text, err := d.json.Document(t, 0)
	if err != nil {
		return err
	}
	d.text = append(d.text[:0], text...)
	if len(places) > 0 {
		d.text, err = w.taken(d, append(bytes.TrimSuffix(d.text, []byte("]\n}")), "\n    "...), places, aRow, ",\n    ")
		d.text = append(d.text, "\n  ]\n}"...)
	}
	if err != nil {
		return err
	}
	d.text = append(d.text, '\n')
	return w.file(name, d.text)
}

// next is the twin of the page after the k-th of n, "" for none.
func next(stem string, k, n int) string {
	if k+1 == n {
		return ""
	}
	return page(stem, k+1, ".json")
}
