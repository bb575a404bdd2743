package deadline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tracker/reading/clause"
)

// lexer cuts one text into tokens.
type lexer struct {
	text string
	pos  int
	toks []token

	tables *tables
}

// lex appends the tokens of text to toks. A hyphen between words, and the
// point of an abbreviation, become part of the tokens beside them.
func lex(text string, t *tables, toks []token) []token {
	x := lexer{text: text, toks: toks, tables: t}
	for x.pos < len(text) {
		switch c := text[x.pos]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			x.pos++
		case isDigit(c):
			x.number()
		case isLetter(c):
			x.word()
		case c < utf8.RuneSelf:
			x.mark(text[x.pos:x.pos+1], 1)
		default:
			x.wide()
		}
	}
	return x.toks
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// at returns the byte at i, or 0 beyond the text.
func (x *lexer) at(i int) byte {
	if i < len(x.text) {
		return x.text[i]
	}
	return 0
}

// add appends the token that runs from start to the current position.
func (x *lexer) add(t token, start int) {
	t.start, t.end = int32(start), int32(x.pos)
	if n := len(x.toks); n > 0 {
		t.glued = x.toks[n-1].end == t.start
		if n > 1 && t.glued && t.kind != mark && x.joins(n-1, t.kind) {
			x.toks = x.toks[:n-1]
			t.glued, t.hyphen = false, true
		}
	}
	x.toks = append(x.toks, t)
}

// joins reports whether token i is a hyphen between its neighbours, one of
// which is a word: year-end and 3-day, but not 3-5.
func (x *lexer) joins(i int, next kind) bool {
	t, before := &x.toks[i], &x.toks[i-1]
	return t.kind == mark && t.glued && x.text[t.start:t.end] == "-" &&
		before.kind != mark && !(before.digits > 0 && (next == number || next == ordinal))
}

func (x *lexer) mark(word string, size int) {
	start := x.pos
	x.pos += size
	t := token{kind: mark, word: word}
	if word == "." || word == "!" || word == "?" {
		t.traits = stop
	}
	x.add(t, start)
}

// wide reads a rune beyond ASCII: spaces of all widths are skipped, dashes and
// quotes become marks, words of other scripts stay unknown.
func (x *lexer) wide() {
	r, size := utf8.DecodeRuneInString(x.text[x.pos:])
	switch {
	case unicode.IsSpace(r):
		x.pos += size
	case unicode.IsLetter(r):
		x.foreign(x.pos)
	case r == '‐' || r == '‑' || r == '‒' || r == '–' || r == '−':
		x.mark("-", size)
	case r == '—' && x.pos > 0 && isDigit(x.text[x.pos-1]) && isDigit(x.at(x.pos+size)): // "2—4 December"
		x.mark("-", size)
	case unicode.Is(unicode.Pi, r) || unicode.Is(unicode.Pf, r) || r == '„':
		x.mark(`"`, size)
	case r == '½':
		x.pos += size
		x.add(token{kind: number, hundredths: 50, digits: 1, word: "½"}, x.pos-size)
	default:
		x.mark("?", size)
	}
}

