package draft

import (
	"strings"
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
		{"would-have", "Without the grant the museum would be closed today.", "Without a new grant the museum will close in December, its director said."},
		{"would-have", "If the minister were to keep her word, the opposition said, pigs would be flying by noon.", "If talks failed, the union said, trains would stop on Monday."},
		{"would-have", "Nor would anyone have come if the rain had not stopped.", "Nor would the museum open before May, its director said."},
		{"would-have", "If February had been cold we would be burning furniture now, the operator said.", "We would be burning coal by February, the operator said."},
		{"proverb", "A first estimate of the harvest will miss by a tenth in most years.", "A second estimate of the harvest will be published in August, the ministry said."},
		{"proverb", "On a normal Saturday the market will draw 4,000 people.", "On Saturday the market will draw 4,000 people, the police said."},
		{"proverb", "Listen, any landlord who breaks the rules will be fined, the minister said.", "All landlords who broke the rules will be fined by October, the minister said."},
		{"proverb", "\"Putting up a sign won't slow the lorries,\" a resident said.", "\"Putting up signs will cost 40,000 euros,\" the council said."},
		{"proverb", "\"Rats will not read the sign,\" the vicar said.", "\"Trains will not stop at the pier,\" the operator said."},
		{"proverb", "\"It will be hot, it will be long and there will be flies,\" a veteran said.", "\"It will be hot on Saturday,\" the forecaster said."},
		{"proverb", "We shall see who is laughing then, the chairman said.", "We shall see a new stadium by 2028, the chairman said."},
		{"generic", "\"People think a flood will never come until it does,\" the mayor said.", "\"Engineers think a flood will come by spring,\" the mayor said."},
		{"generic", "Nurses want to go home knowing that nobody will be left alone, their union said.", "Nobody will be left alone, their union said."},
		{"relative", "It is a date nobody now on the board will have to answer for, critics say.", "There is no doubt nobody now on the board will stay, critics say."},
		{"fiction", "In the second act the king will give away his crown.", "In October the king will give away his crown, the palace said."},
		{"fiction", "According to an old saying, swallows that fly low will bring rain.", "According to the weather service, a front from the west will bring rain on Friday."},
		{"disclaimed", "There is talk in the bars that he will sell, the paper said.", "There will be talks in May, the paper said."},
		{"procedure", "We'll take a short break.", "We'll take over the line in May, the operator said."},
		{"boilerplate", "Editors who register will receive a link.", "Reporters will be admitted to the trial from Tuesday, the court said."},
		{"disclaimed", "Fishermen want guarantees that they will be paid.", "Fishermen have guarantees that they will be paid by May, the ministry said."},
		{"proverb", "Leave milk in the sun and it will turn, the dairyman said.", "The dairy will leave the town in May, the dairyman said."},
		{"proverb", "\"Children will find a hole in any fence,\" the head teacher said.", "\"Children will find a new school in May,\" the head teacher said."},
		{"obligation", "\"Gardeners shouldn't plant anything yet,\" the forecaster said.", "\"The frost should not return before May,\" the forecaster said."},
		{"relative", "The airline set a target it now says it will miss.", "The airline says it will miss its target."},
		{"relative", "She set out spending that ministers hope will carry the government to the election, an aide said.", "She set out spending, and ministers hope it will carry the government to the election, an aide said."},
		{"law", "The contract stipulates that the contractor will bear the cost of delays.", "The contractor will bear the cost of delays from May, the council said."},
		{"law", "Nothing in this notice shall constitute an offer.", "The bank will make an offer by May, its chairman said."},
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

// No filter takes a verb from somebody who will do something by a day.
func TestDoers(t *testing.T) {
	r := reader(t)
	for verb := range strings.FieldsSeq("abandon accept admit answer appoint assess auction ban build buy cancel close compensate confirm cut deliver describe discuss dismiss explain finance fix give halt hire honour inform inspect join leave lower name note offer pay print probe publish raise recognise recommend reopen replace report revise sell shelve ship strike submit tax teach tell test try turn unveil urge visit warn welcome widen") {
		text := "The ministry will " + verb + " the owners of the site by Friday."
		if len(r.Read(one(t, text))) == 0 {
			t.Errorf("%s: no draft", text)
		}
	}
}

func one(t *testing.T, text string) Article {
	return Article{Text: text, Said: deadline.Said{On: day(t, "2025-08-06")}, Source: "Evening News"}
}
