package scoring

import (
	"gonum.org/v1/gonum/mat"
)

// ridge is a board with the difficulty of its questions taken out: the exact
// minimum of Σ(l − a_s − b_e)² + λΣb_e² over all cells.
type ridge struct {
	level      []float64 // a_s by speaker
	difficulty []float64 // b_e by question, 0 is average
	left       float64   // s²
	variance   []float64 // of a_s: the diagonal of s²(D − N diag(1/(n_e+λ)) Nᵀ)⁻¹
}

// system is the normal equations of the ridge. Questions that one speaker
// alone addressed are folded into that speaker, since all they do is shrink
// their loss towards the speaker's level by λ/(1+λ).
type system struct {
	cellGrid
	lambda    float64   // above 0
	questions []int     // n_e of every question
	column    []int32   // of a question that several addressed, else −1
	several   []int32   // those questions
	weight    []float64 // n_s, questions of one's own counting λ/(1+λ)
	sum       []float64 // Σ l likewise
}

// solve minimises; λ is nil where questions are not told apart, which leaves
// plain means.
func (b cellGrid) solve(lambda *float64) ridge {
	if lambda == nil {
		return b.plainMeans()
	}
	s := b.system(*lambda)
	var r ridge
	var leverage []float64
	if len(b.names) <= len(s.several) {
		r.level, leverage = s.bySpeakers()
	} else {
		r.level, leverage = s.byQuestions()
	}
	r.difficulty = s.difficulties(r.level)
	r.variance = leverage
	r.left = b.ridgeVariance(r, *lambda)
	for i := range r.variance {
		r.variance[i] *= r.left
	}
	return r
}

// plainMeans is the limit of large λ.
func (b cellGrid) plainMeans() ridge {
	r := ridge{level: make([]float64, len(b.names)), difficulty: make([]float64, b.questions), variance: make([]float64, len(b.names))}
	n := b.counts()
	for _, c := range b.cells {
		r.level[c.speaker] += c.loss / float64(n[c.speaker])
	}
	r.left = b.ridgeVariance(r, 0)
	for i := range r.variance {
		r.variance[i] = r.left / float64(n[i])
	}
	return r
}

// ridgeVariance is s² = (Σ(l − a − b)² + λΣb²)/(cells − speakers).
func (b cellGrid) ridgeVariance(r ridge, lambda float64) float64 {
	sum := 0.0
	for _, c := range b.cells {
		d := c.loss - r.level[c.speaker] - r.difficulty[c.question]
		sum += float64(d * d)
	}
	for _, d := range r.difficulty {
		sum += float64(lambda * d * d)
	}
	return sum / max(1, float64(len(b.cells)-len(b.names)))
}

func (b cellGrid) system(lambda float64) system {
	s := system{cellGrid: b, lambda: lambda, questions: b.addressed(),
		column: make([]int32, b.questions), weight: make([]float64, len(b.names)), sum: make([]float64, len(b.names))}
	for q, n := range s.questions {
		s.column[q] = -1
		if n > 1 {
			s.column[q] = int32(len(s.several))
			s.several = append(s.several, int32(q))
		}
	}
	alone := lambda / (1 + lambda)
	for _, c := range b.cells {
		w := 1.0
		if s.column[c.question] < 0 {
			w = alone
		}
		s.weight[c.speaker] += w
		s.sum[c.speaker] += float64(w * c.loss)
	}
	return s
}

// difficulties is b_e = Σ(l − a)/(n_e + λ).
func (s system) difficulties(level []float64) []float64 {
	b := make([]float64, len(s.questions))
	for _, c := range s.cells {
		b[c.question] += (c.loss - level[c.speaker]) / (float64(s.questions[c.question]) + s.lambda)
	}
	return b
}

