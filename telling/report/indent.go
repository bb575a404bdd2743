package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"tracker/clean"
)

// Document is a value as JSON has it in reports: indented, from a depth on, and
// with every character escaped that a terminal would act on.
func Document(v any, depth int) ([]byte, error) { return new(Writing).Document(v, depth) }

// Writing is where many documents are written, one after another: its room is used
// again.
type Writing struct {
	flat bytes.Buffer
	text []byte
}

// Document is the function of that name. What it returns holds until the next.
func (w *Writing) Document(v any, depth int) ([]byte, error) {
	w.flat.Reset()
	if err := json.NewEncoder(&w.flat).Encode(v); err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	w.text = indented(w.text[:0], clean.JSON(bytes.TrimSuffix(w.flat.Bytes(), []byte("\n"))), depth)
	return w.text, nil
}

// indented appends what json.Indent makes of JSON without white space. That checks
// every byte, which takes longer than writing them.
func indented(out, text []byte, depth int) []byte {
	out = slices.Grow(out, len(text)+len(text)/2)
	line := func() {
		out = append(out, '\n')
		for range depth {
			out = append(out, "  "...)
		}
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			end := endOfString(text, i)
			out = append(out, text[i:end]...)
			i = end - 1
		case c == '{' || c == '[':
			out = append(out, c)
			if next := text[i+1]; next != '}' && next != ']' {
				depth++
				line()
			}
		case c == '}' || c == ']':
			if before := text[i-1]; before != '{' && before != '[' {
				depth--
				line()
			}
			out = append(out, c)
		case c == ',':
			out = append(out, c)
			line()
		case c == ':':
			out = append(out, ": "...)
		default:
			out = append(out, c)
		}
	}
	return out
}

// endOfString is where the string that begins at a place has ended.
func endOfString(text []byte, from int) int {
	for at := from + 1; ; at++ {
		at += bytes.IndexByte(text[at:], '"')
		if !escaped(text[from+1 : at]) {
			return at + 1
		}
	}
}

// escaped reports whether what comes after a text in a string is escaped.
func escaped(text []byte) bool {
	n := 0
	for n < len(text) && text[len(text)-1-n] == '\\' {
		n++
	}
	return n%2 == 1
}
