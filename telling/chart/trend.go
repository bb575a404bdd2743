package chart

import (
	"fmt"
	"slices"
	"strconv"
)

// Trend is shares with their intervals, by time.
type Trend struct {
	Title, Says, Note string
	Periods           []Period
}

// Period is a year or a quarter with its share; Share is nil without any.
type Period struct {
	Name             string
	Share, Low, High *float64
	Of               string // "4 of 9"
	N                int
	Href             string
	Refs             []Ref
}

// Chart makes the picture; it is empty with fewer than two periods.
func (t Trend) Chart() Chart {
	c := Chart{Name: "trend", kind: "line of intervals", Title: t.Title, Says: t.Says, Note: t.Note, Table: Table{Heads: []Head{
		{"Windows that ended in", false}, {"Right", true}, {"Share", true}, {"From", true}, {"To", true}, {"Which", false}}}}
	n := 0
	for _, p := range t.Periods {
		row := []Cell{{Text: p.Name}, {Text: p.Of}, {}, {}, {}, {Refs: p.Refs}}
		if p.Share != nil {
			n++
			row[2], row[3], row[4] = shareCell(*p.Share), shareCell(*p.Low), shareCell(*p.High)
		}
		c.Table.Rows = append(c.Table.Rows, row)
	}
	if n >= 2 {
		c.draw = t.draw
	}
	return c
}

func (t Trend) draw(k *canvas) float64 {
	if k.narrow() {
		return t.drawNarrow(k)
	}
	const left, top, height = 46.0, 24.0, 180.0
	x := scale{-0.5, float64(len(t.Periods)) - 0.5, left, k.width - 6}
	y := scale{0, 1, top + height, top}
	k.text(0, 12, "small soft", start, "share right, with its 95 % interval")
	for _, g := range shares {
		k.line(x.at, y.of(g), x.until, y.of(g), "grid")
		k.text(left-7, y.of(g)+4, "small soft", end, percent(g))
	}
	room := (x.until - x.at) / float64(len(t.Periods))
	every, counts := 1+int(40/room), room >= 18 // whether a count fits under every year
	k.text(left-7, y.of(0)+31, "small soft", end, "n")
	for i, p := range t.Periods {
		at := x.of(float64(i))
		if i%every == 0 {
			k.text(at, y.of(0)+16, "small soft", middle, p.Name)
		}
		if p.Share == nil {
			continue
		}
		k.linked(p.Href, p.says(), func() {
			k.line(at, y.of(*p.Low), at, y.of(*p.High), "range")
			k.circle(at, y.of(*p.Share), 5, "bubble")
		})
		if counts || i%every == 0 {
			k.text(at, y.of(0)+31, "small soft", middle, strconv.Itoa(p.N))
		}
	}
	return top + height + 38
}

// drawNarrow gives each period that has a share a line of its own.
func (t Trend) drawNarrow(k *canvas) float64 {
	const left, row, top = 46.0, 22.0, 20.0
	x, y := scale{0, 1, left, k.width - 52}, top
	k.text(k.width, 12, "small soft", end, "right")
	rows := slices.DeleteFunc(slices.Clone(t.Periods), func(p Period) bool { return p.Share == nil })
	k.shareGrid(x, top-4, top+row*float64(len(rows)))
	for _, p := range rows {
		k.linked(p.Href, p.says(), func() {
			k.rect(0, y, k.width, row, "hit")
			k.text(0, y+row/2+4, "small", start, p.Name)
			k.interval(x, ForestRow{Share: *p.Share, Low: *p.Low, High: *p.High}, y+row/2)
			k.text(k.width, y+row/2+4, "small", end, p.Of)
		})
		y += row
	}
	return y + 22
}

// says is a period in a sentence.
func (p Period) says() string {
	return fmt.Sprintf("%s: %s right, %s, between %s and %s", p.Name, p.Of, percent(*p.Share), percent(*p.Low), percent(*p.High))
}
