package deadline

import "strings"

// gone reads the words that count backwards.
func (p *parser) gone(i int) int {
	if t := p.at(i); t.kind == plain && t.among("ago", "earlier", "previously", "back") {
		return i + 1
	}
	return 0
}

// aways are the words that count from now on.
var aways = [...][]string{{"from", "now"}, {"from", "today"}, {"to", "go"}, {"down", "the", "road"},

	{"down", "the", "line"}, {"down", "the", "track"}, {"after", "today"}, {"after", "now"}}

// away reads the words that count from now on.
func (p *parser) away(i int) (bool, int) {
	if p.at(i).kind == mark {
		return false, i
	}
	for _, words := range aways {
		if j := p.seq(i, words...); j > 0 {
			return true, j
		}
	}
	if p.at(i).among("hence", "away", "off", "out", "time") && !p.at(i).hyphen {
		return true, i + 1
	}
	return false, i
}

// distant reports whether the span at least parts the present from what is
// named after it: "at least 18 months from launching the drug".
func (p *parser) distant(l lead, i int) bool {
	if l.rel != "" || !p.at(i).is("from") || !p.at(p.from-1).among("least", "still") {
		return false
	}
	_, j := p.point(i+1, inside)
	return j == 0
}

// given reports whether somebody has or gets the span: "has 30 days to appeal".
func (p *parser) given() bool {
	return p.preceded(5, "has", "have", "had", "given", "gave", "give", "gives", "giving", "gets", "get", "got")
}

// lasting reports whether the span before token end runs on from now: "will
// last another two weeks", "could take up to three months".
func (p *parser) lasting(l lead, end int) bool {
	switch {
	case l.word == "up" && l.rel == By:
		return p.alone(end) || p.at(p.from-1).among("take", "takes", "taking", "last", "lasts", "lasting", "wait", "need", "needs")
	case l.rel != "" && l.word != "for" || p.tense != future && !p.alone(end) || p.at(end).among("of", "in"):
		return false
	}
	for i := p.from; i < end; i++ {
		if p.at(i).among("another", "more", "further") {
			return true
		}
	}
	return false
}

// record reports whether the phrase counts back from a record: "the first time
// in a decade", "the biggest fall in two years".
func (p *parser) record() bool {
	for i := p.from - 1; i > max(0, p.from-7); i-- {
		t := p.at(i)
		if t.kind == mark || t.has(forward|scheduled) || t.among("is", "are", "be") {
			return false
		}
		superlative := t.kind == ordinal || t.among("worst", "best", "most", "only") || strings.HasSuffix(t.word, "est")
		if superlative && (p.at(i-1).among("the", "its", "their", "his", "her") || p.at(i-1).possessive) {
			return true
		}
	}
	return false
}
