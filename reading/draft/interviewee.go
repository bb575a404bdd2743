package draft

import (
	"strings"

	"tracker/reading/clause"
)

// isAnswerer reports the letter or word of a turn that only says who answers.
func isAnswerer(by string) bool {
	switch strings.ToLower(strings.TrimRight(by, ".")) {
	case "a", "answer":
		return true
	}
	return false
}

// interviewee is whom the words above the first turn introduce, who gives the
// answers: "The head of the grid operator on cables and costs"; "" for nobody.
func (p *page) interviewee() string {
	for n := range p.sentences {
		b := p.blocks[p.sentences[n].block]
		if b.by != "" {
			return ""
		}
		if name := introduces(p.texts[n]); name != "" {
			return name
		}
	}
	return ""
}

// introduces is the first somebody by their role whom a sentence names, "" for
// nobody.
func introduces(t *clause.Text) string {
	for i := range t.Words {
		if !isNounStart(t, i) || i > 0 && !clause.IsMark(t.Word(i-1)) && t.Words[i-1].Capital {
			continue
		}
		to := nounEnd(t, i, func(int) bool { return false })
		for j := i + 2; j < to; j++ {
			if w := t.Word(j); !t.Words[j].Capital && (clause.IsPast(w) || isIrregular(w) || presentVerb(w) && !isSeveral(t.Word(j-1)) && !isRole(w) && !isHouse(w)) && (isRole(t.Word(j-1)) || isHouse(t.Word(j-1))) {
				to = j
			}
		}
		if head := headOf(t, i, to); to > i && isRole(head) && !isQuestioner(head) && !isPlural(head) {
			return properName(nounOf(t, i, to))
		}
	}
	return ""
}
