package exchange

import (
	"fmt"
	"strconv"
	"strings"
)

// maxDepth is how deeply arrays and objects may be nested, maxDigits how long
// a number may be.
const (
	maxDepth  = 64
	maxDigits = 100
)

// scanner walks one JSON text from left to right and refuses whatever RFC
// 8259 does not allow. It builds nothing: whoever calls says what comes next.
type scanner struct {
	text  string
	at    int // the next byte
	depth int
}

// syntaxError is where and why a text is not JSON.
type syntaxError struct {
	at  int // the byte, from 0
	msg string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("column %d: %s", e.at+1, e.msg) }

func (s *scanner) refuse(at int, format string, args ...any) error {
	return &syntaxError{at, fmt.Sprintf(format, args...)}
}

// expected is the refusal of whatever stands at the next byte.
func (s *scanner) expected(what string) error {
	if s.at >= len(s.text) {
		return s.refuse(s.at, "the line ends where %s should be", what)
	}
	return s.refuse(s.at, "%.1q where %s should be", s.text[s.at:], what)
}

// peek skips space and returns the next byte, 0 at the end.
func (s *scanner) peek() byte {
	for ; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c
		}
	}
	return 0
}

// enter takes the bracket that opens an object or array.
func (s *scanner) enter(open byte) error {
	if s.peek() != open {
		return s.expected(strconv.QuoteRune(rune(open)))
	}
	if s.depth++; s.depth > maxDepth {
		return s.refuse(s.at, "nested more than %d deep", maxDepth)
	}
	s.at++
	return nil
}

// more takes what stands between elements: it reports whether another one
// follows, and takes the closing bracket when none does.
func (s *scanner) more(first bool, closing byte) (bool, error) {
	switch c := s.peek(); {
	case c == closing:
		s.at++
		s.depth--
		return false, nil
	case first:
		return true, nil
	case c == ',':
		s.at++
		if s.peek() == closing {
			return false, s.refuse(s.at, "a comma before %q", closing)
		}
		return true, nil
	}
	return false, s.expected("a comma or " + strconv.QuoteRune(rune(closing)))
}

// name takes the name of a member and its colon.
func (s *scanner) name() (string, error) {
	if s.peek() != '"' {
		return "", s.expected("a member in quotes")
	}
	name, err := s.str()
	if err != nil {
		return "", err
	}
	if s.peek() != ':' {
		return "", s.expected("a colon")
	}
	s.at++
	return name, nil
}

// scalar takes a string, number, boolean or null.
func (s *scanner) scalar() (value, error) {
	switch c := s.peek(); {
	case c == '"':
		text, err := s.str()
		return value{text: text, kind: aText}, err
	case c == '-' || '0' <= c && c <= '9':
		text, err := s.number()
		return value{text: text, kind: aNumber}, err
	}
	for _, word := range []value{{"null", aNull}, {"true", aBool}, {"false", aBool}} {
		if strings.HasPrefix(s.text[s.at:], word.text) {
			s.at += len(word.text)
			return word, nil
		}
	}
	return value{}, s.expected("a value")
}

// number takes a number that a float64 can hold.
func (s *scanner) number() (string, error) {
	start := s.at
	if s.at < len(s.text) && s.text[s.at] == '-' {
		s.at++
	}
	whole := s.digits()
	if whole == 0 || whole > 1 && s.text[s.at-whole] == '0' {
		return "", s.refuse(start, "not a number as JSON writes it")
	}
	if s.at < len(s.text) && s.text[s.at] == '.' {
		if s.at++; s.digits() == 0 {
			return "", s.refuse(start, "a number that ends in a point")
		}
	}
	if s.at < len(s.text) && s.text[s.at]|0x20 == 'e' {
		if s.at++; s.at < len(s.text) && (s.text[s.at] == '+' || s.text[s.at] == '-') {
			s.at++
		}
		if s.digits() == 0 {
			return "", s.refuse(start, "a number without an exponent after e")
		}
	}
	text := s.text[start:s.at]
	if len(text) > maxDigits {
		return "", s.refuse(start, "a number of %d characters: the limit is %d", len(text), maxDigits)
	}
	if _, err := strconv.ParseFloat(text, 64); err != nil {
		return "", s.refuse(start, "the number %s is out of range", text)
	}
	return text, nil
}

// digits takes decimal digits and returns how many.
func (s *scanner) digits() int {
	start := s.at
	for s.at < len(s.text) && '0' <= s.text[s.at] && s.text[s.at] <= '9' {
		s.at++
	}
	return s.at - start
}

// skip takes a whole value and forgets it.
func (s *scanner) skip() error {
	switch c := s.peek(); c {
	case '{', '[':
		return s.skipNested(c)
	}
	_, err := s.scalar()
	return err
}

func (s *scanner) skipNested(open byte) error {
	if err := s.enter(open); err != nil {
		return err
	}
	for first := true; ; first = false {
		if more, err := s.more(first, open+2); !more { // } and ] stand two after { and [
			return err
		}
		if open == '{' {
			if _, err := s.name(); err != nil {
				return err
			}
		}
		if err := s.skip(); err != nil {
			return err
		}
	}
}

// end refuses anything but space after the value.
func (s *scanner) end() error {
	if s.peek(); s.at < len(s.text) {
		return s.refuse(s.at, "more after the end of the value")
	}
	return nil
}
