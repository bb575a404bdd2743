package screen

import (
	"fmt"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/board"
	"tracker/telling/report"
)

// Sensitivity writes one paragraph for each choice; in a pipe rows of
// choice, claims touched, scored, right, sided, Brier, changes and the first
// of them.
func (sc *Screen) Sensitivity(b board.Board, s board.Sensitivity) {
	if !sc.TTYOut {
		for _, x := range s.Choices {
			sc.Printf("%s\t%d\t%d\t%s\t%d\t%s\t%d\t%s\n", x.Choice, x.Touched, x.Scored, bare(&x.Right), x.Sided, bare(x.Brier), x.Turned, report.ChangesText(x.Turns, x.Turned))
		}
		sc.Printf("without one event\t\t\t\t\t\t%d\t%s\n", s.LeftOut.Turned, report.ChangesText(s.LeftOut.Turns, s.LeftOut.Turned))
		return
	}
	sc.Printf("\n%s\n", sc.Paint("What other choices would change", text.Bold))
	sc.Paragraph(fmt.Sprintf("as chosen: %d scored, right %s/%d, Brier %s", b.Denominator.Scored, b.Overall.Hit.Right(), b.Overall.Hit.N, brierText(b.Overall)))
	for _, x := range s.Choices {
		sc.Paragraph(x.Choice + ": " + report.EffectText(x))
	}
	sc.Paragraph("without one event: " + report.LeftOutText(s.LeftOut))
}
