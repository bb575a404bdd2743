package article

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

var declares = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]{1,40})`)
})

// declared is the encoding that the head of a page names, "" for none.
func declared(file []byte) string {
	if m := declares().FindSubmatch(file[:min(len(file), 4096)]); m != nil {
		return string(m[1])
	}
	return ""
}

// decoded is a text in UTF-8. A page may lie about its encoding: what reads as
// UTF-8 is UTF-8, whatever it says, and what it says is believed of the rest.
// Without a word it is Windows-1252.
func decoded(file, charset string) layer {
	from := utf16Of([]byte(file))
	switch {
	case from != nil:
	case strings.HasPrefix(file, "\xef\xbb\xbf"):
		w := new(weaver)
		w.add(strings.ToValidUTF8(file[3:], "?"), 3, len(file))
		return w.layer()
	case utf8.ValidString(file):
		return layer{text: file}
	default:
		from = encodingNamed(charset)
	}
	return transcoded(file, from)
}

// encodingNamed finds the encoding of what is not UTF-8. Those that could hide
// text from whoever looks at the bytes are not believed.
func encodingNamed(name string) encoding.Encoding {
	e, err := htmlindex.Get(name)
	if err != nil || e == encoding.Replacement {
		return charmap.Windows1252
	}
	if id, err := htmlindex.Name(e); err != nil || strings.HasPrefix(id, "utf-") || id == "replacement" || id == "x-user-defined" {
		return charmap.Windows1252
	}
	return e
}

// utf16Of is UTF-16 where a file is that by its mark, or by the zeros between
// its letters; nil where it is not.
func utf16Of(file []byte) encoding.Encoding {
	head := file[:min(len(file), 64)]
	little, big := 0, 0
	for i, b := range head {
		if b == 0 && i%2 == 1 {
			little++
		} else if b == 0 {
			big++
		}
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")) || len(head) > 8 && little*3 > len(head) && big == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(head, []byte("\xfe\xff")) || len(head) > 8 && big*3 > len(head) && little == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return nil
}

// transcoded decodes a text character by character, so that each knows its
// bytes.
func transcoded(file string, from encoding.Encoding) layer {
	w := &weaver{text: make([]byte, 0, len(file))}
	if table, ok := from.(*charmap.Charmap); ok {
		for i := range len(file) {
			w.add(string(table.DecodeByte(file[i])), i, i+1)
		}
		return w.layer()
	}
	d, src := from.NewDecoder(), []byte(file)
	var one [4 * utf8.UTFMax]byte
	for at := 0; at < len(src); {
		n, used := 0, 0
		for more := 1; n == 0 && used == 0 && more <= 8 && at+more <= len(src); more++ {
			n, used, _ = d.Transform(one[:], src[at:at+more], at+more == len(src)) // an error is a character that is not whole yet
		}
		used = max(used, 1)
		w.add(string(one[:n]), at, at+used)
		at += used
	}
	return w.layer()
}
