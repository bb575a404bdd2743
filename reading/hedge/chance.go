package hedge

import "tracker/reading/clause"

// chanceNumber reads a number from token i on that is a probability: in words
// alone any number, in a sentence one that speaks of a chance. The match takes
// in "at least" before it and "chance" after it.
func (s sentence) chanceNumber(i int) (match, bool) {
	bound, j := s.bound(i)
	m := match{first: j}
	if isArticle(s.word(j)) && power(s.word(j+1)) == 1 {
		if j++; bound == exact {
			m.first = j
		}
	}
	if bound != exact {
		m.first = i
	}
	n, last, ok := s.numberAt(j)
	if !ok {
		return m, false
	}
	m.number, m.last = n.bounded(bound), s.chanceAfter(last)
	if s.word(i-1) == "," && clause.IsMark(s.word(last)) && s.percentBefore(last) && s.chanceAround(i) {
		return m, true // "a low chance, 20 percent, of"
	}
	ends := isEnd(s.word(last)) && s.word(last) != "of" // a share: "30 per cent of the seats"
	return m, s.alone || m.last > last || n.evident || ends && (s.chanceBefore(i) || s.putAt(i)) || s.percentBefore(last) && s.claimed(i, last)
}

// claimed reports a share from token i to last-1 that is said of a clause, "the
// model says 65 % that": no noun stands beside it.
func (s sentence) claimed(i, last int) bool {
	if s.word(last) != "that" || clause.IsPast(s.word(last+1)) {
		return false
	}
	switch w := s.word(i - 1); w {
	case "say", "says", "said", "give", "gives", "predict", "predicts", "reckon", "reckons", "estimate", "estimates", "suggest", "suggests", "show", "shows", "have", "has", "guess", "at":
		return true
	default:
		return isBe(w)
	}
}

// listed reads a number that goes on a list of chances: "30 % near normal, 60 %
// above".
func (s sentence) listed(i int, found []match) (match, bool) {
	if len(found) == 0 || s.alone || !s.itemBefore(i) {
		return match{}, false
	}
	if last := found[len(found)-1]; last.form != nil || s.Clauses[s.Of[last.first]].Sentence != s.Clauses[s.Of[i]].Sentence {
		return match{}, false
	}
	a, j, ok := s.cardinal(i)
	if !ok {
		return match{}, false
	}
	last, ok := s.percentSign(j)
	if !ok || s.word(last) == "of" {
		return match{}, false
	}
	n := exactly(a/100, "stated as a percentage")
	return match{first: i, last: last, number: n}, n.valid()
}

// itemBefore reports whether at most four words part token i from the mark or
// "and" that begins its item of a list.
func (s sentence) itemBefore(i int) bool {
	for j := i - 1; j >= max(0, i-5); j-- {
		if s.word(j) == "," || s.word(j) == ";" || s.word(j) == "and" {
			return true
		}
	}
	return false
}

func isArticle(word string) bool { return word == "a" || word == "an" || word == "the" }

// bound is a word that makes a number the end of a range.
type bound int8

const (
	upper bound = iota - 1 // "less than"
	exact
	lower // "at least"
)

// bound reads words like "at least" or "about" and returns the token after.
func (s sentence) bound(i int) (bound, int) {
	if w := s.word(i); (w == "no" || w == "not") && s.word(i+2) == "than" {
		if b, j := s.bound(i + 1); b == lower {
			return upper, j // "no better than one in five"
		}
	}
	switch s.word(i + 1) {
	case "than":
		switch s.word(i) {
		case "more", "better", "greater", "higher":
			return lower, i + 2
		case "less", "fewer", "lower", "worse":
			return upper, i + 2
		}
	case "least":
		if s.word(i) == "at" {
			return lower, i + 2
		}
	case "most":
		if s.word(i) == "at" {
			return upper, i + 2
		}
	case "to":
		if s.word(i) == "up" {
			return upper, i + 2
		}
	}
	switch s.word(i) {
	case "over", "above", "exceeding":
		return lower, i + 1
	case "under", "below":
		return upper, i + 1
	case "about", "around", "roughly", "approximately", "nearly", "near", "almost", "just":
		return exact, i + 1
	}
	return exact, i
}

// bounded opens the range on one side; the point stays what was said.
func (n number) bounded(b bound) number {
	switch b {
	case lower:
		n.p, n.high = n.low, 1
		n.rule += ", as a lower bound; the point is the figure said"
	case upper:
		n.p, n.low = n.high, 0
		n.rule += ", as an upper bound; the point is the figure said"
	}
	return n
}

// chanceAfter returns the token after the word of chance that follows a number
// ("70% chance", "60% likely"), or last when none does.
func (s sentence) chanceAfter(last int) int {
	i := last
	switch s.word(i) {
	case "or":
		if s.word(i+1) == "better" || s.word(i+1) == "so" || s.word(i+1) == "more" {
			i += 2
		}
	case "of":
		return s.simulated(last)
	case "simulations", "scenarios", "runs":
		return last + 1
	}
	if isChanceNoun(s.word(i+1)) && !clause.IsMark(s.word(i)) && !isEnd(s.word(i)) {
		i++ // "a 48% cumulative probability"
	}
	switch s.word(i) {
	case "chance", "chances", "probability", "likelihood", "likely", "odds", "risk", "possibility", "probable",
		"certain", "sure", "confident", "convinced", "positive", "confidence", "certainty", "shot":
		return i + 1
	}
	return last
}

