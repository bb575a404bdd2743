package scoring

import "math/bits"

// generator is splitmix64 (Steele, Lea and Flood, OOPSLA 2014): 64 bits of
// state, the same digits on every machine. Every replicate of every
// resampling has a generator of its own, so the figures do not depend on how
// many processors share the work.
type generator struct{ state uint64 }

const golden = 0x9e3779b97f4a7c15 // 2⁶⁴ divided by the golden ratio

// purpose keeps the streams of different resamplings apart.
type purpose uint64

const (
	forMiscalibration purpose = iota + 2 // 1 was a bootstrap
	forBand
	forRanks
	forSigns
	forEquals
)

// newGenerator is the generator of one replicate; its first state is
// mix(seed + golden·(purpose·2³² + replicate)).
func newGenerator(seed uint64, why purpose, replicate int) generator {
	return generator{mix(seed + golden*(uint64(why)<<32+uint64(replicate)))}
}

// next is 64 random bits.
func (g *generator) next() uint64 {
	g.state += golden
	return mix(g.state)
}

func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// float is uniform on [0, 1), a multiple of 2⁻⁵³.
func (g *generator) float() float64 { return float64(g.next()>>11) * 0x1p-53 }

// below is uniform on 0 … n−1, with a bias below n·2⁻⁶⁴.
func (g *generator) below(n int) int {
	hi, _ := bits.Mul64(g.next(), uint64(n))
	return int(hi)
}
