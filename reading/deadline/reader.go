package deadline

import (
	"iter"
	"strings"
	"sync"
)

// Reader reads deadlines. It is safe for concurrent use.
type Reader struct {
	*tables
	opts    Options
	parsers sync.Pool // of *parser, so that a phrase costs no buffer
	zones   sync.Map  // of *time.Location by name, as they are needed
}

// New returns a Reader. It refuses a vague table with a span that runs
// backwards, is longer than a century or has an unknown unit.
func New(o Options) (*Reader, error) {
	t, err := builtIn()
	if len(o.Vague) > 0 {
		t, err = newTables(o.Vague)
	}
	if err != nil {
		return nil, err
	}
	return &Reader{tables: t, opts: o}, nil
}

// starterWords are the words, besides those that the lexicon sorts, with which
// a phrase can begin; a test holds the grammar to them.
const starterWords = `the a an this these next last past previous coming upcoming following current present early mid
	middle late latter earlier later opening closing final penultimate antepenultimate twenties thirties forties fifties sixties seventies eighties nineties start beginning outset onset dawn end close conclusion
	expiration expiry tail back turn long rest remainder balance midway halfway midweek midmonth midyear midsummer midwinter us u.s. u.s usa american british uk western national federal annual height peak depths depth dead heart high eow eom eoq eoy
	cob eod eob noon midday midnight daybreak sunrise lunchtime dusk sunset sundown nightfall q h fy fiscal financial tax budget today tonight tomorrow tmrw tmr yesterday overnight now since
	calendar cw w cy ye dying waning eoh market markets bell ends closes finish finishes finishing ending full whole entire all its their our his her my between from morning afternoon evening night another few several couple about
	around roughly just only nearly almost maybe perhaps possibly probably very half quarter working business trading`

// Read finds the deadline of a phrase or a sentence. Of several phrases it
// takes the one that carries the promise and offers the others as
// alternatives. It never panics; a text without a deadline gives class none.
func (r *Reader) Read(text string, said Said) Reading {
	var few [2]candidate
	found := few[:0]
	for c := range r.found(text, said) {
		if found = append(found, c); len(found) == mostPhrases {
			break
		}
	}
	if len(found) == 0 {
		return none(said)
	}
	return govern(found)
}

// Scan yields every deadline phrase of a text, in order. Phrases of the past,
// of no deadline, of what is said and impossible ones are left out.
func (r *Reader) Scan(text string, said Said) iter.Seq[Reading] {
	return func(yield func(Reading) bool) {
		for c := range r.found(text, said) {
			if c.dates() && !yield(c.Reading) {
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
		p, ok := r.parsers.Get().(*parser)
		if !ok {
			p = new(parser)
		}
		defer r.parsers.Put(p)
		for from := 0; from < len(text); {
			to := cut(text, from)
			toks := append(lex(text[from:to], r.tables, p.toks[:0]), token{kind: mark, start: int32(to - from), end: int32(to - from)})
			p.pass, p.toks = pass{r: r, said: said, text: text[from:to]}, toks
			p.sent.start, p.sent.end, p.sent.supposes = 0, 0, false
			p.look()
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
			if p.heard(i); p.sentenceEnd(i) {
				p.attributed(i + 1)
				p.told = 0
			}
			i++
			continue
		}
		w.Start, w.End = w.Start+offset, w.End+offset
		if w.Class != ClassNone && w.Earliest != 0 {
			if rest := p.unread(p.from, next); rest != "" {
				w = w.vetoed(p.said, rest)
			}
		}
		slip := p.slip(p.from, next)
		if slip != nil && w.Class != ClassNone {
			w.Remark = `"` + p.text[slip.start:slip.end] + `" was read as ` + slip.named()
		}
		if (slip != nil || p.loose(next)) && (w.Class == ClassExact || w.Class == ClassBounded) {
			w.Class = ClassFuzzy
		}
		if w.spans() && p.hanging(i) {
			w = p.fromCondition(w)
		}
		if w.Latest != 0 {
			p.told = w.Latest
		}
		w.Conditional, w.Superseded = p.conditional(i), p.superseded(p.from)
		lasts, epithet := w.spans() && p.at(p.from).is("for"), p.epithet(p.from, next)
		w.Minor = lasts || epithet > 1 || w.Rule == "clock"
		if !yield(candidate{Reading: w, tense: p.tenseFor(next), said: p.said.On, content: p.content(p.from, next, &w), recurs: p.recurs(p.from, next),
			brief: w.Granularity == Hour && w.spans() && p.brief(p.from, next), aside: p.aside(p.from), lasts: lasts, epithet: epithet}) {
			return false
		}
		i = next
	}
	return true
}

// phraseAt reads a phrase at i, unless the words before it take it away:
// "every Friday", "said Wednesday".
func (p *parser) phraseAt(i int) (Reading, int) {
	if t := p.at(i); i > 0 && (t.kind == plain && !t.has(starter) || t.kind == mark && !t.is("'")) {
		return Reading{}, 0
	}
	before := p.at(i - 1)
	if p.at(i).is("last") && !p.at(i+1).among("the", "through", "out") && (before.among("will", "would", "could", "may", "might", "can", "cannot", "should", "must", "to", "not") || before.is("t") && p.contracted(i-2)) { // the verb
		return Reading{}, 0
	}
	if i > 0 && (before.among("every", "each", "per") || before.is("following") && p.at(i-2).is("the")) {
		return Reading{}, 0
	}
	if p.tense == neutral {
		if end := p.dateline(i); end > 0 {
			p.from = i
			return p.reading(lead{}, &period{gone: true}, end), end
		}
	}
	if i > 0 && (p.speaks(i-1) || p.toldAt(i)) && p.spokenOn(p.over(i, "on")) {
		p.from = i
		end := p.over(i, "on") + 1
		return p.reading(lead{}, &period{gone: true}, end), end
	}
	if p.at(i).kind == weekday && p.at(i+1).is("that") && before.kind == plain && !before.among("on", "by", "before", "until", "next", "this", "coming") {
		p.from = i
		return p.reading(lead{}, &period{gone: true}, i+1), i + 1 // "its hope Wednesday that"
	}
	if j := i + 1; p.at(i).is("on") && p.at(j).kind == weekday && p.at(j+1).is("that") && p.at(j+2).kind != unit {
		p.from = i
		return p.reading(lead{}, &period{gone: true}, j+1), j + 1 // "predicted on Monday that"
	}
	return p.phrase(i)
}
