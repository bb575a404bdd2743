package deadline

import (
	"strings"

	"tracker/calendar"
)

// parser reads the tokens of one section of a text. Its methods take the index
// of a token and return what they read with the index after it, which is 0
// when they found nothing.
type parser struct {
	pass
	toks []token  // the last one is a sentinel
	sent sentence // the one of the last phrase whose condition was asked for
}

// pass is what begins anew with every section.
type pass struct {
	r      *Reader
	said   Said
	text   string
	kinds  kinds        // of all tokens
	traits trait        // of all tokens
	anchor calendar.Day // the statement day, or the day the sentence says it was
	base   calendar.Day // the day that names count from; the first day inside a range
	tense  tense        // of the verbs before the phrase
	turned int          // token of the last word of the future
	from   int          // where the phrase begins
	told   calendar.Day // the last day that the sentence has named so far; 0 for none
	nest   int          // how many names the one being read stands inside
}

// period is a stretch of days that words name, before a relation bounds it.
type period struct {
	first, last calendar.Day
	gran        Granularity
	class       Class
	rule        string
	alts        []Alternative
	edge        edge
	of          Granularity // what the edge is the edge of
	rel         Relation    // forced by the words themselves ("in two days")
	yearless    bool        // a month or a month and day without their year
	written     bool        // the year is written, so it may lie in the past
	later       bool        // "later this week" begins on the next day
	gone        bool        // the words name the past ("last month")
	bygone      bool        // a past verb stands before a bare name ("met on Friday")
	idle        bool        // words of time that set no deadline ("eventually")
	remark      string      // what the words leave open
	problem     string      // why the words are refused
}

// edge says which edge of a period is meant when a relation needs one.
type edge uint8

const (
	wholly  edge = iota
	endOf        // "the end of March"
	startOf      // "the start of March"
)

// refused is a phrase that names no possible day.
func refused(problem string) period {
	return period{rule: "refused", class: ClassNone, problem: problem}
}

// nextYear is the same period a year later.
func (d period) nextYear() period {
	d.first, d.last = d.first.AddYears(1), (d.last+1).AddYears(1)-1
	return d
}

// look sees what tokens there are at all.
func (p *parser) look() {
	for i := range p.toks {
		p.kinds |= 1 << p.toks[i].kind
		p.traits |= p.toks[i].traits
	}
}

// at returns token i, or the sentinel beyond either end.
func (p *parser) at(i int) *token {
	if uint(i) < uint(len(p.toks)) {
		return &p.toks[i]
	}
	return &p.toks[len(p.toks)-1]
}

// seq returns the index after the given words, or 0 when others stand at i.
func (p *parser) seq(i int, words ...string) int {
	for _, w := range words {
		if p.at(i).word != w {
			return 0
		}
		i++
	}
	return i
}

// spell is seq with the words as one text.
func (p *parser) spell(i int, words string) int {
	for words != "" {
		var w string
		if w, words, _ = strings.Cut(words, " "); p.at(i).word != w {
			return 0
		}
		i++
	}
	return i
}

// over returns the index after the token if it is the word, else i.
func (p *parser) over(i int, word string) int {
	if p.at(i).word == word {
		return i + 1
	}
	return i
}

// skip returns the index after the token if it is one of the words, else i.
func (p *parser) skip(i int, words ...string) int {
	if p.at(i).among(words...) {
		return i + 1
	}
	return i
}

// preceded reports whether one of the words is among the n tokens before the
// phrase.
func (p *parser) preceded(n int, words ...string) bool {
	for i := p.from - 1; i >= max(0, p.from-n); i-- {
		if p.at(i).among(words...) {
			return true
		}
	}
	return false
}

// ended reports whether the text is over at i, but for closing marks.
func (p *parser) ended(i int) bool {
	for ; i < len(p.toks); i++ {
		if p.toks[i].kind != mark {
			return false
		}
	}
	return true
}

// alone reports whether nothing but marks stands outside tokens p.from to i.
func (p *parser) alone(i int) bool {
	for k := range p.from {
		if p.toks[k].kind != mark {
			return false
		}
	}
	return p.ended(i)
}

// phrase reads the deadline phrase that begins at token i.
func (p *parser) phrase(i int) (Reading, int) {
	p.from = i
	l, j := p.lead(i)
	if l.rel != "" && p.at(j).kind == plain && p.at(j).word == p.at(j-1).word {
		if i > 0 && p.at(i-1).kind == plain && !p.at(i-1).is(p.at(i).word) { // "move in in three days"
			return p.phrase(i + 1)
		}
		d := refused(`"` + p.at(j).word + `" stands there twice`)
		if _, k := p.time(l, j+1); k > 0 {
			return p.reading(l, &d, k), k
		}
		return p.reading(l, &d, j+1), j + 1
	}
	at := p.fillers(j)
	if l.rel == "" {
		p.from = at
	}
	d, k := p.time(l, at)
	if k == 0 && l.rel != "" { // "at some point", "beginning of May" only look like leads
		l = lead{}
		d, k = p.time(l, i)
	}
	if k == 0 {
		return Reading{}, 0
	}
	then, how := p.barred(l)
	if l.rel == "" && d.rel == "" && d.first != 0 && d.problem == "" && p.comesFirst(k) { // "it will be March before"
		then, how = lead{rel: Before, word: "before", strict: true}, deniedTo
	}
	if how == unbarred || how == overruled {
		if l, k = p.tail(then, k); p.field(l, &d, k).bare {
			return p.asField(p.reading(p.field(l, &d, k), &d, k), &d), k
		}
		return p.reading(l, &d, k), k
	}
	for _, words := range latests { // "until 2028 at the earliest"
		k = max(k, p.seq(p.over(k, ","), words...))
	}
	return p.notUntil(then, how, d, k), k
}

// time reads what a lead may stand before: a counted span, a vague word, days
// of the calendar or an event, in this order.
func (p *parser) time(l lead, i int) (period, int) {
	if p.mayCount(i) {
		if d, j := p.counted(l, i); j > 0 {
			return d, j
		}
	}
	if d, j := p.stretch(l, i); j > 0 {
		return d, j
	}
	if d, j := p.vague(i); j > 0 {
		return d, j
	}
	return p.event(l, i)
}
