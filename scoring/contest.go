package scoring

import (
	"cmp"
	"math"
	"slices"
)

// Mode says what a board compares.
type Mode string

const (
	ModeSkill  Mode = "skill"  // losses with the difficulty of questions taken out
	ModeRecord Mode = "record" // plain means: speakers spoke about different events
)

// ability is one ranked speaker.
type ability struct {
	name     string
	n        int     // cells
	shared   int     // of them on questions that another ranked speaker addressed
	x        float64 // mean loss, in mode skill less the difficulty
	variance float64 // of x
	expected float64 // mean p(1 − p)
}

// leastVariance keeps weights 1/v finite when every loss is the same.
const leastVariance = 1e-12

// contest is the ranked speakers of a board and which of their differences
// stand.
type contest struct {
	mode   Mode
	events bool // in mode record: they spoke about different events
	ridge  components
	ranked []ability
	left   []Unranked
	named  []Named
	better []int    // how many are better than each ranked, beyond chance
	worse  []int    // how many are worse
	gap    *float64 // (c + 0.84)·median s_ij; nil where nothing could be judged

	levels   map[string]float64                // in mode skill: a_s of everybody
	spreads  []Spread                          // of the ranked
	critical float64                           // c; 0 where nothing could be judged
	draws    int                               // of boards of equals, that c is made from
	gateP    float64                           // of the gate
	differ   func(i, j int) (gap, s float64)   // the loss of j less that of i, and s_ij
	words    func(i, j int) (gap, bar float64) // likewise of the excess losses, with c·s_ij; nil where they were not looked at
}

// Reasons why a pair is named.
const (
	NamedSkill  = "skill"  // better on the questions both addressed
	NamedRecord = "record" // the better record, and its words held better too
	NamedSurer  = "surer"  // the lower figure, because surer things were spoken of
)

// Named is a difference that stands: better's loss is lower.
type Named struct {
	Better     string  `json:"better"`
	Worse      string  `json:"worse"`
	Difference float64 `json:"difference"` // of the losses, above 0
	Why        string  `json:"why"`
}

// Unranked is a speaker with enough events who cannot be compared by skill.
type Unranked struct {
	Name   string  `json:"name"`
	Events int     `json:"events"`
	Shared int     `json:"shared"` // questions that another speaker with enough events addressed
	Brier  float64 `json:"brier"`  // plain mean over questions
}

// contest compares the speakers with at least o.MinEvents events. surer says
// whether losses have an expected part, which a record's words can be cleared
// of.
func (b cellGrid) contest(o Options, surer bool) contest {
	eligible := b.eligible(o.MinEvents)
	if len(eligible) < 2 {
		return contest{mode: ModeRecord, ranked: b.of(eligible).abilities()}
	}
	if ranked, skill := b.comparable(eligible); skill {
		return b.bySkill(ranked, eligible, o)
	}
	return b.byEvent().byRecord(eligible, o, surer)
}

// bySkill takes the difficulty of questions out with the cells of everybody,
// and names differences by the shared cells of the ranked alone.
func (b cellGrid) bySkill(ranked, eligible []int32, o Options) contest {
	some := b.of(ranked)
	shared := some.shared()
	if o.onlyNamed && shared.gate(byQuestion, lossOf).p(o, o.onlySide) > level {
		return contest{mode: ModeSkill, ranked: some.abilities()}
	}
	c := contest{mode: ModeSkill, ridge: b.components()}
	r := b.solve(c.ridge.lambda())
	c.ranked = some.abilities()
	for i, s := range ranked {
		c.ranked[i].x, c.ranked[i].variance = r.level[s], max(leastVariance, r.variance[s])
		c.spreads = append(c.spreads, Spread{N: c.ranked[i].n, Left: r.left, Leverage: r.variance[s] / r.left})
	}
	c.levels = map[string]float64{}
	for s, name := range b.names {
		c.levels[name] = r.level[s]
	}
	c.better, c.worse = make([]int, len(ranked)), make([]int, len(ranked))
	c.left = b.unranked(ranked, eligible)
	if len(ranked) > maxOverlap {
		return c
	}
	fit := shared.overlap()
	if !fit.decides() {
		return c
	}
	crit := fit.critical(o)
	c.critical, c.draws, c.gateP = crit, fit.draws(o), shared.gate(byQuestion, lossOf).p(o, o.onlySide)
	c.differ = func(i, j int) (gap, s float64) { return fit.level[j] - fit.level[i], fit.s(i, j) }
	passed := c.gateP <= level
	c.putGap(crit, fit.s, o)
	c.decide(func(i, j int) bool {
		gap := fit.level[j] - fit.level[i]
		return passed && gap > 0 && c.ranked[i].x < c.ranked[j].x && gap > crit*fit.s(i, j)
	}, func(i, j int) (float64, string) { return fit.level[j] - fit.level[i], NamedSkill })
	return c
}

// putGap works out the gap that would go unseen.
func (c *contest) putGap(crit float64, s func(i, j int) float64, o Options) {
	if !o.onlyNamed {
		c.gap = ptr((crit + 0.84) * c.medianError(s))
	}
}

// decide names every pair that better tells apart.
func (c *contest) decide(better func(i, j int) bool, as func(i, j int) (float64, string)) {
	for i := range c.ranked {
		for j := range c.ranked {
			if i != j && better(i, j) {
				c.worse[i]++
				c.better[j]++
				difference, why := as(i, j)
				c.named = append(c.named, Named{c.ranked[i].name, c.ranked[j].name, difference, why})
			}
		}
	}
}

// maxMedian is among how many speakers the median error is looked for.
const maxMedian = 300

