package hedge

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"sync"
)

var (
	//go:embed icd203.csv
	icd203CSV []byte
	//go:embed ipcc.csv
	ipccCSV []byte
	//go:embed kent.csv
	kentCSV []byte
)

// builtinName is the version of lexicon.csv and forms.csv together, from which
// tables.go is written.
const builtinName = "tracker-2026.3"

// Entry is one phrase of a lexicon. Point, Low and High are probabilities,
// Low ≤ Point ≤ High, and 0 without meaning when Kind is None.
type Entry struct {
	Phrase string  `json:"phrase"`
	Point  float64 `json:"p"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
	Side   Side    `json:"side"`
	Kind   Kind    `json:"kind"`
	N      int     `json:"n,omitempty"` // people asked, in a survey
	Source string  `json:"source"`
	class  class
}

// Lexicon is a set of entries and the forms they are found by. It does not
// change once made and is safe for concurrent use.
type Lexicon struct {
	name     string
	entries  []Entry // in the order of their file
	synonyms bool    // other words may stand for an entry, not only its inflections
	runs     map[string]forms
	texts    sync.Pool // of *clause.Text, so that a text costs no room
}

// The tables of the built-in lexicon are part of the program, and nothing
// writes to them; only their index is made at the first use.
var builtin = sync.OnceValue(func() *Lexicon {
	return &Lexicon{name: builtinName, entries: builtinEntries[:], synonyms: true, runs: runsOf(builtinForms[:])}
})

// Builtin returns the tracker's own lexicon.
func Builtin() *Lexicon { return builtin() }

// Scale returns a lexicon by name: "tracker" is Builtin; "icd203", "ipcc" and
// "kent" hold the words of that published scale and no others.
func Scale(name string) (*Lexicon, error) {
	switch name {
	case "tracker":
		return Builtin(), nil
	case "icd203":
		return newLexicon("icd203-2015", mustEntries(icd203CSV), false), nil
	case "ipcc":
		return newLexicon("ipcc-ar6", mustEntries(ipccCSV), false), nil
	case "kent":
		return newLexicon("kent-1964", mustEntries(kentCSV), false), nil
	}
	return nil, fmt.Errorf("unknown hedge scale %q: the scales are tracker, icd203, ipcc and kent", name)
}

// Extend returns a lexicon with the entries of both. Where both have a phrase,
// own wins, with its inflections. The name says both, "tracker-2026.3+desk".
func (l *Lexicon) Extend(own *Lexicon) *Lexicon {
	entries := slices.Clone(l.entries)
	for _, e := range own.entries {
		if i := indexPhrase(entries, e.Phrase); i >= 0 {
			entries[i] = e
		} else {
			entries = append(entries, e)
		}
	}
	return newLexicon(l.name+"+"+own.name, entries, l.synonyms || own.synonyms)
}

// Name is the version to print beside every number: "tracker-2026.3".
func (l *Lexicon) Name() string { return l.name }

// Entries returns a copy of the entries in the order of their file.
func (l *Lexicon) Entries() []Entry { return slices.Clone(l.entries) }

func newLexicon(name string, entries []Entry, synonyms bool) *Lexicon {
	return &Lexicon{name: name, entries: entries, synonyms: synonyms, runs: runsOf(hang(builtinForms[:], entries, synonyms))}
}

func indexPhrase(entries []Entry, phrase string) int {
	return slices.IndexFunc(entries, func(e Entry) bool { return e.Phrase == phrase })
}

// mustEntries parses an embedded file; a test loads every one of them.
func mustEntries(csv []byte) []Entry {
	entries, err := parseEntries(bytes.NewReader(csv), Standard, nil)
	if err != nil {
		panic(err)
	}
	return entries
}
