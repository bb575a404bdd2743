package draft

import (
	"slices"
	"testing"

	"tracker/reading/deadline"
)

// windows are those of the drafts of a text said on 6 August 2025, in its order.
func windows(t *testing.T, text string) []string {
	t.Helper()
	drafts := reader(t).Read(Article{Text: text, Said: deadline.Said{On: day(t, "2025-08-06")}, Source: "Evening News"})
	slices.SortFunc(drafts, func(a, b Draft) int { return a.Span.Start - b.Span.Start })
	var all []string
	for i := range drafts {
		w := drafts[i].Window
		all = append(all, w.Earliest.String()+".."+w.Latest.String())
	}
	return all
}

// What shares the verb, the "be" or the day of the words before it is a claim of
// its own, with a day of its own.
func TestShares(t *testing.T) {
	for text, want := range map[string][]string{
		"The convoy leaves Mombasa on 9 September and reaches Kampala two days later.":                                              {"2025-09-09..2025-09-09", "2025-09-11..2025-09-11"},
		"A ferry leaves Split on 2 September and docks in Ancona the next day.":                                                     {"2025-09-02..2025-09-02", "2025-09-03..2025-09-03"},
		"The exhibition opens in Ghent on 12 September and moves to Lille in January.":                                              {"2025-09-12..2025-09-12", "2026-01-01..2026-01-31"},
		"The ballot will be printed on 1 September and flown in a week later.":                                                      {"2025-09-01..2025-09-01", "2025-09-08..2025-09-08"},
		"The bonds would be issued in November and repaid by 2035, the treasury said.":                                              {"2025-11-01..2025-11-30", "2025-08-06..2035-12-31"},
		"The papers will be printed abroad and flown in by 5 September.":                                                            {"2025-08-06..2025-09-05"},
		"The institute predicts 310,000 arrivals in 2025 and more than 350,000 in 2026.":                                            {"2025-08-06..2025-12-31", "2026-01-01..2026-12-31"},
		"The rolls will be displayed between 24 November and 8 December.":                                                           {"2025-11-24..2025-12-08"},
		"The talks are to resume on 2 September, by which time the truce will probably have lapsed.":                                {"2025-09-02..2025-09-02", "2025-08-06..2025-09-02"},
		"The new ferry will enter service on 1 October. Fares go up by 4 percent on the same day. A month later the bridge closes.": {"2025-10-01..2025-10-01", "2025-10-01..2025-10-01", "2025-11-01..2025-11-01"},
		"In 2020 the results were to be declared within a week and took a month.":                                                   nil,
	} {
		if got := windows(t, text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
