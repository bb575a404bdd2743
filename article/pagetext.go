package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// words takes the text between two tags, which stands at a byte of the page.
func (p *pageReader) words(raw string, at int) {
	if p.facts.text(raw) || p.unseen > 0 {
		return
	}
	keep := p.opened[atom.Pre] > 0
	for i := 0; i < len(raw); {
		size := 0
		switch c := raw[i]; {
		case c == '&':
			entity, text := entityAt(raw[i:])
			size = len(entity)
			p.word(text, at+i, size)
		case c == '\n' && keep:
			p.breakLine()
			size = 1
		default:
			size = plainRun(raw[i:])
			p.word(raw[i:i+size], at+i, size)
		}
		i += size
	}
}

// plainRun is how many bytes of a text are of one kind: words or white space.
func plainRun(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	white := isWhite(r)
	for n < len(s) && s[n] != '&' && s[n] != '\n' {
		r, size := utf8.DecodeRuneInString(s[n:])
		if isWhite(r) != white {
			break
		}
		n += size
	}
	return n
}

// isWhite reports characters that part words, and those that nobody sees.
func isWhite(r rune) bool {
	return unicode.IsSpace(r) || isNothing(r)
}

func isNothing(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff' || r == 0
}

// word adds text without tags, white space evened out.
func (p *pageReader) word(text string, at, size int) {
	if strings.TrimFunc(text, isWhite) == "" {
		if strings.IndexFunc(text, unicode.IsSpace) >= 0 && len(p.text) > 0 {
			p.space = at
		}
		return
	}
	if p.space >= 0 && len(p.text) > 0 && p.text[len(p.text)-1] != '\n' {
		p.add(" ", p.space, at)
	}
	p.space = -1
	if p.linked {
		p.inLinks += len(text)
	}
	p.add(strings.ToValidUTF8(text, "\ufffd"), at, at+size)
}

// entityAt is the entity at the start of a text, and what it stands for.
func entityAt(s string) (entity, text string) {
	n := 1
	for n < len(s) && n < 40 && (s[n] == '#' && n == 1 || s[n] >= '0' && s[n] <= '9' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	if text = html.UnescapeString(s[:n]); text == s[:n] {
		return "&", "&"
	}
	return s[:n], text
}

func (p *pageReader) breakLine() {
	if n := len(p.text); n > 0 {
		p.put("\n")
	}
	p.space = -1
}

// cell parts the cells of a row.
func (p *pageReader) cell() {
	if len(p.text) > 0 && p.unseen == 0 {
		p.put(" | ")
	}
	p.space = -1
}

// end ends the block that is being read.
func (p *pageReader) end() {
	text := strings.TrimRight(string(p.text), " \n|")
	if text != "" {
		in := &p.elements[p.in()]
		b := &pageBlock{layer: layer{text, p.pieces}, tag: p.tag, in: p.in(), quote: in.quote, signs: in.signs, linked: p.inLinks, words: max(len(text)-p.inLinks, 0)}
		p.blocks = append(p.blocks, b)
		p.elements[b.in].words += b.words
	}
	p.weaver, p.inLinks, p.space, p.linked = weaver{}, 0, -1, false
}
