package exchange

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"tracker/claims"
)

// spelling is how the bytes of a text stand for characters and lines.
type spelling struct {
	charset encoding.Encoding // nil is UTF-8
	called  string            // the name of charset
	cr      bool              // lines end with a carriage return alone
	comma   byte              // what stands between cells; 0 for what the first line has most of
}

// charsetNamed finds a charset by the name that somebody typed: utf-8,
// utf-16, windows-1252, iso-8859-15 …
func charsetNamed(name string) (encoding.Encoding, error) {
	plain := func(s string) string {
		return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(s))
	}
	switch want := plain(name); want {
	case "", "utf8":
		return nil, nil
	case "utf16", "utf16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), nil
	case "utf16be":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	case "latin1":
		return charmap.ISO8859_1, nil
	default:
		if strings.HasPrefix(want, "cp125") {
			want = "windows" + want[2:]
		}
		for _, c := range charmap.All {
			if plain(fmt.Sprint(c)) == want {
				return c, nil
			}
		}
	}
	return nil, claims.Refuse("", "no encoding is called %.40q", name).WithHint("--encoding utf-8, utf-16, windows-1252 or iso-8859-1")
}

// decode turns a text into UTF-8 without a byte order mark.
func decode(r io.Reader, charset encoding.Encoding) io.Reader {
	b := bufio.NewReaderSize(r, 64<<10)
	if head, _ := b.Peek(3); charset == nil {
		switch {
		case bytes.Equal(head, []byte("\xef\xbb\xbf")):
			_, _ = b.Discard(3) // Peek has buffered them
		case isUTF16(head):
			charset = unicode.UTF16(endian(head), unicode.UseBOM)
		}
	}
	if charset == nil {
		return b
	}
	return transform.NewReader(b, charset.NewDecoder())
}

func endian(head []byte) unicode.Endianness {
	if head[0] == 0 {
		return unicode.BigEndian
	}
	return unicode.LittleEndian
}

// examine reads a text to its end and tells how it is spelt. What is neither
// UTF-8 nor, beyond doubt, Windows-1252 is refused unless asked names its
// charset.
func examine(r io.Reader, name, asked string) (spelling, error) {
	charset, err := charsetNamed(asked)
	if err != nil {
		return spelling{}, err
	}
	s := spelling{charset: charset, called: asked}
	x := examiner{in: bufio.NewReaderSize(decode(r, charset), 64<<10), line: 1}
	if err := x.run(); err != nil {
		return s, fmt.Errorf("read %s: %w", name, err)
	}
	s.cr = x.returns > 0 && x.feeds == 0
	switch {
	case x.bad == 0:
		return s, nil
	case charset != nil || !x.western():
		return s, claims.Refuse("", "%s:%d: the text is not UTF-8", name, x.bad).
			WithHint("save it as UTF-8, or say what it is: --encoding windows-1252 reads %.40q there", x.sample())
	}
	s.charset, s.called = charmap.Windows1252, "windows-1252"
	return s, nil
}

// examiner counts what tells one spelling from another.
type examiner struct {
	in             *bufio.Reader
	feeds, returns int
	line           int // where the reading is
	bad            int // the first line that is not UTF-8, 0 for none
	around         []byte
	high           [256]bool // the bytes above 127 that stand in no UTF-8
	run3           bool      // three letters of them in a row
	valid, broken  int       // characters of UTF-8 beyond ASCII, and bytes that are none
}

func (x *examiner) run() error {
	long, streak := 0, 0
	for {
		chunk, err := x.in.Peek(4 << 10)
		if len(chunk) == 0 {
			if err == io.EOF {
				err = nil
			}
			return err
		}
		if ascii := asciiPrefix(chunk); ascii > 0 {
			x.breaks(chunk[:ascii], &long)
			streak = 0
			_, _ = x.in.Discard(ascii) // Peek has buffered them
			if long > maxLine {
				return nil // who reads the rows says so
			}
			continue
		}
		r, n := utf8.DecodeRune(chunk)
		if r == utf8.RuneError && n == 1 {
			if streak++; chunk[0] < 0xc0 {
				streak = 0 // no letter
			}
			x.note(chunk, streak)
		} else {
			streak = 0
			x.valid++
		}
		_, _ = x.in.Discard(n) // likewise
	}
}

func asciiPrefix(b []byte) int {
	for i, c := range b {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}

// breaks counts the line breaks of a piece of text.
func (x *examiner) breaks(b []byte, long *int) {
	feeds, returns := bytes.Count(b, []byte{'\n'}), bytes.Count(b, []byte{'\r'})
	x.feeds, x.returns = x.feeds+feeds, x.returns+returns
	x.line += feeds
	if *long += len(b); feeds+returns > 0 {
		*long = 0
	}
}

// note keeps a byte that is not UTF-8.
func (x *examiner) note(rest []byte, streak int) {
	if x.bad == 0 {
		x.bad, x.around = x.line, bytes.Clone(rest[:min(len(rest), 12)])
	}
	x.high[rest[0]] = true
	x.broken++
	x.run3 = x.run3 || streak >= 3
}

// western reports whether the text can only be Windows-1252: all its bytes
// stand for the same in Windows-1250, never three in a row as in words of
// another alphabet, and what could be UTF-8 is the exception, as is Ö before
// a closing quotation mark.
func (x *examiner) western() bool {
	for b := 128; b < 256; b++ {
		r := charmap.Windows1252.DecodeByte(byte(b))
		if x.high[b] && (r == utf8.RuneError || r < 0xa0 || r != charmap.Windows1250.DecodeByte(byte(b))) {
			return false
		}
	}
	return !x.run3 && x.broken > 2*x.valid
}

// sample is what stands at the first byte that is not UTF-8, as
// Windows-1252.
func (x *examiner) sample() string {
	text, _ := charmap.Windows1252.NewDecoder().Bytes(x.around) // it knows every byte
	line, _, _ := strings.Cut(string(text), "\n")
	return line
}
