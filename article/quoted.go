package article

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// A page marks a quotation by an element instead of marks, and names below it,
// in a foot or a caption, who said it. Whoever reads the text finds both as
// they are printed: “We will open it in May.” and below it — The mayor.

// longestSigned is how long a line that names a speaker may be, in bytes.
const longestSigned = 200

// quoting notes of a new element which quotation it stands in, and whether it
// names who said that.
func (p *pageReader) quoting(x *element, attrs map[string]string) {
	in := p.elements[x.parent]
	x.quote, x.signs = in.quote, in.signs || in.quote > 0 && p.signs(x.tag, attrs)
	switch {
	case x.tag == atom.Figcaption && in.holds > 0:
		x.quote, x.signs = in.holds, true
	case x.tag != atom.Blockquote || in.quote > 0 || attrs["type"] == "cite":
	default:
		x.quote = int32(len(p.elements))
		for at, up := x.parent, 0; at > 0 && up < 4; at, up = p.elements[at].parent, up+1 {
			if p.elements[at].tag == atom.Figure {
				p.elements[at].holds = x.quote
			}
		}
	}
}

// signs reports an element that names whose the quotation is that it stands in.
func (p *pageReader) signs(tag atom.Atom, attrs map[string]string) bool {
	switch tag {
	case atom.Footer, atom.Figcaption:
		return true
	case atom.Cite:
		return p.stopped()
	case atom.Span, atom.P, atom.Div, atom.Small, atom.Strong:
		return p.stopped() && slices.ContainsFunc(classWords(attrs["class"]), isSigner)
	}
	return false
}

func isSigner(word string) bool {
	switch word {
	case "author", "attribution", "source", "cite", "citation", "speaker", "signature", "credit", "byline":
		return true
	}
	return false
}

// stopped reports that no sentence of the block that is being read goes on.
func (p *pageReader) stopped() bool {
	text := bytes.TrimRight(p.text, " \n\"”’»)—–-")
	return len(text) == 0 || bytes.HasSuffix(text, []byte("…")) || strings.IndexByte(".!?", text[len(text)-1]) >= 0
}

// endsApart reports whether an end tag ends an element that stood apart only
// for what it names.
func (p *pageReader) endsApart(tag atom.Atom) bool {
	for i := len(p.stack) - 1; i >= 0 && p.opened[tag] > 0; i-- {
		if p.stack[i].tag == tag {
			return p.stack[i].apart
		}
	}
	return false
}

// mark writes a quotation mark where the page has <q> for it.
func (p *pageReader) mark(opens bool) {
	before, _ := utf8.DecodeLastRune(p.text)
	switch {
	case p.unseen > 0:
	case opens && p.space < 0 && strings.ContainsRune("“\"„«", before): // it has its own
	case opens:
		if p.space >= 0 && len(p.text) > 0 {
			p.put(" ")
		}
		p.put("“")
		p.space = -1
		p.opened[atom.Q]++
	case p.opened[atom.Q] > 0:
		p.put("”")
		p.opened[atom.Q]--
	}
}

// isSigned reports a block that names who said those above it.
func (b *pageBlock) isSigned() bool {
	return len(b.text) <= longestSigned && (b.signs || dashed(b.text))
}

func dashed(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("—–―", first) || strings.HasPrefix(text, "--") || strings.HasPrefix(text, "- ")
}

// quotes returns for each block what is to stand before and after it.
func quotes(blocks []*pageBlock) (before, after []string) {
	before, after = make([]string, len(blocks)), make([]string, len(blocks))
	for from := 0; from < len(blocks); {
		to := from + 1
		for to < len(blocks) && blocks[to].quote == blocks[from].quote {
			to++
		}
		if blocks[from].quote > 0 {
			markQuote(blocks, from, to, before, after)
		}
		from = to
	}
	return before, after
}

// markQuote marks blocks from to to-1, which are one quotation, where it is
// said whose they are.
func markQuote(blocks []*pageBlock, from, to int, before, after []string) {
	last := to - 1
	signed := to < len(blocks) && blocks[to].isSigned()
	if blocks[last].isSigned() && last > from {
		if signed, last = true, last-1; !dashed(blocks[last+1].text) {
			before[last+1] = "— "
		}
	}
	if !signed && (from == 0 || !strings.HasSuffix(blocks[from-1].text, ":")) {
		return
	}
	for i := from; i <= last; i++ {
		if strings.ContainsAny(blocks[i].text, "“”\"«»„") {
			return
		}
	}
	for i := from; i <= last; i++ {
		before[i] = "“"
	}
	after[last] = "”"
}