// simulated is the token after "of our simulations", of which a number before
// token i is the share, or i.
func (s sentence) simulated(i int) int {
	for j := i + 1; j < i+5 && !clause.IsMark(s.word(j)); j++ {
		switch s.word(j) {
		case "simulations", "simulation", "scenarios", "runs", "simulated":
			return j + 1
		}
	}
	return i
}

// putAt reports whether the number at i is what somebody puts a chance at: "I
// put it at 20 per cent", "I'd give it 3 in 10".
func (s sentence) putAt(i int) bool {
	if s.word(i-1) != "at" {
		switch s.word(i - 2) {
		case "give", "gives", "put", "puts", "rate", "make":
			return s.word(i-1) == "it" || s.word(i-1) == "that" || s.word(i-1) == "this"
		}
		return false
	}
	of := false // "put the likelihood of … at"
	for j := i - 2; j >= max(0, i-maxReach) && (!clause.IsMark(s.word(j)) || s.word(j) == "%"); j-- {
		of = of || isChanceNoun(s.word(j))
		switch s.word(j) {
		case "put", "puts", "place", "places":
			return of || j >= i-6
		}
	}
	return false
}

func isChanceNoun(word string) bool {
	switch word {
	case "chance", "chances", "probability", "probabilities", "likelihood", "odds", "risk", "possibility", "confidence":
		return true
	}
	return false
}

// maxReach is how many words a chance may stand before its number.
const maxReach = 20

// chanceBefore reports whether the number at token i is what a chance before
// it amounts to: "a chance of 70%", "puts the odds of a deal at 3 to 1".
func (s sentence) chanceBefore(i int) bool {
	near, states := true, false
	for j := i - 1; j >= max(0, i-maxReach); j-- {
		w := s.word(j)
		switch {
		case w == ";" || w == "." || w == ",":
			return false
		case near && isMoved(w) && s.tells(j):
			return false // "little chance that inflation falls below 2 per cent"
		case near && (w == ":" || isMoved(w)):
			states = true // "chance of rain tomorrow: 30 per cent"
		case isChanceNoun(w):
			return near || states || s.word(i-1) == "to" && s.isRevised(j)
		case !isCopula(w):
			near = false
		case near:
			states = states || isBe(w) || w == "at" || w == "stands"
		}
	}
	return false
}

// percentBefore reports a sign of per cent right before token i.
func (s sentence) percentBefore(i int) bool {
	return s.percentAfter(i-1) || s.percentAfter(i-2) && s.word(i-1) == "cent"
}

// chanceAround reports a chance in the same sentence before the comma at i-1.
func (s sentence) chanceAround(i int) bool {
	for j := i - 2; j >= max(0, i-10) && s.word(j) != "." && s.word(j) != ";"; j-- {
		if isChanceNoun(s.word(j)) {
			return true
		}
	}
	return false
}

// tells reports whether the verb at token i belongs to what a chance before it
// is a chance of: "the chance that inflation falls", not "the chance that it rains
// has fallen".
func (s sentence) tells(i int) bool {
	for j := i - 1; j >= max(0, i-6) && !clause.IsMark(s.word(j)); j-- {
		switch w := s.word(j); {
		case w == "that":
			return isChanceNoun(s.word(j - 1))
		case clause.IsVerbal(w):
			return false
		}
	}
	return false
}

// isRevised reports whether the chance at token i is being moved: "raised its
// odds of a recession".
func (s sentence) isRevised(i int) bool {
	for j := i - 1; j >= max(0, i-6) && !clause.IsMark(s.word(j)); j-- {
		switch s.word(j) {
		case "raise", "raises", "raised", "raising", "cut", "cuts", "cutting", "lower", "lowers", "lowered", "lifts", "lifted",
			"increased", "increases", "reduced", "reduces", "upped", "trimmed", "bumped", "hiked":
			return true
		}
	}
	return false
}

// isMoved reports verbs between a chance and the number it has come to.
func isMoved(word string) bool {
	switch word {
	case "rise", "rises", "rose", "risen", "fall", "falls", "fell", "fallen", "climbed", "jumped", "dropped", "dipped", "slipped", "increased", "decreased", "shortened", "lengthened":
		return true
	}
	return false
}

// isCopula reports words between a chance and its number.
func isCopula(word string) bool {
	switch word {
	case "of", "at", "is", "are", "was", "were", "be", "being", "as", "no", "now", "currently", "stands", "stand", "only", "high", "low", "about", "around", "roughly", "just", "to", "'s", "than", "better", "some", "a", "an", "even":
		return true
	}
	return false
}
