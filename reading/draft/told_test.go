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
		"The energy ministry has just confirmed that the plant will reopen in June.":                   "Energy ministry: the plant will reopen in June",
		"For 2027 the central bank forecast growth of 2 per cent.":                                     "Central bank: For 2027 the central bank forecast growth of 2 per cent",
		"In 2016 the central bank forecast growth of 2 per cent by 2027.":                              "",
		"INTERIOR MINISTER (via video): We will close the camp by 30 June.":                            "INTERIOR MINISTER: We will close the camp by 30 June",
		"REPORTER: When?\n\nMAYOR (by telephone, from Oslo): We will open it in May.":                  "Mayor: We will open it in May",
		"The minister gave no date at first. The minister wrote:\n\n“We will open the bridge in May.”": "Minister: We will open the bridge in May",
		"In a letter, the harbour master wrote:\n\n“We will open the bridge in May.”":                  "Harbour master: We will open the bridge in May",
		"The agenda of the council included:\n\n“We will open the bridge in May.”":                     "Evening News: We will open the bridge in May",
	} {
		if got := whoTells(t, Article{Text: text}); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", text, got, want)
		}
	}
}
