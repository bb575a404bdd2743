package scoring

import (
	"math"
	"slices"
)

// population is the speakers as draws from one normal distribution.
type population struct {
	mu, tau2 float64
	q        float64
	grid     []spread // τ with its posterior weight, for intervals
}

// spread is one value of τ: what the population looks like if it is true.
type spread struct {
	tau2, mu, muVariance float64
	weight               float64
}

// shrink fits the population by moments (DerSimonian and Laird, 1986). There
// are at least two speakers.
func shrink(as []ability) population {
	var w, ww, wx float64
	for _, a := range as {
		w += 1 / a.variance
		ww += 1 / a.variance / a.variance
		wx += a.x / a.variance
	}
	mu0, q := wx/w, 0.0
	for _, a := range as {
		q += float64((a.x-mu0)*(a.x-mu0)) / a.variance
	}
	tau2 := max(0, (q-float64(len(as)-1))/(w-ww/w))
	return population{mu: newSpread(as, tau2).mu, tau2: tau2, q: q, grid: spreads(as)}
}

func newSpread(as []ability, tau2 float64) spread {
	var w, wx float64
	for _, a := range as {
		w += 1 / (a.variance + tau2)
		wx += a.x / (a.variance + tau2)
	}
	return spread{tau2: tau2, mu: wx / w, muVariance: 1 / w}
}

// jointErrors is how many degrees of freedom the likelihood of τ may have.
// Speakers err together: when events come out against what could be known, all
// who see little lose less. With the errors taken as independent, τ seems
// better known the more speakers there are, and on boards of thirty only 72 %
// of the skill intervals held the truth instead of 95 %.
const jointErrors = 3

// spreads weighs 201 values of τ, evenly spaced from 0 to twice the standard
// deviation of x, by their likelihood with μ integrated out and a flat prior
// (Gelman and others, Bayesian Data Analysis, section 5.4), raised to the power
// that leaves it jointErrors degrees of freedom.
func spreads(as []ability) []spread {
	const points = 201
	xs := make([]float64, len(as))
	for i, a := range as {
		xs[i] = a.x
	}
	grid, logs := make([]spread, points), make([]float64, points)
	top := 2 * standardDeviation(xs)
	for i := range grid {
		tau := top * float64(i) / (points - 1)
		grid[i] = newSpread(as, tau*tau)
		logs[i] = grid[i].logLikelihood(as)
	}
	power := min(1, jointErrors/float64(len(as)-1))
	best, sum := slices.Max(logs), 0.0
	for i := range grid {
		grid[i].weight = math.Exp(power * (logs[i] - best))
		sum += grid[i].weight
	}
	for i := range grid {
		grid[i].weight /= sum
	}
	return slices.DeleteFunc(grid, func(s spread) bool { return s.weight < 1e-12 })
}

func standardDeviation(xs []float64) float64 {
	mean, squares := 0.0, 0.0
	for _, x := range xs {
		mean += x
	}
	mean /= float64(len(xs))
	for _, x := range xs {
		squares += float64((x - mean) * (x - mean))
	}
	return math.Sqrt(squares / float64(len(xs)-1))
}

func (s spread) logLikelihood(as []ability) float64 {
	sum := math.Log(s.muVariance) / 2
	for _, a := range as {
		v := a.variance + s.tau2
		sum -= math.Log(v)/2 + float64((a.x-s.mu)*(a.x-s.mu))/(2*v)
	}
	return sum
}

// skill is the mean and the standard deviation of μ − θ for one speaker if the
// spread is true.
func (s spread) skill(a ability) (mean, sd float64) {
	keep := s.tau2 / (s.tau2 + a.variance)
	return keep * (s.mu - a.x), math.Sqrt(float64(keep*a.variance) + float64(keep*keep*s.muVariance))
}

// skillInterval is the 95 % interval of μ − θ with τ integrated out.
func (p population) skillInterval(a ability) (low, high float64) {
	type part struct{ weight, mean, sd float64 }
	parts := make([]part, len(p.grid))
	for i, s := range p.grid {
		mean, sd := s.skill(a)
		parts[i] = part{s.weight, mean, sd}
		low, high = min(low, mean-float64(8*sd)), max(high, mean+float64(8*sd))
	}
	below := func(x float64) (sum float64) {
		for _, q := range parts {
			sum += float64(q.weight * normalCDF(x-q.mean, q.sd))
		}
		return sum
	}
	return invert(below, low, high, 0.025), invert(below, low, high, 0.975)
}

// invert finds where an increasing function passes q between two ends: by the
// inverse parabola through the last three points where it can be trusted, else
// by halving (Chandrupatla, Advances in Engineering Software 1997).
func invert(f func(float64) float64, low, high, q float64) float64 {
	a, fa := high, f(high)-q
	b, fb := low, f(low)-q
	at := 0.5
	for range 200 {
		x := b + float64(at*(a-b))
		fx := f(x) - q
		c, fc := b, fb
		if (fx < 0) == (fb < 0) {
			b, fb = x, fx
		} else {
			c, fc = a, fa
			a, fa, b, fb = b, fb, x, fx
		}
		if math.Abs(fb) < 1e-14 || math.Abs(a-b) < 1e-12 {
			return b
		}
		at = parabolic(a, fa, b, fb, c, fc)
	}
	return b
}

// parabolic is the share of the way from b to a at which the inverse parabola
// through three points passes 0, ½ where it need not lie between them.
func parabolic(a, fa, b, fb, c, fc float64) float64 {
	if fa == fb || fb == fc || fa == fc {
		return 0.5
	}
	xi, phi := (b-a)/(c-a), (fb-fa)/(fc-fa)
	if phi*phi >= xi || (1-phi)*(1-phi) >= 1-xi {
		return 0.5
	}
	return fb/(fa-fb)*fc/(fa-fc) + (c-b)/(a-b)*fb/(fc-fb)*fa/(fc-fa)
}

// normalCDF is the probability that a normal number around 0 is at most x; a
// standard deviation of 0 is a point at 0.
func normalCDF(x, sd float64) float64 {
	if sd == 0 {
		if x < 0 {
			return 0
		}
		return 1
	}
	return math.Erfc(-x/sd/math.Sqrt2) / 2
}

// better is the probability that μ − θ is above 0, with τ integrated out like
// the interval; ½ when nothing spreads.
func (p population) better(a ability) float64 {
	sum := 0.0
	for _, s := range p.grid {
		mean, sd := s.skill(a)
		if sd == 0 {
			sum += s.weight / 2
			continue
		}
		sum += float64(s.weight * normalCDF(mean, sd))
	}
	return sum
}
