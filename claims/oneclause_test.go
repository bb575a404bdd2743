package claims

import "testing"

// Hedge and deadline of a quote come from the clause about the statement's
// event.
func TestOneClause(t *testing.T) {
	for _, c := range []struct{ statement, quote, words, latest string }{
		{"Elections take place", "A truce might come within weeks. Elections will take place by mid-March.", "will", "2026-03-20"},
		{"A truce is agreed", "A truce might come within weeks. Elections will take place by mid-March.", "might", "2026-04-15"},
		{"The vote is held", "The deal could be signed soon, but the vote will be held on Friday.", "will", "2026-03-06"},
		{"The deal is signed", "The deal could be signed soon, but the vote will be held on Friday.", "could", "2026-04-03"},
		{"The company lists its shares", "The group will publish a prospectus next month and list in late October.", "will", "2026-10-31"},
		{"Prices fall", "Wages will rise this year, but prices will fall only in 2027.", "will", "2027-12-31"},
		{"The museum opens", "The museum, which was expected to open in 2024, will now open in September.", "will", "2026-09-30"},
		{"The union signs", "The company will sign on Monday; the union is unlikely to sign this month.", "unlikely", "2026-03-31"},
		{"The tunnel opens", "The bridge opens in May and the tunnel is due to open in July.", "due to", "2026-07-31"},
		{"The rocket flies", "I'd be amazed if it flies before June.", "amazed if", "2026-05-31"},
		{"It goes on sale", "It will go on sale once it is released in stores early next year.", "will", "2027-04-30"},
		{"Tariffs rise", "Unless they open their market by May, tariffs will rise on 1 June.", "will", "2026-06-01"},
	} {
		got, _, err := reader(t).Claim(Draft{Statement: c.statement, Quote: c.quote, Speaker: "The office", StatedOn: "2026-03-04"}, instant("2026-03-04T12:00:00Z"))
		if err != nil {
			t.Errorf("%s: %v", c.quote, err)
			continue
		}
		if got.Hedge.Words != c.words && got.Hedge.Words != "be "+c.words || got.Window.Latest.String() != c.latest {
			t.Errorf("%s\nfor %q: %q, %v; want %q, %s", c.quote, c.statement, got.Hedge.Words, got.Window.Latest, c.words, c.latest)
		}
	}
}
