package undertaking

import "tracker/reading/clause"

// tempered reports words that make less than a promise of a "will": "we will
// probably", "I am confident we will", "my gut says".
func (r *reader) tempered(i int) bool {
	for j := range r.Words {
		if !r.bears(r.Of[j], r.Of[i]) {
			continue
		}
		switch r.Word(j) {
		case "probably", "likely", "unlikely", "perhaps", "maybe", "possibly", "hopefully", "presumably", "think", "believe", "guess", "suspect", "bet", "gut", "feeling", "hunch", "chance", "chances", "odds",
			"impossible", "possible", "conceivable", "confident", "optimistic", "fear", "fears", "worry", "worried", "afraid", "anticipate", "imagine", "surprised", "hope", "hopeful", "doubt", "expect", "predict", "almost":
			return true
		case "view", "opinion", "mind", "judgment", "judgement":
			if mine(r.Word(j - 1)) {
				return true
			}
		}
	}
	return false
}

// bears reports whether what clause other says tempers clause n: it is n, or a
// short main clause of the sentence, "I think", "we believe".
func (r *reader) bears(other, n int) bool {
	c := r.Clauses[other]
	if other == n {
		return true
	}
	if c.Sentence != r.Clauses[n].Sentence || c.Role != clause.Main {
		return false
	}
	words := 0
	for i := range r.Words {
		if r.Of[i] == other && !clause.IsMark(r.Word(i)) {
			words++
		}
	}
	return words <= longestTag
}

// longestTag is how many words "my best guess, for what it is worth" may have.
const longestTag = 6

// hedged reports a verb at i that another before it puts into the future.
func (r *reader) hedged(i int) bool {
	for j := i - 1; j >= 0 && r.Of[j] == r.Of[i] && !clause.IsMark(r.Word(j)); j-- {
		if clause.IsModal(r.Word(j)) || isBe(r.Word(j)) || r.Word(j) == "to" || r.Word(j) == "have" || r.Word(j) == "has" || r.Word(j) == "remain" || r.Word(j) == "remains" {
			return true
		}
	}
	return false
}
