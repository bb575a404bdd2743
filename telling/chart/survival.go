package chart

import (
	"fmt"
	"math"
	"strconv"
)

// Survival is how many promises had been met as time went by, in units of the
// time promised: 1 is the day promised.
type Survival struct {
	Title, Says, Note string
	N                 int
	Steps             []Met
}

// Met is the share from a time on, with its interval.
type Met struct {
	T, Share  float64
	Low, High float64
	AtRisk, N int // not yet met and looked at; met at this time
	Refs      []Ref
	Href      string
}

// Chart makes the picture; it is empty when nothing was met.
func (s Survival) Chart() Chart {
	c := Chart{Name: "survival", kind: "step curve", Title: s.Title, Says: s.Says, Note: s.Note, Table: Table{Heads: []Head{
		{"Times the time promised", false}, {"Still waited for", true}, {"Met then", true}, {"Share met", true}, {"From", true}, {"To", true}, {"Which", false}}}}
	for _, m := range s.Steps {
		c.Table.Rows = append(c.Table.Rows, []Cell{{Text: fmt.Sprintf("%.2f", m.T), Bare: strconv.FormatFloat(m.T, 'g', -1, 64)}, {Text: strconv.Itoa(m.AtRisk)}, {Text: strconv.Itoa(m.N)}, shareCell(m.Share),
			shareCell(m.Low), shareCell(m.High), {Refs: m.Refs}})
	}
	if len(s.Steps) > 0 {
		c.draw = s.draw
	}
	return c
}

// mostTimes is how far the picture goes: what came later is said in words.
const mostTimes = 5

func (s Survival) draw(k *canvas) float64 {
	const left, top, height = 46.0, 24.0, 230.0
	last := s.Steps[len(s.Steps)-1].T
	x := scale{0, min(mostTimes, max(2, math.Ceil(last*2)/2)), left, k.width - 14}
	y := scale{0, 1, top + height, top}
	k.text(0, 12, "small soft", start, "share of promises and plans met by then")
	s.drawBand(k, x, y)
	for _, g := range shares {
		k.line(x.at, y.of(g), x.until, y.of(g), "grid")
		k.text(left-7, y.of(g)+4, "small soft", end, percent(g))
	}
	for _, t := range x.ticks(int((x.until - x.at) / 56)) {
		k.text(x.of(t), y.of(0)+16, "small soft", middle, strconv.FormatFloat(t, 'g', 3, 64)+"×")
	}
	k.text((x.at+x.until)/2, y.of(0)+33, "small soft", middle, "time taken, in units of the time promised")
	k.line(x.of(1), top-4, x.of(1), y.of(0), "guide")
	k.path("curve", false, s.corners(x, y, func(m Met) float64 { return m.Share })...)
	for _, m := range s.Steps {
		if m.T <= x.to {
			k.mark(Mark{Kind: InTime, Href: m.Href, Says: fmt.Sprintf("%s met by %.2f times the time promised", percent(m.Share), m.T)}, x.of(m.T), y.of(m.Share), 3.4)
		}
	}
	k.text(x.of(1)+6, y.of(0)-8, "small halo", start, "the day promised")
	if later := s.after(x.to); later > 0 {
		k.text(x.until, y.of(0)-8, "small soft halo", end, strconv.Itoa(later)+" more later")
	}
	return top + height + 44
}

// after is how many were met beyond the picture.
func (s Survival) after(t float64) int {
	n := 0
	for _, m := range s.Steps {
		if m.T > t {
			n += m.N
		}
	}
	return n
}

func (s Survival) drawBand(k *canvas, x, y scale) {
	edge := s.corners(x, y, func(m Met) float64 { return m.High })
	low := s.corners(x, y, func(m Met) float64 { return m.Low })
	for i := len(low) - 1; i >= 0; i-- {
		edge = append(edge, low[i])
	}
	k.path("band", true, edge...)
}

// corners are those of the steps of one of the curves, from 0 on.
func (s Survival) corners(x, y scale, of func(Met) float64) []point {
	at := 0.0
	list := []point{{x.of(0), y.of(0)}}
	for _, m := range s.Steps {
		if m.T > x.to {
			break
		}
		list = append(list, point{x.of(m.T), y.of(at)}, point{x.of(m.T), y.of(of(m))})
		at = of(m)
	}
	return append(list, point{x.until, y.of(at)})
}
