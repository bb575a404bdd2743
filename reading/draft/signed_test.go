package draft

import (
	"testing"

	"tracker/reading/deadline"
)

// Who signs a quotation behind a dash has said it, and a list signs nothing.
func TestSignatures(t *testing.T) {
	for text, want := range map[string]string{
		"“We will pay it by March.”\n\n— The finance secretary\n\nThe end.":                                "Finance secretary signed",
		"“We will pay it by March.” – Finance secretary, Valley council":                                   "Finance secretary signed",
		"\"We will pay it by March.\"\n--The finance secretary":                                            "Finance secretary signed",
		"“Nobody asked us.\n\n“We will pay it by March.”\n\n— The union (left)":                            "Union signed",
		"The row goes on.\n\n> We will pay it by March.\n>\n> — The finance secretary\n":                   "Finance secretary signed",
		"The mayor said no.\n\n“We will pay it by March.”\n\n— The union":                                  "Union signed",
		"“We will pay it by March,” said the mayor — the second to do so.":                                 "Mayor quoted",
		"“We will pay it by March.”\n\n- The first\n- The second":                                          "Evening News outlet",
		"“We will pay it by March.”\n\n— Nobody was there to hear it.":                                     "Evening News outlet",
		"We will pay it by March.\n\n— The finance secretary":                                              "Evening News outlet",
		"“Nobody asked us.”\n\nWe will pay it by March.\n\n— The union":                                    "Evening News outlet",
		"“Nobody asked us.”\n\n“We will pay it by March,” said the mayor.\n\n“The end.”\n\n— Their driver": "Mayor quoted",
	} {
		got := reader(t).Read(Article{Text: text, Said: deadline.Said{On: day(t, "2025-08-06")}, Source: "Evening News"})
		if len(got) != 1 || got[0].Speaker+" "+got[0].SpeakerRule != want {
			t.Errorf("%q: %+v, want %s", text, got, want)
		}
	}
}
