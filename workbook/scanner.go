package workbook

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What a token is.
const (
	start = iota + 1
	end
	chars
)

// maxToken is how long a tag or a text may be, in bytes: a cell holds 32,767
// characters.
const maxToken = 1 << 20

// scanner cuts a part into tokens. It reads what workbooks are made of: UTF-8
// without a document type. Names come without their prefix.
type scanner struct {
	from   *bufio.Reader
	kind   int
	name   string // of a start or an end
	tagged string // the same with its prefix
	text   []byte // of characters, until the next token
	in     string // the element around the characters
	attrs  []attribute
	close  bool // the start just seen was an empty element: its end follows
	buf    []byte
	names  map[string]string
	depth  int
	fault  error
}

// attribute is one of a tag, its value as it was written.
type attribute struct {
	name  string
	value []byte
}

func newScanner(r io.Reader) *scanner {
	s := &scanner{from: bufio.NewReaderSize(r, 64<<10), names: map[string]string{}}
	if head, _ := s.from.Peek(3); bytes.Equal(head, []byte("\xef\xbb\xbf")) {
		_, _ = s.from.Discard(3) // Peek has buffered them
	} else if len(head) > 1 && (head[0] >= 0xfe || head[0] == 0 || head[1] == 0) {
		s.fault = errors.New("a part that is not UTF-8")
	}
	return s
}

// next goes to the next token; false is for the end, or a fault.
func (s *scanner) next() bool {
	if s.close {
		s.close, s.kind, s.in = false, end, ""
		return true
	}
	for s.fault == nil {
		c, err := s.from.ReadByte()
		switch {
		case err == io.EOF && s.depth == 0:
			return false
		case err == io.EOF:
			s.fault = io.ErrUnexpectedEOF
		case err != nil:
			s.fault = err
		case c != '<':
			_ = s.from.UnreadByte() // ReadByte came before
			if s.characters() {
				return true
			}
		case s.tag():
			return true
		}
	}
	return false
}

// until reads up to a byte, which is taken and left out.
func (s *scanner) until(stop byte) bool {
	s.buf = s.buf[:0]
	return s.on(stop)
}

// on is until behind what has been read.
func (s *scanner) on(stop byte) bool {
	for {
		piece, err := s.from.ReadSlice(stop)
		s.buf = append(s.buf, piece...)
		switch {
		case err == bufio.ErrBufferFull && len(s.buf) <= maxToken:
		case err == nil && len(s.buf) <= maxToken:
			s.buf = s.buf[:len(s.buf)-1]
			return true
		case err == io.EOF:
			s.fault = io.ErrUnexpectedEOF
			return false
		case err == nil, err == bufio.ErrBufferFull:
			s.fault = fmt.Errorf("a cell or tag of more than %d characters", maxToken)
			return false
		default:
			s.fault = err
			return false
		}
	}
}

// characters reads text; outside of elements whose text counts it is skipped.
func (s *scanner) characters() bool {
	if !s.until('<') {
		if s.fault == io.ErrUnexpectedEOF && s.depth == 0 && len(bytes.TrimSpace(s.buf)) == 0 {
			s.fault = nil // white space at the end
		}
		return false
	}
	_ = s.from.UnreadByte() // '<' was the last one read
	if s.in == "" {
		return false
	}
	s.kind = chars
	s.text, s.fault = unescape(s.buf)
	return s.fault == nil
}

// tag reads what follows a <.
func (s *scanner) tag() bool {
	head, _ := s.from.Peek(8)
	switch {
	case bytes.HasPrefix(head, []byte("!--")):
		s.skip("-->")
	case bytes.HasPrefix(head, []byte("![CDATA[")):
		return s.cdata()
	case bytes.HasPrefix(head, []byte("?")):
		s.skip("?>")
	case bytes.HasPrefix(head, []byte("!")):
		s.fault = errors.New("a document type in XML")
	default:
		return s.inTag() && s.element()
	}
	return false
}

// inTag reads up to the > that stands in no value.
func (s *scanner) inTag() bool {
	var quote byte
	ok, seen := s.until('>'), 0
	for ok {
		for _, c := range s.buf[seen:] {
			switch {
			case quote == 0 && (c == '"' || c == '\''):
				quote = c
			case c == quote:
				quote = 0
			}
		}
		if quote == 0 {
			return true
		}
		s.buf = append(s.buf, '>')
		seen = len(s.buf)
		ok = s.on('>')
	}
	return false
}

// skip reads over everything up to the end of a text.
func (s *scanner) skip(stop string) {
	for {
		piece, err := s.from.Peek(max(s.from.Buffered(), len(stop)))
		if i := bytes.Index(piece, []byte(stop)); i >= 0 {
			_, _ = s.from.Discard(i + len(stop)) // Peek has buffered them
			return
		}
		if err != nil {
			s.fault = io.ErrUnexpectedEOF
			return
		}
		_, _ = s.from.Discard(len(piece) - len(stop) + 1) // likewise
	}
}

