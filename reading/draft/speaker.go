package draft

import (
	"slices"
	"sort"
	"strings"

	"tracker/reading/clause"
)

// voice is who speaks, the rule that found them, and how surely.
type voice struct {
	name   string
	rule   string
	sure   Sureness
	relay  string // who passed it on
	ago    int    // how many days before the article it was said
	again  bool   // it was said before the article's day
	denied bool   // denied that
	now    bool   // says: what they would is not the future of a report
	had    bool   // had said: a report of what is over
	idle   bool   // they say: nobody
}

// attribute finds who speaks in every sentence and quotation.
func (p *page) attribute() {
	p.cast = new(cast)
	if house := houseOf(p.Source); house != "" {
		p.cast.all = append(p.cast.all, figure{name: house, plain: plainName(house), words: strings.Fields(strings.ToLower(house)), sort: theHouse})
	}
	p.speaks = make([][]attribution, len(p.sentences))
	p.would = make([]voice, len(p.sentences))
	spoke := map[string]int{} // how many days ago who spoke
	for n := range p.sentences {
		t := p.texts[n]
		quoted := func(i int) bool {
			return i >= 0 && i < len(t.Words) && p.quoted(p.sentences[n].Start+t.Words[i].Start) >= 0
		}
		p.speaks[n] = attributions(t, quoted)
		p.introduce(n, quoted)
		for i := range p.speaks[n] {
			a := &p.speaks[n][i]
			name, carried := p.cast.meet(p.subjectOf(t, a))
			if a.name = name; carried {
				a.rule = "pronoun"
			}
			a.past = saidBefore(t, a)
			if a.ago = p.ago(t, a); a.ago == 0 && !dayIn(t, a) {
				a.ago = spoke[a.name]
			} else {
				spoke[a.name] = a.ago
			}
			a.had = a.first <= a.verb-1 && (t.Word(a.verb-1) == "had" || t.Word(a.verb-2) == "had")
		}
		p.carry(n)
		p.casts = append(p.casts, cast{slices.Clone(p.cast.all)})
	}
	p.voice()
}

// subjectOf is the noun of who speaks; of "her rival, the governor, insists" it
// is the governor.
func (p *page) subjectOf(t *clause.Text, a *attribution) noun {
	from, to := author(t, a.subject[0], a.subject[1])
	if mine(t.Word(from)) && t.Word(to) == "," && to+1 < a.verb && clause.IsDeterminer(t.Word(to+1)) && hasRole(t, to+1, a.verb) {
		from, to = to+1, a.verb
		for to > from && !isRole(t.Word(to-1)) && t.Word(to-1) == "," {
			to--
		}
	}
	if named := properAfter(t, to); named > to+1 && isRole(headOf(t, from, to)) {
		from, to = to+1, named
	}
	return nounOf(t, from, to)
}

// properAfter is where a person's name ends that stands in apposition after word
// i: "an aide, Yuri Volkov"; i for none.
func properAfter(t *clause.Text, i int) int {
	end := i + 1
	for end < len(t.Words) && t.Words[end].Capital && !isMonth(t.Word(end)) && !isWeekday(t.Word(end)) {
		end++
	}
	if t.Word(i) != "," || end-i < 3 || end-i > 5 || !clause.IsMark(t.Word(end)) || isHouse(t.Word(end-1)) {
		return i
	}
	return end
}

func mine(word string) bool {
	return word == "her" || word == "his" || word == "its" || word == "their"
}

// introduce takes in the subject of a sentence that says nothing, so that the
// pronoun of the next finds it.
func (p *page) introduce(n int, quoted func(int) bool) {
	t := p.texts[n]
	if len(t.Words) == 0 || quoted(0) || !isNounStart(t, 0) {
		return
	}
	to := 0
	for to < len(t.Words) && to < 12 && !clause.IsMark(t.Word(to)) && !clause.IsModal(t.Word(to)) && !clause.IsAuxiliary(t.Word(to)) && !isSaying(t.Word(to)) && !isCommitting(t.Word(to)) && !isBelieving(t.Word(to)) {
		to++
	}
	if to == len(t.Words) || to == 0 {
		return
	}
	from, to := author(t, trimNoun(t, 0, to), to)
	from, to = introduced(t, from, to)
	if head := headOf(t, from, to); isRole(head) || isHouse(head) || gender([]string{head}) != 0 {
		p.cast.meet(nounOf(t, from, to))
	}
}

