package screen

import (
	"fmt"
	"strings"

	"tracker/board"
	"tracker/clean"
	"tracker/telling/report"
)

// Comparison writes a comparison: a line for each event, and what they
// come to. In a pipe the sentences go to standard error.
func (sc *Screen) Comparison(c report.Comparison) {
	if !sc.TTYOut {
		for _, x := range c.PerEvent {
			sc.Printf("%s\n", strings.Join([]string{clean.Line(x.Event), fmt.Sprint(len(x.A.Claims)), bare(&x.A.Brier),
				fmt.Sprint(len(x.B.Claims)), bare(&x.B.Brier), bare(&x.Difference)}, "\t"))
		}
		for _, s := range append(c.Sentences(), c.PolicySentence) {
			sc.Sayf("%s", s)
		}
		return
	}
	legend := fmt.Sprintf("A is %s, B is %s.", clean.Line(c.A), clean.Line(c.B))
	if len(c.PerEvent) == 0 {
		sc.Paragraph(legend)
	} else {
		sc.Paragraph(legend + " Brier on each event, and of how many claims:")
		var rows [][]string
		for _, x := range c.PerEvent {
			rows = append(rows, []string{comparedText(x.A), comparedText(x.B), fmt.Sprintf("%+.3f", x.Difference), clean.Line(x.Event)})
		}
		sc.Printf("\n")
		sc.DrawTable(sc.Out, []string{"A", "B", "A − B", "event"}, rows)
	}
	sc.Printf("\n")
	for _, s := range c.Sentences() {
		sc.Paragraph(s)
	}
	sc.Paragraph(c.PolicySentence)
}

func comparedText(s board.ComparedClaims) string {
	return fmt.Sprintf("%.3f (%d)", s.Brier, len(s.Claims))
}
