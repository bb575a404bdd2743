package article

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// object is one of JSON-LD.
type object map[string]any

// mostObjects is how many objects of a page are looked at, and deepestObject
// how deep they may lie.
const (
	mostObjects   = 1000
	deepestObject = 12
)

// objectsOf are the objects of a script of JSON-LD, those in lists and graphs
// too. What is no JSON holds none.
func objectsOf(raw string) (list []object) {
	var top any
	if json.Unmarshal([]byte(raw), &top) != nil {
		return nil
	}
	var walk func(v any, deep int)
	walk = func(v any, deep int) {
		if deep > deepestObject || len(list) >= mostObjects {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x, deep+1)
			}
		case map[string]any:
			list = append(list, v)
			walk(v["@graph"], deep+1)
			walk(v["mainEntity"], deep+1)
		}
	}
	walk(top, 0)
	return list
}

// article is the object that describes the page's article: the one whose
// headline is on the page, else the only one there is; nil for none.
func (f *facts) article() object {
	var only object
	n := 0
	for _, o := range f.linked {
		if !o.isArticle() {
			continue
		}
		if head := line(o.text("headline")); head != "" && (strings.Contains(line(f.title), head) || line(f.meta["og:title"]) == head) {
			return o
		}
		if n++; only == nil {
			only = o
		}
	}
	if n > 1 {
		return nil // several, and none is said to be this
	}
	return only
}

// isArticle reports the types of schema.org for what is written and published.
func (o object) isArticle() bool {
	for _, kind := range texts(o["@type"]) {
		if strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report" || strings.HasSuffix(kind, "ReviewNews") {
			return true
		}
	}
	return false
}

// text is a member as text: itself, or the name of what it holds.
func (o object) text(member string) string {
	return html.UnescapeString(strings.Join(texts(o[member]), ", "))
}

// texts are the names in a value: itself, its name, those of its list.
func texts(v any) (list []string) {
	switch v := v.(type) {
	case string:
		list = append(list, v)
	case map[string]any:
		for _, member := range [...]string{"name", "@id", "url"} {
			if s, ok := v[member].(string); ok {
				return append(list, s)
			}
		}
	case []any:
		for _, x := range v[:min(len(v), 10)] {
			list = append(list, texts(x)...)
		}
	}
	return list
}
