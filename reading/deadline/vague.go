package deadline

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Unit is the unit of a Span.
type Unit string

// The units of the vague table. Counts are multiples of the unit that the
// phrase itself names ("a few weeks").
const (
	Days   Unit = "days"
	Months Unit = "months"
	Years  Unit = "years"
	Counts Unit = "counts"
)

// Distance is a row's window, counted from the statement, both ends inclusive.
type Distance struct {
	From int  `json:"from" toml:"from"`
	To   int  `json:"to" toml:"to"`
	Unit Unit `json:"unit" toml:"unit"`
}

// VagueRow is one convention about a vague wording.
type VagueRow struct {
	// Key is the stable name of the row, by which Options.Vague replaces it.
	Key string
	// Words are wordings that the row covers, without their preposition.
	Words []string
	// Distance is the window.
	Distance Distance
	// Granularity is the unit that the words name, if any.
	Granularity Granularity
	// Source is "survey of 46 readers" or "convention".
	Source string
}

const (
	survey     = "survey of 46 readers"
	convention = "convention"
)

// VagueTable returns the built-in table, shortest windows first. The plurals
// of units ("within days", "weeks away") are read by the grammar itself.
func VagueTable() []VagueRow {
	return []VagueRow{
		{"hours", []string{"any minute now", "any moment", "any moment now", "any minute", "any hour now", "momentarily"}, Distance{0, 1, Days}, Hour, convention},
		{"days", []string{"any day now", "any day"}, Distance{0, 7, Days}, Day, convention},
		{"imminently", []string{"imminently", "imminent", "any time now", "anytime now"}, Distance{0, 7, Days}, NoGranularity, convention},
		{"days-away", []string{"days away"}, Distance{2, 7, Days}, Day, convention},
		{"very-soon", []string{"very soon", "shortly", "very shortly", "without delay", "without further delay", "immediately",
			"right away", "straight away", "straightaway", "as soon as possible", "as quickly as possible", "asap", "at once",
			"forthwith", "promptly", "pretty soon", "really soon", "in short order", "extremely soon", "with immediate effect"}, Distance{0, 14, Days}, NoGranularity, convention},
		{"soon", []string{"soon", "before long", "before too long", "anytime soon", "any time soon", "fairly soon",
			"relatively soon", "quite soon", "soonest"}, Distance{0, 30, Days}, NoGranularity, convention},
		{"couple", []string{"a couple of weeks"}, Distance{2, 3, Counts}, NoGranularity, survey},
		{"few", []string{"a few weeks"}, Distance{3, 5, Counts}, NoGranularity, survey},
		{"several", []string{"several weeks"}, Distance{4, 10, Counts}, NoGranularity, survey},
		{"weeks", []string{"any week now"}, Distance{0, 42, Days}, Week, convention},
		{"weeks-away", []string{"weeks away"}, Distance{14, 56, Days}, Week, convention},
		{"near-future", []string{"near future", "immediate future", "very near future", "not too distant future", "not so distant future",
			"not distant future", "sooner rather than later", "near term", "short term"}, Distance{0, 90, Days}, NoGranularity, convention},
		{"months", []string{"the coming months"}, Distance{0, 6, Months}, Month, convention},
		{"months-away", []string{"months away"}, Distance{2, 12, Months}, Month, convention},
		{"foreseeable-future", []string{"foreseeable future"}, Distance{0, 12, Months}, NoGranularity, convention},
		{"years", []string{"the coming years"}, Distance{0, 5, Years}, Year, convention},
		{"years-away", []string{"years away"}, Distance{2, 10, Years}, Year, convention},
	}
}

// idleWords sound like a time and set no deadline.
var idleWords = []string{"eventually", "at the appropriate time", "at an appropriate time", "appropriate time",
	"at the right time", "when the time is right", "when the time comes", "in due course", "due course", "in due time",
	"later", "later on", "at some point", "at some stage", "some day", "someday", "one day", "sooner or later",
	"at a later date", "at a later stage", "at a later time", "at a future date", "in the future", "in the distant future",
	"in the fullness of time", "in the long run", "in the long term", "until further notice", "at the proper time",
	"in the end", "ultimately", "some time", "sometime", "whenever possible", "as needed", "down the road", "down the line"}

// wordings finds vague and idle words by their first word.
type wordings map[string][]wording

type wording struct {
	rest string // its words after the first
	key  string // of the vague row; empty for idle words
}

func (w wordings) add(phrase, key string) {
	first, rest, _ := strings.Cut(phrase, " ")
	w[first] = append(w[first], wording{rest, key})
}

// vagueTable merges the built-in rows with those of a book.
func vagueTable(over map[string]Distance) (map[string]VagueRow, wordings, error) {
	table, found := map[string]VagueRow{}, wordings{}
	for _, row := range VagueTable() {
		table[row.Key] = row
		for _, words := range row.Words {
			found.add(words, row.Key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(over)) {
		span := over[key]
		row, known := table[key]
		if err := span.check(row.Distance.Unit == Counts); err != nil {
			return nil, nil, fmt.Errorf("vague row %q: %w", key, err)
		}
		if !known {
			if strings.TrimSpace(key) == "" {
				return nil, nil, fmt.Errorf("vague row %q: a row needs its words as key", key)
			}
			row = VagueRow{Key: key, Words: []string{key}, Granularity: NoGranularity, Source: convention}
			found.add(strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(key), "-", " ")), " "), key)
		}
		row.Distance = span
		table[key] = row
	}
	for _, words := range idleWords {
		found.add(words, "")
	}
	return table, found, nil
}

// check refuses a span that runs backwards, is too long or has a wrong unit.
func (s Distance) check(counts bool) error {
	longest := map[Unit]int{Days: 36500, Months: 1200, Years: 100, Counts: 100}[s.Unit]
	switch {
	case longest == 0:
		return fmt.Errorf("unit %q is not one of days, months, years, counts", s.Unit)
	case counts != (s.Unit == Counts):
		return fmt.Errorf("unit %q does not fit the row", s.Unit)
	case s.From < 0 || s.To < s.From:
		return fmt.Errorf("span %d to %d runs backwards", s.From, s.To)
	case s.To > longest:
		return fmt.Errorf("span to %d %s is longer than a century", s.To, s.Unit)
	}
	return nil
}

// vague reads the fixed wordings of the vague table, and idle words.
func (p *parser) vague(i int) (period, int) {
	i = p.over(i, "the")
	end, key := 0, ""
	found := p.r.vagues[p.at(i).vague]
	if t := p.at(i); t.digits > 0 { // of a row of a book's own
		found = p.r.wordings[t.word]
	}
	for _, w := range found {
		if j := p.spell(i+1, w.rest); j > end {
			end, key = j, w.key
		}
	}
	switch {
	case end == 0 || p.at(end).among("after", "before", "as", "enough") || p.at(i-1).among("too", "not"):
		return period{}, 0
	case key == "":
		return period{idle: true}, end
	case p.r.table[key].Distance.Unit == Counts:
		return period{}, 0
	}
	return p.vagueRow(key), end
}
