package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tracker/reading/clause"
)

// part is the words of sentence n that belong to cue k: from its subject, or
// where its quotation or report begins, to the next cue's or the words by which
// it is reported.
func (p *page) part(n int, found []cue, k int) [2]int {
	t := p.texts[n]
	from, to := p.partStart(n, found, k), len(t.Words)
	if k+1 < len(found) {
		to = max(p.partStart(n, found, k+1), found[k].end)
	}
	for _, a := range p.speaks[n] {
		if a.first > found[k].at && a.first >= found[k].end && a.first < to && a.verb > found[k].verb && (a.after || a.cites || k+1 < len(found) && a.last <= found[k+1].at) {
			to = a.first
		}
	}
	if q := p.quoted(p.sentences[n].Start + t.Words[found[k].at].Start); q >= 0 {
		from, to = p.inside(n, q, found[k].at, from, to)
	}
	for to > from && (clause.IsMark(t.Word(to-1)) || t.Word(to-1) == "and" || t.Word(to-1) == "but" || t.Word(to-1) == "while" && !clause.IsDeterminer(t.Word(to-2))) {
		to--
	}
	for from < to && (clause.IsMark(t.Word(from)) || t.Word(from) == "and" || t.Word(from) == "but" || t.Word(from) == "that") && from < found[k].at {
		from++
	}
	return [2]int{from, max(to, from+1)}
}

// inside keeps words from to to-1 of sentence n that stand in quotation q, with
// the words around it where it is only a part of the claim.
func (p *page) inside(n, q, at, from, to int) (int, int) {
	t, base := p.texts[n], p.sentences[n].Start
	if r, _ := utf8.DecodeRuneInString(p.Text[p.quotations[q].Start:]); unicode.IsLower(r) {
		return from, to // only a part of the claim is quoted
	}
	in := func(i int) bool { return p.quoted(base+t.Words[i].Start) == q }
	if first := at; first > from {
		for first > from && in(first-1) {
			first--
		}
		if first == 0 || !strings.ContainsAny(t.Word(first), "") || at-first > 0 {
			from = first
		}
	}
	last := at
	for last < to && in(last) {
		last++
	}
	return from, last
}

// partStart is where the words begin that belong to cue k.
func (p *page) partStart(n int, found []cue, k int) int {
	t, c := p.texts[n], found[k]
	from := 0
	if k > 0 {
		from = found[k-1].end
	}
	for _, a := range p.speaks[n] {
		if !a.after && !a.held && a.last <= c.at && a.last > from && a.rule != "citing" {
			from = a.last
		}
	}
	if k == 0 {
		return ownClause(t, c, from)
	}
	for j := c.at - 1; j >= from; j-- {
		if w := t.Word(j); w == "and" || w == "but" || w == "while" || w == ";" || w == "—" || w == "although" || w == "or" || w == "," && t.Of[j+1] != t.Of[max(j-1, 0)] || w == ":" {
			if w == "and" && p.nounAnd(n, j, c.at) {
				continue
			}
			return j + 1
		}
	}
	for j := c.at - 1; j >= from; j-- {
		if t.Word(j) == "," || t.Word(j) == "that" {
			return j + 1
		}
	}
	return from
}

// ownClause passes a clause before the one that cue c stands in with a subject
// of its own: "there is no plan and there will be no cut".
func ownClause(t *clause.Text, c cue, from int) int {
	for j := c.at - 1; j > from; j-- {
		if t.Word(j) == ";" {
			from = j + 1
		}
	}
	own := ownerOf(t, c.at)
	if j := own[0] - 1; own[0] < own[1] && j > from && (t.Word(j) == "and" || t.Word(j) == "but" || t.Word(j) == ";") {
		return j + 1
	}
	return from
}

// nounAnd reports an "and" at j that joins two nouns of the subject of the verb
// at i: "buses and trams will".
func (p *page) nounAnd(n, j, i int) bool {
	own := ownerOf(p.texts[n], i)
	return own[0] < j && j < own[1]
}

// words is the span of words of sentence n in the article, with the sign of
// money before them.
func (p *page) words(n int, part [2]int) clause.Span {
	t, base := p.texts[n], p.sentences[n].Start
	s := clause.Span{Start: base + t.Words[part[0]].Start, End: base + t.Words[part[1]-1].End}
	for _, sign := range [...]string{"$", "€", "£", "¥"} {
		if strings.HasSuffix(p.Text[base:s.Start], sign) {
			s.Start -= len(sign)
		}
	}
	return s
}