// bySpeakers solves (D − N diag(1/(n_e+λ)) Nᵀ)a = y by Cholesky, and gives the
// diagonal of the inverse.
func (s system) bySpeakers() (level, leverage []float64) {
	a := mat.NewSymDense(len(s.names), nil)
	rhs := mat.NewVecDense(len(s.names), nil)
	for i, w := range s.weight {
		a.SetSym(i, i, w)
		rhs.SetVec(i, s.sum[i])
	}
	sums := upperOf(a)
	for q, cells := range s.byQuestion() {
		part, sum := 1/(float64(s.questions[s.several[q]])+s.lambda), 0.0
		for _, c := range cells {
			sum += c.loss
		}
		for _, x := range cells {
			rhs.SetVec(int(x.other), rhs.AtVec(int(x.other))-part*sum)
		}
		sums.subtract(othersOf(cells), part)
	}
	x, inverse := solveSym(a, rhs)
	leverage = make([]float64, len(s.names))
	for i := range leverage {
		leverage[i] = inverse.At(i, i)
	}
	return x, leverage
}

// byQuestions eliminates the speakers instead, for boards with more speakers
// than shared questions: with K = diag(n_e+λ) − NᵀD⁻¹N the inverse is
// D⁻¹ + D⁻¹N K⁻¹ NᵀD⁻¹ (Woodbury).
func (s system) byQuestions() (level, leverage []float64) {
	level, leverage = make([]float64, len(s.names)), make([]float64, len(s.names))
	k, rhs := mat.NewSymDense(max(1, len(s.several)), nil), mat.NewVecDense(max(1, len(s.several)), nil)
	for i, q := range s.several {
		k.SetSym(i, i, float64(s.questions[q])+s.lambda)
	}
	if len(s.several) == 0 {
		k.SetSym(0, 0, 1)
	}
	speakers := s.bySpeaker()
	groups, weights := make([][]int32, len(speakers)), make([]float64, len(speakers))
	for i, cells := range speakers {
		for _, x := range cells {
			rhs.SetVec(int(x.other), rhs.AtVec(int(x.other))+x.loss-s.sum[i]/s.weight[i])
		}
		groups[i], weights[i] = othersOf(cells), 1/s.weight[i]
	}
	subtractPairs(k, groups, weights)
	b, solved := solveSym(k, rhs)
	inverse := upperOf(solved)
	for i := range speakers {
		sum, both, of := s.sum[i], 0.0, groups[i]
		for _, q := range of {
			sum -= b[q]
		}
		for len(of) > 1 {
			first, second := inverse.sumsOfTwo(of)
			both += first
			both += second
			of = of[2:]
		}
		if len(of) == 1 {
			both += inverse.row(int(of[0]))[of[0]]
		}
		level[i] = sum / s.weight[i]
		leverage[i] = 1/s.weight[i] + both/(s.weight[i]*s.weight[i])
	}
	return level, leverage
}

// byQuestion is the losses on questions that several addressed, by column.
func (s system) byQuestion() [][]lossOn {
	return s.grouped(len(s.several), func(c cell) int32 { return s.column[c.question] }, bySpeaker)
}

// bySpeaker is the losses on questions that several addressed, by speaker, with
// the question's column.
func (s system) bySpeaker() [][]lossOn {
	return s.grouped(len(s.names), func(c cell) int32 {
		if s.column[c.question] < 0 {
			return -1
		}
		return c.speaker
	}, func(c cell) int32 { return s.column[c.question] })
}

// solveSym solves a positive definite system, refines the solution once, and
// gives the inverse.
func solveSym(a *mat.SymDense, rhs *mat.VecDense) ([]float64, *mat.SymDense) {
	var chol mat.Cholesky
	var x, residual, correction mat.VecDense
	var inverse mat.SymDense
	if !chol.Factorize(a) {
		panic("scoring: the equations of a leaderboard are not positive definite")
	}
	must(chol.SolveVecTo(&x, rhs))
	residual.MulVec(a, &x)
	residual.SubVec(rhs, &residual)
	must(chol.SolveVecTo(&correction, &residual))
	x.AddVec(&x, &correction)
	must(chol.InverseTo(&inverse))
	return x.RawVector().Data, &inverse
}

// must lets a badly conditioned system pass: its solution has been refined.
func must(err error) {
	if _, badly := err.(mat.Condition); err != nil && !badly {
		panic(err)
	}
}
