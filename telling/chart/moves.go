package chart

import (
	"fmt"
	"strconv"

	"tracker/calendar"
)

// Moves is dates that were put off, a row for each promise.
type Moves struct {
	Title, Says, Note string
	Rows              []Moved
}

// Moved is one promise with all its dates.
type Moved struct {
	Who, What string
	By        string // "moved 5 times, by 2.5 years"
	Dates     []Named
	Ended     calendar.Day // when it happened, 0 for not
	Kind      Kind         // what became of the first date
	Became    string       // "launched 25 Dec 2021"
	Href      string       // to the first
	Refs      []Ref
}

// Named is a date and when it was named.
type Named struct {
	Said, Date calendar.Day
	Href       string
	Words      string // "18 Dec 2021"
}

// Chart makes the picture; it is empty when nothing was put off.
func (m Moves) Chart() Chart {
	c := Chart{Name: "slip", kind: "timeline", Title: m.Title, Says: m.Says, Note: m.Note, Table: Table{Heads: []Head{
		{"Promise", false}, {"Date", true}, {"Named on", false}, {"Date named", false}, {"Put off by days", true}, {"What became of it", false}, {"Which", false}}}}
	for _, r := range m.Rows {
		for i, d := range r.Dates {
			moved, became := "", ""
			if i > 0 {
				moved = strconv.Itoa(int(d.Date - r.Dates[i-1].Date))
			}
			if i == len(r.Dates)-1 {
				became = r.Became
			}
			cell := Cell{}
			if i < len(r.Refs) {
				cell.Refs = r.Refs[i : i+1]
			}
			c.Table.Rows = append(c.Table.Rows, []Cell{{Text: r.Who + ": " + r.What}, {Text: strconv.Itoa(i + 1)}, dayCell(d.Said), dayCell(d.Date), {Text: moved}, {Text: became}, cell})
		}
	}
	if len(m.Rows) > 0 {
		c.draw = m.draw
	}
	return c
}

// dayCell is a day as people read it, and as a file has it.
func dayCell(d calendar.Day) Cell {
	y, m, day := d.Civil()
	return Cell{Text: fmt.Sprintf("%d %s %d", day, m.String()[:3], y), Bare: d.String()}
}

// ends are the first and the last day of the picture, whole years.
func (m Moves) ends() (from, to calendar.Day) {
	for _, r := range m.Rows {
		for _, d := range r.Dates {
			for _, day := range []calendar.Day{d.Said, d.Date, r.Ended} {
				if day != 0 && (from == 0 || day < from) {
					from = day
				}
				to = max(to, day)
			}
		}
	}
	y1, _, _ := from.Civil()
	y2, _, _ := to.Civil()
	return calendar.Date(y1, 1, 1), calendar.Date(y2+1, 1, 1)
}

func (m Moves) draw(k *canvas) float64 {
	const top = 4.0
	row := 66.0
	if k.narrow() {
		row = 80
	}
	from, to := m.ends()
	x := scale{float64(from), float64(to), 6, k.width - 6}
	bottom := top + row*float64(len(m.Rows))
	m.drawYears(k, x, from, to, top, bottom)
	for i, r := range m.Rows {
		m.drawRow(k, x, top+row*float64(i), row, r)
	}
	return bottom + 22
}

// drawYears draws the years as lines.
func (m Moves) drawYears(k *canvas, x scale, from, to calendar.Day, top, bottom float64) {
	first, _, _ := from.Civil()
	last, _, _ := to.Civil()
	years := scale{float64(first), float64(last), 0, 1}
	for _, y := range years.ticks(int(k.width / 62)) {
		if y != float64(int(y)) {
			continue
		}
		at := x.of(float64(calendar.Date(int(y), 1, 1)))
		k.line(at, top, at, bottom, "grid")
		place := middle
		if at > k.width-16 {
			place = end
		} else if at < 16 {
			place = start
		}
		k.text(at, bottom+15, "small soft", place, strconv.Itoa(int(y)))
	}
}

func (m Moves) drawRow(k *canvas, x scale, y, high float64, r Moved) {
	mid := y + high - 22
	k.linked(r.Href, r.Who+": "+r.What+"; "+r.By+"; "+r.Became, func() {
		k.text(0, y+14, "strong halo", start, cut(r.Who+": "+r.What, k.width, textSize))
		lines := []string{r.By + "; " + r.Became}
		if k.narrow() {
			lines = []string{r.By, r.Became}
		}
		for i, l := range lines {
			k.text(0, y+29+14*float64(i), "small soft halo", start, cut(l, k.width, smallSize))
		}
	})
	first, last := r.Dates[0], r.Dates[len(r.Dates)-1]
	until := max(last.Date, r.Ended)
	k.line(x.of(float64(first.Said)), mid, x.of(float64(first.Date)), mid, "axis")
	k.line(x.of(float64(first.Said)), mid-5, x.of(float64(first.Said)), mid+5, "axis")
	k.line(x.of(float64(first.Date)), mid, x.of(float64(until)), mid, "curve")
	for _, d := range r.Dates {
		k.mark(Mark{Kind: Dated, Href: d.Href, Says: "named on " + d.Said.String() + ": " + d.Words}, x.of(float64(d.Date)), mid, 5)
	}
	if r.Ended != 0 {
		k.mark(Mark{Kind: r.Kind, Href: last.Href, Says: r.Became}, x.of(float64(r.Ended)), mid, 6)
	}
}
