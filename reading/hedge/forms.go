package hedge

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tracker/reading/clause"
)

//go:generate go test -run TestTables -update

// relation says what a form has to do with its entry; see forms.csv.
type relation string

const (
	itself    relation = "itself" // the entry's own phrase; not in forms.csv
	same      relation = "same"
	means     relation = "means"
	compares  relation = "compares"
	opposite  relation = "opposite"
	refuses   relation = "refuses"
	unasked   relation = "unasked"
	disclaims relation = "disclaims"
	ordinary  relation = "ordinary"
)

// form is one way to write an entry. Relations without a number have no entry.
type form struct {
	key      string // the words as the tokenizer gives them, a space between
	text     string // the words, as a quote would have them
	entry    *Entry
	relation relation
}

// class of the form in a sentence: refusals work as the modal they contain.
func (f *form) class() class {
	switch {
	case f.relation == refuses:
		return modal
	case f.relation == disclaims:
		return intent
	case f.entry == nil:
		return chance
	}
	return f.entry.class
}

// forms are all the forms of a lexicon, sorted by key without duplicates. They
// are searched word by word; see prefix.go.
type forms []form

// hang returns those of the known forms whose entry is among the given ones,
// and the phrases of the entries, which win over other forms.
func hang(known forms, entries []Entry, synonyms bool) forms {
	byKey := map[string]form{}
	for _, f := range known {
		if f.relation == itself || f.relation == means && !synonyms {
			continue
		}
		if f.entry != nil {
			i := indexPhrase(entries, f.entry.Phrase)
			if i < 0 {
				continue
			}
			f.entry = &entries[i]
		}
		byKey[f.key] = f
	}
	for i := range entries {
		phrase := entries[i].Phrase
		byKey[keyOf(phrase)] = form{keyOf(phrase), phrase, &entries[i], itself}
	}
	return slices.SortedFunc(maps.Values(byKey), func(a, b form) int { return cmp.Compare(a.key, b.key) })
}

func keyOf(text string) string {
	var words []string
	for _, t := range clause.Words(nil, text) {
		words = append(words, t.Text)
	}
	return strings.Join(words, " ")
}
