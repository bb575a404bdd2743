package screen

import (
	"slices"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/claims"
	"tracker/clean"
	"tracker/telling/report"
)

// Agenda writes claims under the weeks in which they will wait for a verdict.
func (sc *Screen) Agenda(weeks []report.AgendaWeek, now claims.Instant) {
	headers := []string{"asks on", "id", "status", "speaker", "statement"}
	if sc.TTYOut && sc.Width < narrow {
		headers = slices.Delete(headers, 2, 3)
	}
	for i, w := range weeks {
		if sc.TTYOut {
			if i > 0 {
				sc.Printf("\n")
			}
			sc.Printf("%s\n", sc.Paint(w.Heading(), text.Bold))
		}
		var rows [][]string
		for _, v := range w.Claims {
			c := v.Claim
			asks := c.AsksOn().String()
			if !sc.TTYOut {
				rows = append(rows, []string{asks, ID(c.ID), string(c.Status(now)), string(c.StatedOn), c.Window.Earliest.String(),
					c.Window.Latest.String(), clean.Line(c.Speaker), clean.Line(c.Statement)})
				continue
			}
			row := []string{report.Day(c.AsksOn()), ID(c.ID), string(c.Status(now)), Shorten(c.Speaker, min(22, sc.Width/4)), clean.Line(c.Statement)}
			if sc.Width < narrow {
				row = slices.Delete(row, 2, 3)
				row[0] = asks
			}
			rows = append(rows, row)
		}
		sc.Table(headers, rows)
	}
}
