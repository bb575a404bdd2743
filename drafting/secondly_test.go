package drafting

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"tracker/article"
	"tracker/calendar"
	"tracker/claims"
	"tracker/drafting/second"
	"tracker/reading/date"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/telling/dialogue"
	"tracker/telling/screen"
)

const strike = `We expect a first meeting by 15 August, the employers said. The tariff will rise in October, the minister said.

No strike before Christmas, the union's general secretary told members.`

type opinion struct {
	second.Opinion
	err error
}

func (o opinion) Host() string { return "models.example" }
func (o opinion) Ask(context.Context, string, []string) (second.Opinion, error) {
	return o.Opinion, o.err
}

// read reads the text above with a second reader, and returns what was found
// and what was said.
func read(t *testing.T, s Second) (*Reading, string) {
	t.Helper()
	var said bytes.Buffer
	today := calendar.Date(2025, time.August, 6)
	p := Program{Second: s, Dialogue: &dialogue.Dialogue{
		Screen: &screen.Screen{In: strings.NewReader(""), Out: &said, Err: &said, Width: 80},
		Reader: &claims.Reader{Deadlines: mustDeadlines(t), Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "desk"}, Zone: time.UTC}}
	found, err := Read(t.Context(), Options{File: "-", Said: "2025-08-06", Source: "Evening News"}, strings.NewReader(strike), p.Reader, date.Options{Today: today}, nil)
	if err == nil {
		err = p.asked(t.Context(), found)
	}
	if err != nil {
		t.Fatal(err)
	}
	return found, said.String()
}

func quotes(r *Reading) (list []string) {
	for _, d := range r.Found {
		list = append(list, d.Quote)
	}
	return list
}

// The second reader points and puts in order. It gives no number, and no words
// that are not in the article.
func TestSecondReader(t *testing.T) {
	alone, silent := read(t, nil)
	if silent != "" || len(alone.Found) < 2 {
		t.Fatalf("alone: %q, %q", quotes(alone), silent)
	}
	found, said := read(t, opinion{Opinion: second.Opinion{Words: []string{"No strike before Christmas", "The union will strike before Easter", "We expect a first meeting"}, Order: []int{2, 1, 9, 2, -5}}})
	if len(found.Found) != len(alone.Found)+1 || found.Found[0].Quote != alone.Found[1].Quote || found.Found[1].Quote != alone.Found[0].Quote {
		t.Errorf("found %q after %q", quotes(found), quotes(alone))
	}
	last := found.Found[len(found.Found)-1]
	if last.Quote != "No strike before Christmas" || last.Why[0] != "pointed" || last.Window.Latest != calendar.Date(2025, time.December, 24) || last.Speaker == "" {
		t.Errorf("%+v", last)
	}
	if strike[last.Span.Start:last.Span.End] != last.Quote {
		t.Errorf("the span is of %q", strike[last.Span.Start:last.Span.End])
	}
	if !strings.Contains(said, "bytes of the article to the second reader at models.example") || !strings.Contains(said, "pointed at 1 more; 1 that it named") {
		t.Error(said)
	}
}

// Without it nothing is lost.
func TestSecondReaderThatIsNotThere(t *testing.T) {
	alone, _ := read(t, nil)
	found, said := read(t, opinion{err: errors.New("models.example cannot be asked")})
	if len(found.Found) != len(alone.Found) || !strings.Contains(said, "warning: no second reading: models.example cannot be asked") {
		t.Errorf("%q, %s", quotes(found), said)
	}
}

func TestPassage(t *testing.T) {
	found, _ := read(t, nil)
	for i, d := range found.Found {
		p := found.Passage(i)
		if !strings.Contains(p.Sentence, d.Quote) || strings.Contains(p.After, "No strike") || p.Sentence == "" {
			t.Errorf("%q stands in %+v", d.Quote, p)
		}
	}
	if found.File.Kind != article.Plain {
		t.Error(found.File.Kind)
	}
}

// An article that nobody wants any more is no reading.
func TestGivenUp(t *testing.T) {
	found, _ := read(t, nil)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	p := &claims.Reader{Deadlines: mustDeadlines(t), Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "desk"}
	if _, err := Read(ctx, Options{File: "-", Said: "2025-08-06", Source: "Evening News"}, strings.NewReader(strike), p, date.Options{Today: found.From.Said.On}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func mustDeadlines(t *testing.T) *deadline.Reader {
	t.Helper()
	deadlines, err := deadline.New(deadline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return deadlines
}
