package exchange

import (
	"errors"
	"strings"
	"testing"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
)

func TestAnswerPhrases(t *testing.T) {
	in := `{"id":"1","phrase":"next week","statement_date":"2025-08-06"}

{"phrase":"soon"}
no JSON
{"id":7,"phrase":"refused"}
`
	var out strings.Builder
	err := AnswerPhrases(strings.NewReader(in), &out, func(phrase, said string) (deadline.Reading, error) {
		switch {
		case phrase == "refused":
			return deadline.Reading{}, errors.New("no such day")
		case said == "":
			return deadline.Reading{Class: deadline.ClassVague, Alternatives: []deadline.Alternative{}}, nil
		}
		return deadline.Reading{Earliest: calendar.Date(2025, 8, 11), Latest: calendar.Date(2025, 8, 17), Rule: "week", Alternatives: []deadline.Alternative{}}, nil
	})
	want := `{"id":"1","earliest":"2025-08-11","latest":"2025-08-17","relation":"","granularity":"","class":"","alternatives":[],"rule":"week"}
{"earliest":null,"latest":null,"relation":"","granularity":"","class":"vague","alternatives":[],"rule":""}
`
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
	list, ok := claims.ProblemsOf(err)
	if !ok || len(list) != 2 || !strings.HasPrefix(list[0].Msg, "stdin:4:") || !strings.HasPrefix(list[1].Msg, "stdin:5:") {
		t.Errorf("refused: %v", err)
	}
}

func TestAnswerPhrasesRefusesAnEndlessLine(t *testing.T) {
	err := AnswerPhrases(strings.NewReader(strings.Repeat("x", 3<<20)), &strings.Builder{}, nil)
	if err == nil || !strings.Contains(err.Error(), "longer than 2 MB") {
		t.Errorf("%v", err)
	}
}
