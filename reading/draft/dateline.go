package draft

import (
	"strings"
	"unicode"
)

// dateline passes "BERLIN, Aug 6 (Agency) — " at the start of a block, and
// keeps the agency.
func (b *block) dateline(text string) {
	line := text[b.Start:b.End]
	head := line[:min(len(line), 90)]
	end, size := dash(head)
	if end < 3 || !isPlace(head[:end]) {
		return
	}
	if open := strings.IndexByte(head[:end], '('); open >= 0 {
		if agency, _, ok := strings.Cut(head[open+1:end], ")"); ok {
			b.relay = strings.TrimSpace(agency)
		}
	}
	b.Start += end + size
	b.Span = trimmed(text, b.Span)
}

// dash is where the first dash with spaces around it stands.
func dash(head string) (at, size int) {
	at = len(head)
	for _, mark := range [...]string{" - ", " – ", " — ", " -- "} {
		if i := strings.Index(head, mark); i >= 0 && i < at {
			at, size = i, len(mark)
		}
	}
	if i := strings.Index(head, ")—"); size == 0 && i >= 0 {
		return i + 1, len("—")
	}
	if size == 0 {
		return 0, 0
	}
	return at, size
}

// isPlace reports what may stand before the dash of a dateline: a place in
// capitals, or one followed by an agency in brackets.
func isPlace(head string) bool {
	first := strings.FieldsFunc(head, func(r rune) bool { return r == ' ' || r == ',' || r == '(' || r == '/' })
	if len(first) == 0 || len(first) > 9 {
		return false
	}
	capitals := len(first[0]) > 2
	for _, r := range first[0] {
		capitals = capitals && !unicode.IsLower(r)
	}
	return capitals && unicode.IsUpper(rune(first[0][0])) || unicode.IsUpper(rune(head[0])) && strings.HasSuffix(strings.TrimSpace(head), ")")
}
