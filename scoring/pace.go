package scoring

import (
	"cmp"
	"math"
	"slices"
)

// Pace says whether the promises of a later period took longer, in units of
// the time promised: the log-rank test (Mantel, 1966), in which what waits
// counts as long as it was watched, and what never came for good.
type Pace struct {
	Z      *float64 `json:"z"`       // above 0 the later ones took longer; nil where nothing can be told
	PValue *float64 `json:"p_value"` // two-sided, the larger of the normal one and that of shuffling; nil likewise
	PHolm  *float64 `json:"p_holm"`  // adjusted for all that was tested with it
}

// PaceOf compares two periods.
func PaceOf(earlier, later []Duration) Pace {
	z, ok := logRank(earlier, later)
	if !ok {
		return Pace{}
	}
	size := func(a, b []Duration) float64 { z, _ := logRank(a, b); return math.Abs(z) }
	normal := math.Erfc(math.Abs(z) / math.Sqrt2)
	return Pace{Z: &z, PValue: ptr(max(normal, shuffled(earlier, later, size)))}
}

// atRisk is a duration with the period it is from; what never happens is at
// risk for good.
type atRisk struct {
	t     float64
	met   bool
	later float64 // 1 for one of the later period
}

// logRank is (E − O)/√V of the later period: how many fewer of it happened
// than would have at the pace of all. It is false where nothing varies.
func logRank(earlier, later []Duration) (z float64, ok bool) {
	var all []atRisk
	for i, period := range [][]Duration{earlier, later} {
		for _, d := range period {
			r := atRisk{d.T, d.Fate == Met, float64(i)}
			if d.Fate == Never {
				r.t = math.Inf(1)
			}
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b atRisk) int { return cmp.Compare(a.t, b.t) })
	n, nLater := float64(len(all)), float64(len(later))
	behind, variance := 0.0, 0.0
	for len(all) > 0 {
		gone, goneLater, met, metLater := 0.0, 0.0, 0.0, 0.0
		for at := all[0].t; len(all) > 0 && all[0].t == at; all = all[1:] {
			gone++
			goneLater += all[0].later
			if all[0].met {
				met++
				metLater += all[0].later
			}
		}
		behind += float64(met*nLater/n) - metLater
		if n > 1 {
			variance += met * (nLater / n) * (1 - nLater/n) * (n - met) / (n - 1)
		}
		n, nLater = n-gone, nLater-goneLater
	}
	if variance < 1e-12 {
		return 0, false
	}
	return behind / math.Sqrt(variance), true
}
