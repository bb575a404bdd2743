package draft

import (
	"unicode"
	"unicode/utf8"

	"tracker/reading/clause"
)

// quotation is what stands between quotation marks, without them, in bytes of
// the article.
type quotation struct {
	clause.Span
	block int
	open  bool // goes on in the next block, or was not closed
}

// quotations finds those of a block. A straight mark opens and closes in turn;
// one that is not closed lasts to the end of the block.
func quotations(text string, b clause.Span, n int) []quotation {
	var all []quotation
	var closing rune
	for i := b.Start; i < b.End; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if two := text[i:min(i+2, b.End)]; two == "''" || two == "``" { // as agencies send them
			r, size = '"', 2
		}
		switch {
		case closing == 0 && opens(text, i, b.Start, r):
			closing = partner(r)
			all = append(all, quotation{clause.Span{Start: i + size, End: b.End}, n, true})
		case closing != 0 && r == closing && !(r == '’' && insideWord(text, i, size)):
			all[len(all)-1].End, all[len(all)-1].open = i, false
			closing = 0
		}
		i += size
	}
	return all
}

func partner(open rune) rune {
	switch open {
	case '“':
		return '”'
	case '„':
		return '“'
	case '«':
		return '»'
	case '‘':
		return '’'
	}
	return open
}

// opens reports whether the mark at i can open a quotation.
func opens(text string, i, start int, r rune) bool {
	switch r {
	case '“', '«', '„', '"':
		return true
	case '‘':
		before, _ := utf8.DecodeLastRuneInString(text[start:i])
		return i == start || !unicode.IsLetter(before)
	}
	return false
}

// insideWord reports an apostrophe: "don’t", "the ministers’ plan".
func insideWord(text string, i, size int) bool {
	next, _ := utf8.DecodeRuneInString(text[i+size:])
	if unicode.IsLetter(next) || unicode.IsDigit(next) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return before == 's' && next == ' '
}
