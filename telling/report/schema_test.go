package report

import (
	"encoding"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// schemaFile is the schema as it is published.
var schemaFile = filepath.Join("..", "..", "docs", "formats", "report.schema.json")

// TestSchema holds the published schema against the types that are written.
func TestSchema(t *testing.T) {
	s := schemaOf{defs: map[string]any{}}
	root := s.object(reflect.TypeFor[Report]())
	root["$schema"], root["title"], root["$defs"] = "https://json-schema.org/draft/2020-12/schema", Schema, s.defs
	root["properties"].(map[string]any)["schema"] = map[string]any{"const": Schema}
	text, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, '\n')
	if *update {
		if err := os.WriteFile(schemaFile, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(text)); diff != "" {
		t.Errorf("%s differs (-file +now):\n%s", schemaFile, diff)
	}
}

// TestReportsFollowTheSchema validates reports of every shape, and changed
// ones that must not pass.
func TestReportsFollowTheSchema(t *testing.T) {
	v := readSchema(t, schemaFile)
	reports := map[string]Report{
		"the book":         New(scored(built(), board.BySpeaker, standard), Options{Lexicon: hedge.Builtin()}),
		"by source":        New(scored(ownWords(), board.BySource, standard), Options{}),
		"nothing":          New(scored(nil, board.BySpeaker, standard), Options{}),
		"hostile":          spoilt(hostile[0]),
		"with what is new": withSince(t),
	}
	for name, r := range reports {
		if problems := v.problems(mustWrite(t, r, JSON)); len(problems) > 0 {
			t.Errorf("%s: %s", name, strings.Join(problems[:min(5, len(problems))], "\n"))
		}
	}
	good := mustWrite(t, reports["the book"], JSON)
	for _, change := range [][2]string{{`"schema": "tracker.report/1"`, `"schema": "tracker.report/2"`}, {`"as_of": "2025-10-27"`, `"as_of": 7`}, {`"as_of": "2025-10-27"`, `"as_of": "late"`},
		{`"speaker_kind": "outlet"`, `"speaker_kind": "newspaper"`}, {`"title": `, `"titel": `}, {`"hindsight": true`, `"hindsight": "yes"`}, {`"chains": [`, `"chains": {"a": [`}} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Fatalf("%s is not in the report", change[0])
		}
		if len(v.problems(bad)) == 0 {
			t.Errorf("%s passes", change[1])
		}
	}
}

// withSince is a report that is held against an earlier one.
func withSince(t *testing.T) Report {
	t.Helper()
	earlier, err := ReadEarlier([]byte(mustWrite(t, New(scored(built()[:5], board.BySpeaker, standard), Options{}), JSON)))
	if err != nil {
		t.Fatal(err)
	}
	r := New(scored(built()[2:], board.BySpeaker, standard), Options{})
	if err := r.ChangedSince(earlier); err != nil {
		t.Fatal(err)
	}
	return r
}

// schemaOf writes the schema of Go types as encoding/json writes them.
type schemaOf struct{ defs map[string]any }

