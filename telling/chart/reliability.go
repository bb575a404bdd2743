package chart

import (
	"fmt"
	"math"
	"strconv"
)

// Reliability is what was said against what came of it.
type Reliability struct {
	Title, Says, Note string
	Curve             []Step // what came, as a function of what was said; none below the events it needs
	Band              []Range
	Dots              []Bin
}

// Step is a run of numbers of which the same share came.
type Step struct{ From, To, Share float64 }

// Range is where a curve would lie at a number were nothing wrong.
type Range struct{ At, Low, High float64 }

// Bin is numbers close to each other.
type Bin struct {
	From, To  float64
	Mean      float64 // of the numbers
	Share     float64 // that came
	Low, High float64
	Came      string // how many of N came, "7" or "6.5"
	N         int
	Href      string
	Refs      []Ref
}

// Of is "7 of 33".
func (b Bin) Of() string { return fmt.Sprintf("%s of %d", b.Came, b.N) }

// Chart makes the picture; it is empty without a number.
func (r Reliability) Chart() Chart {
	c := Chart{Name: "reliability", kind: "reliability diagram", Title: r.Title, Says: r.Says, Note: r.Note, Table: Table{Heads: []Head{
		{"Numbers", false}, {"On average", true}, {"Came in time", true}, {"Share", true}, {"From", true}, {"To", true}, {"Which", false}}}}
	for _, b := range r.Dots {
		c.Table.Rows = append(c.Table.Rows, []Cell{{Text: percent(b.From) + " to " + percent(b.To)}, shareCell(b.Mean), {Text: b.Of()},
			shareCell(b.Share), shareCell(b.Low), shareCell(b.High), {Refs: b.Refs}})
	}
	if len(r.Dots) > 0 {
		c.draw = r.draw
	}
	return c
}

func (r Reliability) draw(k *canvas) float64 {
	const left, top = 46.0, 24.0
	side := min(k.width-left-14, 400)
	x, y := scale{0, 1, left, left + side}, scale{0, 1, top + side, top}
	k.text(0, 12, "small soft", start, "share that happened in its window")
	r.drawBand(k, x, y)
	for _, s := range shares {
		k.line(x.of(s), y.of(0), x.of(s), y.of(1), "grid")
		k.line(x.of(0), y.of(s), x.of(1), y.of(s), "grid")
		k.text(x.of(s), y.of(0)+16, "small soft", middle, percent(s))
		k.text(left-7, y.of(s)+4, "small soft", end, percent(s))
	}
	k.line(x.of(0), y.of(0), x.of(1), y.of(1), "guide")
	r.drawCurve(k, x, y)
	r.drawDots(k, x, y)
	k.text(x.of(0.5), y.of(0)+33, "small soft", middle, "number that was given, or that the words stand for")
	if !k.narrow() {
		r.drawKey(k, left+side+24, top+20)
	}
	return top + side + 44
}

func (r Reliability) drawBand(k *canvas, x, y scale) {
	if len(r.Band) == 0 {
		return
	}
	var edge []point
	for _, b := range r.Band {
		edge = append(edge, point{x.of(b.At), y.of(b.High)})
	}
	for i := len(r.Band) - 1; i >= 0; i-- {
		edge = append(edge, point{x.of(r.Band[i].At), y.of(r.Band[i].Low)})
	}
	k.path("band", true, edge...)
}

func (r Reliability) drawCurve(k *canvas, x, y scale) {
	var steps []point
	for _, s := range r.Curve {
		steps = append(steps, point{x.of(s.From), y.of(s.Share)}, point{x.of(s.To), y.of(s.Share)})
	}
	if steps != nil {
		k.path("curve", false, steps...)
	}
}

// drawDots draws the bins, by how much is in them: areas are as counts. The
// words of each stand where they cover neither a dot nor other words.
func (r Reliability) drawDots(k *canvas, x, y scale) {
	var taken []box
	for _, b := range r.Dots {
		taken = append(taken, b.box(x, y))
	}
	for i, b := range r.Dots {
		at := beside(taken, taken[i], b.Of(), box{x.at, y.until, x.until, y.at})
		taken = append(taken, at)
		k.linked(b.Href, fmt.Sprintf("%s to %s: %s came in time", percent(b.From), percent(b.To), b.Of()), func() {
			k.circle(x.of(b.Mean), y.of(b.Share), b.radius(), "bubble")
			k.text((at.left+at.right)/2, at.bottom-3, "small halo", middle, b.Of())
		})
	}
}

func (b Bin) radius() float64 { return 2.5 + 1.6*math.Sqrt(float64(min(b.N, 60))) }

