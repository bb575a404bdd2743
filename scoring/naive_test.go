package scoring

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mathext"
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

// whole is fs without what came true in part.
func (fs naive) whole() (out naive) {
	for _, f := range fs {
		if f.Y == 0 || f.Y == 1 {
			out = append(out, f)
		}
	}
	return out
}

// sameEvent reports whether two different forecasts stand or fall together.
func sameEvent(a, b Forecast) bool { return a.Event != "" && a.Event == b.Event }

// z is Σ a(y − p) over the root of its variance, pair by pair.
func (fs naive) z(a func(p float64) float64) float64 {
	num, v := 0.0, 0.0
	for i, x := range fs {
		num += a(x.P) * (x.Y - x.P)
		v += square(a(x.P)) * x.P * (1 - x.P)
		for j, y := range fs {
			if i == j || !sameEvent(x, y) {
				continue
			}
			covariance := math.Sqrt(x.P * (1 - x.P) * y.P * (1 - y.P))
			if x.Question != y.Question {
				covariance = math.Min(x.P, y.P) - x.P*y.P
			}
			v += a(x.P) * a(y.P) * covariance
		}
	}
	return num / math.Sqrt(v)
}

// events are the forecasts by event.
func (fs naive) events() (events []naive) {
	named := map[string]int{}
	for _, f := range fs {
		at, known := named[f.Event]
		if f.Event == "" || !known {
			at = len(events)
			named[f.Event] = at
			events = append(events, nil)
		}
		events[at] = append(events[at], f)
	}
	return events
}

func (fs naive) weight() (w float64) {
	for _, f := range fs {
		w += f.Weight
	}
	return w
}

// interval is that of the mean Brier score, weighed by rows, as the issue
// states it.
func (fs naive) interval() (low, high float64) {
	var ms, xs []float64
	sum, squares, mean := 0.0, 0.0, 0.0
	for _, e := range fs.events() {
		m := e.weight()
		ms, xs = append(ms, m), append(xs, e.brier())
		sum, squares, mean = sum+m, squares+m*m, mean+m*e.brier()
	}
	mean /= sum
	n, best, worst := sum*sum/squares, 1.0, 0.0
	for _, f := range fs {
		best = math.Min(best, math.Min(square(f.P), square(1-f.P)))
		worst = math.Max(worst, math.Max(square(f.P), square(1-f.P)))
	}
	centre, s := (n*mean+best+worst)/(n+2), 0.0
	for i := range ms {
		s += square(ms[i]) * square(xs[i]-centre)
	}
	s = n*s/squares + square(best-centre) + square(worst-centre)
	half := naiveT(n-1) * math.Sqrt(s/((n+1)*(n+2)))
	return math.Max(0, centre-half), math.Min(1, centre+half)
}

// naiveT is the 97.5 % point of Student's t, found by halving the interval in
// which its distribution passes it.
func naiveT(df float64) float64 {
	low, high := 0.0, 1e12
	for range 400 {
		mid := (low + high) / 2
		if 1-0.5*mathext.RegIncBeta(df/2, 0.5, df/(df+mid*mid)) < 0.975 {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// checkHit compares the hit share, whose n is that of the events' weights.
func (fs naive) checkHit(t *testing.T, h Hit) {
	t.Helper()
	var right, sum, squares float64
	n, k := 0, 0
	for _, e := range fs.events() {
		w := 0.0
		for _, f := range e {
			side := 0.0
			if f.Low > 0.5 {
				side = 1
			}
			if f.High < 0.5 {
				side = -1
			}
			if side == 0 || f.Y == 0.5 {
				continue
			}
			n++
			w += f.Weight
			if side*(f.Y-0.5) > 0 {
				k++
				right += f.Weight
			}
		}
		sum, squares = sum+w, squares+w*w
	}
	if h.N != n || h.ClaimsRight != k {
		t.Fatalf("%d of %d right, want %d of %d", h.ClaimsRight, h.N, k, n)
	}
	if n == 0 {
		return
	}
	near(t, "share", *h.Share, right/sum)
	low, high := 0.0, 1.0
	alpha, beta := right/sum*sum*sum/squares+0.5, (1-right/sum)*sum*sum/squares+0.5
	if k > 0 {
		low = mathext.InvRegIncBeta(alpha, beta, 0.025)
	}
	if k < n {
		high = mathext.InvRegIncBeta(alpha, beta, 0.975)
	}
	near(t, "hit low", *h.Low, low)
	near(t, "hit high", *h.High, high)
}

// checkBins compares the bins' frequencies and Wilson intervals.
func (fs naive) checkBins(t *testing.T, bins []Bin) {
	t.Helper()
	held := 0
	for _, b := range bins {
		var in naive
		for _, f := range fs {
			if f.P*10+1e-9 >= b.Lo*10 && (f.P*10+1e-9 < b.Hi*10 || b.Hi == 1) {
				in = append(in, f)
			}
		}
		squares := 0.0
		for _, e := range in.events() {
			squares += square(e.weight())
		}
		n, o, z := square(in.weight())/squares, in.base(), 1.959963984540054
		near(t, "freq", b.Freq, o)
		centre, half := o+z*z/2/n, z*math.Sqrt(o*(1-o)/n+z*z/4/n/n)
		near(t, "wilson low", b.WilsonLow, math.Max(0, (centre-half)/(1+z*z/n)))
		near(t, "wilson high", b.WilsonHigh, math.Min(1, (centre+half)/(1+z*z/n)))
		held += len(in)
	}
	if held != len(fs) {
		t.Errorf("bins hold %d of %d", held, len(fs))
	}
}

// atLeastNormal checks that a p-value is not below the normal one.
func atLeastNormal(t *testing.T, p, z float64) {
	t.Helper()
	if normal := math.Erfc(math.Abs(z) / math.Sqrt2); p < normal-1e-12 || p > 1 {
		t.Errorf("p = %v, the normal one is %v", p, normal)
	}
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
