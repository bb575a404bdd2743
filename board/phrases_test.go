package board

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// spoken is n claims with some words, of which the first so many happened.
func spoken(words string, polarity claims.Polarity, happened, n int) []Judged {
	var list []Judged
	for i := range n {
		y := 0.0
		if i < happened {
			y = 1
		}
		list = append(list, Judged{Y: &y, Claim: &claims.Claim{Event: fmt.Sprint(words, polarity, i), Polarity: polarity,
			Hedge: claims.Hedge{Words: words, Kind: hedge.Survey}}})
	}
	return list
}

func TestPhrases(t *testing.T) {
	list := spoken("will", claims.Will, 20, 25)
	list = append(list, spoken("won't", claims.WillNot, 1, 5)...) // four of five came true as said
	list = append(list, spoken("could", claims.Will, 10, 29)...)
	half := 0.5
	list = append(list, Judged{Y: &half, Claim: list[0].Claim}, Judged{Claim: list[0].Claim})
	number := spoken("70%", claims.Will, 1, 1)
	number[0].Claim.Hedge.Kind = hedge.Explicit
	list = append(list, number...)

	got := Phrases(list, func(words string) string {
		if words == "won't" {
			return "will"
		}
		return words
	})
	h := scoring.HitShare(slices.Values(sidedOf(24, 30)))
	want := []Phrase{
		{Words: "will", N: 30, True: 24, Share: h.Share, Low: h.Low, High: h.High},
		{Words: "could", N: 29, True: 10, Missing: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// sidedOf is n claims on events of their own, of which the first k are right.
func sidedOf(k, n int) []scoring.Sided {
	var list []scoring.Sided
	for i := range n {
		list = append(list, scoring.Sided{Right: i < k})
	}
	return list
}
