package board

import (
	"tracker/reading/hedge"
	"tracker/scoring"
)

// Calibrated is the calibration of a board, with its words.
type Calibrated struct {
	Lexicon string `json:"lexicon"`
	scoring.Calibration
	Phrases []PhraseBeside `json:"phrases"` // those used most first
}

// PhraseBeside is the frequency observed with words, beside the lexicon's
// number.
type PhraseBeside struct {
	Phrase
	Lexicon hedge.Reading `json:"lexicon"`
}

// Calibrate sets what was said against what happened; the lexicon is the one
// in force, which says what the words stand for and which count as the same.
func (b Board) Calibrate(lexicon *hedge.Lexicon) Calibrated {
	c := Calibrated{Lexicon: lexicon.Name(), Calibration: scoring.Calibrate(b.Forecasts()), Phrases: []PhraseBeside{}}
	for _, p := range Phrases(b.Judged, Root(lexicon)) {
		c.Phrases = append(c.Phrases, PhraseBeside{p, lexicon.Read(p.Words)})
	}
	return c
}
