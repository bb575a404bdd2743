package deadline

import (
	"fmt"
	"iter"
	"strings"
	"time"
)

// Reader reads deadlines. It is safe for concurrent use.
type Reader struct {
	opts     Options
	leads    leadTable
	table    map[string]VagueRow
	wordings wordings
	feasts   map[string][]*feast
	zones    map[string]*time.Location
}

// New returns a Reader. It refuses a vague table with a span that runs
// backwards, is longer than a century or has an unknown unit, and fails when
// the time zones of the clock times cannot be loaded.
func New(o Options) (*Reader, error) {
	table, found, err := vagueTable(o.Vague)
	if err != nil {
		return nil, err
	}
	zones, err := loadZones()
	if err != nil {
		return nil, fmt.Errorf("loading the time zones of clock times: %w", err)
	}
	r := &Reader{opts: o, leads: newLeadTable(), table: table, wordings: found, feasts: map[string][]*feast{}, zones: zones}
	for _, f := range feasts() {
		for _, name := range f.names {
			r.feasts[name[0]] = append(r.feasts[name[0]], &f)
		}
	}
	return r, nil
}

// Read finds the deadline of a phrase or a sentence. Of several phrases it
// takes the one that carries the promise and offers the others as
// alternatives. It never panics; a text without a deadline gives class none.
func (r *Reader) Read(text string, said Said) Reading {
	g := governor{best: none(said)}
	for w := range r.found(text, said) {
		g.hear(w)
	}
	return g.chosen()
}

// Scan yields every deadline phrase of a text, in order. Phrases of the past,
// of no deadline and impossible ones are left out.
func (r *Reader) Scan(text string, said Said) iter.Seq[Reading] {
	return func(yield func(Reading) bool) {
		for w := range r.found(text, said) {
			if w.Class != ClassNone && !yield(w.Reading) {
				return
			}
		}
	}
}

// section is how many bytes of a text are cut into tokens at a time.
const section = 1 << 16

// found yields every phrase of time with the tense it stands in, the past and
// refused ones included.
func (r *Reader) found(text string, said Said) iter.Seq[candidate] {
	return func(yield func(candidate) bool) {
		var few [64]token
		toks := few[:0]
		for from := 0; from < len(text); {
			to := cut(text, from)
			toks = lex(text[from:to], toks[:0])
			toks = append(toks, token{kind: mark, start: int32(to - from), end: int32(to - from)})
			p := parser{r: r, said: said, text: text[from:to], toks: toks}
			if !p.scan(from, yield) {
				return
			}
			from = to
		}
	}
}

// cut returns the end of the section that begins at from: the last end of a
// line, a sentence or a word in it.
func cut(text string, from int) int {
	if len(text)-from <= section {
		return len(text)
	}
	piece := text[from : from+section]
	for _, end := range [...]string{"\n", ". ", " "} {
		if i := strings.LastIndex(piece, end); i > section/2 {
			return from + i + len(end)
		}
	}
	return from + section
}

// scan reads the phrases of one section that begins at offset.
func (p *parser) scan(offset int, yield func(candidate) bool) bool {
	p.attributed(0)
	for i := 0; i < len(p.toks)-1; {
		w, next := p.phraseAt(i)
		if next == 0 {
			if p.heard(i); p.at(i).kind == mark && p.at(i).among(".", "!", "?") {
				p.attributed(i + 1)
			}
			i++
			continue
		}
		w.Start, w.End = w.Start+offset, w.End+offset
		if !yield(candidate{Reading: w, tense: p.tense, conditional: p.conditional(i)}) {
			return false
		}
		i = next
	}
	return true
}

// phraseAt reads a phrase at i, unless the words before it take it away:
// "every Friday", "said Wednesday".
func (p *parser) phraseAt(i int) (Reading, int) {
	before := p.at(i - 1)
	if i > 0 && before.among("every", "each", "per") {
		return Reading{}, 0
	}
	if i > 0 && p.speaks(i-1) && p.spokenOn(p.skip(i, "on")) {
		p.from = i
		end := p.skip(i, "on") + 1
		return p.reading(lead{}, period{gone: true}, end), end
	}
	return p.phrase(i)
}
