package board

import (
	"fmt"
	"strconv"
	"strings"

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
// Its figures are sums over claims, whatever weighs the same in a mean.
func (b Board) Calibrate(lexicon *hedge.Lexicon) Calibrated {
	read := b.oneByOne()
	c := Calibrated{Lexicon: lexicon.Name(), Calibration: scoring.Calibrate(read.forecasts), Phrases: []PhraseBeside{}}
	if c.N > 0 {
		c.Sentence = b.calibrationSentence(c.Calibration, read)
	}
	for _, p := range b.phrases(Root(lexicon)) {
		c.Phrases = append(c.Phrases, PhraseBeside{p, lexicon.Read(p.Words)})
	}
	return c
}

// oneByOne are the scored claims one by one, without those that only repeat
// another, and what came of them.
type oneByOne struct {
	forecasts scoring.Forecasts
	ever      float64 // happened, whenever that was
	speakers  map[string]bool
}

func (b Board) oneByOne() oneByOne {
	entries, at := b.counted()
	w := weigh(entries, at, b.Policy)
	r := oneByOne{speakers: map[string]bool{}}
	r.forecasts = func(yield func(scoring.Forecast) bool) {
		for f := range w.forecasts() {
			f.Weight, f.Later = 1, false
			if !yield(f) {
				return
			}
		}
	}
	for i := range w.numbered() {
		e := entries.at(int(at[i]))
		r.ever, r.speakers[e.Speaker] = r.ever+e.ever, true
	}
	return r
}

// calibrationSentence says what was due by the readings, what came, and what
// was found.
func (b Board) calibrationSentence(c scoring.Calibration, r oneByOne) string {
	by := "by the numbers given"
	if len(b.Maps) > 0 {
		by = "read by lexicon " + strings.Join(b.Maps, " and ")
	}
	readings := ""
	if c.High-c.Low > 1e-9 {
		readings = fmt.Sprintf(" (%.0f–%.0f over the readings)", c.Low, c.High)
	}
	text := fmt.Sprintf("%s, %.1f%s of %d were due in their windows; %s came in time, %s at all",
		by, c.Citl.Expected, readings, c.N, amount(c.Citl.Observed), amount(r.ever))
	if found := c.Found(); found != "" {
		text += "; " + found
	}
	if len(r.speakers) > 1 {
		text += "; of all speakers together"
	}
	return text
}

// amount writes a count, with one decimal where parts happened.
func amount(x float64) string {
	if x == float64(int64(x)) {
		return strconv.Itoa(int(x))
	}
	return fmt.Sprintf("%.1f", x)
}
