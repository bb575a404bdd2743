package report

import (
	"testing"

	"tracker/claims"
	"tracker/reading/hedge"
)

// What is published says which way the words point, whatever kind of words.
func TestStatementOurs(t *testing.T) {
	for _, c := range []struct {
		name, statement, quote string
		polarity               claims.Polarity
		kind                   claims.Type
		words                  string
		number                 hedge.Kind
		p                      float64
		side                   hedge.Side
		report                 bool
		want                   string
	}{
		{"asserted", "The bank raises its rates.", "The bank will raise its rates.", claims.Will, claims.Forecast, "will", hedge.Assumed, .98, hedge.Yes, false,
			"The bank raises its rates"},
		{"denied", "The bank raises its rates", "The bank will not raise its rates.", claims.WillNot, claims.Forecast, "will", hedge.Assumed, .98, hedge.No, false,
			"it does NOT happen that the bank raises its rates"},
		{"unlikely", "The bank raises its rates", "That is very unlikely.", claims.Will, claims.Forecast, "very unlikely", hedge.Standard, .12, hedge.No, false,
			"“very unlikely” that the bank raises its rates"},
		{"as an outlet has it", "The bank raises its rates", "A rise is very unlikely.", claims.Will, claims.Forecast, "very unlikely", hedge.Standard, .12, hedge.No, true,
			"“very unlikely”, in the words of The Post, that the bank raises its rates"},
		{"not in the quote", "The bank raises its rates", "It stays.", claims.Will, claims.Forecast, "no chance", hedge.Assumed, .02, hedge.No, false,
			"no chance that the bank raises its rates"},
		{"not in a report either", "The bank raises its rates", "It stays.", claims.Will, claims.Forecast, "no chance", hedge.Assumed, .02, hedge.No, true,
			"no chance that the bank raises its rates"},
		{"not in the quote, and no that follows", "The bank raises its rates", "It stays.", claims.Will, claims.Forecast, "I doubt", hedge.Assumed, .3, hedge.No, false,
			"not expected that the bank raises its rates"},
		{"words that no that follows", "The bank raises its rates", "I doubt it.", claims.Will, claims.Forecast, "I doubt", hedge.Assumed, .3, hedge.No, false,
			"not expected, as “I doubt” says, that the bank raises its rates"},
		{"unlikely not to", "The bank raises its rates", "It is unlikely not to.", claims.WillNot, claims.Forecast, "unlikely", hedge.Assumed, .2, hedge.Yes, false,
			"“unlikely” that it does NOT happen that the bank raises its rates"},
		{"a low number", "Brazil wins", "A 16 % chance.", claims.Will, claims.Forecast, "16 % chance", hedge.Explicit, .16, hedge.No, false,
			"16 % that Brazil wins"},
		{"a high number", "Brazil wins", "A 70 % chance.", claims.Will, claims.Forecast, "70 % chance", hedge.Explicit, .7, hedge.Yes, false,
			"70 % that Brazil wins"},
		{"a number set by hand", "Brazil wins", "Hardly.", claims.Will, claims.Forecast, "Hardly", hedge.Explicit, .1, hedge.No, false,
			"10 %, set by hand, that Brazil wins"},
		{"a promise", "The minister raises taxes", "I will not raise taxes.", claims.WillNot, claims.Promise, "will", hedge.Assumed, .98, hedge.No, false,
			"it does NOT happen that the minister raises taxes"},
	} {
		x := Claim{Side: c.side, Claim: claims.Claim{Statement: c.statement, Quote: c.quote, Polarity: c.polarity, Type: c.kind,
			Hedge: claims.Hedge{Words: c.words, Kind: c.number, P: &c.p}}}
		x.judged.Claim = &claims.Claim{}
		if c.report {
			x.WordsBy, x.judged.Claim.Appearances = claims.ByReport, []claims.Appearance{{Source: "The Post"}}
		}
		if got := statementOurs(&x); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
