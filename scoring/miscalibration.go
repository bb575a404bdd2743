package scoring

import (
	"math"
	"slices"
)

// How much work a simulation of outcomes may be: draws times rows, and the
// least number of draws.
const (
	maxDrawn = 20_000_000
	minDraws = 200
)

// resampled reports whether outcomes can be drawn for the sample.
func (s sample) resampled() bool {
	return !s.weighted && s.events <= manyEvents && len(s.rows) > 0
}

// draws is o with as many draws as so many rows allow.
func (o Options) draws(rows int) Options {
	o.Resamples = min(o.Resamples, max(minDraws, maxDrawn/rows))
	return o
}

// ties are the rows of a sample as a simulation needs them: grouped by p,
// ascending.
type ties struct {
	alone   []int32   // by tie, how many of its rows are the only ones on their event
	events  []int32   // of the other rows; rows that are alike stand here once
	times   []int32   // how many rows each stands for; nil where all are one
	rows    int       // in all
	ends    []int32   // those of tie k end before ends[k]
	sizes   []int64   // how many rows tie k has
	ps      []float64 // of the ties
	limits  []uint64  // a row happens when its event's number lies below
	lean    []float64
	named   int     // events with several rows
	due     float64 // Σ p
	squares float64 // Σ p²
	spread  float64 // Σ p(1 − 2p): what Σ(1 − 2p)y* is expected to be
}

func (s sample) ties() ties {
	t, numbers := ties{rows: len(s.rows)}, s.several()
	for _, n := range numbers {
		t.named = max(t.named, int(n)+1)
	}
	alike := 0
	for i, r := range s.rows {
		t.due += r.p
		t.squares += float64(r.p * r.p)
		t.spread += float64(r.p * (1 - 2*r.p))
		if i == 0 || r.p != s.rows[i-1].p {
			t.ends, t.sizes, t.ps = append(t.ends, 0), append(t.sizes, 0), append(t.ps, r.p)
			t.limits = append(t.limits, uint64(math.Ceil(r.p*0x1p53)))
			t.lean, t.alone = append(t.lean, 1-2*r.p), append(t.alone, 0)
		}
		if at := numbers[r.event]; at >= 0 {
			t.events = append(t.events, at)
		} else {
			t.alone[len(t.alone)-1]++
		}
		t.ends[len(t.ends)-1] = int32(len(t.events))
		t.sizes[len(t.sizes)-1]++
	}
	start := int32(0)
	for _, end := range t.ends {
		own := t.events[start:end]
		slices.Sort(own)
		for i := 1; i < len(own); i++ {
			if own[i] == own[i-1] {
				alike++
			}
		}
		start = end
	}
	if alike > len(t.events)/4 {
		t.pool()
	}
	return t
}

// several numbers the events with several rows from 0; those with one are −1.
func (s sample) several() []int32 {
	numbers := make([]int32, s.events)
	for _, r := range s.rows {
		numbers[r.event]++
	}
	next := int32(0)
	for e, n := range numbers {
		numbers[e] = -1
		if n > 1 {
			numbers[e] = next
			next++
		}
	}
	return numbers
}

// pool lets rows that are alike stand once.
func (t *ties) pool() {
	events, ends := t.events, t.ends
	t.events, t.ends = nil, make([]int32, 0, len(ends))
	start := int32(0)
	for _, end := range ends {
		for i := start; i < end; i++ {
			if i > start && events[i] == events[i-1] {
				t.times[len(t.times)-1]++
				continue
			}
			t.events, t.times = append(t.events, events[i]), append(t.times, 1)
		}
		start, t.ends = end, append(t.ends, int32(len(t.events)))
	}
}

// luckyWorld draws what would happen if every forecast were calibrated:
// y* ~ Bernoulli(p) for each row, 1 when the event's own uniform number is
// below p. Claims on one event so share their luck, as they do in the world.
// Rows that are alone on their events are independent: of those with one p only
// the number of those that happen is drawn.
type luckyWorld struct {
	ties
	counts []binomial // by tie
	luck   []uint64   // by event with several rows, below 2⁵³
	pools  []drawnPool
}

// drawnPool is a pool of an isotonic fit to drawn outcomes. Counts are whole,
// so comparisons of means are exact.
type drawnPool struct {
	end    int // rows before this index
	n, yes int64
}

// drawn is one draw: its MCB, Σ(y* − p)(1 − 2p) and Σ(y* − p).
type drawn struct{ mcb, lean, large float64 }

func (d drawn) leaning() float64 { return d.lean }

func newLuckyWorld(t ties) *luckyWorld {
	w := &luckyWorld{ties: t, counts: make([]binomial, len(t.alone)), luck: make([]uint64, t.named)}
	for k, n := range t.alone {
		if n > 0 {
			w.counts[k] = newBinomial(int(n), float64(t.limits[k])*0x1p-53)
		}
	}
	return w
}

