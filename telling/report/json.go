package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"tracker/clean"
)

// json writes the report as it is, indented, with every character that a
// terminal would act on escaped; claims go out one by one.
func (r Report) json(w io.Writer) error {
	r.Claims = []Claim{}
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("render the report as JSON: %w", err)
	}
	before, after, _ := bytes.Cut(text, []byte("\n  \"claims\": []"))
	out := bufio.NewWriter(w)
	out.Write(append(escapeHarmful(before), "\n  \"claims\": ["...))
	n := 0
	err = r.Each(func(c *Claim) error {
		text, err := json.MarshalIndent(c, "    ", "  ")
		if err != nil {
			return fmt.Errorf("render claim %d as JSON: %w", c.ID, err)
		}
		if n > 0 {
			out.WriteByte(',')
		}
		n++
		out.WriteString("\n    ")
		_, err = out.Write(escapeHarmful(text))
		return err
	})
	if n > 0 {
		out.WriteString("\n  ")
	}
	out.WriteByte(']')
	out.Write(append(escapeHarmful(after), '\n'))
	return errors.Join(err, out.Flush())
}

// escapeHarmful escapes what encoding/json lets through: DEL, C1 controls and
// bidirectional controls. They occur inside strings only and none lies beyond
// U+FFFF.
func escapeHarmful(text []byte) []byte {
	if !bytes.ContainsFunc(text, func(r rune) bool { return r >= 0x7f && clean.Harmful(string(r)) }) {
		return text
	}
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
