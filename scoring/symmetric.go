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

// rowsOfSym is the first rows of a symmetric matrix with both of its triangles.
func rowsOfSym(m *mat.SymDense, first int) *mat.Dense {
	k, u := m.SymmetricDim(), upperOf(m)
	out := mat.NewDense(first, k, nil)
	raw := out.RawMatrix()
	for i := range first {
		for j := i; j < k; j++ {
			x := u.data[i*u.stride+j]
			raw.Data[i*raw.Stride+j] = x
			if j < first {
				raw.Data[j*raw.Stride+i] = x
			}
		}
	}
	return out
}

// product is AB.
func product(a, b *mat.Dense) *mat.Dense {
	k, _ := a.Dims()
	_, n := b.Dims()
	out := mat.NewDense(k, n, nil)
	blas64.Gemm(blas.NoTrans, blas.NoTrans, 1, a.RawMatrix(), b.RawMatrix(), 0, out.RawMatrix())
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

// sumsOfTwo is, for each of the first two rows of some, what stands where these
// rows meet, twice but for the diagonal. Two sums go on side by side, because each
// waits for its own last addition.
func (u upper) sumsOfTwo(of []int32) (first, second float64) {
	p, q := of[0], of[1]
	a, b := u.row(int(p)), u.row(int(q))
	b = b[:len(a)]
	aboveA, aboveB := a[q], 0.0
	for _, r := range of[2:] {
		aboveA += a[r]
		aboveB += b[r]
	}
	return a[p] + 2*aboveA, b[q] + 2*aboveB
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

// othersOf is the numbers of the others, ascending.
func othersOf(losses []lossOn) []int32 {
	of := make([]int32, len(losses))
	for i, c := range losses {
		of[i] = c.other
	}
	slices.Sort(of)
	return of
}
