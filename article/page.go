package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page takes the article out of a page.
func (a *Article) page(t layer) {
	p := readPage(t.text)
	a.head(p)
	chosen := p.article()
	a.timeIn(p, chosen)
	a.take(over(woven(chosen), t))
}

// woven joins blocks into one text.
func woven(blocks []*pageBlock) layer {
	var w weaver
	before, after := quotes(blocks)
	for i, b := range blocks {
		if len(w.text) > 0 {
			w.put("\n\n")
		}
		w.put(before[i])
		at := len(w.text)
		w.put(b.text + after[i])
		for _, p := range b.pieces {
			p.Text.Start, p.Text.End = p.Text.Start+at, p.Text.End+at
			w.pieces = append(w.pieces, p)
		}
	}
	return w.layer()
}

// element is an element of a page that holds blocks. Its parent stands before
// it in the list.
type element struct {
	parent   int32
	tag      atom.Atom
	kind     holds
	unlikely bool // its class says that it is no part of an article
	byline   bool // its class says that it names the author
	words    int  // bytes of text in it, without that of links

	quote int32 // the quotation it stands in, 0 for none
	signs bool  // names whose that is
	holds int32 // the quotation in it, of a figure
}

// holds says what an element holds, as the page itself tells it.
type holds uint8

const (
	anything holds = iota
	mainPart       // <main>
	oneArticle
	bodyOfArticle
)

// pageBlock is a paragraph of a page, a heading or a row of a table.
type pageBlock struct {
	layer
	tag    atom.Atom
	in     int32 // the element it stands in
	quote  int32 // the quotation it is of, 0 for none
	signs  bool  // names whose that is
	linked int   // bytes of it that are links
	words  int
}

// Elements beyond these are read as parts of the one they stand in.
const (
	mostElements = 100_000
	deepest      = 2_000
)

// pageReader reads a page, tag by tag. It builds no tree, so that no nesting
// costs more than its length.
type pageReader struct {
	elements []element
	blocks   []*pageBlock
	facts    facts

	stack   []open
	opened  map[atom.Atom]int // how many of each tag stand open
	unseen  int               // how many of the open ones nobody sees
	linked  bool
	space   int // where white space stands that was not written yet, -1 for none
	weaver      // of the block that is being read
	inLinks int
	tag     atom.Atom
}

type open struct {
	tag    atom.Atom
	at     int32
	unseen bool
	apart  bool // only for what it names
}

func readPage(text string) *pageReader {
	p := &pageReader{elements: []element{{parent: -1}}, opened: map[atom.Atom]int{}, space: -1, tag: atom.P}
	z := html.NewTokenizer(strings.NewReader(text))
	at := 0
	for {
		kind := z.Next()
		raw := string(z.Raw())
		switch kind {
		case html.ErrorToken:
			p.end()
			return p
		case html.TextToken:
			p.words(raw, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			p.start(z, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			p.close(atom.Lookup(name))
		case html.CommentToken:
			p.facts.comment(raw)
		}
		at += len(raw)
	}
}

// in is the element that is being read.
func (p *pageReader) in() int32 {
	if len(p.stack) == 0 {
		return 0
	}
	return p.stack[len(p.stack)-1].at
}

// start begins an element.
func (p *pageReader) start(z *html.Tokenizer, alone bool) {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	attrs := attributes(z, more)
	p.facts.tag(tag, attrs, p)
	switch {
	case tag == atom.A:
		p.linked = attrs["href"] != ""
		return
	case tag == atom.Q:
		p.mark(true)
		return
	case tag == atom.Br:
		p.breakLine()
		return
	case tag == atom.Td || tag == atom.Th:
		p.cell()
		return
	case isVoid(tag) || alone && !isBlock(tag):
		return
	}
	embedded := tag == 0 && (isEmbed(name) || p.opened[0] > 0) // an unknown tag in one keeps the count
	unseen := isUnseen(tag) || hidden(attrs) || embedded
	apart := !isBlock(tag) && p.elements[p.in()].quote > 0 && p.signs(tag, attrs)
	if !isBlock(tag) && !unseen && !apart {
		return
	}
	if isBlock(tag) || apart {
		p.end()
		p.tag = tag
	}
	if tag == atom.P || tag == atom.Li {
		p.closeOpen(tag)
	}
	p.open(tag, attrs, unseen, apart)
}

func (p *pageReader) open(tag atom.Atom, attrs map[string]string, unseen, apart bool) {
	if len(p.stack) >= deepest {
		return
	}
	in := p.in()
	if (isBlock(tag) || apart) && len(p.elements) < mostElements {
		x := element{parent: in, tag: tag, kind: kindOfElement(tag, attrs), unlikely: unlikely(tag, attrs), byline: isByline(attrs)}
		p.quoting(&x, attrs)
		p.elements = append(p.elements, x)
		in = int32(len(p.elements) - 1)
	}
	p.stack = append(p.stack, open{tag, in, unseen, apart})
	p.opened[tag]++
	if unseen {
		p.unseen++
	}
}

// closeOpen ends a paragraph or an item that another one follows.
func (p *pageReader) closeOpen(tag atom.Atom) {
	if n := len(p.stack); n > 0 && p.stack[n-1].tag == tag {
		p.pop()
	}
}

func (p *pageReader) pop() {
	n := len(p.stack) - 1
	last := p.stack[n]
	p.stack = p.stack[:n]
	p.opened[last.tag]--
	if last.unseen {
		p.unseen--
	}
}

// close ends an element, and those in it that were not ended.
func (p *pageReader) close(tag atom.Atom) {
	switch {
	case tag == atom.A:
		p.linked = false
		return
	case tag == atom.Q:
		p.mark(false)
		return
	case tag == atom.P && p.opened[tag] == 0, isBlock(tag), p.endsApart(tag):
		p.end()
		p.tag = atom.P
	}
	if p.opened[tag] == 0 {
		return
	}
	for p.opened[tag] > 0 {
		last := p.stack[len(p.stack)-1].tag
		p.pop()
		if last == tag {
			return
		}
	}
}

// attributes are those of a tag that tell something here.
func attributes(z *html.Tokenizer, more bool) map[string]string {
	var list map[string]string
	for n := 0; more && n < 1000; n++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch k := string(key); k {
		case "class", "id", "role", "itemprop", "hidden", "aria-hidden", "style", "href", "rel", "name", "property", "content", "datetime", "type", "pubdate", "title":
			if list == nil {
				list = map[string]string{}
			}
			if _, twice := list[k]; !twice {
				list[k] = string(value[:min(len(value), 2000)])
				if k == "hidden" {
					list[k] = "hidden"
				}
			}
		}
	}
	return list
}
