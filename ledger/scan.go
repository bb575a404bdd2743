package ledger

import (
	"encoding/json"
	"unicode/utf8"
)

// deepest is how far values stand in one another in a text that is scanned;
// one beyond it is read the long way.
const deepest = 100

// scanner goes through a text that is canonical until it finds otherwise.
type scanner struct {
	text []byte
	at   int
}

// isCanonical reports whether a text is one value in canonical form. It may
// be one that it says no to: of names with escapes, it does not know their order.
func isCanonical(text []byte) bool {
	s := scanner{text: text}
	return utf8.Valid(text) && s.value(0) && s.at == len(text)
}

// next is the byte there is, 0 at the end.
func (s *scanner) next() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

// take passes a byte.
func (s *scanner) take(c byte) bool {
	if s.next() != c {
		return false
	}
	s.at++
	return true
}

// value passes a value.
func (s *scanner) value(depth int) bool {
	switch s.next() {
	case '{':
		return depth < deepest && s.object(depth+1)
	case '[':
		return depth < deepest && s.list(depth+1)
	case '"':
		_, _, ok := s.str()
		return ok
	case 't':
		return s.word("true")
	case 'f':
		return s.word("false")
	case 'n':
		return s.word("null")
	}
	return s.number()
}

func (s *scanner) word(w string) bool {
	if len(s.text)-s.at < len(w) || string(s.text[s.at:s.at+len(w)]) != w {
		return false
	}
	s.at += len(w)
	return true
}

func (s *scanner) list(depth int) bool {
	s.at++
	if s.take(']') {
		return true
	}
	for {
		if !s.value(depth) {
			return false
		}
		if !s.take(',') {
			return s.take(']')
		}
	}
}

func (s *scanner) object(depth int) bool {
	s.at++
	if s.take('}') {
		return true
	}
	var before []byte
	for first := true; ; first = false {
		name, escaped, ok := s.str()
		if !ok || escaped || !first && compareUTF16(before, name) >= 0 || !s.take(':') || !s.value(depth) {
			return false
		}
		before = name
		if !s.take(',') {
			return s.take('}')
		}
	}
}

// str passes a string and returns what stands between its quotes.
func (s *scanner) str() (inside []byte, escaped, ok bool) {
	if !s.take('"') {
		return nil, false, false
	}
	start := s.at
	for ; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; {
		case c == '"':
			s.at++
			return s.text[start : s.at-1], escaped, true
		case c < ' ':
			return nil, false, false
		case c == '\\':
			n := escapeAt(s.text[s.at:])
			if n == 0 {
				return nil, false, false
			}
			s.at, escaped = s.at+n-1, true
		}
	}
	return nil, false, false
}

// escapeAt is the length of the escape at the beginning of b, 0 when it is
// none that a canonical text has.
func escapeAt(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	switch b[1] {
	case '"', '\\', 'b', 't', 'n', 'f', 'r':
		return 2
	}
	if c, ok := control(b); ok && c != '\b' && c != '\t' && c != '\n' && c != '\f' && c != '\r' {
		return 6
	}
	return 0
}

// control is the character that \u00XX at the beginning of b writes, below a
// space, in lower case.
func control(b []byte) (byte, bool) {
	if len(b) < 6 || string(b[:4]) != `\u00` || b[4] != '0' && b[4] != '1' {
		return 0, false
	}
	switch low := b[5]; {
	case low >= '0' && low <= '9':
		return (b[4]-'0')<<4 | low - '0', true
	case low >= 'a' && low <= 'f':
		return (b[4]-'0')<<4 | low - 'a' + 10, true
	}
	return 0, false
}

// number passes a number that is spelled as it has to be.
func (s *scanner) number() bool {
	start, plain := s.at, true
	for ; s.at < len(s.text); s.at++ {
		c := s.text[s.at]
		if c == '.' || c == 'e' || c == '+' || c == '-' {
			plain = false
		} else if c < '0' || c > '9' {
			break
		}
	}
	text := s.text[start:s.at]
	if plain && len(text) > 0 && len(text) <= 15 {
		return len(text) == 1 || text[0] != '0'
	}
	var room [32]byte
	again, err := appendNumber(room[:0], json.Number(text))
	return err == nil && string(again) == string(text)
}