// skipElement reads over what stands in the element whose start was just
// seen, which holds no other of its name, and over its end.
func (s *scanner) skipElement() {
	if !s.close {
		s.skip("/" + s.tagged + ">")
		s.depth--
	}
	s.close, s.in = false, ""
}

func (s *scanner) cdata() bool {
	_, _ = s.from.Discard(8) // Peek has buffered them
	var text []byte
	for s.until('>') {
		text = append(append(text, s.buf...), '>')
		if bytes.HasSuffix(text, []byte("]]>")) {
			s.kind, s.text = chars, text[:len(text)-3]
			return s.in != ""
		}
		if len(text) > maxToken {
			s.fault = fmt.Errorf("a cell of more than %d characters", maxToken)
		}
	}
	return false
}

// element reads a tag between < and >.
func (s *scanner) element() bool {
	tag := s.buf
	if len(tag) > 0 && tag[0] == '/' {
		s.kind, s.name, s.in = end, s.known(bytes.TrimSpace(tag[1:])), ""
		s.depth--
		return true
	}
	if n := len(tag); n > 0 && tag[n-1] == '/' {
		tag, s.close = tag[:n-1], true
	}
	name, rest := tag, []byte(nil)
	if i := bytes.IndexAny(tag, " \t\r\n"); i >= 0 {
		name, rest = tag[:i], tag[i:]
	}
	s.kind, s.name, s.in, s.tagged = start, s.known(name), "", s.once(name)
	if !s.close {
		s.in = s.name
		s.depth++
	}
	return s.attributes(rest)
}

// known is a name without its prefix, made once.
func (s *scanner) known(name []byte) string {
	if i := bytes.IndexByte(name, ':'); i > 0 && i < len(name)-1 {
		name = name[i+1:]
	}
	return s.once(name)
}

// once is a text as a string made once.
func (s *scanner) once(name []byte) string {
	if made, ok := s.names[string(name)]; ok {
		return made
	}
	made := string(name)
	if len(s.names) < 10_000 {
		s.names[made] = made
	}
	return made
}

// attributes reads name="value" pairs.
func (s *scanner) attributes(text []byte) bool {
	s.attrs = s.attrs[:0]
	for {
		text = bytes.TrimLeft(text, " \t\r\n")
		if len(text) == 0 {
			return true
		}
		i := bytes.IndexByte(text, '=')
		if i < 0 {
			s.fault = errors.New("an attribute without a value")
			return false
		}
		name := s.known(bytes.TrimSpace(text[:i]))
		text = bytes.TrimLeft(text[i+1:], " \t\r\n")
		if len(text) == 0 || text[0] != '"' && text[0] != '\'' {
			s.fault = errors.New("an attribute without quotes")
			return false
		}
		j := bytes.IndexByte(text[1:], text[0])
		if j < 0 {
			s.fault = errors.New("an attribute that does not end")
			return false
		}
		s.attrs = append(s.attrs, attribute{name, text[1 : j+1]})
		text = text[j+2:]
	}
}

// attr is an attribute of the start just seen, "" for none.
func (s *scanner) attr(name string) string { return string(s.raw(name)) }

// word is attr for what is often the same.
func (s *scanner) word(name string) string { return s.once(s.raw(name)) }

// raw is attr until the next token.
func (s *scanner) raw(name string) []byte {
	for _, a := range s.attrs {
		if a.name != name {
			continue
		}
		value, err := unescape(a.value)
		if err != nil {
			s.fault = err
		}
		return value
	}
	return nil
}

var errEntity = errors.New("a text with & that stands for nothing known")

// unescape resolves the five entities and characters by number, in place.
func unescape(text []byte) ([]byte, error) {
	amp := bytes.IndexByte(text, '&')
	if amp < 0 {
		if bytes.IndexByte(text, '\r') >= 0 {
			text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		}
		return text, nil
	}
	out := append([]byte(nil), text[:amp]...)
	for text = text[amp:]; len(text) > 0; {
		if text[0] != '&' {
			i := bytes.IndexByte(text, '&')
			if i < 0 {
				i = len(text)
			}
			out, text = append(out, text[:i]...), text[i:]
			continue
		}
		i := bytes.IndexByte(text, ';')
		if i < 0 || i > 12 {
			return nil, errEntity
		}
		r, err := entity(string(text[1:i]))
		if err != nil {
			return nil, err
		}
		out, text = utf8.AppendRune(out, r), text[i+1:]
	}
	return out, nil
}

func entity(name string) (rune, error) {
	switch name {
	case "lt":
		return '<', nil
	case "gt":
		return '>', nil
	case "amp":
		return '&', nil
	case "quot":
		return '"', nil
	case "apos":
		return '\'', nil
	}
	digits, ok := strings.CutPrefix(name, "#")
	base := 10
	if hex, isHex := strings.CutPrefix(digits, "x"); isHex {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if !ok || err != nil || n > utf8.MaxRune {
		return 0, errEntity
	}
	return rune(n), nil
}
