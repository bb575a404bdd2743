package report

import (
	"bytes"
	"encoding/json"
	"testing"
)

// JSON is indented as encoding/json does it.
func TestIndentedIsWhatTheLibraryWrites(t *testing.T) {
	for _, v := range []any{
		nil, 1.5, "", `a "quoted\" word`, `ends in \`, `\\"{[,:`, []int{}, map[string]int{}, []any{[]any{}, map[string]any{}},
		map[string]any{"a": []any{1, "x, y: {z}", nil, true, map[string]any{"b": []string{`\"`, "]"}}}, "empty": []int{}, "": map[string]any{"c": 2}},
	} {
		for depth := range 3 {
			text, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			var want bytes.Buffer
			prefix := "    "[:2*depth]
			if err := json.Indent(&want, text, prefix, "  "); err != nil {
				t.Fatal(err)
			}
			if got := indented(nil, text, depth); string(got) != want.String() {
				t.Errorf("%s at depth %d:\n%s\nwant\n%s", text, depth, got, want.String())
			}
		}
	}
}
