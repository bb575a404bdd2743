package hedge

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// How many sentences of blind.txt read as their writer expected. The figures
// stand in docs/hedges.md too; whoever changes a rule changes both.
func TestBlindSentences(t *testing.T) {
	type score struct{ Sentences, Right int }
	want := map[string]score{"first": {152, 139}, "second": {60, 56}, "third": {40, 37}}
	got := map[string]score{}
	for _, s := range samples(t, "blind.txt") {
		sum := got[s.section]
		sum.Sentences++
		if r := Builtin().Find(s.text); expected(t, s.want, r) {
			sum.Right++
		} else {
			t.Logf("line %d: %q is %q, p %v, will-not %v; want %s", s.line, s.text, r.Words, chanceOf(r), r.WillNot, s.want)
		}
		got[s.section] = sum
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sentences read as expected (-want +got):\n%s", diff)
	}
}

// expected reports whether the reading is the one a line of blind.txt wants.
func expected(t *testing.T, want string, r Reading) bool {
	t.Helper()
	if rest, ok := strings.CutPrefix(want, "none"); ok {
		return r.P == nil && (rest == " either" || r.WillNot == (rest == " not"))
	}
	for either := range strings.SplitSeq(want, " or ") {
		low, high, ok := strings.Cut(either, "..")
		if !ok {
			high = low
		}
		if p := chanceOf(r); parse(t, low)-0.001 <= p && p <= parse(t, high)+0.001 {
			return true
		}
	}
	return false
}

// chanceOf is the chance of the event, NaN without one.
func chanceOf(r Reading) float64 {
	switch {
	case r.P == nil:
		return math.NaN()
	case r.WillNot:
		return 1 - *r.P
	}
	return *r.P
}

func parse(t *testing.T, number string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(number, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}