// introduced is the part of a subject that may speak: of "the premier's answer"
// and "the premier herself" the premier, of "shares in the miner" the miner.
func introduced(t *clause.Text, from, to int) (int, int) {
	if t.Word(from) == "shares" && (t.Word(from+1) == "in" || t.Word(from+1) == "of") && from+2 < to {
		end := from + 2
		for end < to && !clause.IsPast(t.Word(end)) || end < to && end == from+3 {
			end++
		}
		return from + 2, end
	}
	if head := headOf(t, from, to); isRole(head) || isHouse(head) {
		return from, to
	}
	for i := from + 1; i < to; i++ {
		switch t.Word(i) {
		case "'s", "herself", "himself", "itself", "themselves":
			return from, i
		}
	}
	return from, to
}

// carry remembers who is reported in a sentence for the next that goes on in
// their words: "Tolls would be scrapped a year later."
func (p *page) carry(n int) {
	for i := len(p.speaks[n]) - 1; i >= 0; i-- {
		if a := p.speaks[n][i]; a.name != "" {
			p.would[n] = voice{name: a.name, rule: "carried", sure: Likely, ago: a.ago}
			return
		}
	}
	if n > 0 && p.sentences[n].block == p.sentences[n-1].block {
		p.would[n] = p.would[n-1]
	}
}

// saidBefore reports words by which an attribution says that it was made
// before: "said last year", "has long promised", "had said".
func saidBefore(t *clause.Text, a *attribution) bool {
	for i := a.verb - 3; i < a.verb; i++ {
		if w := t.Word(i); i >= a.first && (w == "previously" || w == "earlier" || w == "originally" || w == "had" || w == "repeatedly" || w == "long") {
			return true
		}
	}
	for i := a.verb; i < min(max(a.verb+6, a.last), len(t.Words)); i++ {
		w, next := t.Word(i), t.Word(i+1)
		if w == "last" && (next == "month" || next == "year" || next == "summer" || next == "autumn" || next == "spring" || next == "winter") || w == "previously" || w == "at" && next == "the" && t.Word(i+2) == "time" || i > a.verb && w == "in" && (isMonth(next) || isYear(next)) && i < a.last {
			return true
		}
		if clause.IsMark(w) || w == "that" {
			return false
		}
	}
	return false
}

func isYear(word string) bool {
	return len(word) == 4 && (strings.HasPrefix(word, "19") || strings.HasPrefix(word, "20"))
}

// voice finds who speaks in each quotation: whoever is named beside it, else
// whoever spoke last.
func (p *page) voice() {
	p.voices = make([]voice, len(p.quotations))
	for i, q := range p.quotations {
		v := p.beside(q)
		if b := p.blocks[q.block]; v.name == "" && b.by != "" {
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

// turnName is a name before a colon as the cast has it.
func turnName(c *cast, by string) string {
	t := clause.Cut(by)
	if f := c.known(nounOf(t, 0, len(t.Words))); f >= 0 {
		return c.all[f].name
	}
	if n := nounOf(t, 0, len(t.Words)); nameStart(strings.Fields(n.text)) > 0 {
		return properName(n)
	}
	return capitalised(by)
}

// turn is the name of a turn of a transcript: "MR. COLE" is whom "DAVID COLE,
// TRANSPORT MINISTER" introduced.
func (c *cast) turn(by string) string {
	if isQuestioner(by) {
		return by
	}
	if name, _, ok := strings.Cut(by, ","); ok {
		by = name
	}
	if isUpper(by) && len(by) > 4 || isUpper(by) && c.has(by) {
		by = uncapital(by)
	}
	name := turnName(c, by)
	if name == "" || len(strings.Fields(name)) == 0 {
		return name
	}
	if f := newFigure(noun{text: name, words: strings.Fields(strings.ToLower(name)), caps: make([]bool, len(strings.Fields(name)))}); !c.has(name) {
		f.name, f.sort = name, somebody
		c.all = append(c.all, f)
	}
	return name
}

// has reports whether somebody of this name, or with it as their last, is known.
func (c *cast) has(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc(c.all, func(f figure) bool {
		return strings.ToLower(f.name) == lower || len(f.words) > 0 && f.words[len(f.words)-1] == lower
	})
}

// uncapital is a name in capitals as it is written: "David Cole", and a role as
// "Transport minister".
func uncapital(name string) string {
	words := strings.Fields(strings.ToLower(name))
	role := slices.ContainsFunc(words, func(w string) bool { return isRole(w) || isHouse(w) })
	for i, w := range words {
		if (i == 0 || !role) && !isParticle(w) || w == "mr." || w == "mr" {
			words[i] = capitalised(w)
		}
	}
	return strings.Join(words, " ")
}
