package scoring

import "slices"

// maxResampledRows bounds the work of the resampling tests, which is rows
// times replicates: they are left out above it.
const maxResampledRows = 200_000

// resampled reports whether outcomes can be drawn for the sample.
func (s sample) resampled() bool {
	return !s.weighted && s.events <= manyEvents && 0 < len(s.rows) && len(s.rows) <= maxResampledRows
}

// outcomes draws what would happen if every forecast were calibrated:
// y* ~ Bernoulli(p) for each row, 1 when the event's own uniform number is
// below p. Claims on one event so share their luck, as they do in the world;
// rows without an event are independent.
type outcomes struct {
	rows []row
	luck []float64 // by event
}

func (s sample) outcomes() outcomes { return outcomes{s.rows, make([]float64, s.events)} }

func (o outcomes) draw(g *generator) {
	for e := range o.luck {
		o.luck[e] = g.float()
	}
}

func (o outcomes) happened(r row) bool { return o.luck[r.event] < r.p }

// drawnPool is a pool of an isotonic fit to drawn outcomes. Counts are whole,
// so comparisons of means are exact.
type drawnPool struct {
	end    int // rows before this index
	n, yes int64
}

// drawnFit fits drawn outcomes by p, ties in p pooled first, appending to pools.
func (o outcomes) drawnFit(pools []drawnPool) []drawnPool {
	for i := 0; i < len(o.rows); {
		var top drawnPool
		for p := o.rows[i].p; i < len(o.rows) && o.rows[i].p == p; i++ {
			top.n++
			if o.happened(o.rows[i]) {
				top.yes++
			}
		}
		top.end = i
		for k := len(pools); k > 0 && pools[k-1].yes*top.n >= top.yes*pools[k-1].n; k-- {
			top.n += pools[k-1].n
			top.yes += pools[k-1].yes
			pools = pools[:k-1]
		}
		pools = append(pools, top)
	}
	return pools
}

// miscalibration is MCB of drawn outcomes: their mean Brier score less that
// of the fit, which is Σ yes·(n − yes)/n over the pools.
func (o outcomes) miscalibration(pools []drawnPool) float64 {
	sum := 0.0
	for _, r := range o.rows {
		if o.happened(r) {
			sum += Brier(r.p, 1)
		} else {
			sum += Brier(r.p, 0)
		}
	}
	for _, q := range pools {
		sum -= float64(q.yes) * float64(q.n-q.yes) / float64(q.n)
	}
	return sum / float64(len(o.rows))
}

// miscalibrationP is the p-value of MCB: (1 + #{MCB* ≥ MCB}) / (B + 1) over
// draws in which every forecast is calibrated. It is nil with weights and
// where drawing is too much work (resampled).
func (s sample) miscalibrationP(mcb float64, o Options) *float64 {
	if !s.resampled() {
		return nil
	}
	drawn := replicates(o, forMiscalibration, func() func(*generator) float64 {
		world, pools := s.outcomes(), []drawnPool(nil)
		return func(g *generator) float64 {
			world.draw(g)
			pools = world.drawnFit(pools[:0])
			return world.miscalibration(pools)
		}
	})
	slices.Sort(drawn)
	below, _ := slices.BinarySearch(drawn, mcb-1e-12)
	return ptr(float64(1+len(drawn)-below) / float64(len(drawn)+1))
}
