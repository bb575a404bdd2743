package screen

import (
	"fmt"
	"math"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/scoring"
)

// diagram is a reliability diagram in characters: to the right what was said,
// upwards how often it happened, both from 0 to 1.
type diagram struct {
	cells [][]rune // rows from the top
}

// The size of a diagram on a terminal of 80 columns; with axes, legend and
// sentence it fits into 24 lines.
const (
	diagramWidth  = 41
	diagramHeight = 13
	diagramMargin = 6 // for the numbers on the left
)

// The marks of a diagram. What is drawn later covers what was drawn before.
const (
	markBand     = '░'
	markDiagonal = '·'
	markCurve    = '━'
	markStep     = '┃'
)

// newDiagram draws a calibration, so many columns wide.
func newDiagram(c scoring.Calibration, width int) diagram {
	d := diagram{make([][]rune, diagramHeight)}
	for i := range d.cells {
		d.cells[i] = []rune(strings.Repeat(" ", width))
	}
	d.drawBand(c.Band)
	for x := range width {
		d.cells[d.row(d.share(x))][x] = markDiagonal
	}
	if c.Corp != nil {
		d.drawCurve(c.Corp.Blocks)
	}
	for _, b := range c.Bins {
		d.cells[d.row(b.Freq)][d.column(b.MeanP)] = binMark(b.N)
	}
	return d
}

func (d diagram) width() int { return len(d.cells[0]) }

// share is the probability at a column.
func (d diagram) share(x int) float64 { return float64(x) / float64(d.width()-1) }

func (d diagram) column(p float64) int { return int(math.Round(p * float64(d.width()-1))) }

func (d diagram) row(y float64) int { return int(math.Round((1 - y) * float64(len(d.cells)-1))) }

// drawBand fills the consistency band from its first forecast to its last.
func (d diagram) drawBand(band []scoring.Band) {
	var low, high []vertex
	for _, b := range band {
		low, high = append(low, vertex{b.P, b.Low}), append(high, vertex{b.P, b.High})
	}
	d.along(low, func(x int, bottom float64) {
		for row := d.row(heightAt(high, d.share(x))); row <= d.row(bottom); row++ {
			d.cells[row][x] = markBand
		}
	})
}

// drawCurve draws the steps of the fit, and lines between them.
func (d diagram) drawCurve(blocks []scoring.Block) {
	var curve []vertex
	for _, b := range blocks {
		curve = append(curve, vertex{b.PMin, b.CEP}, vertex{b.PMax, b.CEP})
	}
	last := -1
	d.along(curve, func(x int, y float64) {
		row := d.row(y)
		for between := row + 1; between < last; between++ {
			d.cells[between][x] = markStep
		}
		d.cells[row][x], last = markCurve, row
	})
}

// along visits the columns under a line with its height at each.
func (d diagram) along(line []vertex, visit func(x int, y float64)) {
	if len(line) == 0 {
		return
	}
	for x := d.column(line[0].p); x <= d.column(line[len(line)-1].p); x++ {
		visit(x, heightAt(line, d.share(x)))
	}
}

// vertex is a point of a line.
type vertex struct{ p, y float64 }

// heightAt is the height of a line at p, that of its nearer end beyond it. The
// vertices ascend in p; there is at least one.
func heightAt(line []vertex, p float64) float64 {
	for i, v := range line {
		if v.p < p {
			continue
		}
		if i == 0 || v.p == p {
			return v.y
		}
		u := line[i-1]
		return u.y + (v.y-u.y)*(p-u.p)/(v.p-u.p)
	}
	return line[len(line)-1].y
}

// binMark is the larger, the more claims a bin has.
func binMark(n int) rune {
	switch {
	case n < 10:
		return 'o'
	case n < 100:
		return 'O'
	}
	return '@'
}

// Diagram writes a diagram with its axes and legend; the bins stand beside
// it as numbers, or below where there is no room.
func (sc *Screen) Diagram(c scoring.Calibration) {
	d := newDiagram(c, max(11, min(diagramWidth, sc.Width-diagramMargin-len("00 % said"))))
	beside := binLines(c.Bins)
	under := sc.Width < diagramMargin+diagramWidth+3+text.StringWidth(beside[0])
	sc.Printf("happened\n")
	for i, cells := range d.cells {
		line := sc.paintMarks(cells)
		if !under && i < len(beside) {
			line += "   " + beside[i]
		}
		sc.Printf("%s %s\n", axisLabel(i), strings.TrimRight(line, " "))
	}
	indent := strings.Repeat(" ", diagramMargin-1)
	rule := []rune(strings.Repeat("─", d.width()))
	labels := []rune(strings.Repeat(" ", d.width()+3))
	for _, p := range []float64{0, 0.25, 0.5, 0.75, 1} {
		rule[d.column(p)] = '┴'
		copy(labels[d.column(p):], []rune(fmt.Sprintf("%.0f", 100*p)))
	}
	sc.Printf("%s└%s\n%s%s %% said\n", indent, string(rule), indent+" ", strings.TrimRight(string(labels), " "))
	if under {
		sc.Printf("%s\n", strings.Join(beside, "\n"))
	}
	sc.Paragraph("o O @ to 9, 99, more claims; ━┃ CORP; ░ 90 % if calibrated; · said = happened")
}

// axisLabel is what stands left of a row.
func axisLabel(row int) string {
	if row%3 != 0 {
		return "    │"
	}
	return fmt.Sprintf("%3.0f ┤", 100-100*float64(row)/(diagramHeight-1))
}

// paintMarks colours a row of a diagram: the band steps back, the curve stands
// out. The marks differ without it.
func (sc *Screen) paintMarks(cells []rune) string {
	var b strings.Builder
	for _, r := range cells {
		switch r {
		case markBand, markDiagonal:
			b.WriteString(sc.Paint(string(r), text.Faint))
		case markCurve, markStep:
			b.WriteString(sc.Paint(string(r), text.FgCyan))
		case ' ':
			b.WriteRune(r)
		default:
			b.WriteString(sc.Paint(string(r), text.Bold))
		}
	}
	return b.String()
}

// binLines lists the bins with a header.
func binLines(bins []scoring.Bin) []string {
	lines := []string{"  said %      n  happened %"}
	for k := len(bins) - 1; k >= 0; k-- {
		b := bins[k]
		lines = append(lines, fmt.Sprintf("%3.0f–%-3.0f %7d  %3.0f [%.0f–%.0f]", 100*b.Lo, 100*b.Hi, b.N, 100*b.Freq, 100*b.WilsonLow, 100*b.WilsonHigh))
	}
	return lines
}
