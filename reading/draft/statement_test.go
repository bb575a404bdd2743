package draft

import (
	"testing"

	"tracker/reading/deadline"
)

// Statements agree in number, keep no denial beside a will-not, name the house
// that "it" is, and are the words as they stand where no subject can be told.
func TestStatements(t *testing.T) {
	for text, want := range map[string]string{
		"Two thirds of the money will be spent by 2028, the mayor said.":                   "Two thirds of the money is spent by 2028",
		"A third of the posts will be vacant by June, the mayor said.":                     "A third of the posts are vacant by June",
		"None of the stations will close before 2030, the mayor said.":                     "One of the stations closes before 2030",
		"No train will run on Sunday, the mayor said.":                                     "A train runs on Sunday",
		"Nobody will lose their home this winter, the mayor said.":                         "Somebody loses their home this winter",
		"Neither ship will sail before June, the mayor said.":                              "Either ship will sail before June",
		"The government vowed not to touch pensions until 2030.":                           "The government touches pensions until 2030",
		"A ruling is not expected before the summer, the mayor said.":                      "A ruling is expected before the summer",
		"No cuts are planned before 2028, the mayor said.":                                 "Cuts are planned before 2028",
		"The chain said that it would stop selling tobacco from April.":                    "Chain stops selling tobacco from April",
		"Analysts put the odds of a merger this year at no better than even.":              "There is a merger this year",
		"It will be two years before the airport reopens, the mayor said.":                 "The airport reopens",
		"By the end of the decade trams will go to the airport, the mayor said.":           "By the end of the decade trams will go to the airport",
		"Rents, wages and prices will rise by June, the mayor said.":                       "Rents, wages and prices will rise by June",
		"The port said it would hand over the keys in July.":                               "Port hands over the keys in July",
		"\"We will run trams by 31 March 2027, and that is a promise,\" the mayor said.":   "Mayor runs trams by 31 March 2027",
		"Some 40 homes will be ready by June, the mayor said.":                             "Some 40 homes are ready by June",
		"The media will be told on Friday, the mayor said.":                                "The media are told on Friday",
		"A ferry for 300 cars will start in May, the mayor said.":                          "A ferry for 300 cars starts in May",
		"Cruise ships of more than 10,000 tonnes will be banned from May, the mayor said.": "Cruise ships of more than 10,000 tonnes will be banned from May",
	} {
		got := reader(t).Read(Article{Text: text, Said: deadline.Said{On: day(t, "2026-11-03")}, Source: "Evening News"})
		if len(got) != 1 || got[0].Statement != want {
			t.Errorf("%q: %+v, want %q", text, got, want)
		}
	}
}

// A document speaks for whoever wrote it, and somebody without a name is nobody
// in particular.
func TestSpeakers(t *testing.T) {
	for text, want := range map[string]string{
		"According to a report published by the audit office in May, the line will be finished by 2031.": "Audit office institution",
		"A survey by the chamber of commerce predicts that prices will fall by June.":                    "Chamber of commerce institution",
		"The bank's quarterly survey said that prices would fall by June.":                               "Bank institution",
		"A report published by the audit office in May put the chance of a cost overrun at 80 percent.":  "Audit office institution",
		"A study found that one in three bridges will close by 2040.":                                    "Study anonymous",
		"Figures from the port show that traffic will double by 2040.":                                   "Port institution",
		"\"The bridge will open in May,\" he added.":                                                     "Unnamed speaker anonymous",
		"The contractor said the tunnel would be ready by June.":                                         "Contractor institution",
	} {
		got := reader(t).Read(Article{Text: text, Said: deadline.Said{On: day(t, "2026-11-03")}, Source: "Evening News"})
		if len(got) != 1 || got[0].Speaker+" "+got[0].SpeakerKind != want {
			t.Errorf("%q: %+v, want %q", text, got, want)
		}
	}
	got := reader(t).Read(Article{Text: "According to a report published by the port in May, the line will be ready by 2031.", Said: deadline.Said{On: day(t, "2026-11-03")}})
	if len(got) != 1 || got[0].Window.Latest != day(t, "2031-12-31") || !got[0].Again {
		t.Errorf("the month of a report: %+v", got)
	}
	if got := reader(t).Read(Article{Text: "The builders doubted it. The union expects that.", Said: deadline.Said{On: day(t, "2026-11-03")}, Source: "Evening News"}); len(got) > 0 {
		t.Errorf("a claim of nothing: %+v", got)
	}
}
