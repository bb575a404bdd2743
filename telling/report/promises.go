package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"tracker/board"
	"tracker/claims"
)

// promisesSection has one row for each group that promised or planned
// anything; it comes before the board, because whether somebody does what they
// say needs no reading of words.
func (r Report) promisesSection() section {
	t := table{Caption: "Promises and plans, each once and by the date first given. Late: after the window, and by how long.",
		Heads: []head{{"Name", classProse}, {"Judged", classNumber}, {"Kept", classNumber}, {"Kept early", classNumber}, {"Kept late", classNumber},
			{"In part", classNumber}, {"Broken", classNumber}, {"Open", classNumber}, {"Void or unclear", classNumber}, {"Put off", classNumber}, {"Claims", classProse}}, Sortable: true}
	if r.By == board.BySource {
		t.Heads[0].Name = "Name, and role"
	}
	for _, g := range r.Groups {
		if g.Promises.Any() {
			t.Rows = append(t.Rows, row{r.promiseCells(g)})
		}
	}
	if !r.Promises.Any() {
		t.Rows = nil
	}
	return section{ID: "promises", Heading: "Promises and plans", Table: &t}
}

func (r Report) promiseCells(g board.Group) [][]line {
	p := g.Promises
	ids := r.promised(r.idsOf(g))
	cells := [][]line{nameCell(r.rowName(g), r.rowHref(r.By, g.Name, ids))}
	for _, n := range []string{fmt.Sprint(p.N), fmt.Sprint(p.Kept), fmt.Sprint(p.KeptEarly), KeptLate(p), fmt.Sprint(p.InPart),
		fmt.Sprint(p.Broken), fmt.Sprint(p.Open), fmt.Sprint(p.Void + p.Unclear), putOff(p)} {
		cells = append(cells, text(n))
	}
	return append(cells, []line{{Refs: r.refs(ids...)}})
}

// promised are those of some claims that promise or plan.
func (r Report) promised(ids []claims.ID) []claims.ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id claims.ID) bool {
		return !r.all.fact(id).undertaken
	})
}

// KeptLate is how many came late, and by how long: "3, median 9 days".
func KeptLate(p board.Promises) string {
	if p.SlipDaysMedian == nil {
		return fmt.Sprint(p.KeptLate)
	}
	by := "by "
	if p.KeptLate > 1 {
		by = "median "
	}
	return fmt.Sprintf("%d, %s%s", p.KeptLate, by, medianDays(*p.SlipDaysMedian))
}

// putOff is how often a date was put off, and by how long in all.
func putOff(p board.Promises) string {
	switch {
	case p.Moves == 0:
		return unknown
	case p.MovedDays == nil:
		return times(p.Moves)
	}
	return times(p.Moves) + ", " + DaysLong(*p.MovedDays)
}

// promisesHeadline says what became of all promises and plans.
func promisesHeadline(p board.Promises) string {
	if p.N == 0 {
		return fmt.Sprintf("No promise or plan could be judged yet; open: %d.", p.Open)
	}
	var parts []string
	for _, t := range []struct {
		n    int
		what string
	}{{p.Kept, "kept"}, {p.KeptEarly, "kept early"}, {p.InPart, "kept in part"}} {
		if t.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", t.n, t.what))
		}
	}
	if p.KeptLate > 0 {
		count, by, _ := strings.Cut(KeptLate(p), ", ")
		parts = append(parts, count+" kept late ("+by+")")
	}
	parts = append(parts, fmt.Sprintf("%d broken", p.Broken))
	text := fmt.Sprintf("Of %d promises and plans: %s", p.N, strings.Join(parts, ", "))
	if p.Open > 0 {
		text += fmt.Sprintf("; still open: %d", p.Open)
	}
	return text + "."
}

// medianDays is a median of days, which may lie half-way between two.
func medianDays(days float64) string {
	if whole := math.Trunc(days); whole == days || days >= 400 {
		return DaysLong(int(whole))
	}
	return fmt.Sprintf("%.1f days", days)
}
