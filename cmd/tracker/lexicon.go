package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/reading/hedge"
)

// lexiconSettings say which words of confidence stand for which numbers.
type lexiconSettings struct {
	Lexicon string `toml:"lexicon"`      // a CSV file; in the configuration, relative to that
	Mode    string `toml:"lexicon_mode"` // extend (the default) or replace the scale
	Scale   string `toml:"scale"`        // tracker (the default), icd203, ipcc or kent
}

// lexiconFlags are the settings on the command line; each goes before that of
// the configuration.
func (e *env) lexiconFlags(cmd *cobra.Command) {
	s := &e.flagWords
	cmd.Flags().StringVar(&s.Lexicon, "lexicon", "", "a CSV `FILE` with words of confidence of your own")
	cmd.Flags().StringVar(&s.Mode, "lexicon-mode", "", "`MODE`, extend or replace: what the file does to the scale (default extend)")
	cmd.Flags().StringVar(&s.Scale, "scale", "", "the `NAME` of a scale: tracker, icd203, ipcc or kent (default tracker)")
	fixedCompletion(cmd, "lexicon-mode", "extend", "replace")
	fixedCompletion(cmd, "scale", "tracker", "icd203", "ipcc", "kent")
}

// check refuses values that no setting has; Field is the setting's name.
func (s lexiconSettings) check() *claims.Error {
	if s.Mode != "" && s.Mode != "extend" && s.Mode != "replace" {
		return claims.Refuse("lexicon_mode", "%q is no lexicon mode", s.Mode).WithHint("extend or replace")
	}
	if _, err := hedge.Scale(cmp.Or(s.Scale, "tracker")); err != nil {
		return claims.Refuse("scale", "%q is no scale", s.Scale).WithHint("tracker, icd203, ipcc or kent")
	}
	return nil
}

// lexicon is the one in force: the scale, extended or replaced by the file.
func (e *env) lexicon() (*hedge.Lexicon, error) {
	flags, config := e.flagWords, e.config.lexiconSettings
	if err := flags.check(); err != nil {
		return nil, err
	}
	scale, err := hedge.Scale(first(flags.Scale, config.Scale, "tracker"))
	if err != nil {
		return nil, err
	}
	path := flags.Lexicon
	if path == "" && config.Lexicon != "" {
		if path = config.Lexicon; !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(configPath()), path)
		}
	}
	if path == "" {
		return scale, nil
	}
	own, err := readLexicon(path)
	if err != nil || first(flags.Mode, config.Mode) == "replace" {
		return own, err
	}
	return scale.Extend(own), nil
}

// readLexicon reads a file; it is called by its name without the ending, and
// by the beginning of its SHA-256: two files of one name are two lexicons.
func readLexicon(path string) (*hedge.Lexicon, error) {
	if err := claims.Text("lexicon", path, claims.MaxText); err != nil {
		return nil, err
	}
	text, err := readWhole(path, maxLexicon)
	if err != nil {
		return nil, err
	}
	base := filepath.Base(path)
	name := fmt.Sprintf("%s@%.4x", strings.TrimSuffix(base, filepath.Ext(base)), sha256.Sum256(text))
	own, err := hedge.Load(bytes.NewReader(text), name)
	if err == nil {
		return own, nil
	}
	list := []error{errors.Unwrap(err)}
	var several interface{ Unwrap() []error }
	if errors.As(err, &several) {
		list = several.Unwrap()
	}
	var problems claims.Problems
	for _, p := range list {
		problems = append(problems, claims.Refuse("", "%s: %v", path, p).WithHint("the columns are phrase, point, low, high, and if you like side, kind and source"))
	}
	return nil, problems
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
	e.printTable(headers, rows)
	e.sayf("lexicon %s, %d entries", l.Name(), len(list))
	return nil
}

// numbers are an entry's cells: p and the range for people, p, low and high
// for pipes.
func (e *env) numbers(x lexiconEntry) []string {
	switch {
	case x.P == nil && e.ttyOut:
		return []string{"–", ""}
	case x.P == nil:
		return []string{"", "", ""}
	case e.ttyOut:
		return []string{percent(*x.P), percent(*x.Low) + " to " + percent(*x.High)}
	}
	return []string{fmt.Sprint(*x.P), fmt.Sprint(*x.Low), fmt.Sprint(*x.High)}
}
