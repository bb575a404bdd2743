package draft

import (
	"strings"

	"tracker/reading/clause"
)

// noun is the words from to to-1 of a text as a noun: the text itself, and its
// words in small letters.
type noun struct {
	text  string
	words []string
	caps  []bool
}

func nounOf(t *clause.Text, from, to int) noun {
	var n noun
	for i := from; i < to; i++ {
		n.words = append(n.words, t.Word(i))
		n.caps = append(n.caps, t.Words[i].Capital)
	}
	if from < to {
		n.text = strings.Join(strings.Fields(strings.Trim(t.Source[t.Words[from].Start:t.Words[to-1].End], "\"“”‘’'«» ")), " ")
	}
	return n
}

func (n noun) allProper() bool {
	if !n.caps[len(n.caps)-1] {
		return false
	}
	for i := range n.words {
		if !n.caps[i] && !isField(n.words[i]) {
			return false
		}
	}
	return true
}

func last(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// within reports whether every word stands among others.
func within(words, others []string) bool {
	for _, w := range words {
		found := false
		for _, o := range others {
			found = found || w == o
		}
		if !found {
			return false
		}
	}
	return true
}

// bare is words without what says nothing of who is meant.
func bare(words []string) []string {
	var kept []string
	for _, w := range words {
		switch w {
		case "the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "'s":
		default:
			kept = append(kept, w)
		}
	}
	return kept
}

// plainName is a name in small letters, without what says nothing of who is
// meant.
func plainName(name string) string {
	return strings.Join(bare(strings.Fields(strings.ToLower(name))), " ")
}

// head is the word that a noun is about: the last before "of", "for", "at".
func (n noun) head() string {
	for i, w := range n.words {
		if i > 0 && endsHead(w) {
			return n.words[i-1]
		}
	}
	return last(n.words)
}

// headOf is the head of the noun from word from to to-1.
func headOf(t *clause.Text, from, to int) string {
	for i := from + 1; i < to; i++ {
		if endsHead(t.Word(i)) {
			return t.Word(i - 1)
		}
	}
	if from < to {
		return t.Word(to - 1)
	}
	return ""
}

func endsHead(word string) bool {
	switch word {
	case "of", "for", "at", "in", "with", "from", "close", "familiar", "on", "to":
		return true
	}
	return false
}

func nounHead(words []string) string { return noun{words: words}.head() }
