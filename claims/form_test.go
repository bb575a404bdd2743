package claims

import (
	"slices"
	"testing"
	"time"

	"tracker/calendar"
	"tracker/reading/date"
)

// A form writes over a draft what was given, and nothing else.
func TestFormWritesWhatWasGiven(t *testing.T) {
	before := Draft{Speaker: "The ministry", Quote: "soon", Event: "summit", HedgeWords: "likely", Phrase: "by June", StatedOn: "2025-03-01"}
	f := Form{Speaker: "Captain", Event: "launch", P: "70%", WillNot: true, By: "1 May"}
	f.Dates = func(lean date.Lean) date.Options { return date.Options{Lean: lean} }
	f.Given = func(name string) bool { return slices.Contains([]string{"event", "p", "will-not", "by"}, name) }
	d := before
	if err := f.Apply(&Reader{Zone: time.UTC}, &d); err != nil {
		t.Fatal(err)
	}
	if d.Speaker != before.Speaker || d.Quote != before.Quote {
		t.Errorf("what was not given changed: %+v", d)
	}
	if d.Event != "launch" || d.Polarity != WillNot {
		t.Errorf("event %q, polarity %q", d.Event, d.Polarity)
	}
	if d.Hedge == nil || d.Hedge.Words != "likely" || *d.Hedge.P != 0.7 || *d.Hedge.High != 0.7 {
		t.Errorf("hedge %+v", d.Hedge)
	}
	// "1 May" is read from the day of the statement on, not from today on.
	if d.Window == nil || d.Window.Phrase != "by June" || d.Window.Latest != calendar.Date(2025, 5, 1) {
		t.Errorf("window %+v", d.Window)
	}
}

// What the form of a verdict says goes over a proposed one: notes and evidence
// are added, the day is replaced, and an empty part changes nothing.
func TestVerdictFormOverAProposal(t *testing.T) {
	half := 0.5
	proposed := Verdict{Outcome: Partial, Day: calendar.Date(2025, 5, 2), Extent: &half, Note: "half of it", Evidence: []Evidence{{URL: "https://example.org/1"}}}
	f := VerdictForm{On: "2025-05-03", Note: "seen", Evidence: []string{"https://example.org/2"},
		Dates: func(lean date.Lean) date.Options { return date.Options{Lean: lean, Today: calendar.Date(2025, 6, 1)} },
		Take:  func(typed string) (Evidence, error) { return Evidence{URL: typed}, nil }}
	v, err := f.Over(proposed)
	if err != nil {
		t.Fatal(err)
	}
	if v.Outcome != Partial || v.Day != calendar.Date(2025, 5, 3) || *v.Extent != 0.5 || v.Note != "half of it seen" || len(v.Evidence) != 2 {
		t.Errorf("%+v", v)
	}
	f.Outcome = "maybe"
	if v, err := f.Verdict(); err == nil {
		t.Errorf("%q was taken for an outcome", v.Outcome)
	}
}
