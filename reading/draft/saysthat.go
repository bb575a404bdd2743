package draft

import (
	"strings"

	"tracker/reading/clause"
)

// saysThat reports any verb at i by which somebody says or holds that something is
// to come: "the trader grumbled that prices would", "the governor figures that the
// dam will". What happens and what is known is none: "meant that".
func saysThat(t *clause.Text, i int) bool {
	w := t.Word(i)
	if i == 0 || t.Word(i+1) != "that" || !clause.IsPast(w) && !strings.HasSuffix(w, "s") && w != "word" && w != "doubt" || isSaying(w) || isBelieving(w) || isCommitting(w) || isFact(w) {
		return false
	}
	at := i
	if w == "word" || w == "doubt" { // "gave his word that", "left no doubt that"
		if at = i - 2; t.Word(at) != "gave" && t.Word(at) != "left" && t.Word(at) != "leaves" && t.Word(at) != "gives" {
			return false
		}
	}
	return somebodyBefore(t, at) && comesAfter(t, i+2)
}

// excludesNot reports what somebody holds for possible: "experts do not exclude
// that".
func excludesNot(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "exclude", "excludes", "excluding":
		return t.Word(i+1) == "that" && t.Word(i-1) == "not"
	}
	return false
}

// somebodyBefore reports whether the subject of the verb at i may speak.
func somebodyBefore(t *clause.Text, i int) bool {
	own := ownerOf(t, i)
	if own[1] <= own[0] {
		return false
	}
	head := headOf(t, own[0], own[1])
	return isRole(head) || isHouse(head) || head == "majority" || head == "minority" || head == "he" || head == "she" || head == "they" || t.Words[own[1]-1].Capital && own[1]-own[0] < 4
}

// comesAfter reports a verb of the future soon after word i.
func comesAfter(t *clause.Text, i int) bool {
	for j := i; j < min(i+14, len(t.Words)) && t.Word(j) != ";"; j++ {
		switch t.Word(j) {
		case "will", "would", "could", "may", "might", "going":
			return !t.Words[j].Capital
		}
	}
	return false
}

// isFact reports verbs of what is so or was learned, which report nobody.
func isFact(word string) bool {
	switch word {
	case "means", "meant", "shows", "showed", "proves", "proved", "ensures", "ensured", "requires", "required", "knows", "saw", "sees", "discovered", "learned", "learns", "realised", "realized", "realises", "realizes", "imagined", "imagines", "dreamed", "wished", "wishes", "forgot", "noticed", "happened", "was", "were", "is", "has", "had", "did", "made", "makes", "pretended", "remembers", "remembered", "demanded", "demands", "ordered", "ruled", "ensuring", "provided", "provides", "asked", "prayed", "prays", "this", "its", "his", "as", "us":
		return true
	}
	return false
}
