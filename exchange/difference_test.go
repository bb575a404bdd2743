package exchange

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
)

// Each line is the first of the table with one thing changed, and differs from
// the claim in the book in that alone.
func TestDifferences(t *testing.T) {
	book := `"statement":"The talks resume","speaker":"The ministry","stated_on":"2025-08-06T12:00:00Z","event":"talks",` +
		`"tags":["peace","talks"],"hedge":{"words":"likely","p":0.7,"low":0.6,"high":0.8},` +
		`"window":{"phrase":"next week","earliest":"2025-08-11","latest":"2025-08-17","zone":"Europe/Paris"},` +
		`"appearances":[{"source":"Reuters"}],"supersedes":"k0","verdict":{"outcome":"no","note":"They did not."}`
	tests := []struct {
		name     string
		old, new string // replaced in book
		want     []Difference
	}{
		{"nothing", "", "", nil},
		{"the same instant elsewhere", "12:00:00Z", "14:00:00+02:00", nil},
		{"the same name", `"The ministry"`, `" The  ministry "`, nil},
		{"the same tags", `["peace","talks"]`, `["+talks","peace","talks"]`, nil},
		{"a member left out", `"event":"talks",`, "", nil},
		{"nothing known", `"event":"talks"`, `"event":"","criterion":"","baseline_p":null`, nil},
		{"words not read again", `{"words":"likely","p":0.7,"low":0.6,"high":0.8}`, `"likely"`, nil},
		{"a key", `"k0"`, `"k1"`, nil},
		{"statement", "talks resume", "talks end", []Difference{{"statement", "The talks resume", "The talks end"}}},
		{"instant", "12:00:00Z", "13:00:00Z", []Difference{{"stated_on", "2025-08-06T14:00:00+02:00", "2025-08-06T15:00:00+02:00"}}},
		{"tag", `"peace",`, ``, []Difference{{"tags", "peace talks", "talks"}}},
		{"number", `"p":0.7`, `"p":0.65`, []Difference{{"hedge.p", "0.7", "0.65"}}},
		{"hedge", `{"words":"likely","p":0.7,"low":0.6,"high":0.8}`, `"sure"`, []Difference{{"hedge.words", "likely", "sure"}}},
		{"latest", `"latest":"2025-08-17"`, `"latest":"2025-08-16"`, []Difference{{"window.latest", "2025-08-17", "2025-08-16"}}},
		{"accepted", `"zone"`, `"accepted":false,"zone"`, []Difference{{"window.accepted", "true", "false"}}},
		{"source", "Reuters", "AFP", []Difference{{
			"appearances", `[{"source":"Reuters","url":"","title":"","published_on":null,"archive_url":"","sha256":""}]`,
			`[{"source":"AFP","url":"","title":"","published_on":null,"archive_url":"","sha256":""}]`}}},
		{"new in the file", `"event":"talks"`, `"event":"talks","criterion":"A meeting"`, []Difference{{"criterion", "", "A meeting"}}},
		{"outcome", `"outcome":"no"`, `"outcome":"yes","event_date":"2025-08-12"`, []Difference{
			{"verdict.outcome", "no", "yes"}, {"verdict.event_date", "", "2025-08-12"}}},
	}
	reader := newReader(t)
	now := claims.At(time.Date(2025, 9, 1, 0, 0, 0, 0, time.UTC))
	c := readClaim(t, reader, oneLine(t, "{"+book+"}"), now)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(book, test.old) {
				t.Fatalf("%s is not in the book", test.old)
			}
			line := oneLine(t, "{"+strings.Replace(book, test.old, test.new, 1)+"}")
			if diff := cmp.Diff(test.want, Differences(line, c)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// The hedge of a denial is stored without its negation, so its words are no
// difference.
func TestDifferencesOfDenial(t *testing.T) {
	line := oneLine(t, with(`"hedge":"will not"`))
	c := readClaim(t, newReader(t), line, claims.At(time.Date(2025, 9, 1, 0, 0, 0, 0, time.UTC)))
	if c.Polarity != claims.WillNot {
		t.Fatalf("polarity %s, want will-not", c.Polarity)
	}
	if diffs := Differences(line, c); len(diffs) > 0 {
		t.Errorf("got %v", diffs)
	}
}

// oneLine reads a text of one line.
func oneLine(t *testing.T, text string) Line {
	t.Helper()
	for line, err := range ReadJSONL(strings.NewReader(text), "line.jsonl") {
		if err != nil {
			t.Fatal(err)
		}
		return line
	}
	t.Fatal("no line")
	return Line{}
}
