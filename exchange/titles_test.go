package exchange

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The titles and the words for outcomes that are understood stand in
// docs/format.md, as they stand here.
func TestTitlesAreDocumented(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "format.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range slices.Concat(synonyms, german) {
		if row := "\n| `" + s.member + "` | " + strings.Join(s.titles, ", ") + " |"; !strings.Contains(string(page), row) {
			t.Errorf("no row%s", row)
		}
	}
	for _, o := range outcomeWords {
		words := slices.DeleteFunc(slices.Clone(o.words), func(w string) bool { return w == "" })
		if row := "| " + strings.Join(words, ", ") + " |"; !strings.Contains(string(page), row) {
			t.Errorf("no row %s", row)
		}
	}
	for _, s := range sites {
		if !strings.Contains(string(page), "| "+s.name+" |") {
			t.Errorf("no row of %s", s.name)
		}
	}
}

// A title means one thing, and the places that names stand for are members.
func TestTitlesMeanOneThing(t *testing.T) {
	seen := map[string]string{}
	names := columnNames(new(object).columns())
	for _, s := range slices.Concat(synonyms, german) {
		if !slices.Contains(names, memberOf(s.member)) {
			t.Errorf("%s is no member", s.member)
		}
		for _, title := range s.titles {
			if seen[title] != "" || titleWords(title) != title {
				t.Errorf("%q of %s: %q", title, s.member, seen[title])
			}
			seen[title] = s.member
		}
	}
}

// Outcomes are read in any case and however they are spaced.
func TestOutcomes(t *testing.T) {
	for text, want := range map[string]outcomeWord{
		"YES": {outcome: "yes"}, " did  not happen. ": {outcome: "no"}, "1.0": {outcome: "yes"}, "0": {outcome: "no"},
		"Promise Kept": {outcome: "yes", basis: OfPromise}, "BROKEN": {outcome: "no", basis: OfPromise},
		"Right!": {outcome: "yes", basis: OfForecast}, "incorrect": {outcome: "no", basis: OfForecast},
		"n/a": {}, "N/A": {outcome: "void", reason: "premise-overturned"}, "Pending": {}, "—": {},
		"Ambiguous": {outcome: "unclear", reason: "underspecified"}, "Compromise": {outcome: "partial"},
	} {
		if got, err := readOutcome(text); err != nil || got != want {
			t.Errorf("%q is %+v, %v, want %+v", text, got, err, want)
		}
	}
	if _, err := readOutcome("purple"); err == nil {
		t.Error("purple is an outcome")
	}
}

// Times are read as exports of all sorts write them, and a day needs its
// year.
func TestMoments(t *testing.T) {
	o := (&Plan{o: TableOptions{Today: shapeToday}}).dates(0)
	for text, want := range map[string]string{
		"2025-03-01 09:05:7": "2025-03-01T09:05:07.000Z", "2025-03-01T09:05:07.25+02:00": "2025-03-01T09:05:07.25+02:00",
		"13/4/2025 9:05 pm": "2025-04-13T21:05:00.000Z", "1 Mar 2025, 12:00 AM": "2025-03-01T00:00:00.000Z", "2025-03-01": "2025-03-01T00:00:00.000Z",
		"2025-03-01 09:05:07+00:00": "2025-03-01T09:05:07.000Z",
	} {
		if got, err := instantCell(text, o); err != nil || got != want {
			t.Errorf("%q is %q, %v, want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"13/4", "12 Nov", "Monday", "yesterday", "2025", "2025-13-01", "2025-03-01 25:00", "2025-03-01 9:70"} {
		if got, err := instantCell(text, o); err == nil {
			t.Errorf("%q is %q", text, got)
		}
	}
}
