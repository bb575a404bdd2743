package deadline

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"tracker/calendar"
)

// worked is one line of testdata/deadline: a phrase whose window was worked
// out by hand from the policy.
type worked struct {
	ID          string                  `json:"id"`
	Phrase      string                  `json:"phrase"`
	Statement   calendar.Day            `json:"statement_date"`
	At          *time.Time              `json:"at"`     // the instant, when it matters
	Quoted      bool                    `json:"quoted"` // inside a quote
	Events      map[string]calendar.Day `json:"events"` // dated events of the book
	Relation    Relation                `json:"relation"`
	Earliest    calendar.Day            `json:"earliest"`
	Latest      calendar.Day            `json:"latest"`
	Granularity Granularity             `json:"granularity"`
	Class       Class                   `json:"class"`
	AltLatest   calendar.Day            `json:"alt_latest"` // last day of one alternative
}

// readWorked reads one file of worked phrases.
func readWorked(t *testing.T, path string) []worked {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []worked
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		var w worked
		d := json.NewDecoder(strings.NewReader(lines.Text()))
		d.DisallowUnknownFields()
		if err := d.Decode(&w); err != nil {
			t.Fatalf("%s:%d: %v", path, n, err)
		}
		all = append(all, w)
	}
	if len(all) == 0 {
		t.Fatalf("%s holds no phrases", path)
	}
	return all
}

func (w worked) read(t *testing.T) Reading {
	t.Helper()
	o := Options{}
	if w.Events != nil {
		o.Events = func(name string) (calendar.Day, bool) { d, ok := w.Events[name]; return d, ok }
	}
	said := Said{On: w.Statement, Quoted: w.Quoted}
	if w.At != nil {
		said.At = *w.At
	}
	return mustReader(t, o).Read(w.Phrase, said)
}

func mustReader(t testing.TB, o Options) *Reader {
	t.Helper()
	r, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// tally counts results of one class.
type tally struct{ phrases, ends, classes, wrong int }

// Every worked phrase is read as it was worked out by hand. The log shows the
// results by file and class (go test -run Worked -v).
func TestWorkedPhrases(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/deadline/*.jsonl")
	if err != nil || len(paths) < 5 {
		t.Fatalf("the worked phrases are not where they should be: %v %v", paths, err)
	}
	seen := map[string]bool{}
	for _, path := range paths {
		tallies := map[Class]*tally{}
		for _, w := range readWorked(t, path) {
			if seen[w.ID] {
				t.Errorf("%s: the id %s stands twice", path, w.ID)
			}
			seen[w.ID] = true
			if tallies[w.Class] == nil {
				tallies[w.Class] = &tally{}
			}
			tallies[w.Class].add(t, w)
		}
		t.Logf("%s\n%s", filepath.Base(path), table(tallies))
	}
	if len(seen) < 3000 {
		t.Errorf("only %d worked phrases, of 3000", len(seen))
	}
}

func (c *tally) add(t *testing.T, w worked) {
	t.Helper()
	got := w.read(t)
	c.phrases++
	if got.Class == w.Class {
		c.classes++
	}
	if got.Earliest == w.Earliest && got.Latest == w.Latest {
		c.ends++
	} else if got.Class != ClassNone {
		c.wrong++
	}
	if got.Earliest != w.Earliest || got.Latest != w.Latest || got.Class != w.Class || got.Relation != w.Relation || got.Granularity != w.Granularity {
		t.Errorf("%s %q on %s:\n got %s..%s %s %s %s (rule %s, phrase %q %s)\nwant %s..%s %s %s %s", w.ID, w.Phrase, w.Statement,
			got.Earliest, got.Latest, got.Relation, got.Granularity, got.Class, got.Rule, got.Phrase, got.Refused,
			w.Earliest, w.Latest, w.Relation, w.Granularity, w.Class)
	}
	if w.AltLatest != 0 && !offers(got, w.AltLatest) {
		t.Errorf("%s %q on %s: no alternative ends on %s: %v", w.ID, w.Phrase, w.Statement, w.AltLatest, got.Alternatives)
	}
}

func offers(r Reading, latest calendar.Day) bool {
	for _, a := range r.Alternatives {
		if a.Latest == latest {
			return true
		}
	}
	return false
}

func table(tallies map[Class]*tally) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-8s %8s %10s %11s %14s\n", "class", "phrases", "both ends", "class right", "answered wrong")
	var classes []string
	for c := range tallies {
		classes = append(classes, string(c))
	}
	sort.Strings(classes)
	for _, c := range classes {
		n := tallies[Class(c)]
		fmt.Fprintf(&b, "%-8s %8d %10d %11d %14d\n", c, n.phrases, n.ends, n.classes, n.wrong)
	}
	return b.String()
}

// A phrase is read alike alone and inside a sentence. What only stands for a
// time when it is the whole text ("2027", "a fortnight") is left out.
func TestPhrasesInsideSentences(t *testing.T) {
	onlyAlone := map[string]bool{"2013": true, "8/25": true, "20120915": true, "sat": true,
		"20 Jan 27": true, "2027-2029": true}
	for _, file := range []string{"news", "styles", "worked"} {
		for _, w := range readWorked(t, "../../testdata/deadline/"+file+".jsonl") {
			if w.Class == ClassNone || onlyAlone[w.Phrase] || strings.HasSuffix(w.Phrase, ".") {
				continue
			}
			inside := w
			inside.Phrase = "The plan will come into force " + w.Phrase + ", she wrote in a letter."
			alone, got := w.read(t), inside.read(t)
			if got.Earliest != alone.Earliest || got.Latest != alone.Latest || got.Class != alone.Class || got.Phrase != alone.Phrase {
				t.Errorf("%s %q: alone %s..%s %s %q, inside %s..%s %s %q", w.ID, w.Phrase, alone.Earliest, alone.Latest, alone.Class, alone.Phrase,
					got.Earliest, got.Latest, got.Class, got.Phrase)
			}
		}
	}
}
