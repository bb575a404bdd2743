package chart

import "math"

// scale maps values onto pixels.
type scale struct{ from, to, at, until float64 }

// of is where a value lies; values outside lie on the ends.
func (s scale) of(x float64) float64 {
	if s.to == s.from {
		return s.at
	}
	return s.at + (s.until-s.at)*(min(max(x, s.from), s.to)-s.from)/(s.to-s.from)
}

// ticks are at most n round values from one end to the other.
func (s scale) ticks(n int) []float64 {
	span := s.to - s.from
	if span <= 0 || n < 1 {
		return []float64{s.from}
	}
	step := math.Pow(10, math.Floor(math.Log10(span/float64(n))))
	for _, k := range []float64{1, 2, 5, 10} {
		if span/(step*k) <= float64(n) {
			step *= k
			break
		}
	}
	var list []float64
	for i := math.Ceil(s.from/step - 1e-9); i*step <= s.to+1e-9; i++ {
		list = append(list, i*step+0) // no negative zero
	}
	return list
}

// shares are the ticks of a share.
var shares = []float64{0, 0.25, 0.5, 0.75, 1}

// shareGrid draws the lines of a share along x from top to bottom, with their
// per cents under them.
func (c *canvas) shareGrid(x scale, top, bottom float64) {
	for _, s := range shares {
		class := "grid"
		if s == 0.5 {
			class = "grid half"
		}
		c.line(x.of(s), top, x.of(s), bottom, class)
		c.text(x.of(s), bottom+15, "small soft", tickPlace(s), percent(s))
	}
}

// tickPlace keeps the words of the last tick inside the picture.
func tickPlace(share float64) string {
	switch share {
	case 0:
		return start
	case 1:
		return end
	}
	return middle
}
