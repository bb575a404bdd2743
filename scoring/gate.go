package scoring

import (
	"math"
	"slices"
)

// How much work a test by shuffling may be: cells times draws, and the least
// number of draws.
const (
	maxShuffled = 50_000_000
	minShuffles = 99
)

// gate is the test that a board must pass before any pair is named: if all
// speakers are equal, the losses could as well have gone to each other, so the
// draws shuffle them, within questions when speakers addressed the same ones.
// The statistic is the greatest |x̄_i − x̄_j|/√(1/k_i + 1/k_j), with x̄ the mean
// over the k cells of a speaker of the loss less that of its group. The
// variances behind the differences are estimated; this test is exact.
type gate struct {
	losses []float64 // of the cells by group, less the group's mean
	owner  []int32
	ends   []int // of the groups
	cells  []float64
}

// gate groups the cells of a board; with one key all are shuffled together.
func (b cellGrid) gate(group func(cell) int32, loss func(cell) float64) gate {
	places := inGroups(b.cells, group)
	g := gate{cells: make([]float64, len(b.names)), losses: make([]float64, 0, len(places)), owner: make([]int32, 0, len(places))}
	for len(places) > 0 {
		n := 1
		for n < len(places) && group(b.cells[places[n]]) == group(b.cells[places[0]]) {
			n++
		}
		mean := 0.0
		for _, at := range places[:n] {
			mean += loss(b.cells[at]) / float64(n)
		}
		for _, at := range places[:n] {
			c := b.cells[at]
			g.losses = append(g.losses, loss(c)-mean)
			g.owner = append(g.owner, c.speaker)
			g.cells[c.speaker]++
		}
		g.ends = append(g.ends, len(g.losses))
		places = places[n:]
	}
	return g
}

// inGroups is the places of cells by the number of their group, else in their
// order.
func inGroups(cells []cell, group func(cell) int32) []int32 {
	most := int32(0)
	for _, c := range cells {
		most = max(most, group(c))
	}
	starts := make([]int32, most+2)
	for _, c := range cells {
		starts[group(c)+1]++
	}
	for g := range starts[1:] {
		starts[g+1] += starts[g]
	}
	places := make([]int32, len(cells))
	for i, c := range cells {
		at := &starts[group(c)]
		places[*at] = int32(i)
		*at++
	}
	return places
}

func byQuestion(c cell) int32 { return c.question }
func bySpeaker(c cell) int32  { return c.speaker }
func together(cell) int32     { return 0 }

func lossOf(c cell) float64   { return c.loss }
func excessOf(c cell) float64 { return c.excess }

// p is the share of draws, the observed board among them, in which equal
// speakers lie as far apart. Where only its side of the level is asked for, the
// draws end as soon as that is beyond doubt: four standard errors away.
func (t gate) p(o Options, side bool) float64 {
	all := min(o.Resamples, max(minShuffles, maxShuffled/max(1, len(t.losses))))
	observed, extreme, drawn := t.spread(t.losses), 1.0, 0
	for drawn < all {
		n := all - drawn
		if side {
			n = min(n, max(minShuffles, drawn))
		}
		for _, d := range replicatesFrom(drawn, n, o.Seed, forEquals, t.dealt) {
			if d >= observed-1e-12 {
				extreme++
			}
		}
		drawn += n
		if p := extreme / float64(drawn+1); side && math.Abs(p-level) > 4*math.Sqrt(p*(1-p)/float64(drawn+1)) {
			break
		}
	}
	return extreme / float64(drawn+1)
}

// dealt is the statistic of losses that are dealt out by lot.
func (t gate) dealt() func(*generator) float64 {
	losses, zs := make([]float64, len(t.losses)), make([]deviate, len(t.cells))
	return func(g *generator) float64 {
		copy(losses, t.losses)
		t.shuffle(g, losses)
		return t.spreadIn(zs, losses)
	}
}

// shuffle permutes the losses within each group.
func (t gate) shuffle(g *generator, losses []float64) {
	start := 0
	for _, end := range t.ends {
		g.shuffle(losses[start:end])
		start = end
	}
}

// spread is the statistic.
func (t gate) spread(losses []float64) float64 {
	return t.spreadIn(make([]deviate, len(t.cells)), losses)
}

// spreadIn is spread with scratch space.
func (t gate) spreadIn(zs []deviate, losses []float64) float64 {
	clear(zs)
	for i, loss := range losses {
		zs[t.owner[i]].z += loss
	}
	for i, n := range t.cells {
		if n > 0 {
			zs[i].z /= n
			zs[i].variance = 1 / n
			zs[i].size = math.Abs(zs[i].z) * math.Sqrt(n)
		}
	}
	return greatestDifference(slices.DeleteFunc(zs, func(z deviate) bool { return z.variance == 0 }))
}
