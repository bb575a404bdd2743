package screen

import (
	"fmt"

	"tracker/clean"
	"tracker/reading/hedge"
	"tracker/telling/report"
)

// lexiconEntry is an entry as JSON has it: without numbers where it has none.
type lexiconEntry struct {
	Phrase string     `json:"phrase"`
	P      *float64   `json:"p"`
	Low    *float64   `json:"low"`
	High   *float64   `json:"high"`
	Side   hedge.Side `json:"side"`
	Kind   hedge.Kind `json:"kind"`
	Source string     `json:"source"`
}

// Lexicon prints every entry of a lexicon.
func (sc *Screen) Lexicon(l *hedge.Lexicon, asJSON bool) error {
	list := []lexiconEntry{}
	for _, x := range l.Entries() {
		entry := lexiconEntry{Phrase: x.Phrase, Side: x.Side, Kind: x.Kind, Source: x.Source}
		if x.Kind != hedge.None {
			entry.P, entry.Low, entry.High = &x.Point, &x.Low, &x.High
		}
		list = append(list, entry)
	}
	if asJSON {
		return sc.JSON(struct {
			Schema  string         `json:"schema"`
			Lexicon string         `json:"lexicon"`
			Entries []lexiconEntry `json:"entries"`
		}{"tracker.lexicon/1", l.Name(), list})
	}
	rows := make([][]string, len(list))
	for i, x := range list {
		rows[i] = append([]string{clean.Line(x.Phrase)}, sc.numbers(x)...)
		rows[i] = append(rows[i], string(x.Side), string(x.Kind), clean.Line(x.Source))
	}
	headers := []string{"words", "p", "range", "side", "kind", "source"}
	sc.Table(headers, rows)
	sc.Sayf("lexicon %s, %d entries", l.Name(), len(list))
	return nil
}

// numbers are an entry's cells: p and the range for people, p, low and high
// for pipes.
func (sc *Screen) numbers(x lexiconEntry) []string {
	switch {
	case x.P == nil && sc.TTYOut:
		return []string{"–", ""}
	case x.P == nil:
		return []string{"", "", ""}
	case sc.TTYOut:
		return []string{report.Percent(*x.P), report.Percent(*x.Low) + " to " + report.Percent(*x.High)}
	}
	return []string{fmt.Sprint(*x.P), fmt.Sprint(*x.Low), fmt.Sprint(*x.High)}
}
