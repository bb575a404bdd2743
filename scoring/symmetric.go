package scoring

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
)

// upper is the upper triangle of a symmetric matrix, where millions of numbers
// are added: an accessor would take most of the time.
type upper struct {
	data   []float64
	stride int
}

func upperOf(m *mat.SymDense) upper {
	raw := m.RawSymmetric()
	return upper{raw.Data, raw.Stride}
}

// add adds x where two rows meet.
func (u upper) add(i, j int32, x float64) { u.data[int(min(i, j))*u.stride+int(max(i, j))] += x }

func (u upper) row(i int) []float64 { return u.data[i*u.stride : (i+1)*u.stride] }

// full is a symmetric matrix with both of its triangles.
func full(m *mat.SymDense) *mat.Dense {
	k, u := m.SymmetricDim(), upperOf(m)
	out := mat.NewDense(k, k, nil)
	raw := out.RawMatrix()
	for i := range k {
		for j := i; j < k; j++ {
			x := u.data[i*u.stride+j]
			raw.Data[i*raw.Stride+j], raw.Data[j*raw.Stride+i] = x, x
		}
	}
	return out
}

// product is AB with A symmetric.
func product(a *mat.SymDense, b *mat.Dense) *mat.Dense {
	k, n := b.Dims()
	out := mat.NewDense(k, n, nil)
	blas64.Gemm(blas.NoTrans, blas.NoTrans, 1, full(a).RawMatrix(), b.RawMatrix(), 0, out.RawMatrix())
	return out
}

// outer is scale·AAᵀ.
func outer(a *mat.Dense, scale float64) *mat.SymDense {
	k, _ := a.Dims()
	out := mat.NewSymDense(k, nil)
	blas64.Syrk(blas.NoTrans, scale, a.RawMatrix(), 0, out.RawSymmetric())
	return out
}

// denseFrom is from how many rows a matrix product pays, where it is at most
// so large.
const (
	denseFrom = 200
	maxFactor = 4_000_000
)

// subtractPairs takes weights[g] from every pair of the rows of group g, which
// ascend: pair by pair or, where groups hold most rows, as the product WWᵀ of
// W with √weights[g] at the rows of group g.
func subtractPairs(m *mat.SymDense, groups [][]int32, weights []float64) {
	k, pairs := m.SymmetricDim(), 0
	for _, of := range groups {
		pairs += len(of) * len(of)
	}
	if k < denseFrom || k*len(groups) > maxFactor || 2*pairs < k*k*len(groups) {
		u := upperOf(m)
		for g, of := range groups {
			u.subtract(of, weights[g])
		}
		return
	}
	w := mat.NewDense(k, len(groups), nil)
	for g, of := range groups {
		root := math.Sqrt(weights[g])
		for _, i := range of {
			w.Set(int(i), g, root)
		}
	}
	blas64.Syrk(blas.NoTrans, -1, w.RawMatrix(), 1, m.RawSymmetric())
}

// subtract takes x from every pair of some rows and columns, which ascend.
func (u upper) subtract(of []int32, x float64) {
	for i, s := range of {
		row := u.row(int(s))
		for _, t := range of[i:] {
			row[t] -= x
		}
	}
}

// speakersOf and questionsOf are the numbers of cells, ascending.
func speakersOf(cells []cell) []int32 {
	return numbersOf(cells, func(c cell) int32 { return c.speaker })
}

func questionsOf(cells []cell) []int32 {
	return numbersOf(cells, func(c cell) int32 { return c.question })
}

func numbersOf(cells []cell, number func(cell) int32) []int32 {
	of := make([]int32, len(cells))
	for i, c := range cells {
		of[i] = number(c)
	}
	slices.Sort(of)
	return of
}
