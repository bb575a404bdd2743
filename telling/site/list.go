package site

import (
	"encoding/json"
	"fmt"
	"html/template"
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
	Items     []template.HTML
	Searches  int // how many files the search reads; 0 for no search
	Pager     []step
}

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

// items are claims as lists show them.
func (w *writer) items(places []int32) ([]template.HTML, error) {
	list := make([]template.HTML, len(places))
	for i, at := range places {
		text, err := w.shelf.get(w.index.claims[at].item)
		if err != nil {
			return nil, err
		}
		list[i] = template.HTML(text)
	}
	return list, nil
}

// rows are claims as the twins of lists have them.
func (w *writer) rows(places []int32) ([]json.RawMessage, error) {
	list := make([]json.RawMessage, len(places))
	for i, at := range places {
		text, err := w.shelf.get(w.index.claims[at].row)
		if err != nil {
			return nil, err
		}
		list[i] = text
	}
	return list, nil
}

// listTwin is the JSON beside a page that lists claims.
type listTwin struct {
	Schema string            `json:"schema"`
	Kind   string            `json:"kind"` // speaker, source, event or claims
	Name   string            `json:"name,omitempty"`
	Page   string            `json:"page"`
	AsOf   string            `json:"as_of"`
	Record any               `json:"record,omitempty"` // the rows of the board
	Total  int               `json:"total"`
	Next   string            `json:"next,omitempty"` // the twin of the page after it
	Claims []json.RawMessage `json:"claims"`
}

// next is the twin of the page after the k-th of n, "" for none.
func next(stem string, k, n int) string {
	if k+1 == n {
		return ""
	}
	return page(stem, k+1, ".json")
}
