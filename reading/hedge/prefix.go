package hedge

import (
	"sort"
	"strings"
)

// prefix is the run of forms that begin with the words taken so far. Because
// a space sorts before all that words are made of, the run is unbroken and the
// form that is these words alone, if any, comes first.
type prefix struct {
	run    forms
	length int // bytes of the words taken, with a space after each
}

// begin returns the run of forms that begin with a word.
func (l *Lexicon) begin(word string) prefix { return prefix{l.runs[word], len(word) + 1} }

// runsOf returns the forms by their first word.
func runsOf(all forms) map[string]forms {
	runs := make(map[string]forms, len(all)/4)
	for len(all) > 0 {
		word, _, _ := strings.Cut(all[0].key, " ")
		end := 1
		for end < len(all) && startsWith(all[end].key, word) {
			end++
		}
		runs[word], all = all[:end], all[end:]
	}
	return runs
}

// take narrows the run by one more word; afterwards it may be empty.
func (p prefix) take(word string) prefix {
	first := sort.Search(len(p.run), func(i int) bool { return p.rest(i) >= word })
	p.run = p.run[first:]
	if len(p.run) == 0 || !startsWith(p.rest(0), word) {
		return prefix{}
	}
	end := sort.Search(len(p.run), func(i int) bool { return !startsWith(p.rest(i), word) })
	return prefix{p.run[:end], p.length + len(word) + 1}
}

// rest is what form i has after the words taken.
func (p prefix) rest(i int) string {
	key := p.run[i].key
	return key[min(p.length, len(key)):]
}

// form is the form that is the words taken and nothing more, or nil.
func (p prefix) form() *form {
	if len(p.run) > 0 && len(p.run[0].key) == p.length-1 {
		return &p.run[0]
	}
	return nil
}

// startsWith reports whether the first word of text is the given one.
func startsWith(text, word string) bool {
	rest, ok := strings.CutPrefix(text, word)
	return ok && (rest == "" || rest[0] == ' ')
}
