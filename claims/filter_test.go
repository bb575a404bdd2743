package claims

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/reading/date"
)

func TestParseFilter(t *testing.T) {
	for _, c := range []struct {
		args string
		want Filter
	}{
		{"", Filter{}},
		{"speaker:ministry speaker:council", Filter{Speakers: []string{"ministry", "council"}}},
		{"source:news event:summit", Filter{Sources: []string{"news"}, Events: []string{"summit"}}},
		{"+sanctions -trade tag:law", Filter{Tags: []string{"sanctions", "law"}, NotTags: []string{"trade"}}},
		{"due.before:2025-09-01 due.after:2025-08-01", Filter{DueFrom: day("2025-08-02"), DueTo: day("2025-08-31")}},
		{"stated.before:2025-09-01 stated.after:2025-08-01", Filter{StatedFrom: day("2025-08-02"), StatedTo: day("2025-08-31")}},
		{"logged.before:2025-09-01 logged.after:2025-08-01", Filter{LoggedFrom: day("2025-08-02"), LoggedTo: day("2025-08-31")}},
		{"status:due status:open outcome:yes polarity:will-not", Filter{Statuses: []Status{Due, Open}, Outcomes: []Outcome{Yes}, Polarity: WillNot}},
		{"id:7 id:12 key:a:b", Filter{IDs: []ID{7, 12}, Keys: []string{"a:b"}}},
		{"hedge:could class:vague", Filter{Hedges: []string{"could"}, Classes: []string{"vague"}}},
		{"bridge text:speaker:x", Filter{Words: []string{"bridge", "speaker:x"}}},
		{"https://example.org/1", Filter{Words: []string{"https://example.org/1"}}},
		{`+ - "unbal * % NEAR(`, Filter{Words: []string{"+", "-", `"unbal`, "*", "%", "NEAR("}}},
	} {
		got, err := ParseFilter(strings.Fields(c.args), date.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.args, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.args, diff)
		}
	}
	got, err := ParseFilter([]string{"at noon: the speech"}, date.Options{})
	if err != nil || len(got.Words) != 1 {
		t.Errorf("words with a colon are %+v, %v", got, err)
	}
}

func TestParseFilterRefuses(t *testing.T) {
	for arg, want := range map[string]struct {
		kind  Kind
		words string
	}{
		"speeker:x":           {Usage, "to look for the words write text:speeker:x"},
		"speaker:":            {Usage, "speaker:NAME"},
		"due.before:":         {Usage, "due.before:2025-09-01"},
		"due.before:soon":     {Usage, "due.before:2025-09-01"},
		"status:closed":       {Usage, "one of open, due, resolved"},
		"outcome:right":       {Usage, "one of yes, no"},
		"polarity:maybe":      {Usage, "one of will, will-not"},
		"type:guess":          {Usage, "one of promise, plan, forecast"},
		"id:x":                {NotFound, "tracker list"},
		"id:0":                {NotFound, "tracker list"},
		"id:+1":               {NotFound, "tracker list"},
		"speaker:\xff":        {Refused, "UTF-8"},
		"x" + string(rune(0)): {Refused, "NUL"},
	} {
		_, err := ParseFilter([]string{arg}, date.Options{})
		var e *Error
		if !errors.As(err, &e) || e.Kind != want.kind || !strings.Contains(e.Hint, want.words) {
			t.Errorf("%q: %#v, want kind %d with hint %q", arg, err, want.kind, want.words)
		}
	}
}

// TestFilterKeysAreKnown sets every key that help offers.
func TestFilterKeysAreKnown(t *testing.T) {
	values := map[string]string{"polarity": "will", "type": "plan", "standing": "kept-late", "outcome": "yes", "status": "due", "id": "1"}
	for _, key := range FilterKeys {
		value, ok := values[key]
		if !ok {
			value = "2025-08-06"
		}
		f, err := ParseFilter([]string{key + ":" + value}, date.Options{})
		if err != nil {
			t.Errorf("%s:%s: %v", key, value, err)
		}
		if cmp.Equal(f, Filter{}) {
			t.Errorf("%s:%s sets nothing", key, value)
		}
	}
}

func TestFilterReadsStandingsAsTheyAreShown(t *testing.T) {
	for typed, want := range map[string]Standing{"no side taken": StandsNoSide, "no-side": StandsNoSide, "kept late": KeptLate, "kept in part": KeptInPart, "right": Right} {
		f, err := ParseFilter([]string{"standing:" + typed}, date.Options{})
		if err != nil || len(f.Standings) != 1 || f.Standings[0] != want {
			t.Errorf("%q: %v, %v", typed, f.Standings, err)
		}
	}
	for typed, hint := range map[string]string{"status:broken": "standing:broken", "standing:snoozed": "status:snoozed", "status:nothing": "one of open"} {
		_, err := ParseFilter([]string{typed}, date.Options{})
		var refusal *Error
		if !errors.As(err, &refusal) || !strings.HasPrefix(refusal.Hint, hint) {
			t.Errorf("%s: %v, hint %q", typed, err, refusal.Hint)
		}
	}
}
