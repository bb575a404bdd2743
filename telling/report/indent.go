package report

import (
	"bytes"
	"encoding/json"
	"fmt"

	"tracker/clean"
)

// Document is a value as JSON has it in reports: indented, from a depth on, and
// with every character escaped that a terminal would act on.
func Document(v any, depth int) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return indented(clean.JSON(text), depth), nil
}

// indented is what json.Indent makes of JSON without white space. That checks
// every byte, which takes longer than writing them.
func indented(text []byte, depth int) []byte {
	out := make([]byte, 0, len(text)+len(text)/2)
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
