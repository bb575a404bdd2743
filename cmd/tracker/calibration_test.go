package main

import (
	"testing"
)

func TestHedgeRoot(t *testing.T) {
	for words, want := range map[string]string{
		"expected to":    "expected to",
		"expecting to":   "expects to",
		"Will":           "will",
		"going to":       "will",
		"very probably":  "very probably", // worked out, with a number of its own
		"not likely":     "not likely",
		"seems destined": "seems destined", // the lexicon has no such words
	} {
		if got := hedgeRoot(words); got != want {
			t.Errorf("%q stands in the row %q, want %q", words, got, want)
		}
	}
}