// medianError is the median s_ij over all pairs, of the first speakers when
// there are many.
func (c *contest) medianError(s func(i, j int) float64) float64 {
	k := min(len(c.ranked), maxMedian)
	all := make([]float64, 0, k*(k-1)/2)
	for i := range k {
		for j := i + 1; j < k; j++ {
			all = append(all, s(i, j))
		}
	}
	slices.Sort(all)
	return quantile(all, 0.5)
}

// abilities counts the cells of every speaker of the board; x is the plain
// mean.
func (b cellGrid) abilities() []ability {
	as, counts := make([]ability, len(b.names)), b.counts()
	shared, _ := b.sharedCounts()
	for i, name := range b.names {
		as[i] = ability{name: name, n: counts[i], shared: shared[i]}
	}
	for _, c := range b.cells {
		a := &as[c.speaker]
		a.x += c.loss / float64(a.n)
		a.expected += c.expected / float64(a.n)
	}
	return as
}

// unranked are the eligible who are not ranked.
func (b cellGrid) unranked(ranked, eligible []int32) []Unranked {
	var left []Unranked
	for i, a := range b.of(eligible).abilities() {
		if !slices.Contains(ranked, eligible[i]) {
			left = append(left, Unranked{a.name, a.n, a.shared, a.x})
		}
	}
	slices.SortFunc(left, func(x, y Unranked) int { return cmp.Or(cmp.Compare(x.Brier, y.Brier), cmp.Compare(x.Name, y.Name)) })
	return left
}

// byRecord compares plain event means.
func (b cellGrid) byRecord(eligible []int32, o Options, surer bool) contest {
	some := b.of(eligible)
	c := contest{mode: ModeRecord, ranked: some.abilities()}
	c.better, c.worse = make([]int, len(eligible)), make([]int, len(eligible))
	_, shared := some.sharedCounts()
	c.events = 2*shared < len(some.cells)
	losses := b.record(some, eligible, lossOf, func(s extents) extent { return s.loss }, o)
	if o.onlyNamed && !losses.passed {
		return c
	}
	for i := range c.ranked {
		c.ranked[i].variance = losses.as[i].variance
	}
	c.spreads, c.critical, c.draws, c.gateP = losses.spreads, losses.critical, o.rankDraws(len(eligible)), losses.gateP
	c.differ = func(i, j int) (gap, s float64) { return losses.as[j].x - losses.as[i].x, losses.s(i, j) }
	var words record
	if surer && losses.passed {
		words = b.record(some, eligible, excessOf, func(s extents) extent { return s.excess }, o)
		c.words = func(i, j int) (gap, bar float64) {
			return words.as[j].x - words.as[i].x, words.critical * words.s(i, j)
		}
	}
	c.putGap(losses.critical, losses.s, o)
	c.decide(losses.better, func(i, j int) (float64, string) {
		if surer && !words.better(i, j) {
			return losses.as[j].x - losses.as[i].x, NamedSurer
		}
		return losses.as[j].x - losses.as[i].x, NamedRecord
	})
	return c
}

// record is what plain means of one kind of loss say.
type record struct {
	as       []ability
	spreads  []Spread
	critical float64
	gateP    float64
	passed   bool // the gate
}

// record measures the eligible of a board: the mean of each over the cells of
// some, which are theirs alone, with a variance that borrows ten degrees of
// freedom from everybody, so that a lucky five of five does not look certain,
// and is never below that of the mean with two pseudo-events.
func (b cellGrid) record(some cellGrid, eligible []int32, loss func(cell) float64, possible func(extents) extent, o Options) record {
	gateP := some.gate(together, loss).p(o, o.onlySide)
	if o.onlyNamed && gateP > level {
		return record{gateP: gateP}
	}
	pooled := b.pooledVariance(loss)
	r := record{gateP: gateP, passed: gateP <= level, as: make([]ability, len(eligible)), spreads: make([]Spread, len(eligible))}
	start := 0
	for i := range eligible {
		end := start
		for end < len(some.cells) && some.cells[end].speaker == int32(i) {
			end++
		}
		r.as[i], r.spreads[i] = recordOf(some.cells[start:end], pooled, loss, possible(some.extents[i]))
		start = end
	}
	r.critical = criticalDifference(r.as, o)
	return r
}

func recordOf(cells []cell, pooled float64, loss func(cell) float64, possible extent) (ability, Spread) {
	a, clusters := ability{n: len(cells)}, make([]cluster, len(cells))
	n := float64(len(cells))
	for i, c := range cells {
		a.x += loss(c) / n
		clusters[i] = cluster{1, loss(c)}
	}
	spread := Spread{N: len(cells), Pooled: pooled}
	for _, c := range cells {
		spread.Squares += float64((loss(c) - a.x) * (loss(c) - a.x))
	}
	spread.Borrowed = (spread.Squares + float64(10*pooled)) / (n - 1 + 10) / n
	spread.Pseudo = pseudoEvents(clusters, possible.best, possible.worst).variance()
	a.variance = max(spread.Borrowed, spread.Pseudo, leastVariance)
	return a, spread
}

// pooledVariance is Σq/Σ(n − 1) over all speakers, with q the squares around
// the mean of each.
func (b cellGrid) pooledVariance(loss func(cell) float64) float64 {
	squares, df := b.within(len(b.names), func(c cell) int32 { return c.speaker }, loss)
	return squares / max(1, df)
}

// s is √(v_i + v_j).
func (r record) s(i, j int) float64 { return math.Sqrt(r.as[i].variance + r.as[j].variance) }

// better reports whether i's mean is lower than j's by more than chance.
func (r record) better(i, j int) bool {
	return r.passed && r.as[j].x-r.as[i].x > r.critical*r.s(i, j)
}
