package draft

import "tracker/reading/clause"

// introduce takes in the subject of a sentence that says nothing, so that the
// pronoun of the next finds it.
func (p *page) introduce(n int, quoted func(int) bool) {
	t := p.texts[n]
	if len(t.Words) == 0 || quoted(0) || !isNounStart(t, 0) || isConjunction(t.Word(0)) {
		return
	}
	to := 0
	for to < len(t.Words) && to < 12 && !clause.IsMark(t.Word(to)) && !clause.IsModal(t.Word(to)) && !clause.IsAuxiliary(t.Word(to)) && !isSaying(t.Word(to)) && !isCommitting(t.Word(to)) && !isBelieving(t.Word(to)) && !actsAt(t, to) {
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

// actsAt reports a verb right after somebody who may speak: the "played" of "the
// foreign minister played down hopes".
func actsAt(t *clause.Text, i int) bool {
	if i == 0 || t.Words[i].Capital {
		return false
	}
	before, w := t.Word(i-1), t.Word(i)
	return (isRole(before) || isHouse(before)) && (clause.IsPast(w) || isIrregular(w) || w == "cut" || w == "put" || w == "set" || w == "hit" || w == "beat" || presentVerb(w) && !isRole(w) && !isHouse(w) && !isSeveral(before))
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
