package hedge

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"
)

//go:embed forms.csv
var formsCSV []byte

// relation says what a form has to do with its entry; see forms.csv.
type relation string

const (
	itself   relation = "itself" // the entry's own phrase; not in forms.csv
	same     relation = "same"
	means    relation = "means"
	compares relation = "compares"
	refuses  relation = "refuses"
	ordinary relation = "ordinary"
)

// form is one way to write an entry. Relations without a number have no entry.
type form struct {
	text     string // the words, as a quote would have them
	entry    *Entry
	relation relation
}

// class of the form in a sentence: refusals work as the modal they contain.
func (f *form) class() class {
	switch {
	case f.relation == refuses:
		return modal
	case f.entry == nil:
		return chance
	}
	return f.entry.class
}

// formRow is a line of forms.csv with its forms written out.
type formRow struct {
	entry    string
	relation relation
	texts    []string
}

var formRows = sync.OnceValue(func() []formRow {
	in := csv.NewReader(bytes.NewReader(formsCSV))
	in.Comment = '#'
	records, err := in.ReadAll()
	if err != nil {
		panic(fmt.Errorf("forms.csv: %w", err))
	}
	var rows []formRow
	for _, record := range records[1:] {
		row := formRow{entry: record[0], relation: relation(record[1])}
		for pattern := range strings.SplitSeq(record[2], ";") {
			row.texts = append(row.texts, expand(strings.Fields(pattern))...)
		}
		rows = append(rows, row)
	}
	return rows
})

// expand writes out a pattern: "a|b c?" gives "a c", "a", "b c" and "b".
func expand(pattern []string) []string {
	if len(pattern) == 0 {
		return []string{""}
	}
	head, optional := strings.CutSuffix(pattern[0], "?")
	words := strings.Split(head, "|")
	if optional {
		words = append(words, "")
	}
	tails := expand(pattern[1:])
	var texts []string
	for _, word := range words {
		for _, tail := range tails {
			texts = append(texts, strings.TrimSpace(word+" "+tail))
		}
	}
	return texts
}

// node is a state of the automaton that finds forms, a trie over words.
type node struct {
	next map[string]*node
	form *form
}

// compile builds the trie of all forms whose entry the lexicon has. Entries
// come last, so that their own phrases win over forms of others.
func compile(entries []Entry, synonyms bool) *node {
	root := &node{}
	for _, row := range formRows() {
		if row.relation == means && !synonyms {
			continue
		}
		var entry *Entry
		if i := indexPhrase(entries, row.entry); i >= 0 {
			entry = &entries[i]
		} else if row.entry != "" {
			continue
		}
		for _, text := range row.texts {
			root.insert(&form{text: text, entry: entry, relation: row.relation})
		}
	}
	for i := range entries {
		root.insert(&form{text: entries[i].Phrase, entry: &entries[i], relation: itself})
	}
	return root
}

func (n *node) insert(f *form) {
	for _, t := range tokenize(nil, f.text) {
		if n.next == nil {
			n.next = map[string]*node{}
		}
		child := n.next[t.text]
		if child == nil {
			child = &node{}
			n.next[t.text] = child
		}
		n = child
	}
	n.form = f
}
