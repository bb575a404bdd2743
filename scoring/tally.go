package scoring

import "math"

// tally is one pass over the points of a group, ascending in p.
type tally struct {
	n             int
	w             float64
	wp, wy        float64
	brier         float64
	log           float64
	clipped       int
	spherical     float64
	yLow, yHigh   float64
	fractions     int     // rows that came true in part
	variance      float64 // Σ p(1−p)
	spiegelhalter struct{ num, den float64 }
	bins          binTable // of the rows with a y of 0 or 1
	curve         isotonic
	pairs         auc
}

func (t *tally) add(q point) {
	if t.n == 0 {
		t.yLow, t.yHigh = q.y, q.y
	}
	t.yLow, t.yHigh = min(t.yLow, q.y), max(t.yHigh, q.y)
	t.n += q.n
	t.w += q.w
	t.wp += float64(q.w * q.p)
	t.wy += float64(q.w * q.y)
	t.addLosses(q)
	t.curve.add(q)
	n := float64(q.n)
	t.variance += float64(n * q.p * (1 - q.p))
	if q.y != 0 && q.y != 1 {
		t.fractions += q.n
		return
	}
	t.addWhole(q)
}

func (t *tally) addLosses(q point) {
	t.brier += float64(q.w * Brier(q.p, q.y))
	t.log += float64(q.w * Log(q.p, q.y))
	t.spherical += float64(q.w * Spherical(q.p, q.y))
	if clipped(q.p) {
		t.clipped += q.n
	}
}

// addWhole adds what needs yes or no.
func (t *tally) addWhole(q point) {
	n, lean := float64(q.n), 1-2*q.p
	t.spiegelhalter.num += float64(n * (q.y - q.p) * lean)
	t.spiegelhalter.den += float64(n * lean * lean * q.p * (1 - q.p))
	t.bins.add(q)
	t.pairs.add(q)
}

// figures is everything that one pass can give, each row being an event of its
// own in the tests: all but the intervals, the range over readings, the hit
// share and the number of events.
func (t *tally) figures(weighted bool) Figures {
	if t.n == 0 {
		return Figures{Bins: []Bin{}}
	}
	pools, brier := t.curve.fit(), t.brier/t.w
	corp := Corp{decompose(brier, pools, brierAt), nil, blocks(pools)}
	g := Figures{
		N:        t.n,
		BaseRate: ptr(t.wy / t.w), MeanP: ptr(t.wp / t.w),
		Brier: ptr(brier), Log: ptr(t.log / t.w), LogClipped: t.clipped, Spherical: ptr(t.spherical / t.w),
		Corp: &corp,
		Bins: t.bins.list(),
	}
	if t.yLow != t.yHigh {
		g.BSSClimatology = ptr(1 - brier/corp.UNC)
	}
	if t.fractions == 0 {
		g.BSSHalf = ptr(1 - brier/0.25)
	}
	if !weighted {
		z, p := zTest(t.wy-t.wp, t.variance)
		g.Citl = &Citl{t.wy, t.wp, z, p, p}
		g.FractionsLeftOut = t.fractions
	}
	if !weighted && t.fractions < t.n {
		t.putWhole(&g)
	}
	return g
}

// putWhole sets what needs yes or no.
func (t *tally) putWhole(g *Figures) {
	m := t.bins.murphy()
	g.Murphy, g.AUC, g.ECE = &m, t.pairs.area(), ptr(t.bins.ece())
	z, p := zTest(t.spiegelhalter.num, t.spiegelhalter.den)
	g.Spiegelhalter = &Spiegelhalter{z, p, p}
}

// zTest is sum/√variance and its two-sided normal p-value, nil without
// variance.
func zTest(sum, variance float64) (z, p *float64) {
	if variance <= 0 {
		return nil, nil
	}
	score := sum / math.Sqrt(variance)
	return &score, ptr(math.Erfc(math.Abs(score) / math.Sqrt2))
}
