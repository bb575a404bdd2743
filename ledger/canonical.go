package ledger

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// Canonicalize returns the canonical form (RFC 8785) of a JSON text. It refuses
// duplicate members, invalid UTF-8, numbers that a float64 cannot hold and
// anything after the value.
func Canonicalize(text []byte) ([]byte, error) {
	if isCanonical(text) {
		return bytes.Clone(text), nil
	}
	return recast(text)
}

// recast is Canonicalize for a text that need not be canonical.
func recast(text []byte) ([]byte, error) {
	if !utf8.Valid(text) {
		return nil, fmt.Errorf("invalid UTF-8")
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	out, err := appendValue(make([]byte, 0, len(text)), dec)
	if err != nil {
		return nil, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("more than one JSON value")
	}
	return out, nil
}

// appendValue reads one value from dec and appends its canonical form.
func appendValue(b []byte, dec *json.Decoder) ([]byte, error) {
	tok, err := dec.Token()
	if err != nil {
		return nil, err
	}
	switch t := tok.(type) {
	case json.Delim:
		if t == '[' {
			return appendArray(b, dec)
		}
		return appendObject(b, dec)
	case string:
		return appendString(b, t), nil
	case json.Number:
		return appendNumber(b, t)
	case bool:
		return strconv.AppendBool(b, t), nil
	}
	return append(b, "null"...), nil
}

func appendArray(b []byte, dec *json.Decoder) ([]byte, error) {
	b = append(b, '[')
	for n := 0; dec.More(); n++ {
		if n > 0 {
			b = append(b, ',')
		}
		var err error
		if b, err = appendValue(b, dec); err != nil {
			return nil, err
		}
	}
	_, err := dec.Token()
	return append(b, ']'), err
}

func appendObject(b []byte, dec *json.Decoder) ([]byte, error) {
	type member struct {
		name  string
		value []byte
	}
	var members []member
	for dec.More() {
		tok, err := dec.Token()
		if err != nil {
			return nil, err
		}
		value, err := appendValue(nil, dec)
		if err != nil {
			return nil, err
		}
		members = append(members, member{tok.(string), value})
	}
	if _, err := dec.Token(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(members, func(x, y member) int { return compareUTF16(x.name, y.name) })
	b = append(b, '{')
	for i, m := range members {
		if i > 0 {
			if m.name == members[i-1].name {
				return nil, fmt.Errorf("duplicate member %q", m.name)
			}
			b = append(b, ',')
		}
		b = append(appendString(b, m.name), ':')
		b = append(b, m.value...)
	}
	return append(b, '}'), nil
}

// compareUTF16 orders strings by UTF-16 code units, as RFC 8785 asks: beyond
// U+FFFF this is not the order of the bytes.
func compareUTF16[T string | []byte](a, b T) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] >= utf8.RuneSelf || b[i] >= utf8.RuneSelf {
			return slices.Compare(utf16.Encode([]rune(string(a))), utf16.Encode([]rune(string(b))))
		}
		if a[i] != b[i] {
			return int(a[i]) - int(b[i])
		}
	}
	return len(a) - len(b)
}

const hexDigits = "0123456789abcdef"

func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c >= 0x20:
			b = append(b, c)
		case c == '\b':
			b = append(b, '\\', 'b')
		case c == '\t':
			b = append(b, '\\', 't')
		case c == '\n':
			b = append(b, '\\', 'n')
		case c == '\f':
			b = append(b, '\\', 'f')
		case c == '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return append(b, '"')
}

// appendNumber appends the canonical form of n.
func appendNumber(b []byte, n json.Number) ([]byte, error) {
	f, err := n.Float64()
	if err != nil {
		return nil, fmt.Errorf("number %.40s is out of range", n)
	}
	return appendFloat(b, f)
}

// appendFloat prints f as ECMAScript's Number.prototype.toString does.
func appendFloat(b []byte, f float64) ([]byte, error) {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return nil, fmt.Errorf("number %v is out of range", f)
	}
	if f == 0 {
		return append(b, '0'), nil
	}
	if abs := math.Abs(f); abs >= 1e-6 && abs < 1e21 {
		return strconv.AppendFloat(b, f, 'f', -1, 64), nil
	}
	start := len(b)
	b = strconv.AppendFloat(b, f, 'e', -1, 64)
	// Go writes at least two digits of exponent, ECMAScript as few as it needs.
	if e := bytes.IndexByte(b[start:], 'e') + start; b[e+2] == '0' {
		b = append(b[:e+2], b[e+3:]...)
	}
	return b, nil
}