// draw draws outcomes and fits them by p, ties in p pooled first.
func (w *luckyWorld) draw(g *generator) drawn {
	g.fill(w.luck)
	w.pools = w.pools[:0]
	start, rows, lean, came := 0, 0, 0.0, int64(0)
	for k, end := range w.ends {
		yes := w.happened(start, int(end), w.limits[k])
		if w.alone[k] > 0 {
			yes += w.counts[k].draw(g)
		}
		lean += float64(float64(yes) * w.lean[k])
		came += yes
		rows += int(w.sizes[k])
		w.push(drawnPool{rows, w.sizes[k], yes})
		start = int(end)
	}
	return drawn{w.miscalibration(lean), lean - w.spread, float64(came) - w.due}
}

// happened counts the rows whose event's number lies below the limit, without
// a branch that a processor would guess wrong half of the time.
func (w *luckyWorld) happened(start, end int, limit uint64) (yes int64) {
	luck, events := w.luck, w.events[start:end]
	if w.times == nil {
		for _, e := range events {
			yes += int64((luck[e] - limit) >> 63)
		}
		return yes
	}
	times := w.times[start:end]
	for i, e := range events {
		yes += int64((luck[e]-limit)>>63) * int64(times[i])
	}
	return yes
}

// push pools a tie backwards while the pool before it is not below it.
func (w *luckyWorld) push(top drawnPool) {
	k := len(w.pools)
	for ; k > 0 && w.pools[k-1].yes*top.n >= top.yes*w.pools[k-1].n; k-- {
		top.n += w.pools[k-1].n
		top.yes += w.pools[k-1].yes
	}
	w.pools = append(w.pools[:k], top)
}

// miscalibration is MCB of the latest draw: its mean Brier score,
// Σp² + Σ_{y*=1}(1 − 2p), less that of the fit, Σ yes·(n − yes)/n.
func (w *luckyWorld) miscalibration(lean float64) float64 {
	sum := w.squares + lean
	for _, q := range w.pools {
		sum -= float64(q.yes) * float64(q.n-q.yes) / float64(q.n)
	}
	return sum / float64(w.rows)
}

// fewDraws is after how many draws it is first asked whether they are enough.
const fewDraws = 100

// simulated is how the sample would come out if every forecast were
// calibrated, draw by draw; nil with weights and above 5,000 events. The draws
// end when the p-values that they are for, of the MCB that was observed and of
// Spiegelhalter's test, are known to a tenth of themselves, which far from 5 % is
// soon, as it is far below; with o.allDraws they do not.
func (s sample) simulated(o Options, mcb float64) []drawn {
	if !s.resampled() {
		return nil
	}
	t, all, lean := s.ties(), o.draws(len(s.rows)).Resamples, s.wholeErrors(spiegelhalter)
	var ds []drawn
	for len(ds) < all {
		n := all - len(ds)
		if !o.allDraws {
			n = min(n, max(fewDraws, len(ds)))
		}
		ds = append(ds, replicatesFrom(len(ds), n, o.Seed, forMiscalibration, func() func(*generator) drawn { return newLuckyWorld(t).draw })...)
		if !o.allDraws && known(*miscalibrationP(mcb, ds), len(ds)) && known(twoSided(lean, ds, drawn.leaning)/2, len(ds)) {
			break
		}
	}
	return ds
}

// known reports whether a share of n draws has a standard error of at most a
// tenth of itself, or is below 1 % beyond doubt: by four standard errors.
func known(p float64, n int) bool {
	sd := math.Sqrt(p * (1 - p) / float64(n))
	return sd <= p/10 || p+4*sd < 0.01
}

// miscalibrationP is the p-value of MCB: (1 + #{MCB* ≥ MCB}) / (B + 1). It is
// nil without draws.
func miscalibrationP(mcb float64, ds []drawn) *float64 {
	if len(ds) == 0 {
		return nil
	}
	extreme := 1
	for _, d := range ds {
		if d.mcb >= mcb-1e-12 {
			extreme++
		}
	}
	return ptr(float64(extreme) / float64(len(ds)+1))
}

// twoSided is the simulated p-value of a sum of errors: twice the smaller share
// of draws on one side of it, draws that equal it on both; 0 without draws.
func twoSided(sum float64, ds []drawn, of func(drawn) float64) float64 {
	if len(ds) == 0 {
		return 0
	}
	low, high := 1, 1
	for _, d := range ds {
		if of(d) <= sum+1e-9 {
			low++
		}
		if of(d) >= sum-1e-9 {
			high++
		}
	}
	return min(1, 2*float64(min(low, high))/float64(len(ds)+1))
}
