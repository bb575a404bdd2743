package scoring

import "math/bits"

// binomial draws how many of n independent rows with one probability happen,
// with one random number (Walker, 1977; Vose, 1991): column i keeps i where the
// number's low half lies below keep[i], and else gives other[i].
type binomial struct {
	keep  []uint64
	other []int32
}

// negligible is the chance beside that of the mode from which a count is left
// out: a draw would meet it once in 10¹⁸ times.
const negligible = 1e-18

func newBinomial(n int, p float64) binomial {
	chances, sum := binomialChances(n, p), 0.0
	for _, x := range chances {
		sum += x
	}
	columns := float64(len(chances))
	b := binomial{make([]uint64, len(chances)), make([]int32, len(chances))}
	var small, large []int32
	for i := range chances {
		if chances[i] = float64(chances[i] / sum * columns); chances[i] < 1 {
			small = append(small, int32(i))
		} else {
			large = append(large, int32(i))
		}
	}
	for len(small) > 0 && len(large) > 0 {
		s, l := small[len(small)-1], large[len(large)-1]
		small = small[:len(small)-1]
		b.keep[s], b.other[s] = uint64(chances[s]*0x1p63)<<1, l
		if chances[l] -= 1 - chances[s]; chances[l] < 1 {
			large, small = large[:len(large)-1], append(small, l)
		}
	}
	for _, i := range append(small, large...) { // 1 but for rounding
		b.keep[i], b.other[i] = 1<<64-1, i
	}
	return b
}

// binomialChances are the chances of 0 … n beside that of the likeliest count.
func binomialChances(n int, p float64) []float64 {
	chances := make([]float64, n+1)
	mode := min(n, int(float64(n+1)*p))
	chances[mode] = 1
	for i := mode; i > 0 && chances[i] > negligible; i-- {
		chances[i-1] = float64(chances[i] * float64(i) * (1 - p) / (float64(n-i+1) * p))
	}
	for i := mode; i < n && chances[i] > negligible; i++ {
		chances[i+1] = float64(chances[i] * float64(n-i) * p / (float64(i+1) * (1 - p)))
	}
	return chances
}

func (b binomial) draw(g *generator) int64 {
	column, rest := bits.Mul64(g.next(), uint64(len(b.keep)))
	if rest < b.keep[column] {
		return int64(column)
	}
	return int64(b.other[column])
}
