package claims

import (
	"slices"

	"tracker/reading/hedge"
)

// Hedge is the words of confidence as spoken and the probability range they
// stand for, frozen with the map it was read from. P, Low and High are of
// the words; a bare assertion and an unknown word have none.
type Hedge struct {
	Words string     `json:"words"`
	P     *float64   `json:"p"`
	Low   *float64   `json:"low"`
	High  *float64   `json:"high"`
	Kind  hedge.Kind `json:"kind"`
	Map   string     `json:"map"`
	Said  *bool      `json:"said" ledger:"-"` // whether the quote has the words; only in a View, nil without words
}

// ReadHedge freezes what the hedge room read.
func ReadHedge(r hedge.Reading, lexicon string) Hedge {
	h := Hedge{Words: r.Words, P: r.P, Low: r.Low, High: r.High, Kind: r.Kind, Map: lexicon}
	if r.Kind == hedge.Explicit || r.Kind == hedge.None {
		h.Map = ""
	}
	return h
}

// HandSet reports whether the number is not that of the words beside it.
func (h Hedge) HandSet() bool {
	return h.Kind == hedge.Explicit && hedge.Builtin().Read(h.Words).Kind != hedge.Explicit
}

// Probability returns the probability of the event, with its range: the
// words' own for Will, the complement for WillNot. ok is false when the words
// carry no number.
func (c *Claim) Probability() (p, low, high float64, ok bool) {
	h := c.Hedge
	if h.P == nil {
		return 0, 0, 0, false
	}
	p, low, high = *h.P, *h.P, *h.P
	if h.Low != nil && h.High != nil {
		low, high = *h.Low, *h.High
	}
	if c.Polarity == WillNot {
		return 1 - p, 1 - high, 1 - low, true
	}
	return p, low, high, true
}

// checkHedge refuses an unknown kind, numbers outside [0,1] or out of order, and numbers in
// part.
func checkHedge(h Hedge) *Error {
	kinds := []hedge.Kind{hedge.Survey, hedge.Standard, hedge.Assumed, hedge.Explicit, hedge.None}
	if !slices.Contains(kinds, h.Kind) {
		return Refuse("hedge.kind", "%q is not a kind", short(string(h.Kind))).WithHint("one of %s", join(kinds))
	}
	if err := Text("hedge", h.Words, MaxText); err != nil {
		return err
	}
	if err := Text("hedge.map", h.Map, MaxName); err != nil {
		return err
	}
	if h.P == nil {
		if h.Low != nil || h.High != nil {
			return Refuse("hedge", "a range needs a point: low ≤ p ≤ high").WithHint("give p,low,high, for example 0.7,0.6,0.85")
		}
		return nil
	}
	low, high := h.P, h.P
	if h.Low != nil {
		low = h.Low
	}
	if h.High != nil {
		high = h.High
	}
	if !(0 <= *low && *low <= *h.P && *h.P <= *high && *high <= 1) {
		return Refuse("hedge", "%v, %v, %v is not low ≤ p ≤ high within 0 and 1", *low, *h.P, *high).
			WithHint("give p,low,high, for example 0.7,0.6,0.85")
	}
	return nil
}
