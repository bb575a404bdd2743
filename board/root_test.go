package board

import (
	"strings"
	"testing"

	"tracker/claims"
	"tracker/reading/hedge"
)

func TestRoot(t *testing.T) {
	for words, want := range map[string]string{
		"expected to":    "expected to",
		"expecting to":   "expects to",
		"Will":           "will",
		"going to":       "will",
		"very probably":  "very probably", // worked out, with a number of its own
		"not likely":     "not likely",
		"seems destined": "seems destined", // the lexicon has no such words
	} {
		if got := Root(hedge.Builtin())(words); got != want {
			t.Errorf("%q stands in the row %q, want %q", words, got, want)
		}
	}
}

// The lexicon in force names the rows and the sources, not the built-in one.
func TestRootsOfOnesOwn(t *testing.T) {
	own, err := hedge.Load(strings.NewReader("phrase,point,low,high,kind,source\ngoing to,0.6,0.5,0.7,assumed,desk policy\n"), "desk")
	if err != nil {
		t.Fatal(err)
	}
	lexicon := hedge.Builtin().Extend(own)
	if got := Root(lexicon)("going to"); got != "going to" {
		t.Errorf("in the row %q, want one of its own", got)
	}
	p := 0.6
	h := claims.Hedge{Words: "going to", P: &p, Kind: hedge.Assumed, Map: lexicon.Name()}
	if got := HedgeSource(h, lexicon); got != "desk policy" {
		t.Errorf("source %q", got)
	}
	if got := HedgeSource(h, hedge.Builtin()); got != "given with the claim, or by another lexicon" {
		t.Errorf("source %q under a lexicon that did not read it", got)
	}
}
