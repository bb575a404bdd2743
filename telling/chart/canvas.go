package chart

import (
	"bytes"
	"fmt"
	"html"
	"strconv"
	"strings"

	"tracker/clean"
)

// canvas is a picture while it is drawn. Lengths are pixels, y grows downwards.
type canvas struct {
	b     bytes.Buffer
	width float64
	links bool // marks lead to places of the page that the picture stands in
}

// narrow reports whether there is no room for columns of words beside marks.
func (c *canvas) narrow() bool { return c.width < 500 }

// px is a length as SVG has it: one decimal.
func px(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// escaped is text from outside as it may stand in SVG.
func escaped(s string) string {
	return html.EscapeString(clean.Line(strings.Join(strings.Fields(s), " ")))
}

// The places of a text beside its point.
const (
	start  = "start"
	middle = "middle"
	end    = "end"
)

func (c *canvas) text(x, y float64, class, anchor, s string) {
	fmt.Fprintf(&c.b, `<text x="%s" y="%s"`, px(x), px(y))
	if class != "" {
		fmt.Fprintf(&c.b, ` class="%s"`, class)
	}
	if anchor != start {
		fmt.Fprintf(&c.b, ` text-anchor="%s"`, anchor)
	}
	fmt.Fprintf(&c.b, ">%s</text>\n", escaped(s))
}

func (c *canvas) line(x1, y1, x2, y2 float64, class string) {
	fmt.Fprintf(&c.b, `<path class="%s" d="M%s %sL%s %s"/>`+"\n", class, px(x1), px(y1), px(x2), px(y2))
}

func (c *canvas) circle(x, y, r float64, class string) {
	fmt.Fprintf(&c.b, `<circle class="%s" cx="%s" cy="%s" r="%s"/>`, class, px(x), px(y), px(r))
}

func (c *canvas) rect(x, y, w, h float64, class string) {
	fmt.Fprintf(&c.b, `<rect class="%s" x="%s" y="%s" width="%s" height="%s"/>`+"\n", class, px(x), px(y), px(w), px(h))
}

// point is a corner of a path.
type point struct{ x, y float64 }

func (c *canvas) path(class string, closed bool, points ...point) {
	fmt.Fprintf(&c.b, `<path class="%s" d="`, class)
	for i, p := range points {
		c.b.WriteByte("ML"[min(i, 1)])
		c.b.WriteString(px(p.x) + " " + px(p.y))
	}
	if closed {
		c.b.WriteByte('Z')
	}
	c.b.WriteString("\"/>\n")
}

// linked draws what leads somewhere and says what it is. A link of a picture is
// no stop for the keyboard: the table with the same links is.
func (c *canvas) linked(href, says string, draw func()) {
	if c.links && href != "" {
		from := c.b.Len()
		draw()
		drawn := string(c.b.Bytes()[from:])
		c.b.Truncate(from)
		name := ` aria-label="` + escaped(says) + `"`
		if strings.Contains(drawn, "<text") { // its words name it
			name = ""
		}
		fmt.Fprintf(&c.b, "<a href=\"%s\" tabindex=\"-1\"%s><title>%s</title>%s</a>\n", escaped(href), name, escaped(says), drawn)
		return
	}
	if says == "" {
		draw()
		return
	}
	fmt.Fprintf(&c.b, "<g><title>%s</title>", escaped(says))
	draw()
	c.b.WriteString("</g>\n")
}

// SVG draws the chart into a page for a width; the id is that of the drawing
// and must be the only one of its kind there.
func (c Chart) SVG(width float64, id string) string {
	body, height := c.drawn(width, true)
	return fmt.Sprintf(`<svg class="chart" role="group" aria-labelledby="%[1]s-title" aria-describedby="%[1]s-desc" viewBox="0 0 %[2]s %[3]s" width="%[2]s" height="%[3]s">`+
		"\n<title id=\"%[1]s-title\">%[4]s</title>\n<desc id=\"%[1]s-desc\">%[5]s</desc>\n%[6]s</svg>",
		escaped(id), px(width), px(height), escaped(c.Title), escaped(c.Alternative()), body)
}

// File is the chart as a file of its own, with its title, its colours and the
// line that says where it comes from.
func (c Chart) File(source string) []byte {
	body, height := c.drawn(Wide, false)
	const margin, line = 24.0, 18.0
	var h canvas
	h.text(margin, 30, "title", start, cut(c.Title, Wide, titleSize))
	says := wrapped(c.Says, Wide, textSize)
	for i, l := range says {
		h.text(margin, 50+line*float64(i), "soft", start, l)
	}
	top := 44 + line*float64(len(says))
	width, whole := Wide+2*margin, top+height+36
	var f canvas
	f.text(margin, whole-12, "small soft", start, cut(source, Wide, smallSize))
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-labelledby="title desc" viewBox="0 0 %[1]s %[2]s" width="%[1]s" height="%[2]s">
<title id="title">%[3]s</title>
<desc id="desc">%[4]s</desc>
<style>%[5]s</style>
<rect class="paper" width="%[1]s" height="%[2]s"/>
%[6]s<g transform="translate(%[7]s %[8]s)">
%[9]s</g>
%[10]s</svg>
`, px(width), px(whole), escaped(c.Title), escaped(c.Alternative()), printed(), h.b.String(), px(margin), px(top), body, f.b.String())
}

func (c Chart) drawn(width float64, links bool) (body string, height float64) {
	k := &canvas{width: width, links: links}
	height = c.draw(k)
	return k.b.String(), height
}
