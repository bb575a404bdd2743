package report

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// What tests of other rooms' pages share with those of this one.
var (
	Built       = built
	OwnWords    = ownWords
	SpoiltBook  = spoiltBook
	Hostile     = hostile
	Scored      = scored
	Standard    = standard
	NoControls  = noControls
	QuotedParts = quotedParts
	Said        = said
	UID         = uid
	Update      = update
)

// SchemaOf is the schema of documents of several kinds, by the names of the kinds
// that each type has.
func SchemaOf(schema string, types map[reflect.Type][]string) []byte {
	s := schemaOf{defs: map[string]any{}}
	var anyOf []any
	for _, t := range slices.SortedFunc(maps.Keys(types), func(a, b reflect.Type) int { return strings.Compare(a.Name(), b.Name()) }) {
		o := s.object(t)
		members := o["properties"].(map[string]any)
		members["schema"] = map[string]any{"const": schema}
		if kinds := types[t]; kinds != nil {
			members["kind"] = choice(kinds)
		}
		s.defs[t.Name()] = o
		anyOf = append(anyOf, map[string]any{"$ref": "#/$defs/" + t.Name()})
	}
	text, err := Document(map[string]any{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": schema, "anyOf": anyOf, "$defs": s.defs}, 0)
	if err != nil {
		panic(err)
	}
	return append(text, '\n')
}

// Problems are what a text has against a published schema.
func Problems(t *testing.T, file, text string) []string { return readSchema(t, file).problems(text) }
