package chart

import (
	"fmt"
	"strconv"
)

// Forest is shares with their intervals, a row for each name.
type Forest struct {
	Title, Says, Note string
	Rows              []ForestRow
}

// ForestRow is one name with its share.
type ForestRow struct {
	Name       string
	Href       string // to the first of its claims
	Of         string // "4 of 5"
	Share      float64
	Low, High  float64
	NoSide     int
	Untestable int
	More       []Cell // further columns of the table, as Forest.More heads them
	Refs       []Ref
}

// Chart makes the picture; it is empty without a row.
func (f Forest) Chart() Chart {
	c := Chart{Name: "forest", kind: "forest plot", Title: f.Title, Says: f.Says, Note: f.Note, Table: Table{Heads: []Head{
		{"Name", false}, {"Right", true}, {"Share", true}, {"From", true}, {"To", true}, {"No side", true}, {"Could not be tested", true}, {"Which", false}}}}
	for _, r := range f.Rows {
		c.Table.Rows = append(c.Table.Rows, []Cell{{Text: r.Name}, {Text: r.Of}, shareCell(r.Share), shareCell(r.Low), shareCell(r.High),
			{Text: strconv.Itoa(r.NoSide)}, {Text: strconv.Itoa(r.Untestable)}, {Refs: r.Refs}})
	}
	if len(f.Rows) > 0 {
		c.draw = f.draw
	}
	return c
}

// says is a row in a sentence.
func (r ForestRow) says() string {
	return fmt.Sprintf("%s: %s right, %s, between %s and %s; %d took no side, %d could not be tested", r.Name, r.Of, percent(r.Share), percent(r.Low), percent(r.High), r.NoSide, r.Untestable)
}

func (f Forest) draw(k *canvas) float64 {
	if k.narrow() {
		return f.drawNarrow(k)
	}
	const name, of, row, top = 178.0, 250.0, 30.0, 26.0
	x := scale{0, 1, of + 20, k.width - 150}
	bottom := top + row*float64(len(f.Rows))
	k.text(of, 12, "small soft", end, "right")
	k.text(k.width-82, 12, "small soft", end, "no side")
	k.text(k.width, 12, "small soft", end, "not testable")
	k.shareGrid(x, top-6, bottom)
	for i, r := range f.Rows {
		y := top + row*float64(i) + row/2
		k.linked(r.Href, r.says(), func() {
			k.rect(0, y-row/2, k.width, row, "hit")
			k.text(0, y+4.5, "strong", start, cut(r.Name, name, textSize))
			k.text(of, y+4.5, "", end, r.Of)
			k.interval(x, r, y)
			k.text(k.width-82, y+4.5, "", end, strconv.Itoa(r.NoSide))
			k.text(k.width, y+4.5, "", end, strconv.Itoa(r.Untestable))
		})
	}
	return bottom + 22
}

// drawNarrow gives each name two lines: its words, and its interval.
func (f Forest) drawNarrow(k *canvas) float64 {
	const row, top = 62.0, 2.0
	x := scale{0, 1, 4, k.width - 4}
	bottom := top + row*float64(len(f.Rows))
	k.shareGrid(x, top+20, bottom)
	for i, r := range f.Rows {
		y := top + row*float64(i)
		k.linked(r.Href, r.says(), func() {
			k.rect(0, y, k.width, row, "hit")
			right := r.Of + " right"
			k.text(0, y+14, "strong halo", start, cut(r.Name, k.width-widthOf(right, textSize)-16, textSize))
			k.text(k.width, y+14, "halo", end, right)
			k.interval(x, r, y+30)
			k.text(0, y+50, "small soft halo", start, fmt.Sprintf("no side %d, could not be tested %d", r.NoSide, r.Untestable))
		})
	}
	return bottom + 22
}

// interval draws a share between its ends.
func (k *canvas) interval(x scale, r ForestRow, y float64) {
	k.line(x.of(r.Low), y, x.of(r.High), y, "range")
	k.circle(x.of(r.Share), y, 5.5, "bubble")
}
