package chart

import "fmt"

// Kind is what became of something, as a shape and a colour: never a colour
// alone.
type Kind string

const (
	InTime  Kind = "in-time"
	Early   Kind = "early"
	Late    Kind = "late"
	Never   Kind = "never"
	InPart  Kind = "in-part"
	NoSide  Kind = "no-side"
	Unclear Kind = "unclear"
	Dated   Kind = "dated" // a day that was named
)

// Mark is one thing with what became of it.
type Mark struct {
	At   int // its place among its like, from 0
	Kind Kind
	Href string // where it leads; "" for nowhere
	Says string // for the pointer, and for who does not see it
}

// shape draws a kind around a point; r is half its height.
func (c *canvas) shape(k Kind, x, y, r float64) {
	switch k {
	case Early:
		c.path("mark early", true, point{x + r, y - r}, point{x + r, y + r}, point{x - r, y})
	case Late:
		c.path("mark late", true, point{x - r, y - r}, point{x - r, y + r}, point{x + r, y})
	case Never:
		a := r * 0.8
		fmt.Fprintf(&c.b, `<path class="stroke never" d="M%s %sL%s %sM%s %sL%s %s"/>`, px(x-a), px(y-a), px(x+a), px(y+a), px(x-a), px(y+a), px(x+a), px(y-a))
	case InPart:
		c.path("mark in-part", true, point{x - r, y + r}, point{x + r, y + r}, point{x + r, y - r})
	case NoSide:
		a := r * 0.8
		fmt.Fprintf(&c.b, `<rect class="hollow no-side" x="%s" y="%s" width="%s" height="%s"/>`, px(x-a), px(y-a), px(2*a), px(2*a))
	case Unclear:
		c.path("hollow unclear", true, point{x, y - r}, point{x + r, y}, point{x, y + r}, point{x - r, y})
	case Dated:
		c.circle(x, y, r, "hollow dated")
	default:
		c.circle(x, y, r, "mark in-time")
	}
}

// mark draws a mark that leads somewhere.
func (c *canvas) mark(m Mark, x, y, r float64) {
	c.linked(m.Href, m.Says, func() { c.shape(m.Kind, x, y, r) })
}
