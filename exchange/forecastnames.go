package exchange

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tracker/scoring"
)

// numbered gives names numbers from 0, in the order of their first use. Each
// spelling is looked at once; different spellings of a name share its number.
type numbered struct {
	spellings map[string]int32
	numbers   map[string]int32
	names     []string
}

// newNumbered knows one name, the empty one, which has no number.
func newNumbered() numbered {
	return numbered{spellings: map[string]int32{"": scoring.NoEvent}, numbers: map[string]int32{"": scoring.NoEvent}}
}

// add numbers a name under a new spelling.
func (n *numbered) add(spelling, name string) int32 {
	id, known := n.numbers[name]
	if !known {
		id = int32(len(n.names))
		n.names, n.numbers[name] = append(n.names, name), id
	}
	n.spellings[spelling] = id
	return id
}

// name is the number of a name, -1 for none.
func (in *forecastReader) name(names *numbered, field []byte, member string) int32 {
	if id, ok := names.spellings[string(field)]; ok {
		return id
	}
	if in.doubt && !utf8.Valid(field) {
		in.foreign = true
		return scoring.NoEvent
	}
	if !utf8.Valid(field) || bytes.IndexByte(field, 0) >= 0 {
		in.refuse("%s %s is not UTF-8 text", member, shown(field))
		return scoring.NoEvent
	}
	return names.add(string(field), norm.NFC.String(strings.TrimSpace(string(field))))
}
