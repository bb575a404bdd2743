package clause

// others reports whether the subject of clause n is somebody else than that of
// the statement, whose loss is no loss of theirs: "the champion will lose"
// beside "The challenger wins". Pronouns and words for a side may be anybody.
func (t *Text) others(words []Word, verb, n int) bool {
	mine := topicsOf(words, 0, verb)
	nouns := false
	for i := range t.subject(n) {
		w := t.Words[i]
		if isEmpty(w.Text) || w.IsNumber {
			continue
		}
		if IsPronoun(w.Text) || isSide(w.Text) {
			return false
		}
		for _, m := range mine {
			if m.shared(w) > 0 {
				return false
			}
		}
		nouns = true
	}
	return nouns && len(mine) > 0
}

// swapped reports whether clause n has the statement's object as its subject:
// "Rovers will beat United" beside "United beat Rovers".
func (t *Text) swapped(words []Word, verb, n int) bool {
	if verb < 0 || !t.others(words, verb, n) {
		return false
	}
	theirs := topicsOf(words, verb+1, len(words))
	for i := range t.subject(n) {
		for _, m := range theirs {
			if m.shared(t.Words[i]) > 0 {
				return true
			}
		}
	}
	return false
}

// subject yields the words of clause n before its first modal, auxiliary or
// verb of a contest.
func (t *Text) subject(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := t.Clauses[n].First; i < len(t.Words); i++ {
			if t.Of[i] != n {
				continue
			}
			if w := t.Word(i); IsModal(w) || IsAuxiliary(w) || w == "'s" || senseOf(w)&(winning|losing) != 0 {
				return
			}
			if isThinking(t.Word(i+1)) || isThinking(t.Word(i)) {
				continue // "I think …"
			}
			if !yield(i) {
				return
			}
		}
	}
}

func isThinking(word string) bool {
	switch word {
	case "think", "thinks", "believe", "believes", "expect", "expects", "reckon", "say", "said", "says", "guess", "bet", "predict", "predicts":
		return true
	}
	return false
}

// isSide reports words by which any side of a contest may be called.
func isSide(word string) bool {
	switch word {
	case "team", "side", "club", "squad", "party", "government", "country", "nation", "company", "lads", "boys", "girls", "hosts", "visitors":
		return true
	}
	return false
}

// topicsOf are the topics among words first to last-1.
func topicsOf(words []Word, first, last int) []topic {
	var all []topic
	for _, w := range words[max(first, 0):max(last, 0)] {
		if !isEmpty(w.Text) {
			all = append(all, topicOf(w.Text))
		}
	}
	return all
}
