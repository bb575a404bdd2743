package exchange

import (
	"slices"
	"strings"
)

// totals are words that begin a row which sums up the others.
var totals = []string{"total", "totals", "grand total", "sum", "subtotal", "average", "mean", "median", "count", "overall",
	"summe", "gesamt", "durchschnitt", "mittelwert", "anzahl", "total général", "moyenne", "promedio", "suma"}

// aside tells why a row below the header is no claim, "" for a row that is
// read as one: it sums up the others, or says one thing in a cell that stands
// alone, as a heading or a note does.
func (p *Plan) aside(row []string) string {
	filled, first, needed := 0, "", false
	for i, cell := range row {
		if strings.TrimSpace(cell) == "" {
			if i < len(p.needs) && p.needs[i] {
				needed = true
			}
			continue
		}
		if filled++; filled == 1 {
			first = cell
		}
	}
	for i := len(row); i < len(p.needs); i++ {
		needed = needed || p.needs[i]
	}
	switch {
	case !needed:
		return ""
	case slices.Contains(totals, titleWords(first)):
		return "it sums up others"
	case filled == 1 && len(p.Columns) >= 3:
		return "its one cell is a heading or a note"
	}
	return ""
}

// note what a claim cannot do without, by column.
func (p *Plan) findNeeds() {
	p.needs = make([]bool, len(p.Columns))
	for i, c := range p.Columns {
		p.needs[i] = slices.ContainsFunc(c.Members, func(m string) bool {
			return m == "speaker" || m == "stated_on" || m == "statement" || m == "quote" && p.index("statement") < 0
		})
	}
}
