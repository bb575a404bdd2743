package article

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// article chooses the blocks of the article: those of the element that the page
// itself calls its article, else those that read like prose, as Kohlschütter,
// Fankhauser and Nejdl found to tell them (Boilerplate Detection using Shallow
// Text Features, 2010): by their length, by the part of it that is links, and by
// their neighbours.
func (p *pageReader) article() []*pageBlock {
	p.sum()
	part, kind := p.holder()
	inside, aside := p.reach(part)
	chosen := p.choose(inside, aside, kind == anything)
	if len(chosen) == 0 { // nothing is long enough to tell
		chosen = p.choose(inside, aside, false)
	}
	return chosen
}

func (p *pageReader) choose(inside, aside []bool, byShape bool) []*pageBlock {
	head := p.headline(inside)
	var chosen []*pageBlock
	for i, b := range p.blocks {
		switch {
		case i == head:
			chosen = append(chosen, b)
		case b.quote > 0 && b.isSigned():
			if n := len(chosen); n > 0 && chosen[n-1].quote == b.quote && !chosen[n-1].isSigned() {
				chosen = append(chosen, b)
			}
		case !inside[b.in] || aside[b.in] || b.tag == atom.Address:
		case byShape && !p.prose(i):
		case b.linked*2 > len(b.text) && b.tag != atom.H1:
		default:
			chosen = append(chosen, b)
		}
	}
	return chosen
}

// sum counts the words of every element with those in it.
func (p *pageReader) sum() {
	for i := len(p.elements) - 1; i > 0; i-- {
		p.elements[p.elements[i].parent].words += p.elements[i].words
	}
}

// holder is the element that holds the article: the largest that the page calls
// the body of one, an article or its main part, as long as it holds a good part
// of what can be read.
func (p *pageReader) holder() (part int32, kind holds) {
	best := [...]int32{0, 0, 0, 0}
	for i := range p.elements {
		if k := p.elements[i].kind; k != anything && p.elements[i].words > p.elements[best[k]].words || best[k] == 0 {
			best[k] = int32(i)
		}
	}
	whole := p.elements[0].words
	for _, k := range [...]holds{bodyOfArticle, oneArticle, mainPart} {
		if n := p.elements[best[k]].words; best[k] > 0 && p.elements[best[k]].kind == k && n*4 >= whole {
			return best[k], k
		}
	}
	return 0, anything
}

// reach tells of every element whether it stands in part, and whether it stands
// there aside: its tag or its class says that it is none of the article, unless
// most of the text is in it.
func (p *pageReader) reach(part int32) (inside, aside []bool) {
	inside, aside = make([]bool, len(p.elements)), make([]bool, len(p.elements))
	for i, x := range p.elements {
		if int32(i) == part {
			inside[i] = true
			continue
		}
		if i == 0 || !inside[x.parent] {
			continue
		}
		inside[i] = true
		around := (isAround(x.tag) || x.unlikely) && (x.quote == 0 || x.quote == int32(i))
		aside[i] = aside[x.parent] || around && x.words*2 < p.elements[part].words
	}
	return inside, aside
}

// headline is the number of the heading that stands above the article, -1 for
// none.
func (p *pageReader) headline(inside []bool) int {
	head := -1
	for i, b := range p.blocks {
		if inside[b.in] {
			return head
		}
		if b.tag == atom.H1 && b.linked*2 <= len(b.text) {
			head = i
		}
	}
	return -1
}

// prose tells whether a block of a page that says nothing of itself is part of
// its text.
func (p *pageReader) prose(i int) bool {
	at := func(i int) (words int, links float64) {
		if i < 0 || i >= len(p.blocks) {
			return 0, 0
		}
		b := p.blocks[i]
		return strings.Count(b.text, " ") + 1, float64(b.linked) / float64(len(b.text))
	}
	words, links := at(i)
	before, linksBefore := at(i - 1)
	after, _ := at(i + 1)
	switch {
	case p.blocks[i].tag == atom.H1:
		return true
	case links > 1.0/3:
		return false
	case linksBefore > 5.0/9:
		return words > 40 || after > 17
	case words <= 16:
		return after > 15 || before > 4 && (before > 16 || isHeading(p.blocks[i].tag) && after > 4)
	}
	return true
}