// box is the square around the dot of a bin.
func (b Bin) box(x, y scale) box {
	r := b.radius()
	return box{x.of(b.Mean) - r, y.of(b.Share) - r, x.of(b.Mean) + r, y.of(b.Share) + r}
}

// drawKey says what the parts of the picture are, beside it.
func (r Reliability) drawKey(k *canvas, x, y float64) {
	row := func(draw func(y float64), lines ...string) {
		draw(y)
		for i, l := range lines {
			k.text(x+34, y+4+15*float64(i), "small", start, l)
		}
		y += 15*float64(len(lines)) + 14
	}
	row(func(y float64) { k.circle(x+12, y, 8, "bubble") }, "statements with numbers close", "to each other: how many came", "in time, of how many")
	row(func(y float64) { k.line(x, y, x+26, y, "guide") }, "where every dot would lie", "if the words held")
	if len(r.Curve) > 0 {
		row(func(y float64) { k.line(x, y, x+26, y, "curve") }, "what came, as it rises with", "what was said")
	}
	if len(r.Band) > 0 {
		row(func(y float64) { k.rect(x, y-7, 26, 14, "band") }, "where that line would run by", "chance, 9 times in 10,", "if the words held")
	}
}

// Discrimination is the numbers given to what happened and to what did not.
type Discrimination struct {
	Title, Says, Note string
	Rows              []Numbers
}

// Numbers is what was said of things that came out the same way.
type Numbers struct {
	Name string // "happened in its window"
	Kind Kind
	Mean *float64
	Bins []NumberBin // ten, from 0 to 1
	N    int
}

// NumberBin is a tenth of the scale.
type NumberBin struct {
	N     int
	Marks []Mark // those that lead somewhere, by place
	Refs  []Ref
}

// Chart makes the picture; it is empty without a number.
func (d Discrimination) Chart() Chart {
	c := Chart{Name: "discrimination", kind: "dot histogram", Title: d.Title, Says: d.Says, Note: d.Note,
		Table: Table{Heads: []Head{{"What became of them", false}, {"Number given", false}, {"Statements", true}, {"Which", false}}}}
	n := 0
	for _, r := range d.Rows {
		n += r.N
		for i, b := range r.Bins {
			if b.N > 0 {
				c.Table.Rows = append(c.Table.Rows, []Cell{{Text: r.Name}, {Text: percent(float64(i)/10) + " to " + percent(float64(i+1)/10)}, {Text: strconv.Itoa(b.N)}, {Refs: b.Refs}})
			}
		}
	}
	if n > 0 {
		c.draw = d.draw
	}
	return c
}

func (d Discrimination) draw(k *canvas) float64 {
	x := scale{0, 1, 2, k.width - 2}
	y := 0.0
	for _, row := range d.Rows {
		y = d.drawRow(k, x, y, row) + 14
	}
	for _, s := range shares {
		k.text(x.of(s), y+2, "small soft", tickPlace(s), percent(s))
	}
	k.text(x.of(0.5), y+19, "small soft", middle, "number that was given, or that the words stand for")
	return y + 28
}

// drawRow piles the dots of one outcome up over the scale.
func (d Discrimination) drawRow(k *canvas, x scale, y float64, row Numbers) float64 {
	const pitch, head = 9.0, 40.0
	across := int((x.of(0.1) - x.of(0) - 4) / pitch)
	most, per := 0, 1
	for _, b := range row.Bins {
		most = max(most, b.N)
	}
	per = max(1, (most+12*across-1)/(12*across))
	height := math.Ceil(float64(most)/float64(per*across)) * pitch
	base := y + head + height + 4
	name := fmt.Sprintf("%d %s", row.N, row.Name)
	if per > 1 {
		name += fmt.Sprintf(" (one mark: %d)", per)
	}
	k.text(0, y+14, "strong", start, cut(name, k.width, textSize))
	for i, b := range row.Bins {
		n := (b.N + per - 1) / per
		wide := pitch * float64(min(n, across))
		from := x.of(float64(i)/10+0.05) - wide/2
		for j := range n {
			m := Mark{Kind: row.Kind}
			if at := markFrom(b.Marks, j*per); at < len(b.Marks) && b.Marks[at].At == j*per {
				m = b.Marks[at]
			}
			k.mark(m, from+pitch*(float64(j%across)+0.5), base-pitch*(float64(j/across)+0.5)-2, 3.6)
		}
	}
	k.line(x.at, base, x.until, base, "axis")
	if row.Mean != nil {
		at := x.of(*row.Mean)
		k.line(at, y+head-8, at, base, "guide")
		words := "on average " + percent(*row.Mean)
		half := widthOf(words, smallSize)/2 + 2
		k.text(min(max(at, half), k.width-half), y+head-12, "small halo", middle, words)
	}
	return base
}
