package board

import (
	"tracker/claims"
	"tracker/reading/hedge"
)

// Root returns the function that names the row of words of confidence: the
// entry of the lexicon when the words are an inflection of it, with its
// number; else the words themselves. A nil lexicon has no entries.
func Root(lexicon *hedge.Lexicon) func(words string) string {
	if lexicon == nil {
		return claims.Fold
	}
	return func(words string) string {
		r := lexicon.Read(words)
		if r.Root == "" || r.P == nil {
			return claims.Fold(words)
		}
		if root := lexicon.Read(r.Root); root.P == nil || *root.P != *r.P {
			return claims.Fold(words)
		}
		return r.Root
	}
}

// HedgeSource says where the number of a hedge comes from, as far as the
// lexicon is the one that it was read by; "" for a hedge without a number.
func HedgeSource(h claims.Hedge, lexicon *hedge.Lexicon) string {
	switch r := lexicon.Read(h.Words); {
	case h.P == nil:
		return ""
	case h.Kind == hedge.Explicit:
		return "stated as a number"
	case h.Map != lexicon.Name() || r.P == nil || *r.P != *h.P:
		return "given with the claim, or by another lexicon"
	default:
		return r.Source
	}
}
