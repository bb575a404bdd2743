package scoring

import (
	"math"
	"slices"
)

// power is how often MCB's test would notice a speaker who exaggerates: who
// says 90 % of what happens in 75 %, 97 % of what happens in 85 %, because the
// log-odds are twice the true ones. It is nil where outcomes cannot be drawn.
func (s sample) power(o Options) *float64 {
	if !s.resampled() {
		return nil
	}
	calm := s.ties()
	wild := calm
	wild.limits = make([]uint64, len(calm.limits))
	for k, p := range calm.ps {
		wild.limits[k] = uint64(math.Ceil(moderate(p) * 0x1p53))
	}
	draw := func(t ties) []drawn {
		return replicates(o.draws(len(s.rows)), forPower, func() func(*generator) drawn { return newLuckyWorld(t).draw })
	}
	null := draw(calm)
	slices.SortFunc(null, func(a, b drawn) int {
		switch {
		case a.mcb > b.mcb:
			return -1
		case a.mcb < b.mcb:
			return 1
		}
		return 0
	})
	least := null[max(0, int(0.05*float64(len(null)+1))-2)].mcb // fewer than 5 % of draws, the observed one among them, lie above
	noticed := 0.0
	for _, d := range draw(wild) {
		if d.mcb > least+1e-12 {
			noticed++
		}
	}
	return ptr(noticed / float64(len(null)))
}

// moderate is the probability whose log-odds are half of p's.
func moderate(p float64) float64 {
	a, b := math.Sqrt(p), math.Sqrt(1-p)
	return a / (a + b)
}

// whereItHappened is the mean forecast of what happened and of what did not,
// nil where there was none; what happened in part is in neither.
func (s sample) whereItHappened() (yes, no *float64) {
	var sums, counts [2]float64
	for _, r := range s.rows {
		if !r.fraction() {
			sums[int(r.y)] += float64(s.count(r) * r.p)
			counts[int(r.y)] += s.count(r)
		}
	}
	mean := func(k int) *float64 {
		if counts[k] == 0 {
			return nil
		}
		return ptr(sums[k] / counts[k])
	}
	return mean(1), mean(0)
}
