package draft

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/reading/deadline"
)

// An article read in portions, at the same time, gives what it gives in one
// piece: also where a sentence counts from the one before it.
func TestPortions(t *testing.T) {
	r := reader(t)
	text := strings.Repeat("The board will vote on 5 May. Two days later the results will be published. The ferry will be back by then. ", 20)
	for _, a := range articles(t) {
		text += "\n\n" + a.text
	}
	a := Article{Text: text, Said: deadline.Said{On: day(t, "2026-04-01")}, Source: "Evening News"}
	whole := newPage(r, a)
	want := whole.drafted([]portion{{end: len(whole.sentences)}}, 1)
	for _, most := range []int{2, 7, len(whole.sentences)} {
		p := newPage(r, a)
		portions := p.portions(most)
		if got := p.drafted(portions, 3); len(portions) < 2 || !cmp.Equal(got, want) || !cmp.Equal(p.left, whole.left) {
			t.Errorf("%d portions: %s", len(portions), cmp.Diff(want, got))
		}
	}
}