// foreign takes all letters and marks from start on as one unknown word.
func (x *lexer) foreign(start int) {
	x.pos = start
	for x.pos < len(x.text) {
		r, size := utf8.DecodeRuneInString(x.text[x.pos:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		x.pos += size
	}
	word := clause.Lower(x.text[start:x.pos])
	e := x.tables.words[word]
	x.add(token{word: word, traits: e.traits, names: e.names, leads: e.leads, vague: e.vague}, start)
}

// word reads letters, or initials such as "p.m." and "U.S.", and looks them up.
func (x *lexer) word() {
	start, h := x.pos, noLetters
	for x.pos < len(x.text) && isLetter(x.text[x.pos]) {
		h = h.with(x.text[x.pos])
		x.pos++
	}
	if x.at(x.pos) >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(x.text[x.pos:]); unicode.IsLetter(r) || unicode.IsMark(r) {
			x.foreign(start)
			return
		}
	}
	if x.pos == start+1 {
		h = x.initials(h)
	}
	t := token{caps: x.text[start] < 'a'}
	if k := x.tables.vocabulary.find(x.text[start:x.pos], h); k != nil {
		t.word = k.word
		x.sort(&t, &k.entry)
	} else {
		x.unknown(&t, start)
	}
	if len(t.word) > 4 && strings.HasSuffix(t.word, "ed") && !t.has(notPast) {
		t.traits |= backward
	}
	t.possessive = x.apostrophe(t.plural || x.feastAhead(&t))
	x.add(t, start)
}

// sort puts in what the lexicon knows of a word, and takes the point of an
// abbreviation.
func (x *lexer) sort(t *token, e *entry) {
	if e.meant != "" {
		t.word, t.misspelt = e.meant, true
	}
	t.kind, t.value, t.plural, t.short, t.traits, t.names, t.leads, t.vague = e.kind, e.value, e.plural, e.short, e.traits, e.names, e.leads, e.vague
	if e.point && x.at(x.pos) == '.' {
		x.pos++
	}
}

// unknown takes a word that the lexicon does not know for what it nearly spells,
// if anything.
func (x *lexer) unknown(t *token, start int) {
	t.word = clause.Lower(x.text[start:x.pos])
	if word := meant(t.word); word != "" {
		e := x.tables.words[word]
		e.meant = word
		x.sort(t, &e)
	}
}

// initials extends a single letter over ".m" or ".S." and its last point, and its
// hash.
func (x *lexer) initials(h hash) hash {
	start := x.pos
	for x.at(x.pos) == '.' && isLetter(x.at(x.pos+1)) && !isLetter(x.at(x.pos+2)) {
		h = h.with('.').with(x.at(x.pos + 1))
		x.pos += 2
	}
	if x.pos > start && x.at(x.pos) == '.' {
		h = h.with('.')
		x.pos++
	}
	return h
}

// apostrophe swallows 's, or the bare apostrophe of a plural, straight or curly.
func (x *lexer) apostrophe(plural bool) bool {
	after := x.pos + 1
	if strings.HasPrefix(x.text[x.pos:], "’") {
		after = x.pos + len("’")
	} else if x.at(x.pos) != '\'' {
		return false
	}
	switch {
	case x.at(after)|0x20 == 's' && !isLetter(x.at(after+1)):
		x.pos = after + 1
	case plural && !isLetter(x.at(after)):
		x.pos = after
	default:
		return false
	}
	return true
}

// feastAhead reports an apostrophe after a plural that a day is named for:
// "Presidents' Day".
func (x *lexer) feastAhead(t *token) bool {
	if !strings.HasSuffix(t.word, "s") || !t.caps {
		return false
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(x.text[x.pos:], "’"), "'")
	return strings.HasPrefix(rest, " Day") && len(rest) < len(x.text)-x.pos
}

// huge stands for every number that is too long to count with.
const huge = 1_000_000_000

// number reads 12, 10,000 and 1.5, and the ordinals 3rd and 21st.
func (x *lexer) number() {
	start := x.pos
	t := token{kind: number}
	x.digits(&t)
	if t.digits <= 3 {
		for x.thousands() {
			x.pos++
			x.digits(&t)
		}
	}
	x.decimals(start, &t)
	if c, d := x.at(x.pos)|0x20, x.at(x.pos+1)|0x20; !isLetter(x.at(x.pos + 2)) {
		switch string([]byte{c, d}) {
		case "st", "nd", "rd", "th":
			t.kind = ordinal
			x.pos += 2
		}
	}
	t.word = clause.Lower(x.text[start:x.pos])
	x.add(t, start)
}

func (x *lexer) digits(t *token) {
	for ; isDigit(x.at(x.pos)); x.pos++ {
		t.value = t.value*10 + int32(x.text[x.pos]-'0')
		if t.value >= huge/10 {
			t.value = huge / 10
		}
		t.digits = min(t.digits+1, 100)
	}
}

// thousands reports whether a comma and exactly three digits follow.
func (x *lexer) thousands() bool {
	p := x.pos
	return x.at(p) == ',' && isDigit(x.at(p+1)) && isDigit(x.at(p+2)) && isDigit(x.at(p+3)) && !isDigit(x.at(p+4))
}

// decimals reads one or two digits after a point, unless the point belongs to
// a date such as 4.3.2026.
func (x *lexer) decimals(start int, t *token) {
	p := x.pos
	if x.at(p) != '.' || !isDigit(x.at(p+1)) || (start > 1 && x.text[start-1] == '.' && isDigit(x.text[start-2])) {
		return
	}
	end := p + 1
	for isDigit(x.at(end)) {
		end++
	}
	if end > p+3 || (x.at(end) == '.' && isDigit(x.at(end+1))) {
		return
	}
	t.hundredths = 10 * (x.text[p+1] - '0')
	if end == p+3 {
		t.hundredths += x.text[p+2] - '0'
	}
	x.pos = end
}
