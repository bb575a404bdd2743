package deadline

import (
	"strings"
	"sync"
)

// tables are what a reader looks words up in. Only the vague rows of a book
// make them differ from reader to reader.
type tables struct {
	words      map[string]entry // every word that the grammar knows
	vocabulary vocabulary       // the same, for the lexer
	leads      [][]leadWords    // in the places that words say, the first being none
	table      map[string]VagueRow
	wordings   wordings
	vagues     [][]wording         // of the wordings, in the places that words say, the first being none
	feasts     map[string][]*feast // by the first word of their names
}

// builtIn builds the tables of a book without vague rows of its own, once in a
// process and not before they are needed.
var builtIn = sync.OnceValues(func() (*tables, error) { return newTables(nil) })

// newTables builds the tables with rows of the vague table replaced or added.
func newTables(over map[string]Distance) (*tables, error) {
	rows, found, err := vagueTable(over)
	if err != nil {
		return nil, err
	}
	t := &tables{words: make(map[string]entry, 1024), leads: [][]leadWords{nil}, table: rows, wordings: found, vagues: [][]wording{nil}, feasts: map[string][]*feast{}}
	for _, f := range feasts() {
		for _, name := range f.names {
			first, _, _ := strings.Cut(name, " ")
			t.feasts[first] = append(t.feasts[first], &f)
		}
	}
	t.fill()
	t.vocabulary = newVocabulary(t.words)
	return t, nil
}

// fill enters the lexicon, and what else a word can do, into the words.
func (t *tables) fill() {
	for word, e := range lexicon {
		t.words[word] = e
	}
	for traits, words := range map[trait]string{starter: starterWords, filler: fillerWords, hourly: hourWords, forward: forwardWords, backward: backwardWords,
		scheduled: scheduledWords, reporting: reportingWords, notPast: notPastWords, denial: denialWords, document: documentWords,
		supposing: supposingWords, counting: countingWords, article: articleWords, epithet: epithetWords} {
		for word := range strings.FieldsSeq(words) {
			t.give(word, traits)
		}
	}
	for word, leads := range newLeadTable() {
		t.give(word, starter|leader)
		t.change(word, func(e *entry) { e.leads = uint16(len(t.leads)) })
		t.leads = append(t.leads, leads)
	}
	t.give("b", starter|leader) // "b4"
	for word, list := range t.wordings {
		t.give(word, starter)
		t.change(word, func(e *entry) { e.vague = uint16(len(t.vagues)) })
		t.vagues = append(t.vagues, list)
	}
	for word := range t.feasts {
		t.give(word, starter|festive)
		t.begin(word, holidayNames)
	}
	defer t.misspell()
	for _, line := range nameWords {
		for word := range strings.FieldsSeq(line.words) {
			t.begin(word, line.names)
		}
	}
}

// give adds a trait to a word.
func (t *tables) give(word string, traits trait) {
	t.change(word, func(e *entry) { e.traits |= traits })
}

// begin adds to the names that can begin with a word.
func (t *tables) begin(word string, more names) {
	t.change(word, func(e *entry) { e.names |= more })
}

func (t *tables) change(word string, as func(*entry)) {
	e := t.words[word]
	as(&e)
	t.words[word] = e
}

// misspell enters the common misspellings beside their words.
func (t *tables) misspell() {
	for slip, word := range slips {
		t.words[slip] = t.words[word]
		t.change(slip, func(e *entry) { e.meant = word })
	}
}
