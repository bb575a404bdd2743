package exchange

import (
	"errors"
	"reflect"
	"strings"

	"tracker/claims"
)

// list is the address of a member that holds several elements.
type list struct {
	elem  any                // the address of the element being read
	begin func()             // empties elem
	keep  func()             // appends elem to the list
	show  func() string      // the list as a cell shows it
	parse func(string) error // reads a cell that is not JSON
}

// words is how a list is written for people, where it can be.
type words[T any] interface {
	format([]T) string
	parse(string) ([]T, error)
}

// listOf returns the address of *into. Without a form for people, w, a cell
// holds JSON.
func listOf[T any](into *[]T, elemPlace func(*T) any, w words[T]) *list {
	elem := new(T)
	return &list{
		elem:  elemPlace(elem),
		begin: func() { *elem = *new(T) },
		keep:  func() { *into = append(*into, *elem) },
		show:  func() string { return showList(*into, w) },
		parse: func(cell string) error {
			if w == nil {
				return errors.New("is not a list in JSON")
			}
			var err error
			*into, err = w.parse(cell)
			return err
		},
	}
}

// showList writes a list for people when it reads back the same, and as JSON
// when it does not.
func showList[T any](list []T, w words[T]) string {
	if len(list) == 0 {
		return ""
	}
	if w != nil {
		text := w.format(list)
		if back, err := w.parse(text); err == nil && reflect.DeepEqual(back, list) && text[0] != '[' {
			return text
		}
	}
	return asJSON(list)
}

// tagForm writes tags with spaces between them.
type tagForm struct{}

func (tagForm) format(tags []string) string         { return strings.Join(tags, " ") }
func (tagForm) parse(cell string) ([]string, error) { return strings.Fields(cell), nil }

// linkForm writes an attribution as "relay: Reuters; publisher: The Times".
type linkForm struct{}

func (linkForm) format(links []claims.Link) string {
	parts := make([]string, len(links))
	for i, l := range links {
		parts[i] = string(l.Role) + ": " + l.Entity
	}
	return strings.Join(parts, "; ")
}

func (linkForm) parse(cell string) ([]claims.Link, error) {
	var links []claims.Link
	for part := range strings.SplitSeq(cell, ";") {
		role, entity, ok := strings.Cut(part, ":")
		if !ok {
			return nil, errors.New("is neither links like \"relay: Reuters; publisher: The Times\" nor a list in JSON")
		}
		links = append(links, claims.Link{Entity: strings.TrimSpace(entity), Role: claims.Role(strings.TrimSpace(role))})
	}
	return links, nil
}

// evidenceForm writes evidence that is web addresses only with spaces between
// them.
type evidenceForm struct{}

func (evidenceForm) format(list []claims.Evidence) string {
	urls := make([]string, len(list))
	for i, e := range list {
		urls[i] = e.URL
	}
	return strings.Join(urls, " ")
}

func (evidenceForm) parse(cell string) ([]claims.Evidence, error) {
	var list []claims.Evidence
	for url := range strings.FieldsSeq(cell) {
		list = append(list, claims.Evidence{URL: url})
	}
	return list, nil
}
