package scoring

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// maxOverlap is how many speakers are compared by skill, pair by pair: the work
// grows with its cube.
const maxOverlap = 1500

// maxCompared is how many numbers may be drawn for the largest difference, as
// long as that leaves draws enough.
const maxCompared = 100_000_000

// overlap is what the shared cells of ranked speakers alone say of their
// differences, difficulty being fitted and not shrunk. Shrunk difficulty would
// name the wrong people where speakers choose events of different difficulty.
type overlap struct {
	level    []float64     // a = M⁺y
	inverse  *mat.SymDense // M⁺
	variance float64       // σ² = RSS/df
	df       float64
	rss      float64
	robust   *robustErrors // nil below three speakers a question
}

// overlap fits the board, which holds the shared cells of the ranked and is
// linked: M = D − N diag(1/n_e) Nᵀ, y_s = Σ_e(l_se − l̄_e), a = M⁺y,
// b_e = mean(l − a), df = cells − speakers − questions + 1.
func (b cellGrid) overlap() overlap {
	k := len(b.names)
	m, y := mat.NewSymDense(k, nil), mat.NewVecDense(k, nil)
	questions, sums := b.groupsByQuestion(), upperOf(m)
	speakers, weights := make([][]int32, len(questions)), make([]float64, len(questions))
	for q, cells := range questions {
		n, mean := float64(len(cells)), 0.0
		for _, c := range cells {
			mean += c.loss / n
		}
		for _, c := range cells {
			sums.add(c.other, c.other, 1)
			y.SetVec(int(c.other), y.AtVec(int(c.other))+c.loss-mean)
		}
		speakers[q], weights[q] = othersOf(cells), 1/n
	}
	subtractPairs(m, speakers, weights)
	o := overlap{inverse: pseudoInverse(m), df: float64(len(b.cells) - k - len(questions) + 1)}
	var a mat.VecDense
	a.MulVec(o.inverse, y)
	o.level = a.RawVector().Data
	residuals := b.residuals(questions, o.level)
	for _, r := range residuals {
		for _, d := range r {
			o.rss += float64(d * d)
		}
	}
	o.variance = o.rss / max(1, o.df)
	if len(b.cells) >= 3*len(questions) && o.df > 0 {
		o.robust = newRobustErrors(o.inverse, questions, residuals, float64(len(b.cells))/o.df)
	}
	return o
}

func (b cellGrid) groupsByQuestion() [][]lossOn {
	return slices.DeleteFunc(b.grouped(b.questions, byQuestion, bySpeaker), func(cells []lossOn) bool { return len(cells) == 0 })
}

// residuals is l − a_s − b_e of every cell, by question, with b_e the mean of
// l − a.
func (b cellGrid) residuals(questions [][]lossOn, level []float64) [][]float64 {
	all := make([][]float64, len(questions))
	for q, cells := range questions {
		all[q] = make([]float64, 0, len(cells))
		mean := 0.0
		for _, c := range cells {
			mean += (c.loss - level[c.other]) / float64(len(cells))
		}
		for _, c := range cells {
			all[q] = append(all[q], c.loss-level[c.other]-mean)
		}
	}
	return all
}

// pseudoInverse is that of Moore and Penrose, for a matrix whose rows add up to
// 0 and whose other eigenvalues are above 0: with 1 the vector of ones,
// (M + t11ᵀ/k)⁻¹ − 11ᵀ/(tk).
func pseudoInverse(m *mat.SymDense) *mat.SymDense {
	k := m.SymmetricDim()
	t := mat.Trace(m) / float64(k)
	full := mat.NewSymDense(k, nil)
	for i := range k {
		for j := i; j < k; j++ {
			full.SetSym(i, j, m.At(i, j)+t/float64(k))
		}
	}
	_, inverse := solveSym(full, mat.NewVecDense(k, nil))
	for i := range k {
		for j := i; j < k; j++ {
			inverse.SetSym(i, j, inverse.At(i, j)-1/(t*float64(k)))
		}
	}
	return inverse
}

// gapVariance is the squared standard error of a difference under a covariance.
func gapVariance(v *mat.SymDense, i, j int) float64 {
	return max(0, v.At(i, i)+v.At(j, j)-2*v.At(i, j))
}

// s is s_ij: from σ²M⁺ or from its event-robust form, whichever is larger.
func (o overlap) s(i, j int) float64 {
	v := o.variance * gapVariance(o.inverse, i, j)
	if o.robust != nil {
		v = max(v, o.robust.gapVariance(i, j))
	}
	return math.Sqrt(v)
}

// decides reports whether the fit leaves anything to judge differences by.
func (o overlap) decides() bool { return o.df >= 4 && o.rss > 1e-15 }

// critical is the 95 % quantile of max |Z_i − Z_j|/s_ij over all pairs of
// equals, Z ~ N(0, σ²M⁺)/√(χ²_df/df), s_ij from σ²M⁺.
func (o overlap) critical(opt Options) float64 {
	k := o.inverse.SymmetricDim()
	opt.Resamples = o.draws(opt)
	root := o.root()
	least := math.Inf(1)
	for i := range k {
		for j := i + 1; j < k; j++ {
			least = min(least, gapVariance(o.inverse, i, j))
		}
	}
	scale := func(i, j int) float64 { return 1 / math.Sqrt(gapVariance(o.inverse, i, j)) }
	greatest := replicates(opt, forRanks, func() func(*generator) float64 {
		normal, z, order := mat.NewVecDense(k, nil), mat.NewVecDense(k, nil), make([]int, k)
		for i := range order {
			order[i] = i
		}
		return func(g *generator) float64 {
			for i := range k {
				normal.SetVec(i, g.normal())
			}
			z.MulVec(root, normal)
			return greatestScaled(z.RawVector().Data, scale, 1/math.Sqrt(least), order) / math.Sqrt(g.chiSquared(o.df)/o.df)
		}
	})
	slices.Sort(greatest)
	return quantile(greatest, 0.95)
}

// draws is how many boards of equals are drawn.
func (o overlap) draws(opt Options) int {
	k := o.inverse.SymmetricDim()
	return min(opt.Resamples, max(2*minDraws, maxCompared/(k*k)))
}

// root is a matrix R with RRᵀ = M⁺ + 11ᵀ·t, which differs from M⁺ by what no
// difference sees.
func (o overlap) root() *mat.TriDense {
	k := o.inverse.SymmetricDim()
	t := mat.Trace(o.inverse) / float64(k)
	full := mat.NewSymDense(k, nil)
	for i := range k {
		for j := i; j < k; j++ {
			full.SetSym(i, j, o.inverse.At(i, j)+t)
		}
	}
	var chol mat.Cholesky
	if !chol.Factorize(full) {
		panic("scoring: the covariance of a leaderboard is not positive definite")
	}
	var root mat.TriDense
	chol.LTo(&root)
	return &root
}

// greatestScaled is the maximum over all pairs of |z_i − z_j|·scale; scale is
// that of i and j, and never above most. With the ends of the scale first most
// pairs are not looked at.
func greatestScaled(z []float64, scale func(i, j int) float64, most float64, order []int) float64 {
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(z[i], z[j]) })
	best := 0.0
	for at, i := range order {
		for last := len(order) - 1; last > at; last-- {
			j := order[last]
			if (z[j]-z[i])*most <= best {
				break
			}
			best = max(best, (z[j]-z[i])*scale(i, j))
		}
	}
	return best
}
