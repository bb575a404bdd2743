package scoring

import "math"

// bins is how many equal parts the probability scale is cut into.
const bins = 10

// z95 is the 97.5 % point of the normal distribution.
const z95 = 1.959963984540054

// binTable gathers forecasts by bin.
type binTable [bins]struct {
	n                int
	w, w2            float64
	wp, wy, wpp, wpy float64
}

// binOf is the bin of p: [k/10, (k+1)/10), the last one closed. The small term
// puts 0.3, which is a little less than 3/10 in binary, where people expect it.
func binOf(p float64) int { return min(bins-1, int(math.Floor(float64(bins*p)+1e-9))) }

func (t *binTable) add(q point) {
	b := &t[binOf(q.p)]
	wp := float64(q.w * q.p)
	b.n += q.n
	b.w += q.w
	b.w2 += q.w2
	b.wp += wp
	b.wy += float64(q.w * q.y)
	b.wpp += float64(wp * q.p)
	b.wpy += float64(wp * q.y)
}

// list is the bins that hold anything. Each bin's interval is at the number of
// independent rows in it, (Σw)²/Σw² with w2 for Σw²: of rows, or of what the
// rows of an event weigh together.
func (t *binTable) list() []Bin {
	list := []Bin{}
	for k, b := range t {
		if b.n == 0 {
			continue
		}
		freq := b.wy / b.w
		low, high := wilson(freq, b.w*b.w/b.w2)
		list = append(list, Bin{float64(k) / bins, float64(k+1) / bins, b.n, b.wp / b.w, freq, low, high})
	}
	return list
}

// bins is the bins of the sample, with the rows on one event as one draw.
func (s sample) bins() []Bin {
	var t binTable
	s.points(func(q point) bool { t.add(q); return true })
	inBin := make([]float64, s.events) // weight by event, of the bin at hand
	for i := 0; i < len(s.rows); {
		start, k := i, binOf(s.rows[i].p)
		for ; i < len(s.rows) && binOf(s.rows[i].p) == k; i++ {
			inBin[s.rows[i].event] += s.count(s.rows[i])
		}
		t[k].w2 = 0
		for _, r := range s.rows[start:i] {
			t[k].w2 += float64(inBin[r.event] * inBin[r.event])
			inBin[r.event] = 0
		}
	}
	return t.list()
}

// count is what a row weighs in the figures of calibration: its weight of a
// weight column, else 1.
func (s sample) count(r row) float64 {
	if s.weighted {
		return r.w
	}
	return 1
}

// total is the weight in all bins, and what happened of it.
func (t *binTable) total() (w, wy float64) {
	for _, b := range t {
		w += b.w
		wy += b.wy
	}
	return w, wy
}

// ece is the mean distance between forecast and frequency over the bins.
func (t *binTable) ece() float64 {
	total, _ := t.total()
	sum := 0.0
	for _, b := range t {
		sum += math.Abs(b.wp - b.wy)
	}
	return sum / total
}

// murphy is the decomposition on the bins, all of whose y are 0 or 1.
func (t *binTable) murphy() Murphy {
	total, yes := t.total()
	base := yes / total
	m := Murphy{UNC: float64(base * (1 - base))}
	for _, b := range t {
		if b.n == 0 {
			continue
		}
		p, y := b.wp/b.w, b.wy/b.w
		m.REL += float64(b.w * Brier(p, y))
		m.RES += float64(b.w * Brier(y, base))
		m.WBV += b.wpp - float64(b.wp*p)
		m.WBC += b.wpy - float64(b.wp*y)
	}
	m.REL /= total
	m.RES /= total
	m.WBV /= total
	m.WBC /= total
	return m
}

// wilson is the 95 % score interval of a share of n (Wilson, 1927).
func wilson(share, n float64) (low, high float64) {
	z2 := z95 * z95
	centre := (share + z2/(2*n)) / (1 + z2/n)
	half := z95 / (1 + z2/n) * math.Sqrt(float64(share*(1-share))/n+z2/(4*n*n))
	low, high = max(0, centre-half), min(1, centre+half)
	if share == 0 {
		low = 0
	}
	if share == 1 {
		high = 1
	}
	return low, high
}
