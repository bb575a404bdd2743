package chart

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Dots is a dot for each thing, in rows by what became of them.
type Dots struct {
	Title, Says, Note string
	Groups            []DotGroup
}

// DotGroup is one row of dots.
type DotGroup struct {
	Kind  Kind
	Name  string // "in time"
	Marks []Mark // shown; each leads to what it stands for
	N     int    // all, shown or not
	Refs  []Ref
}

// mostDots is how many dots are drawn at most; above that one stands for more.
const mostDots = 600

// Chart makes the picture; it is empty without a dot.
func (d Dots) Chart() Chart {
	c := Chart{Name: "dots", kind: "dot plot", Title: d.Title, Says: d.Says, Note: d.Note,
		Table: Table{Heads: []Head{{"What became of them", false}, {"Statements", true}, {"Which", false}}}}
	all := 0
	for _, g := range d.Groups {
		all += g.N
		c.Table.Rows = append(c.Table.Rows, []Cell{{Text: g.Name}, {Text: strconv.Itoa(g.N)}, {Refs: g.Refs}})
	}
	if all == 0 {
		return c
	}
	per := (all + mostDots - 1) / mostDots
	if per > 1 {
		c.Note = strings.TrimSpace(c.Note + fmt.Sprintf(" One mark stands for %d statements.", per))
	}
	c.draw = func(k *canvas) float64 { return d.draw(k, per) }
	return c
}

func (d Dots) draw(k *canvas, per int) float64 {
	const pitch, r = 14.0, 5.0
	left, y := 220.0, 4.0
	if k.narrow() {
		left = 0
	}
	columns := int((k.width - left) / pitch)
	for _, g := range d.Groups {
		name := strconv.Itoa(g.N) + " " + g.Name
		if k.narrow() {
			k.text(left, y+12, "strong", start, cut(name, k.width, textSize))
			y += 20
		} else {
			k.text(left-14, y+11, "strong", end, cut(name, left-14, textSize))
		}
		n := int(math.Ceil(float64(g.N) / float64(per)))
		for i := range n {
			m := Mark{Kind: g.Kind}
			if i*per < len(g.Marks) {
				m = g.Marks[i*per]
			}
			k.mark(m, left+pitch*float64(i%columns)+r+1, y+pitch*float64(i/columns)+r+1, r)
		}
		y += pitch*math.Ceil(float64(n)/float64(columns)) + 10
	}
	return y
}
