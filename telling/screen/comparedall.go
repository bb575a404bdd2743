package screen

import (
	"fmt"
	"strings"

	"tracker/clean"
	"tracker/scoring"
	"tracker/telling/report"
)

// ComparedAll writes what can be said about two speakers at a time. In a
// pipe the rows are A, B, events, difference, p and p adjusted, then the same
// for sides: events, A ahead, B ahead, p adjusted.
func (sc *Screen) ComparedAll(list []scoring.Comparison) {
	few := 0
	for _, c := range list {
		switch {
		case !sc.TTYOut:
			sc.Printf("%s\n", strings.Join([]string{clean.Line(c.A), clean.Line(c.B), fmt.Sprint(c.Events), bare(c.Difference), bare(c.PValue), bare(c.PHolm),
				fmt.Sprint(c.Sides.Events), fmt.Sprint(c.Sides.A), fmt.Sprint(c.Sides.B), bare(c.Sides.PHolm)}, "\t"))
		case c.PHolm == nil && c.Sides.PHolm == nil:
			few++
		default:
			sc.Paragraph(clean.Line(fmt.Sprintf("%s (A) and %s (B), on %s: %s; %s", c.A, c.B, report.Count(max(c.Events, c.Sides.Events), "event"), c.Verdict, report.Difference(c))))
		}
	}
	switch {
	case len(list) == 0:
		sc.Sayf("no two speakers answered the same question")
	case few > 0:
		more := ""
		if len(list) > few {
			more = " more"
		}
		sc.Paragraph(fmt.Sprintf("%s%s with too few events in common to tell.", report.Count(few, "pair"), more))
	}
	if sc.TTYOut && len(list) > few {
		sc.Paragraph("A − B: Brier scores, below 0 where A did better, with its 95 % interval; p allows for the number of pairs (Holm): " +
			"about one such table of twenty at most names a difference that is none.")
	}
}
