package scoring

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Where the method of the Brier interval changes, in events.
const (
	fewEvents  = 50   // below: Student t with two pseudo-events
	manyEvents = 5000 // above: cluster-robust standard error, and no resampling
)

// cluster is the claims on one event: their weight and their loss, both
// summed.
type cluster struct{ w, loss float64 }

// clusters is the sample's events, in an order that depends on nothing but
// their values.
func (s sample) clusters() []cluster {
	cs := make([]cluster, s.events)
	for _, r := range s.rows {
		c := &cs[r.event]
		c.w += r.w
		c.loss += float64(r.w * Brier(r.p, r.y))
	}
	slices.SortFunc(cs, func(a, b cluster) int {
		return cmp.Or(cmp.Compare(a.loss, b.loss), cmp.Compare(a.w, b.w))
	})
	return cs
}

// brierInterval is the 95 % interval of the mean Brier score over events. It
// needs two events, and is nil without.
func (s sample) brierInterval(o Options) (low, high *float64) {
	switch {
	case s.events < 2:
		return nil, nil
	case s.events < fewEvents:
		return bounded(smallInterval(s.clusters(), s.extremes()))
	case s.events <= manyEvents:
		return bounded(bootstrapInterval(s.clusters(), o))
	}
	return bounded(robustInterval(s.clusters()))
}

// IntervalMethod names how the interval of a mean Brier score is made on so many
// events.
func IntervalMethod(events int) string {
	switch {
	case events < 2:
		return "none: it takes two events"
	case events < fewEvents:
		return "Student t over events, with two pseudo-events of weight ½ at the best and the worst loss"
	case events <= manyEvents:
		return "percentile bootstrap over events"
	}
	return "mean ± 1.96 cluster-robust standard errors"
}

// bounded clips an interval to where a Brier score can be.
func bounded(low, high float64) (*float64, *float64) {
	return ptr(max(0, low)), ptr(min(1, high))
}

// extremes is the best and the worst loss that any of the given forecasts
// allows, as two pseudo-events of weight ½.
func (s sample) extremes() [2]cluster {
	best, worst := 1.0, 0.0
	for _, r := range s.rows {
		no, yes := Brier(r.p, 0), Brier(r.p, 1)
		best, worst = min(best, no, yes), max(worst, no, yes)
	}
	return [2]cluster{{0.5, best / 2}, {0.5, worst / 2}}
}

// smallInterval is Student's t over the events and two pseudo-events, because
// a short lucky run has almost no variance of its own. Event weights are
// scaled to a mean of 1; the two halves make one more event.
func smallInterval(cs []cluster, pseudo [2]cluster) (low, high float64) {
	n := float64(len(cs))
	total := 0.0
	for _, c := range cs {
		total += c.w
	}
	scale := n / total
	loss := pseudo[0].loss + pseudo[1].loss
	for _, c := range cs {
		loss += float64(c.loss * scale)
	}
	mean := loss / (n + 1)
	squares := 0.0
	for _, c := range cs {
		d := float64(scale * (c.loss - float64(mean*c.w)))
		squares += float64(d * d)
	}
	for _, c := range pseudo {
		d := c.loss - float64(mean*c.w)
		squares += float64(d*d) / c.w
	}
	half := studentT(n-1) * math.Sqrt(squares/(n*(n+1)))
	return mean - half, mean + half
}

// studentT is the 97.5 % point of Student's t.
func studentT(df float64) float64 {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(0.975)
}

// bootstrapInterval is the percentile bootstrap over events (Efron, 1979).
func bootstrapInterval(cs []cluster, o Options) (low, high float64) {
	means := replicates(o, forInterval, func() func(*generator) float64 {
		return func(g *generator) float64 {
			var sum cluster
			for range cs {
				c := cs[g.below(len(cs))]
				sum.w += c.w
				sum.loss += c.loss
			}
			return sum.loss / sum.w
		}
	})
	slices.Sort(means)
	return quantile(means, 0.025), quantile(means, 0.975)
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
