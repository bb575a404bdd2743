package scoring

import (
	"fmt"
	"math"
	"slices"
)

// world makes books of known truth. Every event has a probability of its own;
// speakers see it through noise on the log-odds scale and then exaggerate or
// hedge.
type world struct {
	a, b   float64 // events have probability Beta(a, b); whole numbers
	noise  float64 // standard deviation of what a speaker sees, in log-odds
	slope  float64 // 1 says what is seen, above exaggerates, below hedges
	claims int     // on each event
}

// beta draws from Beta(a, b) for whole a and b: the a-th smallest of a+b−1
// uniform numbers.
func (g *generator) beta(a, b float64) float64 {
	us := make([]float64, int(a+b)-1)
	for i := range us {
		us[i] = g.float()
	}
	slices.Sort(us)
	return us[int(a)-1]
}

func expit(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
func logit(p float64) float64 { return math.Log(p / (1 - p)) }

// says is what a speaker makes of an event of probability q, to the percent.
func (w world) says(g *generator, q float64) float64 {
	p := expit(w.slope * (logit(q) + w.noise*g.normal()))
	return min(0.99, max(0.01, math.Round(100*p)/100))
}

// event draws what is said on one event, and what happens.
func (w world) event(g *generator, name string) []Forecast {
	q, y := g.beta(w.a, w.b), 0.0
	if g.float() < q {
		y = 1
	}
	fs := make([]Forecast, w.claims)
	for i := range fs {
		p := w.says(g, q)
		fs[i] = Forecast{Event: name, P: p, Low: p, High: p, Y: y, Weight: 1}
	}
	return fs
}

// book draws the claims on so many events.
func (w world) book(g *generator, events int) []Forecast {
	var fs []Forecast
	for e := range events {
		fs = append(fs, w.event(g, fmt.Sprint("event ", e))...)
	}
	return fs
}

// truth is the expected Brier score and hit share, from a long book.
func (w world) truth() (brier, hit float64) {
	g := newGenerator(1, 0, 0)
	var loss, right, sided, n float64
	for range 200_000 {
		for _, f := range w.event(&g, "") {
			n++
			loss += Brier(f.P, f.Y)
			if side := sideOf(f.P, f.P); side != 0 {
				sided++
				if (side > 0) == (f.Y > 0.5) {
					right++
				}
			}
		}
	}
	return loss / n, right / sided
}

// calibratedBook says what is seen without noise: p is the truth, except that
// it is rounded.
func (w world) calibratedBook(g *generator, events int) []Forecast {
	var fs []Forecast
	for e := range events {
		p := min(0.99, max(0.01, math.Round(100*g.beta(w.a, w.b))/100))
		y := 0.0
		if g.float() < p {
			y = 1
		}
		for range w.claims {
			fs = append(fs, Forecast{Event: fmt.Sprint("event ", e), P: p, Low: p, High: p, Y: y, Weight: 1})
		}
	}
	return fs
}
