package scoring

import (
	"math"
	"slices"
)

// The second implementation: slow, direct from the definitions, and sharing no
// code with the first but the types.

type naive []Forecast

func (fs naive) mean(f func(Forecast) float64) float64 {
	sum, weight := 0.0, 0.0
	for _, x := range fs {
		sum += x.Weight * f(x)
		weight += x.Weight
	}
	return sum / weight
}

func naiveLog(p, y float64) float64 {
	p = math.Max(0.01, math.Min(0.99, p))
	return -y*math.Log(p) - (1-y)*math.Log(1-p)
}

func naiveSpherical(p, y float64) float64 {
	return (y*p + (1-y)*(1-p)) / math.Sqrt(p*p+(1-p)*(1-p))
}

func square(x float64) float64 { return x * x }

func (fs naive) brier() float64 {
	return fs.mean(func(f Forecast) float64 { return square(f.P - f.Y) })
}

func (fs naive) base() float64 { return fs.mean(func(f Forecast) float64 { return f.Y }) }

func (fs naive) unc() float64 {
	base := fs.base()
	return fs.mean(func(f Forecast) float64 { return square(f.Y - base) })
}

// isotonic is the max-min formula: the fit at p is the greatest, over starts
// a ≤ p, of the least mean of y over the forecasts in [a, b] with b ≥ p.
func (fs naive) isotonic(p float64) float64 {
	best := math.Inf(-1)
	for _, a := range fs {
		if a.P > p {
			continue
		}
		least := math.Inf(1)
		for _, b := range fs {
			if b.P < p {
				continue
			}
			within := slices.DeleteFunc(slices.Clone(fs), func(f Forecast) bool { return f.P < a.P || f.P > b.P })
			least = math.Min(least, within.base())
		}
		best = math.Max(best, least)
	}
	return best
}

func (fs naive) recalibrated() float64 {
	return fs.mean(func(f Forecast) float64 { return square(fs.isotonic(f.P) - f.Y) })
}

func (fs naive) auc() float64 {
	pairs, won := 0.0, 0.0
	for _, a := range fs {
		for _, b := range fs {
			if a.Y == 1 && b.Y == 0 {
				pairs++
				switch {
				case a.P > b.P:
					won++
				case a.P == b.P:
					won += 0.5
				}
			}
		}
	}
	return won / pairs
}

func (fs naive) ece() float64 {
	sum := 0.0
	for k := range 10 {
		lean := 0.0
		for _, f := range fs {
			if int(f.P*10+1e-9) == k || k == 9 && f.P == 1 {
				lean += f.P - f.Y
			}
		}
		sum += math.Abs(lean)
	}
	return sum / float64(len(fs))
}

func (fs naive) spiegelhalter() float64 {
	num, den := 0.0, 0.0
	for _, f := range fs {
		num += (f.Y - f.P) * (1 - 2*f.P)
		den += square(1-2*f.P) * f.P * (1 - f.P)
	}
	return num / math.Sqrt(den)
}

func (fs naive) inTheLarge() float64 {
	num, den := 0.0, 0.0
	for _, f := range fs {
		num += f.Y - f.P
		den += f.P * (1 - f.P)
	}
	return num / math.Sqrt(den)
}

// robust is the half width of the cluster-robust interval.
func (fs naive) robust() float64 {
	events := map[string]float64{}
	own, weight, b := 0.0, 0.0, fs.brier()
	n := 0.0
	for _, f := range fs {
		d := f.Weight * (square(f.P-f.Y) - b)
		weight += f.Weight
		if f.Event == "" {
			own += d * d
			n++
			continue
		}
		events[f.Event] += d
	}
	for _, d := range events {
		own += d * d
		n++
	}
	return 1.959963984540054 * math.Sqrt(own*n/(n-1)) / weight
}
