package exchange

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
)

// jsonNames returns the JSON members of a struct, those of its structs behind
// a dot, in the order in which they are written.
func jsonNames(typ reflect.Type, prefix string) []string {
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
		typ = typ.Elem()
	}
	var names []string
	for i := range typ.NumField() {
		field := typ.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Anonymous {
			names = append(names, jsonNames(field.Type, prefix)...)
			continue
		}
		names = append(names, prefix+name)
		inner := field.Type
		for inner.Kind() == reflect.Pointer || inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct {
			names = append(names, jsonNames(inner, prefix+name+".")...)
		}
	}
	return names
}

// shapeNames returns the members of a shape in the same way.
func shapeNames(s *shape, prefix string) []string {
	var names []string
	for _, m := range s.members {
		names = append(names, prefix+m.name)
		place := m.addr
		if l, ok := place.(*list); ok {
			place = l.elem
		}
		if inner, ok := place.(*shape); ok {
			names = append(names, shapeNames(inner, prefix+m.name+".")...)
		}
	}
	return names
}

// What is written is what is read: a member that claims gains has to be
// added here, or its own export would be refused.
func TestMembersAreThoseOfClaims(t *testing.T) {
	var o object
	read := slices.DeleteFunc(shapeNames(o.shape(), ""), func(name string) bool {
		return name == "deadline_phrase" || strings.HasPrefix(name, "resolution")
	})
	written := jsonNames(reflect.TypeFor[claims.View](), "")
	if diff := cmp.Diff(written, read); diff != "" {
		t.Errorf("-written +read\n%s", diff)
	}
}

// Every member of claim and journal has its row in docs/format.md, in the
// order in which it is written, and the header of a CSV export stands there.
func TestFormatIsDocumented(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "format.md"))
	if err != nil {
		t.Fatal(err)
	}
	claim, rest, ok1 := strings.Cut(string(page), "\n## CSV\n")
	table, journal, ok2 := strings.Cut(rest, "\n## The journal\n")
	if !ok1 || !ok2 {
		t.Fatal("the page has no section CSV or no section The journal")
	}
	var columns []string
	for _, c := range new(object).columns() {
		if !c.isShort() {
			columns = append(columns, c.name)
		}
	}
	inOrder(t, "the claim", claim, jsonNames(reflect.TypeFor[claims.View](), ""))
	if header := strings.Join(columns, ","); !strings.Contains(table, "\n"+header+"\n") {
		t.Errorf("the header of CSV is not there:\n%s", header)
	}
	inOrder(t, "the journal", journal, jsonNames(reflect.TypeFor[journalLine](), ""))
	for _, short := range []string{"deadline_phrase", "resolution"} {
		if !strings.Contains(claim, "`"+short+"`") {
			t.Errorf("%s is not in the section of the claim", short)
		}
	}
}

// inOrder checks that each name stands at the head of a row of a table, one
// after the other.
func inOrder(t *testing.T, section, text string, names []string) {
	t.Helper()
	if len(names) == 0 {
		t.Fatalf("%s: no names", section)
	}
	for _, name := range names {
		_, after, found := strings.Cut(text, "\n| `"+name+"` |")
		if !found {
			t.Fatalf("%s: %s is missing, or not in its place", section, name)
		}
		text = after
	}
}
