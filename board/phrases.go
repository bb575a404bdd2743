package board

import (
	"cmp"
	"maps"
	"slices"

	"tracker/scoring"
)

// PhraseUses is how many resolved uses words of confidence need before the
// frequency observed with them is set beside the lexicon.
const PhraseUses = 30

// Phrase is what came of everything said with the same words of confidence.
// Words used against an event came true when it did not happen. Claims of
// which exactly half happened are not counted.
type Phrase struct {
	Words   string   `json:"words"`
	N       int      `json:"n"`       // resolved uses
	True    int      `json:"true"`    // of these
	Share   *float64 `json:"share"`   // nil, like its 95 % Jeffreys interval, below PhraseUses
	Low     *float64 `json:"low"`     //
	High    *float64 `json:"high"`    //
	Missing int      `json:"missing"` // uses until there is a share
}

// Phrases gathers what came of each words of confidence, those used most
// first. root names the words that count as the same. Numbers stated as such
// are left out.
func Phrases(list []Judged, root func(words string) string) []Phrase {
	return Board{Judged: list}.phrases(root)
}

func (b Board) phrases(root func(words string) string) []Phrase {
	uses, roots := map[string][]scoring.Sided{}, map[string]string{}
	entries, at := b.counted()
	for _, i := range at {
		e := entries.at(int(i))
		if e.happened == 0.5 || e.words == "" {
			continue
		}
		words, known := roots[e.words]
		if !known {
			words = root(e.words)
			roots[e.words] = words
		}
		uses[words] = append(uses[words], scoring.Sided{Event: e.Event, Right: (e.happened > 0.5) != e.denies})
	}
	phrases := []Phrase{}
	for _, words := range slices.Sorted(maps.Keys(uses)) {
		phrases = append(phrases, newPhrase(words, scoring.HitShare(slices.Values(uses[words]))))
	}
	slices.SortStableFunc(phrases, func(a, b Phrase) int { return cmp.Compare(b.N, a.N) })
	return phrases
}

func newPhrase(words string, h scoring.Hit) Phrase {
	p := Phrase{Words: words, N: h.Claims, True: h.ClaimsRight, Missing: max(0, PhraseUses-h.Claims)}
	if p.Missing == 0 {
		p.Share, p.Low, p.High = h.Share, h.Low, h.High
	}
	return p
}
