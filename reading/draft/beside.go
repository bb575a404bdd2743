package draft

import (
	"sort"
	"strings"
)

// voice finds who speaks in each quotation: whoever is named beside it, else
// whoever spoke last.
func (p *page) voice() {
	p.voices = make([]voice, len(p.quotations))
	for i, q := range p.quotations {
		b := p.blocks[q.block]
		v := p.beside(q)
		if b.signer != "" {
			v = voice{name: turnName(p.cast, b.signer), rule: "signed", sure: Certain}
		}
		if v.name == "" && b.by != "" {
			v = voice{name: turnName(p.cast, b.by), rule: "turn", sure: Certain}
		}
		if v.name == "" {
			v = p.before(i)
		}
		p.voices[i] = v
	}
}

// beside is the nearest attribution outside the quotation, in its sentence or
// right before or after it.
func (p *page) beside(q quotation) voice {
	best, distance := voice{}, 160
	near := sort.Search(len(p.sentences), func(n int) bool { return p.sentences[n].End > q.Start-2*distance })
	for n := max(near, p.blocks[q.block].first); n < p.blocks[q.block].last && p.sentences[n].Start < q.End+2*distance; n++ {
		s := p.sentences[n]
		for _, a := range p.speaks[n] {
			if a.name == "" || a.cites || a.held {
				continue
			}
			first, last := s.Start+p.texts[n].Words[a.first].Start, s.Start+p.texts[n].Words[a.last-1].End
			d := 0
			switch {
			case first >= q.End:
				if d = first - q.End; s.Start >= q.End || d > 60 {
					d += 60
				}
				if p.otherQuote(q.End, first) {
					continue
				}
			case last <= q.Start:
				if d = q.Start - last + 4; strings.ContainsAny(p.Text[last:q.Start], ".!?") {
					d += 40
				}
				if p.otherQuote(last, q.Start) {
					d += 50
				}
			default:
				continue
			}
			if d < distance {
				best, distance = voice{name: a.name, rule: quotedBy(a), sure: sureOf(a, d), again: a.past, ago: a.ago}, d
			}
		}
	}
	return best
}

func quotedBy(a attribution) string {
	if a.rule == "pronoun" {
		return "pronoun"
	}
	return "quoted"
}

func sureOf(a attribution, distance int) Sureness {
	if a.rule == "pronoun" || distance > 40 {
		return Likely
	}
	return Certain
}

// otherQuote reports whether a quotation begins between two bytes.
func (p *page) otherQuote(from, to int) bool {
	i := sort.Search(len(p.quotations), func(i int) bool { return p.quotations[i].Start > from })
	return i < len(p.quotations) && p.quotations[i].Start < to
}

// before is who spoke before quotation i: in the quotation that goes on, or in
// the words around.
func (p *page) before(i int) voice {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if p.voices[j].name != "" && p.quotations[i].block-p.quotations[j].block <= 1 {
			v := p.voices[j]
			v.rule, v.sure = "goes-on", Likely
			return v
		}
	}
	q := p.quotations[i]
	for n := sort.Search(len(p.sentences), func(n int) bool { return p.sentences[n].Start >= q.Start }) - 1; n >= 0 && q.block-p.sentences[n].block <= 1; n-- {
		if p.would[n].name != "" {
			return voice{name: p.would[n].name, rule: "carried", sure: Likely, ago: p.would[n].ago}
		}
	}
	return voice{}
}
