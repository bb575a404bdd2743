package chart

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// Dots is a dot for each thing, in rows by what became of them.
type Dots struct {
	Title, Says string
	Where       string // what marks lead to only there; "" for everything
	Groups      []DotGroup
}

// DotGroup is one row of dots.
type DotGroup struct {
	Kind  Kind
	Name  string // "in time"
	Marks []Mark // those that lead somewhere, by place
	N     int    // all, shown or not
	Refs  []Ref
}

// mostDots is how many dots are drawn at most; above that one stands for more.
const mostDots = 600

// Chart makes the picture; it is empty without a dot.
func (d Dots) Chart() Chart {
	c := Chart{Name: "dots", kind: "dot plot", Title: d.Title, Says: d.Says,
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
	is, leads := "a statement", "its claim"
	if per > 1 {
		is, leads = fmt.Sprintf("%d statements", per), "the first of them"
	}
	c.Note = fmt.Sprintf("Every mark is %s, in the order in which their windows ended, and leads to %s%s.", is, leads, d.Where)
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
			k.mark(g.first(i*per, per), left+pitch*float64(i%columns)+r+1, y+pitch*float64(i/columns)+r+1, r)
		}
		y += pitch*math.Ceil(float64(n)/float64(columns)) + 10
	}
	return y
}

// first is the mark for some of a group: that of the first that leads somewhere.
func (g DotGroup) first(from, n int) Mark {
	if i := markFrom(g.Marks, from); i < len(g.Marks) && g.Marks[i].At < from+n {
		return g.Marks[i]
	}
	return Mark{Kind: g.Kind}
}

// markFrom is where the first of some marks stands at a place or behind it.
func markFrom(marks []Mark, at int) int {
	i, _ := slices.BinarySearchFunc(marks, at, func(m Mark, at int) int { return m.At - at })
	return i
}
