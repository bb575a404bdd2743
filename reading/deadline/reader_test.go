package deadline

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"tracker/calendar"
)

func day(t *testing.T, s string) calendar.Day {
	t.Helper()
	d, err := calendar.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Every phrase of the statements and schedules that a desk recorded is read,
// whole, with a window unless it is one of the phrases that set none.
func TestRecordedPhrases(t *testing.T) {
	file, err := os.ReadFile("../../testdata/deadline/archive.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(file)), "\n")[1:]
	if len(lines) < 50 {
		t.Fatalf("only %d recorded phrases", len(lines))
	}
	r := mustReader(t, Options{})
	for _, line := range lines {
		on, phrase, _ := strings.Cut(line, "\t")
		w := r.Read(phrase, Said{On: day(t, on)})
		idle := phrase == "at the appropriate time" || phrase == "later"
		undated := phrase == "within 24 hours of returning to office"
		if w.Phrase != strings.TrimSuffix(phrase, " (TBD)") || (w.Class == ClassNone) != idle || (w.Latest == 0) != (idle || undated) {
			t.Errorf("%q on %s: %+v", phrase, on, w)
		}
	}
}

func TestOptions(t *testing.T) {
	on := calendar.Date(2026, 1, 14)
	for _, c := range []struct {
		name, phrase     string
		o                Options
		said             Said
		earliest, latest string
	}{
		{"day first", "03/04/2026", Options{DayFirst: true}, Said{On: on}, "2026-04-03", "2026-04-03"},
		{"month first", "03/04/2026", Options{}, Said{On: on}, "2026-03-04", "2026-03-04"},
		{"southern summer", "this summer", Options{Southern: true}, Said{On: on}, "2026-01-14", "2026-02-28"},
		{"southern winter", "by winter", Options{Southern: true}, Said{On: on}, "2026-01-14", "2026-08-31"},
		{"outlet's weekday", "on Wednesday", Options{}, Said{On: on}, "2026-01-14", "2026-01-14"},
		{"quoted weekday", "on Wednesday", Options{}, Said{On: on, Quoted: true}, "2026-01-21", "2026-01-21"},
		{"vague row replaced", "soon", Options{Vague: map[string]Distance{"soon": {0, 60, Days}}}, Said{On: on}, "2026-01-14", "2026-03-15"},
		{"vague row added", "when pigs fly", Options{Vague: map[string]Distance{"when pigs fly": {1, 2, Years}}}, Said{On: on}, "2027-01-14", "2028-01-14"},
		{"few replaced", "in a few days", Options{Vague: map[string]Distance{"few": {2, 4, Counts}}}, Said{On: on}, "2026-01-16", "2026-01-18"},
		{"hours from an instant", "within 3 hours", Options{}, Said{On: on, At: time.Date(2026, 1, 14, 22, 0, 0, 0, time.UTC)}, "2026-01-14", "2026-01-15"},
		{"a time already past today", "at 5 p.m.", Options{}, Said{On: on, At: time.Date(2026, 1, 14, 18, 0, 0, 0, time.UTC)}, "2026-01-15", "2026-01-15"},
		{"dated event", "before the midterms", Options{Events: midterms}, Said{On: on}, "2026-01-14", "2026-11-02"},
		{"after a dated event", "two weeks after the midterms", Options{Events: midterms}, Said{On: on}, "2026-11-17", "2026-11-17"},
		{"within days of a dated event", "within days of the midterms", Options{Events: midterms}, Said{On: on}, "2026-11-03", "2026-11-10"},
		{"by the end of a dated term", "by the end of this parliament", Options{Events: midterms}, Said{On: on}, "2026-01-14", "2028-05-02"},
		{"in a dated term", "before the end of the parliament", Options{Events: midterms}, Said{On: on}, "2026-01-14", "2028-05-01"},
		{"a bare day as a deadline", "June 30", Options{}, Said{On: on, Field: true}, "2026-01-14", "2026-06-30"},
		{"a week as a deadline", "next week", Options{}, Said{On: on, Field: true}, "2026-01-19", "2026-01-25"},
		{"first hundred days", "in the first 100 days", Options{Events: midterms}, Said{On: on}, "2029-01-20", "2029-04-29"},
	} {
		w := mustReader(t, c.o).Read(c.phrase, c.said)
		if w.Earliest != day(t, c.earliest) || w.Latest != day(t, c.latest) {
			t.Errorf("%s: %q is %s..%s, want %s..%s (%s)", c.name, c.phrase, w.Earliest, w.Latest, c.earliest, c.latest, w.Rule)
		}
	}
}

func midterms(name string) (calendar.Day, bool) {
	d, ok := map[string]calendar.Day{"midterms": calendar.Date(2026, 11, 3), "taking office": calendar.Date(2029, 1, 20), "parliament": calendar.Date(2028, 5, 2)}[name]
	return d, ok
}

func TestBadVagueTablesAreRefused(t *testing.T) {
	for key, span := range map[string]Distance{
		"soon": {30, 0, Days}, "weeks": {-1, 5, Days}, "few": {3, 5, Days}, "very-soon": {0, 14, "fortnights"},
		"": {0, 1, Days}, "years": {0, 200, Years}, "days": {1, 2, Counts},
	} {
		if _, err := New(Options{Vague: map[string]Distance{key: span}}); err == nil || !strings.Contains(err.Error(), "vague row") {
			t.Errorf("%q %v is accepted: %v", key, span, err)
		}
	}
}

func TestGrace(t *testing.T) {
	for _, c := range []struct {
		rel  Relation
		g    Granularity
		days int
	}{{In, Week, 3}, {In, Month, 15}, {In, Year, 180}, {In, Day, 0}, {Within, Week, 0}, {On, Year, 0}} {
		if got := Grace(c.rel, c.g); got != c.days {
			t.Errorf("Grace(%s, %s) = %d, want %d", c.rel, c.g, got, c.days)
		}
	}
}

func TestScanFindsEveryPhraseInOrder(t *testing.T) {
	text := "The plan was agreed last month. It will be signed on Friday and take effect by June 1; " +
		"talks resume in two weeks, or soon after. Nobody spoke on Monday of eventually paying.\n" +
		strings.Repeat("Nothing here says when. ", 6000) + "The bridge opens in 2030."
	r := mustReader(t, Options{})
	var got []string
	for w := range r.Scan(text, Said{On: calendar.Date(2026, 1, 14)}) {
		if text[w.Start:w.End] != w.Phrase {
			t.Errorf("the span %d..%d is not %q", w.Start, w.End, w.Phrase)
		}
		got = append(got, w.Phrase)
	}
	if want := []string{"on Friday", "by June 1", "in two weeks", "in 2030"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// The phrase that governs is read; the others are alternatives.
func TestOtherPhrasesAreAlternatives(t *testing.T) {
	w := mustReader(t, Options{}).Read("If talks fail by Friday, tariffs will rise on Aug. 1.", Said{On: calendar.Date(2026, 1, 14)})
	if w.Phrase != "on Aug. 1" || !offers(w, calendar.Date(2026, 1, 16)) {
		t.Errorf("%+v", w)
	}
}

// What another statement day would change is offered when the text dates the
// statement itself.
func TestAttributionAnchors(t *testing.T) {
	r := mustReader(t, Options{})
	for text, latest := range map[string]string{
		"He said on Monday that it would be done in two days.":     "2026-01-14",
		"It will be done in two days, the minister said Monday.":   "2026-01-14",
		"It will be announced Monday and be done within two days.": "2026-01-19",
		"It was announced on Wednesday and starts in two days.":    "2026-01-16",
	} {
		if w := r.Read(text, Said{On: calendar.Date(2026, 1, 14)}); w.Latest != day(t, latest) {
			t.Errorf("%q ends on %s, want %s (%q)", text, w.Latest, latest, w.Phrase)
		}
	}
}

// A text without end is read in time that grows no faster than it, and
// repeated words nest no deeper than sense does.
func TestHostileTexts(t *testing.T) {
	r := mustReader(t, Options{})
	for _, s := range hostile {
		checkReading(t, r, s, Said{On: calendar.Date(2026, 1, 14)})
	}
	for _, s := range []string{"the end of ", "monday, ", "between ", "1, 2, ", "first day of ", "a week from ", "\x00", "é", "9"} {
		checkReading(t, r, strings.Repeat(s, 5000), Said{On: calendar.Date(2026, 1, 14)})
	}
}

func TestNoAllocationPerToken(t *testing.T) {
	r := mustReader(t, Options{})
	said := Said{On: calendar.Date(2026, 1, 14)}
	allocations := func(text string) float64 {
		return testing.AllocsPerRun(50, func() { r.Read(text, said) })
	}
	short := allocations("It will be finished by the end of June.")
	long := allocations("It will be finished by the end of June. " + strings.Repeat("Nobody doubts the plan of the seven builders. ", 200))
	if long > short+2 {
		t.Errorf("%v allocations for ten tokens, %v for sixteen hundred", short, long)
	}
}
