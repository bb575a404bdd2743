package exchange

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// str takes a string in quotes. Without escapes it is a part of the text
// itself, so that nothing is copied.
func (s *scanner) str() (string, error) {
	start := s.at + 1
	ascii := true
	for i := start; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '"':
			s.at = i + 1
			return s.text[start:i], s.checkUTF8(start, i, ascii)
		case c == '\\':
			return s.escaped(start, i, ascii)
		case c < 0x20:
			return "", s.refuse(i, "the control character %q stands bare in a string", c)
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return "", s.refuse(start-1, "a string that does not end")
}

// escaped goes on with str from the first escape.
func (s *scanner) escaped(start, i int, ascii bool) (string, error) {
	var b strings.Builder
	b.WriteString(s.text[start:i])
	for i < len(s.text) {
		switch c := s.text[i]; {
		case c == '"':
			s.at = i + 1
			return b.String(), s.checkUTF8(start, i, ascii)
		case c < 0x20:
			return "", s.refuse(i, "the control character %q stands bare in a string", c)
		case c == '\\':
			r, size, err := s.escape(i)
			if err != nil {
				return "", err
			}
			b.WriteRune(r)
			i += size
		default:
			ascii = ascii && c < utf8.RuneSelf
			b.WriteByte(c)
			i++
		}
	}
	return "", s.refuse(start-1, "a string that does not end")
}

// escape reads the escape at byte i: its rune and how many bytes it takes.
func (s *scanner) escape(i int) (r rune, size int, err error) {
	if i+1 < len(s.text) {
		switch c := s.text[i+1]; c {
		case '"', '\\', '/':
			return rune(c), 2, nil
		case 'b':
			return '\b', 2, nil
		case 'f':
			return '\f', 2, nil
		case 'n':
			return '\n', 2, nil
		case 'r':
			return '\r', 2, nil
		case 't':
			return '\t', 2, nil
		case 'u':
			return s.unicode(i)
		}
	}
	return 0, 0, s.refuse(i, "not an escape that JSON knows")
}

// unicode reads \uXXXX, or the two of a surrogate pair.
func (s *scanner) unicode(i int) (r rune, size int, err error) {
	r, ok := s.hex(i)
	switch {
	case !ok:
		return 0, 0, s.refuse(i, `\u without four hexadecimal digits`)
	case r == 0:
		return 0, 0, s.refuse(i, "NUL in a string")
	case !utf16.IsSurrogate(r):
		return r, 6, nil
	}
	low, ok := s.hex(i + 6)
	if pair := utf16.DecodeRune(r, low); ok && pair != utf8.RuneError {
		return pair, 12, nil
	}
	return 0, 0, s.refuse(i, "half a surrogate pair")
}

// hex reads the digits of a \uXXXX at byte i.
func (s *scanner) hex(i int) (rune, bool) {
	if i+6 > len(s.text) || s.text[i] != '\\' || s.text[i+1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(s.text[i+2:i+6], 16, 32)
	return rune(n), err == nil
}

// checkUTF8 refuses the bytes from start to end when they are not UTF-8.
func (s *scanner) checkUTF8(start, end int, ascii bool) error {
	if ascii {
		return nil
	}
	if i := invalidUTF8(s.text[start:end]); i >= 0 {
		return s.refuse(start+i, "invalid UTF-8")
	}
	return nil
}

// invalidUTF8 returns the first byte of s that is not UTF-8, -1 when all is.
func invalidUTF8(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i := 0; ; {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
}
