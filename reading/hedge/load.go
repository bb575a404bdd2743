package hedge

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxPhrase is the length of a phrase in bytes that Load accepts.
const maxPhrase = 100

// Load reads a user's lexicon, a CSV file with a header: phrase, point, low and
// high in any order, and optionally side, kind, source and n. Numbers are written as
// ParseP reads them; lines that begin with # are comments. An empty kind is
// assumed; kind none, without numbers, says that a word carries none. Without a side a
// phrase has that of the tracker's own entry, and a new one that of its number,
// unless it lies near ½. The error
// joins one line for every problem, with its line number.
func Load(r io.Reader, name string) (*Lexicon, error) {
	if strings.TrimSpace(name) == "" {
		return nil, errors.New("a lexicon needs a name")
	}
	entries, err := parseEntries(r, Assumed, Builtin().entries)
	if err != nil {
		return nil, fmt.Errorf("reading lexicon %s: %w", name, err)
	}
	return newLexicon(name, entries, false), nil
}

// table is a CSV file being read: its columns by name and what was wrong.
type table struct {
	columns  map[string]int
	fallback Kind    // of entries without a kind
	known    []Entry // give their class to phrases without one
	problem  []error
}

// parseEntries reads a whole lexicon file.
func parseEntries(r io.Reader, fallback Kind, known []Entry) ([]Entry, error) {
	in := csv.NewReader(r)
	in.Comment, in.FieldsPerRecord, in.TrimLeadingSpace = '#', -1, true
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("no header phrase,point,low,high: %w", err)
	}
	t, err := newTable(header)
	if err != nil {
		return nil, err
	}
	t.fallback, t.known = fallback, known
	var entries []Entry
	lines := map[string]int{}
	for {
		record, err := in.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.problem = append(t.problem, err) // a *csv.ParseError, which has the line
			continue
		}
		line, _ := in.FieldPos(0)
		e := t.entry(record, line)
		if first, ok := lines[e.Phrase]; ok {
			t.report(line, "%q is already on line %d", e.Phrase, first)
		}
		lines[e.Phrase] = line
		entries = append(entries, e)
	}
	if len(entries) == 0 && len(t.problem) == 0 {
		t.problem = append(t.problem, errors.New("no entries"))
	}
	return entries, errors.Join(t.problem...)
}

func newTable(header []string) (*table, error) {
	t := &table{columns: map[string]int{}}
	known := []string{"phrase", "point", "low", "high", "side", "kind", "source", "n", "class", "median", "q25", "q75", "sd"}
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))
		if !slices.Contains(known, name) {
			t.report(1, "unknown column %q", name)
		}
		t.columns[name] = i
	}
	for _, name := range known[:4] {
		if _, ok := t.columns[name]; !ok {
			t.report(1, "no column %q", name)
		}
	}
	return t, errors.Join(t.problem...)
}

func (t *table) report(line int, format string, args ...any) {
	t.problem = append(t.problem, fmt.Errorf("line %d: %w", line, fmt.Errorf(format, args...)))
}

// field returns a column of the record, "" when either is missing.
func (t *table) field(record []string, column string) string {
	if i, ok := t.columns[column]; ok && i < len(record) {
		return strings.TrimSpace(record[i])
	}
	return ""
}

func (t *table) entry(record []string, line int) Entry {
	if len(record) != len(t.columns) {
		t.report(line, "%d fields, the header has %d", len(record), len(t.columns))
	}
	e := Entry{
		Phrase: strings.ToLower(strings.Join(strings.Fields(t.field(record, "phrase")), " ")),
		Kind:   Kind(t.field(record, "kind")),
		Source: t.field(record, "source"),
	}
	t.checkPhrase(line, e.Phrase)
	switch e.Kind {
	case "":
		e.Kind = t.fallback
	case Survey, Standard, Assumed, None:
	default:
		t.report(line, "kind %q is none of survey, standard, assumed and none", e.Kind)
	}
	t.numbers(record, line, &e)
	if e.Source == "" {
		e.Source = "no source given"
	}
	e.class = t.class(record, line, e)
	e.Side = t.side(record, line, e)
	return e
}

func (t *table) checkPhrase(line int, phrase string) {
	switch {
	case phrase == "":
		t.report(line, "no phrase")
	case !utf8.ValidString(phrase) || strings.ContainsFunc(phrase, func(r rune) bool { return r < ' ' }):
		t.report(line, "phrase %q is not plain UTF-8 text", phrase)
	case len(phrase) > maxPhrase:
		t.report(line, "phrase of %d bytes, at most %d", len(phrase), maxPhrase)
	case !strings.ContainsFunc(phrase, unicode.IsLetter):
		t.report(line, "phrase %q holds no word", phrase)
	}
}

// numbers reads point, low and high, which an entry of kind none leaves empty.
func (t *table) numbers(record []string, line int, e *Entry) {
	if e.Kind == None {
		if t.field(record, "point")+t.field(record, "low")+t.field(record, "high") != "" {
			t.report(line, "kind none takes no point, low or high")
		}
		return
	}
	before := len(t.problem)
	e.Point = t.probability(record, line, "point")
	e.Low = t.probability(record, line, "low")
	e.High = t.probability(record, line, "high")
	if len(t.problem) == before && (e.Low > e.Point || e.Point > e.High) {
		t.report(line, "%q: want low ≤ point ≤ high, have %v, %v, %v", e.Phrase, e.Low, e.Point, e.High)
	}
	if n := t.field(record, "n"); n != "" {
		var err error
		if e.N, err = strconv.Atoi(n); err != nil || e.N < 0 {
			t.report(line, "n %q is not a count", n)
		}
	}
}

func (t *table) probability(record []string, line int, column string) float64 {
	p, err := ParseP(t.field(record, column))
	if err != nil {
		t.report(line, "%s: %w", column, err)
	}
	return p
}

// side is the one given, or that of the tracker's own entry for the phrase, or
// what the number says.
func (t *table) side(record []string, line int, e Entry) Side {
	if given := t.field(record, "side"); given != "" {
		side, err := sideNamed(strings.ToLower(given))
		if err != nil {
			t.report(line, "%w", err)
		}
		return side
	}
	if i := indexPhrase(t.known, e.Phrase); i >= 0 {
		return t.known[i].Side
	}
	return assumedSide(e)
}

// class is the one given, or that of the tracker's own entry for the phrase;
// any other phrase denies when its whole range lies below ½.
func (t *table) class(record []string, line int, e Entry) class {
	if given := t.field(record, "class"); given != "" {
		c, ok := classNamed(given)
		if !ok {
			t.report(line, "unknown class %q", given)
		}
		return c
	}
	if i := indexPhrase(t.known, e.Phrase); i >= 0 {
		return t.known[i].class
	}
	if e.Kind != None && e.High < 0.5 {
		return denial
	}
	return chance
}
