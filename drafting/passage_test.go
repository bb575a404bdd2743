package drafting

import (
	"strings"
	"testing"

	"tracker/reading/draft"
)

// A screen shows what is needed to judge a draft, and not the whole article: the
// paragraph, a line where every line is one, and who is named beside it.
func TestPassageOfLongTexts(t *testing.T) {
	long := strings.Repeat("Nothing came of it for years. ", 80)
	for text, want := range map[string]Passage{
		long + "It will open in May. " + long:                {Before: "…", Sentence: "It will open in May.", After: "…"},
		long + "\nIt will open in May. Good.\n" + long:       {Sentence: "It will open in May.", After: "Good."},
		"The mayor.\n\nIt will open in May.\n\nThe end.":     {Above: "The mayor.", Sentence: "It will open in May."},
		"No.\n\nIt will open in May.\n\n— The mayor\n\nEnd.": {Sentence: "It will open in May.", Below: "— The mayor"},
	} {
		r := &Reading{Found: []draft.Draft{{Sentence: want.Sentence, Sure: draft.Certain}}}
		switch r.From.Text = text; {
		case want.Below != "":
			r.Found[0].SpeakerRule = "signed"
		case want.Above != "":
			r.Found[0].Sure = draft.Likely
		}
		got := r.Passage(0)
		if strings.HasPrefix(want.Before, "…") {
			if len(got.Before) > mostAbove+8 || len(got.After) > mostAbove+8 || !strings.HasPrefix(got.Before, "… ") || !strings.HasSuffix(got.After, "…") {
				t.Errorf("%d bytes before, %d after: %+v", len(got.Before), len(got.After), got)
			}
			continue
		}
		if got != want {
			t.Errorf("%.40q: %+v, want %+v", text, got, want)
		}
	}
}
