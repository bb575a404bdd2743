package draft

import (
	"strings"
	"testing"

	"tracker/reading/deadline"
)

// whoTells is who says what in the drafts of a text said on 4 March 2026: "speaker:
// words", line by line.
func whoTells(t *testing.T, a Article) string {
	t.Helper()
	a.Said, a.Source = deadline.Said{On: day(t, "2026-03-04")}, "Evening News"
	var all []string
	for _, d := range reader(t).Read(a) {
		all = append(all, d.Speaker+": "+d.Quote)
	}
	return strings.Join(all, "\n")
}

func TestWhoTellsIt(t *testing.T) {
	for text, want := range map[string]string{
		"The energy ministry has just confirmed that the plant will reopen in June.":                                         "Energy ministry: the plant will reopen in June",
		"For 2027 the central bank forecast growth of 2 per cent.":                                                           "Central bank: For 2027 the central bank forecast growth of 2 per cent",
		"In 2016 the central bank forecast growth of 2 per cent by 2027.":                                                    "",
		"INTERIOR MINISTER (via video): We will close the camp by 30 June.":                                                  "INTERIOR MINISTER: We will close the camp by 30 June",
		"REPORTER: When?\n\nMAYOR (by telephone, from Oslo): We will open it in May.":                                        "Mayor: We will open it in May",
		"The minister gave no date at first. The minister wrote:\n\n“We will open the bridge in May.”":                       "Minister: We will open the bridge in May",
		"In a letter, the harbour master wrote:\n\n“We will open the bridge in May.”":                                        "Harbour master: We will open the bridge in May",
		"By the economics editor\n\nThe year was long. I expect the bank to cut rates in May. Nobody asked me.":              "Economics editor: I expect the bank to cut rates in May",
		"BY OUR TRANSPORT CORRESPONDENT | 4 min read\n\nI think the bridge will open in May.":                                "Transport correspondent: I think the bridge will open in May",
		"By the economics editor and the diplomatic editor\n\nI expect the bank to cut rates in May.":                        "Evening News: I expect the bank to cut rates in May",
		"By the economics editor\n\nThe bridge will open in May, the council said.":                                          "Council: The bridge will open in May",
		"A broker spoke. The mayor warns: “I will close the road in May.”":                                                   "Mayor: I will close the road in May",
		"💬 The head of the region: “We will close the camp by 30 June.”":                                                     "The head of the region: We will close the camp by 30 June",
		"Sea state: Ferries will stop on Friday.":                                                                            "Evening News: Sea state: Ferries will stop on Friday",
		"As the press service reports, the bridge will open in May.":                                                         "Press service: the bridge will open in May",
		"According to the words of the mayor, the bridge will open in May.":                                                  "Mayor: the bridge will open in May",
		"Two banks plan to close branches in May, according to a notice to customers.":                                       "Two banks: Two banks plan to close branches in May",
		"Diplomats say the United States is preparing to close its embassy in May.":                                          "Diplomats: the United States is preparing to close its embassy in May",
		"The foreign minister played down hopes. “I will close the camp by 30 June,” he said. A Swiss official had arrived.": "Foreign minister: I will close the camp by 30 June",
		"The head of the grid operator on cables and costs.\n\nQ: When?\n\nA: We will open it in May.":                       "Head of the grid operator: We will open it in May",
		"The owner has hinted at a sale; we think it will come in May.":                                                      "Evening News: we think it will come in May",
		"The port said in January that it would settle the dispute within a month.":                                          "",
		"In 1962 he was put in charge. He promised the farmers that wheat would grow where herons stood.":                    "",
		"On that night he would check the radar every hour, the engineer said.":                                              "",
		"The board decided to leave the rate unchanged at its meeting on 4 March.":                                           "",
		"Higher prices are a risk.": "",
		"A NATO official was cautious: the alliance may find two tanks in May.":              "NATO official: the alliance may find two tanks in May",
		"The line is to be sold in May, three people briefed on the matter said.":            "Three people briefed on the matter: The line is to be sold in May",
		"\"We will open it in May,'' said a spokesman. \"The rest opens in June,'' he said.": "Spokesman: We will open it in May\nSpokesman: The rest opens in June",
		"The canton has agreed to guarantee a loan in May.":                                  "Canton: The canton has agreed to guarantee a loan in May",
		"Some say the virus will be gone by May.":                                            "",
		"In my youth a candidate would kiss babies in May.":                                  "",
		"The agenda of the council included:\n\n“We will open the bridge in May.”":           "Evening News: We will open the bridge in May",
	} {
		if got := whoTells(t, Article{Text: text}); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", text, got, want)
		}
	}
}
