package scoring

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// HitShare is the share of claims whose side was right, with the Jeffreys
// interval (Brown, Cai and DasGupta, 2001) at the number of independent
// claims: claims on one event count together, (Σm)²/Σm² with m claims on an
// event. Low is 0 when none was right, High is 1 when all were.
func HitShare(s []Sided) Hit {
	k := 0
	for _, c := range s {
		if c.Right {
			k++
		}
	}
	return newHit(k, len(s), float64(k)/float64(len(s)), Independent(s))
}

// Independent is as how many independent claims those of s count, 0 for none.
func Independent(s []Sided) float64 {
	perEvent := map[string]float64{}
	squares := 0.0
	for _, c := range s {
		if c.Event == "" {
			squares++
			continue
		}
		perEvent[c.Event]++
	}
	for _, m := range perEvent {
		squares += float64(m * m)
	}
	if squares == 0 {
		return 0
	}
	return float64(len(s)*len(s)) / squares
}

// newHit fills in the interval around share at so many independent claims.
func newHit(k, n int, share, effective float64) Hit {
	if n == 0 {
		return Hit{}
	}
	low, high := jeffreys(share, effective)
	return Hit{k, n, &share, &low, &high}
}

func jeffreys(share, n float64) (low, high float64) {
	k := share * n
	d := distuv.Beta{Alpha: k + 0.5, Beta: n - k + 0.5}
	low, high = 0, 1
	if share > 0 {
		low = d.Quantile(0.025)
	}
	if share < 1 {
		high = d.Quantile(0.975)
	}
	return low, high
}

// hit is the hit share of the sample. A row takes part when it has a side and
// what happened is not exactly half.
func (s sample) hit() Hit {
	perEvent := make([]float64, s.events)
	var k, n int
	var right, total float64
	for _, r := range s.rows {
		if r.side == 0 || r.y == 0.5 {
			continue
		}
		n++
		total += r.w
		perEvent[r.event] += r.w
		if (r.side > 0) == (r.y > 0.5) {
			k++
			right += r.w
		}
	}
	squares := 0.0
	for _, m := range perEvent {
		squares += float64(m * m)
	}
	share := right / total
	if k == n {
		share = math.Round(share)
	}
	return newHit(k, n, share, total*total/squares)
}
