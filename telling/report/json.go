package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"tracker/clean"
)

// json renders the report as it is, indented, with every character that a
// terminal would act on escaped.
func (r Report) json() ([]byte, error) {
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("render the report as JSON: %w", err)
	}
	return append(escapeHarmful(text), '\n'), nil
}

// escapeHarmful escapes what encoding/json lets through: DEL, C1 controls and
// bidirectional controls. They occur inside strings only and none lies beyond
// U+FFFF.
func escapeHarmful(text []byte) []byte {
	var b bytes.Buffer
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		if r >= 0x7f && clean.Harmful(string(r)) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.Write(text[:n])
		}
		text = text[n:]
	}
	return b.Bytes()
}
