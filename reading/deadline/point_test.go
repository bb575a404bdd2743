package deadline

import (
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracker/calendar"
)

// What nameWords leaves out begins no name: a reader that tries every name at
// every word reads the same.
func TestNamesBeginWithTheirWords(t *testing.T) {
	quick := mustReader(t, Options{})
	all := *quick.tables
	all.words = maps.Clone(all.words)
	var starters []string
	for word, e := range all.words {
		e.names = ^names(0)
		if e.traits&starter != 0 {
			starters = append(starters, word)
		}
		all.words[word] = e
	}
	slices.Sort(starters)
	all.vocabulary = newVocabulary(all.words)
	thorough := &Reader{tables: &all}
	n, said := 0, Said{On: calendar.Date(2026, time.March, 4)}
	same := func(phrase string) {
		n++
		if diff := cmp.Diff(thorough.Read(phrase, said), quick.Read(phrase, said)); diff != "" {
			t.Errorf("%q is read otherwise (-every name +those of its words):\n%s", phrase, diff)
		}
	}
	paths, err := filepath.Glob("../../testdata/deadline/*.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		for _, w := range readWorked(t, path) {
			same(w.Phrase)
		}
	}
	after := append(starters, "week", "month", "Friday", "March", "2027", "3", "summer", "third", "quarter", "day", "of", "Q3", "9", ":", "year", "half", "pm", "fiscal")
	random := rand.New(rand.NewPCG(11, 26))
	for _, first := range starters {
		for range 25 {
			words := []string{first}
			for range 1 + random.IntN(4) {
				words = append(words, after[random.IntN(len(after))])
			}
			same([]string{"", "in the ", "by ", "before the end of "}[random.IntN(4)] + strings.Join(words, " "))
		}
	}
	if n < 8_000 {
		t.Fatalf("only %d phrases were compared", n)
	}
}