// written are the types that write themselves.
var written = map[reflect.Type]any{
	reflect.TypeFor[calendar.Day]():       map[string]any{"type": []any{"string", "null"}, "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
	reflect.TypeFor[claims.Instant]():     map[string]any{"type": []any{"string", "null"}, "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
	reflect.TypeFor[claims.Moment]():      map[string]any{"type": "string"},
	reflect.TypeFor[claims.UID]():         map[string]any{"type": []any{"string", "null"}},
	reflect.TypeFor[board.IDs]():          map[string]any{"type": "array", "items": map[string]any{"type": "integer"}},
	reflect.TypeFor[claims.EarlyPolicy](): map[string]any{"type": "string"},
	reflect.TypeFor[scoring.Late]():       map[string]any{"type": "string"},
	reflect.TypeFor[claims.Outcome]():     choice(claims.Outcomes),
	reflect.TypeFor[claims.Type]():        choice(claims.Types),
	reflect.TypeFor[claims.SpeakerKind](): choice(claims.SpeakerKinds),
	reflect.TypeFor[claims.Standing]():    choice(claims.Standings),
	reflect.TypeFor[claims.Polarity]():    choice([]claims.Polarity{claims.Will, claims.WillNot}),
	reflect.TypeFor[claims.WordsBy]():     choice([]claims.WordsBy{claims.BySpeaker, claims.ByReport}),
}

// choice is one of some words.
func choice[T ~string](list []T) any {
	out := make([]any, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return map[string]any{"enum": out}
}

// of is the schema of a type.
func (s schemaOf) of(t reflect.Type) any {
	if known, ok := written[t]; ok {
		return known
	}
	for _, writes := range []reflect.Type{reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]()} {
		if t.Implements(writes) || t == reflect.TypeFor[time.Time]() {
			panic(fmt.Sprintf("how %v is written is not known", t))
		}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return orNull(s.of(t.Elem()))
	case reflect.Slice:
		return map[string]any{"type": "array", "items": s.of(t.Elem())}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": s.of(t.Elem())}
	case reflect.Struct:
		name := t.PkgPath()[strings.LastIndex(t.PkgPath(), "/")+1:] + "." + t.Name()
		if _, begun := s.defs[name]; !begun {
			s.defs[name] = nil
			s.defs[name] = s.object(t)
		}
		return map[string]any{"$ref": "#/$defs/" + name}
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	}
	return map[string]any{"type": "integer"}
}

// orNull allows null too.
func orNull(schema any) any {
	return map[string]any{"anyOf": []any{schema, map[string]any{"type": "null"}}}
}

// object is the schema of a struct. What is always written is required.
func (s schemaOf) object(t reflect.Type) map[string]any {
	properties, required := map[string]any{}, []any{}
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		shadowed, _ := t.FieldByName(f.Name)
		if !f.IsExported() || f.Anonymous || name == "-" || len(shadowed.Index) != len(f.Index) || f.Type == reflect.TypeFor[hidden]() {
			continue
		}
		if name == "" {
			name = f.Name
		}
		properties[name] = s.of(f.Type)
		if options == "" {
			required = append(required, name)
		}
	}
	return map[string]any{"type": "object", "properties": properties, "required": required}
}

// validator checks values against a schema. A member that the schema does not
// name is a problem too.
type validator struct{ root map[string]any }

func readSchema(t *testing.T, file string) validator {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var v validator
	if err := json.Unmarshal(text, &v.root); err != nil {
		t.Fatal(err)
	}
	return v
}

func (v validator) problems(text string) []string {
	var value any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		return []string{err.Error()}
	}
	return v.check("report", value, v.root)
}

func (v validator) check(at string, value any, schema map[string]any) (list []string) {
	if ref, ok := schema["$ref"].(string); ok {
		return v.check(at, value, v.root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any))
	}
	if options, ok := schema["anyOf"].([]any); ok {
		for _, option := range options {
			found := v.check(at, value, option.(map[string]any))
			if len(found) == 0 {
				return nil
			}
			if list == nil || len(found) < len(list) { // the one that was meant, most likely
				list = found
			}
		}
		return list
	}
	if constant, ok := schema["const"]; ok && constant != value {
		return []string{fmt.Sprintf("%s is %v, not %v", at, value, constant)}
	}
	if allowed, ok := schema["enum"].([]any); ok && !slices.Contains(allowed, value) {
		return []string{fmt.Sprintf("%s is %v, none of %v", at, value, allowed)}
	}
	if !ofType(value, schema["type"]) {
		return []string{fmt.Sprintf("%s is %T, not %v", at, value, schema["type"])}
	}
	if pattern, ok := schema["pattern"].(string); ok && !matches(pattern, value) {
		return []string{fmt.Sprintf("%s is %v", at, value)}
	}
	switch x := value.(type) {
	case []any:
		for i, item := range x {
			list = append(list, v.check(fmt.Sprintf("%s[%d]", at, i), item, schema["items"].(map[string]any))...)
		}
	case map[string]any:
		list = append(list, v.members(at, x, schema)...)
	}
	return list
}

func (v validator) members(at string, x, schema map[string]any) (list []string) {
	properties, _ := schema["properties"].(map[string]any)
	others, _ := schema["additionalProperties"].(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(x)) {
		member, ok := properties[name].(map[string]any)
		if !ok {
			member = others
		}
		if member == nil {
			list = append(list, at+"."+name+" is not in the schema")
			continue
		}
		list = append(list, v.check(at+"."+name, x[name], member)...)
	}
	required, _ := schema["required"].([]any)
	for _, name := range required {
		if _, ok := x[name.(string)]; !ok {
			list = append(list, at+"."+name.(string)+" is missing")
		}
	}
	return list
}

// ofType reports whether a value is of a type, or of one of several.
func ofType(value, types any) bool {
	list, ok := types.([]any)
	if !ok {
		list = []any{types}
	}
	return types == nil || slices.ContainsFunc(list, func(name any) bool {
		switch x := value.(type) {
		case nil:
			return name == "null"
		case bool:
			return name == "boolean"
		case string:
			return name == "string"
		case float64:
			return name == "number" || name == "integer" && x == float64(int64(x))
		case []any:
			return name == "array"
		}
		return name == "object"
	})
}

// matches reports whether a text has a form; what is no text has.
func matches(pattern string, value any) bool {
	s, ok := value.(string)
	return !ok || regexp.MustCompile(pattern).MatchString(s)
}
