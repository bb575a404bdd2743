package board

import (
	"errors"
	"iter"
	"testing"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
	"tracker/reading/hedge"
)

func TestTypedRefusesWhatItDoesNotKnow(t *testing.T) {
	for name, change := range map[string]func(*Typed){
		"by": func(t *Typed) { t.By = "colour" }, "windows": func(t *Typed) { t.Windows = "wide" }, "late": func(t *Typed) { t.Late = "never" },
		"hindsight": func(t *Typed) { t.Hindsight = "yes" }, "early": func(t *Typed) { t.Early = "yes" }, "weigh": func(t *Typed) { t.Weigh = "days" },
		"updates": func(t *Typed) { t.Updates = "all" }, "type": func(t *Typed) { t.Type = "lie" }, "against": func(t *Typed) { t.Against = "me" },
		"trend": func(t *Typed) { t.Trend = "years" }, "min-events": func(t *Typed) { t.MinEvents = 0 },
		"a trend of claims":  func(t *Typed) { t.Trend, t.Weigh = "halves", "claims" },
		"updates and claims": func(t *Typed) { t.Updates, t.Weigh = "first", "claims" },
	} {
		typed := Untyped()
		change(&typed)
		var refusal *claims.Error
		if _, _, err := typed.Policy(); !errors.As(err, &refusal) || refusal.Hint == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := Untyped().Policy(); err != nil {
		t.Errorf("what holds by itself is refused: %v", err)
	}
}

func TestTypedFilter(t *testing.T) {
	typed := Untyped()
	typed.Since, typed.Early = "2025-01-01", "strict"
	f, err := typed.Filter(claims.Filter{Speakers: []string{"Captain"}}, date.Options{})
	if err != nil || f.StatedFrom.String() != "2025-01-01" || f.By.Early != claims.EarlyStrict || len(f.Statuses) != len(claims.Statuses) || len(f.Speakers) != 1 {
		t.Errorf("%+v, %v", f, err)
	}
	typed.Since = "whenever"
	if _, err := typed.Filter(claims.Filter{}, date.Options{}); err == nil {
		t.Error("a day that is none is taken")
	}
}

// Against the book, the base rate is that of everything, whatever the filter.
func TestTypedBoardAgainstBookReadsTheWholeBook(t *testing.T) {
	typed := Untyped()
	typed.Against, typed.Since, typed.Type = "book", "2025-01-01", "forecast"
	f, err := typed.Filter(claims.Filter{Speakers: []string{"Captain"}}, date.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var asked []claims.Filter
	from := From{Filter: f, Lexicon: hedge.Builtin(), Today: calendar.Date(2025, 8, 18), Claims: func(f claims.Filter) iter.Seq2[claims.Claim, error] {
		asked = append(asked, f)
		return func(func(claims.Claim, error) bool) {}
	}}
	if _, err := typed.Board(from); err != nil {
		t.Fatal(err)
	}
	if len(asked) != 2 || len(asked[0].Speakers) != 0 || asked[0].StatedFrom != 0 || len(asked[1].Speakers) != 1 {
		t.Errorf("read by %+v", asked)
	}
}

func TestTypedBoardTellsWhatStoppedTheReading(t *testing.T) {
	broken := errors.New("broken")
	_, err := Untyped().Board(From{Lexicon: hedge.Builtin(), Claims: func(claims.Filter) iter.Seq2[claims.Claim, error] {
		return func(yield func(claims.Claim, error) bool) { yield(claims.Claim{}, broken) }
	}})
	if !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}
