package claims

import (
	"testing"

	"tracker/reading/hedge"
)

// The side of a quote that is read and stored is that of its words, turned with
// them; a heading has none, the rest of a sentence asserts.
func TestSideOfQuotes(t *testing.T) {
	for _, c := range []struct {
		statement, quote string
		side             hedge.Side
	}{
		{"The summit takes place", "Summit: November 2026", hedge.Neither},
		{"The summit takes place", "Late November 2026", hedge.Neither},
		{"The summit takes place", "within two weeks or so, pretty quick", hedge.Yes},
		{"Schools reopen", "Schools reopen on 20 April.", hedge.Yes},
		{"70 % are vaccinated", "Our goal by July is to have 70 % vaccinated.", hedge.Yes},
		{"The law passes", "We want the law to pass before the summer.", hedge.Neither},
		{"The captain plays", "There is no way he misses the final in May.", hedge.Yes},
		{"The bill passes", "I'd be stunned if the bill didn't pass this week.", hedge.Yes},
		{"The government falls", "The government is unlikely to survive the winter.", hedge.Yes},
		{"The soldiers leave", "Our soldiers are not leaving before September.", hedge.No},
	} {
		d := Draft{Statement: c.statement, Quote: c.quote, Speaker: "The office", StatedOn: "2026-03-04"}
		got, _, err := reader(t).Claim(d, instant("2026-03-04T12:00:00Z"))
		if err != nil {
			t.Fatal(err)
		}
		if side := got.Side(hedge.Builtin()); side != c.side {
			t.Errorf("%s for %q: %q takes side %s, want %s", c.quote, c.statement, got.Hedge.Words, side, c.side)
		}
	}
}
