package draft

import (
	"slices"
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
	self   bool   // the outlet says "we think"
	told   bool   // a verb of saying stands before the words: a past tense there may be the present of who spoke
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
	heard := map[string]int{} // the block that says so
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
				if p.sentences[n].block <= heard[a.name] {
					a.ago = spoke[a.name]
				}
			} else {
				spoke[a.name], heard[a.name] = a.ago, p.sentences[n].block
			}
			a.past = a.past || a.ago > longestWeek
			a.had = a.first <= a.verb-1 && (t.Word(a.verb-1) == "had" || t.Word(a.verb-2) == "had")
		}
		p.carry(n)
		p.casts = append(p.casts, cast{slices.Clone(p.cast.all)})
	}
	p.voice()
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
		if w := t.Word(i); i >= a.first && (w == "previously" || w == "earlier" || w == "originally" || w == "once" || w == "had" || w == "repeatedly" || w == "long") {
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
