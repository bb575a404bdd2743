package claims

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fresh is a line of testdata/hedge/fresh_*.txt, whose head explains it.
type fresh struct {
	line                                                  int
	kind                                                  SpeakerKind
	speaker, statement, quote                             string
	hedge, polarity, undertaking, side, condition, latest string
}

// freshly reads the quotations of a file that were written before the reader
// saw them.
func freshly(t *testing.T, file string) []fresh {
	t.Helper()
	f, err := os.Open("../testdata/hedge/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	kinds := map[string]SpeakerKind{"p": Person, "i": Institution, "o": Outlet, "a": Anonymous}
	var all []fresh
	in := bufio.NewScanner(f)
	for line := 1; in.Scan(); line++ {
		if strings.HasPrefix(in.Text(), "#") {
			continue
		}
		x := strings.Split(in.Text(), " | ")
		if len(x) != 10 {
			t.Fatalf("%s:%d: %d fields, want 10", file, line, len(x))
		}
		all = append(all, fresh{line, kinds[x[0]], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9]})
	}
	if err := in.Err(); err != nil || len(all) == 0 {
		t.Fatalf("%s: %d quotations, %v", file, len(all), err)
	}
	return all
}

// wrong names the members of c that differ from what f expects.
func (f fresh) wrong(c Claim) map[string]string {
	bad := map[string]string{}
	within := func(member, got, want string) {
		if want != "?" && (want == "-") != (got == "") || want != "-" && want != "?" && !strings.Contains(strings.ToLower(got), strings.ToLower(want)) {
			bad[member] = got
		}
	}
	within("hedge", c.Hedge.Words, f.hedge)
	within("condition", c.Condition, f.condition)
	polarity := "+"
	if c.Polarity == WillNot {
		polarity = "-"
	}
	if f.polarity != "?" && polarity != f.polarity {
		bad["polarity"] = polarity
	}
	latest := "-"
	if c.Window.Latest != 0 {
		latest = c.Window.Latest.String()
	}
	if f.latest != "?" && latest != f.latest {
		bad["latest"] = latest
	}
	return bad
}

// How many of the fresh quotations read as their writer expected, by member.
// docs/hedges.md has the figures of the first reading; whoever mends a rule
// changes those here.
func TestFreshQuotations(t *testing.T) {
	r := reader(t)
	got := map[string]map[string]int{}
	for _, file := range []string{"fresh_first.txt"} {
		sums := map[string]int{}
		for _, f := range freshly(t, file) {
			c, _, err := r.Claim(Draft{Statement: f.statement, Quote: f.quote, Speaker: f.speaker, SpeakerKind: f.kind, StatedOn: "2026-03-04"}, instant("2026-03-04T12:00:00Z"))
			bad := f.wrong(c)
			if err != nil {
				bad["refused"] = err.Error()
			}
			sums["all"]++
			if len(bad) == 0 {
				sums["right"]++
			} else {
				t.Logf("%s:%d: %q: %v", file, f.line, f.quote, bad)
			}
			for member := range bad {
				sums[member]++
			}
		}
		got[file] = sums
	}
	want := map[string]map[string]int{"fresh_first.txt": {"all": 80, "right": 49, "hedge": 8, "polarity": 7, "condition": 9, "latest": 9}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("members read otherwise than expected (-want +got):\n%s", diff)
	}
}
