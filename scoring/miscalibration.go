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
	rows    []row
	squares float64   // Σ p²
	luck    []float64 // by event

	pools []drawnPool // the isotonic fit to the latest draw
	lean  float64     // Σ (1 − 2p) over what happened in it
}

// drawnPool is a pool of an isotonic fit to drawn outcomes. Counts are whole,
// so comparisons of means are exact.
type drawnPool struct {
	end    int // rows before this index
	n, yes int64
}

func (s sample) outcomes() *outcomes {
	o := outcomes{rows: s.rows, luck: make([]float64, s.events)}
	for _, r := range s.rows {
		o.squares += float64(r.p * r.p)
	}
	return &o
}

// draw draws outcomes and fits them by p, ties in p pooled first.
func (o *outcomes) draw(g *generator) {
	for e := range o.luck {
		o.luck[e] = g.float()
	}
	o.pools, o.lean = o.pools[:0], 0
	for i := 0; i < len(o.rows); {
		tie := drawnPool{}
		p := o.rows[i].p
		for ; i < len(o.rows) && o.rows[i].p == p; i++ {
			tie.n++
			if o.luck[o.rows[i].event] < p {
				tie.yes++
			}
		}
		tie.end = i
		o.lean += float64(float64(tie.yes) * (1 - 2*p))
		o.push(tie)
	}
}

// push pools a tie backwards while the pool before it is not below it.
func (o *outcomes) push(top drawnPool) {
	k := len(o.pools)
	for ; k > 0 && o.pools[k-1].yes*top.n >= top.yes*o.pools[k-1].n; k-- {
		top.n += o.pools[k-1].n
		top.yes += o.pools[k-1].yes
	}
	o.pools = append(o.pools[:k], top)
}

// miscalibration is MCB of the latest draw: its mean Brier score,
// Σp² + Σ_{y*=1}(1 − 2p), less that of the fit, Σ yes·(n − yes)/n.
func (o *outcomes) miscalibration() float64 {
	sum := o.squares + o.lean
	for _, q := range o.pools {
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
		world := s.outcomes()
		return func(g *generator) float64 {
			world.draw(g)
			return world.miscalibration()
		}
	})
	slices.Sort(drawn)
	below, _ := slices.BinarySearch(drawn, mcb-1e-12)
	return ptr(float64(1+len(drawn)-below) / float64(len(drawn)+1))
}
