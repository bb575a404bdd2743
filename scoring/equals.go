package scoring

import (
	"math"
	"slices"
)

// How much work the test of equality may be: cells times draws, and the least
// number of draws.
const (
	maxShuffled = 100_000_000
	minShuffles = 199
)

// likeEquals reports whether speakers who are all equal would as easily (in
// more than 5 % of draws) lie as far apart as these do. If they are equal, the
// losses on one event could as well have gone to each other, so the draws
// shuffle them there; cells without an event are shuffled among themselves.
// The variances behind the rank intervals do not see that speakers who share
// few events met easier or harder ones; this test, which looks at shared
// events only, is exact.
func (a adjusted) likeEquals(ranked []ability, o Options) bool {
	o.Resamples = min(o.Resamples, max(minShuffles, maxShuffled/len(a.cells)))
	b := a.shuffleBoard(ranked)
	observed := b.spread(b.losses)
	drawn := replicates(o, forEquals, func() func(*generator) float64 {
		losses := make([]float64, len(b.losses))
		return func(g *generator) float64 {
			copy(losses, b.losses)
			b.shuffle(g, losses)
			return b.spread(losses)
		}
	})
	extreme := 1
	for _, d := range drawn {
		if d >= observed-1e-12 {
			extreme++
		}
	}
	return float64(extreme) > 0.05*float64(len(drawn)+1)
}

// shuffleBoard is the cells by event: the loss of each less the event's mean,
// whose it is (an index into the ranked, −1 for nobody ranked), where events
// end, and how many shared events every ranked speaker has.
type shuffleBoard struct {
	losses []float64
	owner  []int32
	ends   []int
	shared []float64
}

func (b board) shuffleBoard(ranked []ability) shuffleBoard {
	place := make([]int32, len(b.names))
	for s := range place {
		place[s] = -1
	}
	for i, r := range ranked {
		place[r.speaker] = int32(i)
	}
	event := func(c cell) int { return min(int(c.event), b.named) }
	cells := slices.Clone(b.cells)
	slices.SortStableFunc(cells, func(x, y cell) int { return event(x) - event(y) })
	s := shuffleBoard{shared: make([]float64, len(ranked))}
	for len(cells) > 0 {
		n := 1
		for n < len(cells) && event(cells[n]) == event(cells[0]) {
			n++
		}
		if n > 1 {
			s.addEvent(cells[:n], place)
		}
		cells = cells[n:]
	}
	return s
}

// addEvent puts in the cells of one event that several speakers addressed.
func (s *shuffleBoard) addEvent(cells []cell, place []int32) {
	mean := 0.0
	for _, c := range cells {
		mean += c.loss / float64(len(cells))
	}
	for _, c := range cells {
		who := place[c.speaker]
		s.losses = append(s.losses, c.loss-mean)
		s.owner = append(s.owner, who)
		if who >= 0 {
			s.shared[who]++
		}
	}
	s.ends = append(s.ends, len(s.losses))
}

// shuffle permutes the losses within each event (Fisher and Yates).
func (s shuffleBoard) shuffle(g *generator, losses []float64) {
	start := 0
	for _, end := range s.ends {
		for i := end - 1; i > start; i-- {
			j := start + g.below(i-start+1)
			losses[i], losses[j] = losses[j], losses[i]
		}
		start = end
	}
}

// spread is the greatest difference of two ranked speakers' mean losses, in
// units of what their numbers of shared events allow.
func (s shuffleBoard) spread(losses []float64) float64 {
	zs := make([]deviate, len(s.shared))
	for i, loss := range losses {
		if who := s.owner[i]; who >= 0 {
			zs[who].z += loss
		}
	}
	for i, n := range s.shared {
		if n > 0 {
			zs[i].z /= n
			zs[i].variance = 1 / n
			zs[i].size = math.Abs(zs[i].z) * math.Sqrt(n)
		}
	}
	return greatestDifference(slices.DeleteFunc(zs, func(z deviate) bool { return z.variance == 0 }))
}
