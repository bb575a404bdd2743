package deadline

import (
	"strings"
	"sync"
)

// tables are what a reader looks words up in. Only the vague rows of a book
// make them differ from reader to reader.
type tables struct {
	words    map[string]entry // every word that the grammar knows
	leads    leadTable
	table    map[string]VagueRow
	wordings wordings
	feasts   map[string][]*feast // by the first word of their names
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
	t := &tables{words: make(map[string]entry, 1024), leads: newLeadTable(), table: rows, wordings: found, feasts: map[string][]*feast{}}
	for _, f := range feasts() {
		for _, name := range f.names {
			first, _, _ := strings.Cut(name, " ")
			t.feasts[first] = append(t.feasts[first], &f)
		}
	}
	t.fill()
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
	for word := range t.leads {
		t.give(word, starter|leader)
	}
	t.give("b", starter|leader) // "b4"
	for word := range t.wordings {
		t.give(word, starter)
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
	e := t.words[word]
	e.traits |= traits
	t.words[word] = e
}

// begin adds to the names that can begin with a word.
func (t *tables) begin(word string, more names) {
	e := t.words[word]
	e.names |= more
	t.words[word] = e
}

// misspell enters the common misspellings beside their words.
func (t *tables) misspell() {
	for slip, word := range slips {
		e := t.words[word]
		e.meant = word
		t.words[slip] = e
	}
}
