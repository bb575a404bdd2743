package scoring

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Compare sets A against B on the events both addressed; claims without an
// event are left out. Each speaker's claims on an event are averaged first.
// "Ahead" needs a permutation p-value below 0.05, and the same sign under
// every reading of the hedges; otherwise the verdict names the hedges on which
// it depends. Draws use DefaultSeed.
func Compare(a, b []Forecast) Comparison {
	c := Comparison{A: nameOf(a, "A"), B: nameOf(b, "B"), DependsOn: []string{}}
	pairs := paired(a, b)
	c.Events = len(pairs)
	if len(pairs) > 0 {
		c.compare(pairs)
	}
	c.Verdict = c.verdict()
	return c
}

// nameOf is the one speaker of fs, or a stand-in.
func nameOf(fs []Forecast, other string) string {
	if len(fs) == 0 || fs[0].Speaker == "" {
		return other
	}
	if slices.ContainsFunc(fs, func(f Forecast) bool { return f.Speaker != fs[0].Speaker }) {
		return other
	}
	return fs[0].Speaker
}

// pair is what two speakers said on one event.
type pair struct {
	a, b []Forecast
	diff float64 // mean Brier of a less that of b
}

// paired is the events both addressed, ascending in difference, so that no
// figure depends on the order of the input.
func paired(a, b []Forecast) []pair {
	ofA, ofB := byEvent(a), byEvent(b)
	var pairs []pair
	for event, mine := range ofA {
		if theirs := ofB[event]; theirs != nil {
			pairs = append(pairs, pair{mine, theirs, meanBrier(mine) - meanBrier(theirs)})
		}
	}
	slices.SortFunc(pairs, func(x, y pair) int { return cmp.Compare(x.diff, y.diff) })
	return pairs
}

func byEvent(fs []Forecast) map[string][]Forecast {
	groups := map[string][]Forecast{}
	for _, f := range fs {
		if f.Event != "" {
			groups[f.Event] = append(groups[f.Event], f)
		}
	}
	return groups
}

func meanBrier(fs []Forecast) float64 {
	var sum cluster
	for _, f := range fs {
		sum.w += f.weight()
		sum.loss += float64(f.weight() * Brier(f.P, f.Y))
	}
	return sum.loss / sum.w
}

func (c *Comparison) compare(pairs []pair) {
	diffs := make([]float64, len(pairs))
	mean := 0.0
	for i, p := range pairs {
		diffs[i] = p.diff
		mean += p.diff
	}
	n := float64(len(diffs))
	mean /= n
	c.Difference = &mean
	readings := readingsOf(pairs)
	best, worst := readings.bounds()
	c.Best, c.Worst = &best, &worst
	if len(diffs) < 2 {
		return
	}
	half := studentT(n-1) * standardDeviation(diffs) / math.Sqrt(n)
	c.Low, c.High = ptr(mean-half), ptr(mean+half)
	c.PValue = ptr(signFlip(diffs, Options{}.withDefaults()))
	c.DependsOn = readings.deciding(mean)
}

// verdict puts the comparison into a sentence.
func (c *Comparison) verdict() string {
	if c.Events < minShared {
		return fmt.Sprintf("too few: %d of the %d shared events that a comparison needs", c.Events, minShared)
	}
	if *c.PValue >= 0.05 {
		return fmt.Sprintf("no detectable difference between %s and %s", c.A, c.B)
	}
	ahead := c.A
	if *c.Difference > 0 {
		ahead = c.B
	}
	if len(c.DependsOn) == 0 {
		return fmt.Sprintf("%s ahead under every reading", ahead)
	}
	return fmt.Sprintf("%s ahead, but it depends on %s", ahead, "*"+strings.Join(c.DependsOn, "*, *")+"*")
}

// signFlip is the two-sided p-value of a mean difference if every difference
// could as well have had the other sign: exact while there are no more signs
// than o.Resamples, else (1 + as extreme) / (1 + drawn).
func signFlip(diffs []float64, o Options) float64 {
	observed := 0.0
	for _, d := range diffs {
		observed += d
	}
	observed = math.Abs(observed) - 1e-12*float64(len(diffs))
	if n := len(diffs); n < 63 && 1<<n <= o.Resamples {
		extreme := 0
		for signs := range uint64(1) << n {
			if math.Abs(flipped(diffs, func() uint64 { return signs })) >= observed {
				extreme++
			}
		}
		return float64(extreme) / float64(uint64(1)<<n)
	}
	sums := replicates(o, forSigns, func() func(*generator) float64 {
		return func(g *generator) float64 {
			return math.Abs(flipped(diffs, g.next))
		}
	})
	extreme := 1
	for _, s := range sums {
		if s >= observed {
			extreme++
		}
	}
	return float64(extreme) / float64(len(sums)+1)
}

// flipped is the sum of the differences with the signs of 64 bits at a time.
func flipped(diffs []float64, word func() uint64) (sum float64) {
	var signs uint64
	for i, d := range diffs {
		if i%64 == 0 {
			signs = word()
		}
		if signs&1 == 1 {
			d = -d
		}
		signs >>= 1
		sum += d
	}
	return sum
}

// Holm adjusts the p-values of several comparisons so that, all together, the
// chance of one false "ahead" stays at the level (Holm, 1979). The result is
// in the order of the input, each at most 1.
func Holm(ps []float64) []float64 {
	order := make([]int, len(ps))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(ps[i], ps[j]) })
	adjusted, floor := make([]float64, len(ps)), 0.0
	for k, i := range order {
		floor = max(floor, min(1, ps[i]*float64(len(ps)-k)))
		adjusted[i] = floor
	}
	return adjusted
}
