package scoring

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// manyEvents is where the method of the Brier interval changes: above it there
// is a cluster-robust standard error, and no resampling.
const manyEvents = 5000

// cluster is the claims on one event: their weight and their loss, both
// summed.
type cluster struct{ w, loss float64 }

// clusters is the sample's events, in an order that depends on nothing but
// their values. Where every event weighs the same each has weight 1, and
// events of which only later versions are left have none.
func (s sample) clusters() []cluster {
	cs := make([]cluster, s.events)
	for _, r := range s.rows {
		if s.byEvent && r.later {
			continue
		}
		c := &cs[r.event]
		c.w += r.w
		c.loss += float64(r.w * Brier(r.p, r.y))
	}
	cs = slices.DeleteFunc(cs, func(c cluster) bool { return c.w == 0 })
	if s.byEvent {
		for i, c := range cs {
			cs[i] = cluster{1, c.loss / c.w}
		}
	}
	slices.SortFunc(cs, func(a, b cluster) int {
		return cmp.Or(cmp.Compare(a.loss, b.loss), cmp.Compare(a.w, b.w))
	})
	return cs
}

// brierInterval is the 95 % interval of the mean Brier score over events. It
// needs two events, and is nil without.
func (s sample) brierInterval() (low, high *float64) {
	cs := s.clusters()
	if len(cs) < 2 {
		return nil, nil
	}
	if len(cs) <= manyEvents {
		best, worst := s.extremes()
		return bounded(pseudoEvents(cs, best, worst).interval())
	}
	return bounded(robustInterval(cs))
}

// IntervalMethod names how the interval of a mean Brier score is made on so many
// events.
func IntervalMethod(events int) string {
	switch {
	case events < 2:
		return "none: it takes two events"
	case events <= manyEvents:
		return "Student t over events, with two pseudo-events at the best and the worst loss"
	}
	return "mean ± 1.96 cluster-robust standard errors"
}

// bounded clips an interval to where a Brier score can be.
func bounded(low, high float64) (*float64, *float64) {
	return ptr(max(0, low)), ptr(min(1, high))
}

// extremes is the best and the worst loss that any of the given forecasts
// allows.
func (s sample) extremes() (best, worst float64) {
	best, worst = 1, 0
	for _, r := range s.rows {
		no, yes := Brier(r.p, 0), Brier(r.p, 1)
		best, worst = min(best, no, yes), max(worst, no, yes)
	}
	return best, worst
}

// pseudo is a mean over events and two pseudo-events of weight 1 with the best
// and the worst loss that was possible, because a short lucky run has almost
// no variance of its own.
type pseudo struct {
	n       float64 // events, or as how many equal ones they count: (Σm)²/Σm²
	centre  float64
	squares float64 // around the centre
}

// pseudoEvents adds two pseudo-events to events of weight m and mean loss x:
// n = (Σm)²/Σm², centre c = (n·Σmx/Σm + best + worst)/(n + 2) and
// S = n·Σm²(x − c)²/Σm² + (best − c)² + (worst − c)². With equal weights that
// is the plain sum of squares over n + 2 values.
func pseudoEvents(cs []cluster, best, worst float64) pseudo {
	var w, w2, loss float64
	for _, c := range cs {
		w += c.w
		w2 += float64(c.w * c.w)
		loss += c.loss
	}
	n := w * w / w2
	centre := (n*(loss/w) + best + worst) / (n + 2)
	squares := 0.0
	for _, c := range cs {
		d := c.loss - float64(c.w*centre)
		squares += float64(d * d)
	}
	return pseudo{n, centre, n*squares/w2 + Brier(best, centre) + Brier(worst, centre)}
}

// variance is that of the mean: S/((n + 1)(n + 2)).
func (p pseudo) variance() float64 { return p.squares / ((p.n + 1) * (p.n + 2)) }

// interval is c ± t(n − 1)·√(S/((n + 1)(n + 2))); everything when n − 1 is so
// near 0 that t has no bound.
func (p pseudo) interval() (low, high float64) {
	half := 0.0
	if p.squares > 0 {
		half = studentT(p.n-1) * math.Sqrt(p.variance())
	}
	return p.centre - half, p.centre + half
}

// studentT is the 97.5 % point of Student's t, infinite without degrees of
// freedom.
func studentT(df float64) float64 {
	if df < 0.01 {
		return math.Inf(1)
	}
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(0.975)
}

// robustInterval is mean ± 1.96 standard errors, robust to what the claims on
// one event share (CR1: Liang and Zeger, 1986, with the factor n/(n−1)).
func robustInterval(cs []cluster) (low, high float64) {
	var m moments
	for _, c := range cs {
		m.add(c, 1)
	}
	return m.interval()
}

// moments are the sums of which the cluster-robust interval is made.
type moments struct{ n, w, loss, ww, wl, ll float64 }

func (m *moments) add(c cluster, times float64) {
	m.n += times
	m.w += float64(times * c.w)
	m.loss += float64(times * c.loss)
	m.ww += float64(times * c.w * c.w)
	m.wl += float64(times * c.w * c.loss)
	m.ll += float64(times * c.loss * c.loss)
}

func (m *moments) interval() (low, high float64) {
	mean := m.loss / m.w
	squares := max(0, m.ll-float64(2*mean*m.wl)+float64(mean*mean*m.ww))
	half := z95 * math.Sqrt(squares*m.n/(m.n-1)) / m.w
	return mean - half, mean + half
}
