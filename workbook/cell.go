package workbook

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// cell is a cell being read.
type cell struct {
	kind, style string
	value       []byte // of <v>, or of the text within
	formula     []byte
}

func (c *cell) begin(s *scanner) {
	c.kind, c.style = s.word("t"), s.word("s")
	c.value, c.formula = c.value[:0], c.formula[:0]
}

// read reads up to </c>.
func (c *cell) read(f *File, s *scanner) (text, link string, err error) {
	phonetic := false
	for s.next() && !(s.kind == end && s.name == "c") {
		switch {
		case s.name == "rPh" && s.kind != chars:
			phonetic = s.kind == start
		case s.kind != chars || phonetic:
		case s.in == "v", s.in == "t":
			c.value = append(c.value, s.text...)
		case s.in == "f":
			c.formula = append(c.formula, s.text...)
		}
	}
	if s.fault != nil {
		return "", "", s.fault
	}
	text, err = f.show(c)
	if len(c.formula) > 0 {
		link = linkIn(string(c.formula))
	}
	return text, link, err
}

// show is a cell as a text.
func (f *File) show(c *cell) (string, error) {
	switch c.kind {
	case "s", "b", "d", "e":
		if len(bytes.TrimSpace(c.value)) == 0 {
			return "", nil
		}
	}
	switch c.kind {
	case "s":
		i, err := strconv.Atoi(string(bytes.TrimSpace(c.value)))
		if err != nil {
			return "", err
		}
		text, err := f.strings.get(i)
		return unescapeText(text), err
	case "inlineStr", "str":
		return unescapeText(string(c.value)), nil
	case "b":
		if string(c.value) == "1" {
			return "TRUE", nil
		}
		return "FALSE", nil
	case "d":
		day, clock, _ := strings.Cut(string(c.value), "T")
		return strings.TrimSuffix(day+" "+strings.TrimSuffix(clock, "Z"), midnight), nil
	case "e":
		return strings.TrimPrefix(string(c.value), "#N/A"), nil // not available is no value
	}
	number := string(bytes.TrimSpace(c.value))
	x, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return number, nil
	}
	return f.number(x, c.style), nil
}

// number shows a number as its style says: as a day, a percentage or in full.
func (f *File) number(x float64, styled string) string {
	var s style
	if i, err := strconv.Atoi(styled); err == nil && i >= 0 && i < len(f.styles) {
		s = f.styles[i]
	}
	switch {
	case s == dates:
		if text, ok := f.day(x); ok {
			return text
		}
	case s == percents:
		return plain(x*100) + "%"
	}
	return plain(x)
}

// plain is a number to the 15 digits that a spreadsheet keeps.
func plain(x float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64)
	if err != nil {
		short = x
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// linkIn is the address of a formula HYPERLINK("https://…","…"), "" for
// another.
func linkIn(formula string) string {
	formula = strings.TrimSpace(formula)
	const call = "HYPERLINK("
	if len(formula) < len(call) || !strings.EqualFold(formula[:len(call)], call) {
		return ""
	}
	rest, ok := strings.CutPrefix(strings.TrimSpace(formula[len(call):]), `"`)
	address, _, closed := strings.Cut(rest, `"`)
	if !ok || !closed {
		return ""
	}
	return address
}

// unescapeText resolves _x000D_ and its like, which stand for characters that
// XML cannot hold.
func unescapeText(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		if code, ok := escaped(text[i:]); ok {
			b.WriteRune(code)
			i += escapeSize
			continue
		}
		b.WriteByte(text[i])
		i++
	}
	return b.String()
}

const escapeSize = len("_x000D_")

// escaped reads an _x000D_ at the start of a text.
func escaped(text string) (rune, bool) {
	if len(text) < escapeSize || text[0] != '_' || text[1] != 'x' || text[6] != '_' {
		return 0, false
	}
	code, err := strconv.ParseUint(text[2:6], 16, 16)
	return rune(code), err == nil && utf8.ValidRune(rune(code))
}
