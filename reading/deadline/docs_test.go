package deadline

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/calendar"
)

var update = flag.Bool("update", false, "write the rules into docs/deadlines.md")

const (
	manual    = "../../docs/deadlines.md"
	generated = "<!-- From here on written by: go test ./reading/deadline -run Manual -update -->\n"
)

// exampleDay is the statement day of every example in the manual.
var exampleDay = calendar.Date(2026, 1, 14)

// Every example is read by the rule that it stands for.
func TestExamplesShowTheirRule(t *testing.T) {
	r := mustReader(t, Options{})
	for _, rule := range Rules() {
		if got := r.Read(rule.Example, said(rule)); got.Rule != rule.ID {
			t.Errorf("%q is read by rule %q, not %q", rule.Example, got.Rule, rule.ID)
		}
		if rule.Sentence == "" || rule.Reason == "" || documented(rule.ID).Example != rule.Example {
			t.Errorf("rule %q has no sentence or reason, or stands twice", rule.ID)
		}
	}
}

// The manual says what the code says.
func TestManualIsCurrent(t *testing.T) {
	file, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	intro, tail, found := strings.Cut(string(file), generated)
	if !found {
		t.Fatalf("%s has no line %q", manual, generated)
	}
	current := rulesPage(mustReader(t, Options{})) + vaguePage()
	if *update {
		if err := os.WriteFile(manual, []byte(intro+generated+current), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(current, tail); diff != "" {
		t.Errorf("%s is out of date, run with -update (-code +manual):\n%s", manual, diff)
	}
}

func rulesPage(r *Reader) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n## The rules\n\nRule version %s. Every example was said on Wednesday, %s.\n", Version, exampleDay)
	for _, rule := range Rules() {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n* Example: %q → %s\n* Why: %s\n", rule.ID, rule.Sentence, rule.Example,
			shown(r.Read(rule.Example, said(rule))), rule.Reason)
	}
	return b.String()
}

// shown is a reading in one line of the manual.
func shown(w Reading) string {
	switch {
	case w.Refused != "":
		return "refused: " + w.Refused
	case w.Class == ClassNone:
		return "no deadline"
	case w.Earliest == 0:
		return "no days until the book dates the event"
	case w.Latest == 0:
		return fmt.Sprintf("from %s on, without an end", w.Earliest)
	}
	s := fmt.Sprintf("%s to %s, class %s", w.Earliest, w.Latest, w.Class)
	if w.Earliest == w.Latest {
		s = fmt.Sprintf("%s, class %s", w.Latest, w.Class)
	}
	for _, a := range w.Alternatives {
		s += fmt.Sprintf("; or %s to %s (%s)", a.Earliest, a.Latest, a.Why)
	}
	return s
}

// said is how the example of a rule is spoken: that of fields as one.
func said(rule Rule) Said { return Said{On: exampleDay, Field: rule.ID == RuleField} }

func vaguePage() string {
	var b strings.Builder
	b.WriteString("\n## The vague table\n\n| key | words | window from the statement | source |\n|---|---|---|---|\n")
	for _, row := range VagueTable() {
		fmt.Fprintf(&b, "| %s | %s | %d–%d %s | %s |\n", row.Key, strings.Join(row.Words, ", "), row.Distance.From, row.Distance.To, row.Distance.Unit, row.Source)
	}
	return b.String()
}
