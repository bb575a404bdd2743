package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"tracker/clean"
	"tracker/reading/hedge"
)

// lexiconFlags are the settings on the command line; each goes before that of
// the configuration.
func (e *env) lexiconFlags(cmd *cobra.Command) {
	s := &e.flags.Lexicon
	cmd.Flags().StringVar(&s.File, "lexicon", "", "a CSV `FILE` with words of confidence of your own")
	cmd.Flags().StringVar(&s.Mode, "lexicon-mode", "", "`MODE`, extend or replace: what the file does to the scale (default extend)")
	cmd.Flags().StringVar(&s.Scale, "scale", "", "the `NAME` of a scale: tracker, icd203, ipcc or kent (default tracker)")
	fixedCompletion(cmd, "lexicon-mode", "extend", "replace")
	fixedCompletion(cmd, "scale", "tracker", "icd203", "ipcc", "kent")
}

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

// listLexicon prints every entry of a lexicon.
func (e *env) listLexicon(l *hedge.Lexicon, asJSON bool) error {
	list := []lexiconEntry{}
	for _, x := range l.Entries() {
		entry := lexiconEntry{Phrase: x.Phrase, Side: x.Side, Kind: x.Kind, Source: x.Source}
		if x.Kind != hedge.None {
			entry.P, entry.Low, entry.High = &x.Point, &x.Low, &x.High
		}
		list = append(list, entry)
	}
	if asJSON {
		return e.printJSON(struct {
			Schema  string         `json:"schema"`
			Lexicon string         `json:"lexicon"`
			Entries []lexiconEntry `json:"entries"`
		}{"tracker.lexicon/1", l.Name(), list})
	}
	rows := make([][]string, len(list))
	for i, x := range list {
		rows[i] = append([]string{clean.Line(x.Phrase)}, e.numbers(x)...)
		rows[i] = append(rows[i], string(x.Side), string(x.Kind), clean.Line(x.Source))
	}
	headers := []string{"words", "p", "range", "side", "kind", "source"}
	e.Table(headers, rows)
	e.sayf("lexicon %s, %d entries", l.Name(), len(list))
	return nil
}

// numbers are an entry's cells: p and the range for people, p, low and high
// for pipes.
func (e *env) numbers(x lexiconEntry) []string {
	switch {
	case x.P == nil && e.TTYOut:
		return []string{"–", ""}
	case x.P == nil:
		return []string{"", "", ""}
	case e.TTYOut:
		return []string{percent(*x.P), percent(*x.Low) + " to " + percent(*x.High)}
	}
	return []string{fmt.Sprint(*x.P), fmt.Sprint(*x.Low), fmt.Sprint(*x.High)}
}
