package draft

import (
	"testing"

	"tracker/reading/deadline"
)

// What looks ahead and is no claim is left out by the rule that says why; its
// near neighbour beside it is proposed.
func TestLeftOut(t *testing.T) {
	r := reader(t)
	for _, c := range [...]struct{ rule, trap, claim string }{
		{"past-expectation", "Only last spring the ministry was promising new trams within the year.", "The ministry is promising new trams within the year."},
		{"past-expectation", "Twelve months ago the same people were saying the euro would not survive the winter.", "The same people say the euro will not survive the winter."},
		{"past-expectation", "A report in 2016 estimated that the tunnel would cost 900 million.", "A report published on Tuesday estimated that the tunnel would cost 900 million."},
		{"past-expectation", "The old board had vowed to resign if the merger failed, and did.", "The board has vowed to resign if the merger fails."},
		{"past-expectation", "Investors had been told that a dividend would be paid in spring.", "Investors were told on Monday that a dividend would be paid in spring."},
		{"past-expectation", "We had thought the pound would fall further, the bank said.", "We think the pound will fall further this year, the bank said."},
		{"past-expectation", "December was to be dry, according to the outlook of September.", "December is to be dry, according to the weather service."},
		{"opinion", "The chairman said he would like to see more women on the board.", "The chairman said he would appoint two women to the board by May."},
		{"opinion", "A shopkeeper said he would believe it when the road was open.", "A shopkeeper said he would leave when the road was open."},
		{"opinion", "I would ask everybody to be patient, the mayor said.", "I will ask the cabinet for more money in October, the mayor said."},
		{"refusal", "\"I am not going to make a forecast,\" the governor said.", "\"I am not going to make a second bid,\" the owner said."},
		{"refusal", "\"We won't discuss contracts in public,\" the sporting director said.", "\"We won't sell the captain,\" the sporting director said."},
		{"opinion", "The ministry would not say whether the payments would go on.", "The ministry said the payments would go on until March."},
		{"elliptic", "The weather turned, as forecasters said it would.", "The weather will turn on Friday, forecasters said."},
	} {
		drafts, left := r.Examine(one(t, c.trap))
		if len(drafts) > 0 || len(left) == 0 || left[0].Rule != c.rule {
			t.Errorf("%s: %d drafts, left out %+v, want %s", c.trap, len(drafts), left, c.rule)
		}
		if len(r.Read(one(t, c.claim))) == 0 {
			t.Errorf("%s: no draft", c.claim)
		}
	}
}

// What somebody only sees, or needs by a day, does not look ahead.
func TestNoCue(t *testing.T) {
	r := reader(t)
	for trap, claim := range map[string]string{
		"Traders see the deal as a bad one.":                                       "Traders see rates falling to 3 percent by June.",
		"Residents see little point in a petition.":                                "Residents see the petition reaching 10,000 names by Friday.",
		"Economists are happy to see the subsidy go.":                              "Economists expect to see the subsidy go by May.",
		"The alliance needs to raise 9 billion at a conference in the autumn.":     "The alliance aims to raise 9 billion at a conference in the autumn.",
		"Voters know a bribe when they see one, and they have seen a few of them.": "Voters will choose a mayor on Sunday.",
	} {
		if drafts := r.Read(one(t, trap)); len(drafts) > 0 {
			t.Errorf("%s: %+v", trap, drafts)
		}
		if len(r.Read(one(t, claim))) == 0 {
			t.Errorf("%s: no draft", claim)
		}
	}
}

func one(t *testing.T, text string) Article {
	return Article{Text: text, Said: deadline.Said{On: day(t, "2025-08-06")}, Source: "Evening News"}
}
