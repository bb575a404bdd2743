package scoring

import (
	"math"
	"math/bits"
)

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
	forPower
	forChange
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

// fill puts numbers of 53 random bits in; the state stays in a register meanwhile.
func (g *generator) fill(numbers []uint64) {
	state := g.state
	for i := range numbers {
		state += golden
		numbers[i] = mix(state) >> 11
	}
	g.state = state
}

// shuffle permutes values (Fisher and Yates) as numbers below 2, 3 … would, the
// greatest first.
func (g *generator) shuffle(values []float64) {
	state := g.state
	for i := len(values) - 1; i > 0; i-- {
		state += golden
		j, _ := bits.Mul64(mix(state), uint64(i+1))
		values[i], values[j] = values[j], values[i]
	}
	g.state = state
}

// float is uniform on [0, 1), a multiple of 2⁻⁵³.
func (g *generator) float() float64 { return float64(g.next()>>11) * 0x1p-53 }

// below is uniform on 0 … n−1, with a bias below n·2⁻⁶⁴.
func (g *generator) below(n int) int {
	hi, _ := bits.Mul64(g.next(), uint64(n))
	return int(hi)
}

// normal draws from the standard normal distribution (Box and Muller, 1958).
func (g *generator) normal() float64 {
	return math.Sqrt(-2*math.Log(1-g.float())) * math.Cos(2*math.Pi*g.float())
}

// chiSquared draws from χ² with df degrees of freedom, at least 1: twice a
// gamma number of shape df/2 (Marsaglia and Tsang, 2000).
func (g *generator) chiSquared(df float64) float64 {
	shape, boost := df/2, 1.0
	if shape < 1 {
		boost = math.Pow(1-g.float(), 1/shape)
		shape++
	}
	d := shape - 1.0/3
	c := 1 / math.Sqrt(9*d)
	for {
		x := g.normal()
		v := 1 + float64(c*x)
		v = v * v * v
		if v > 0 && math.Log(1-g.float()) < 0.5*x*x+d-float64(d*v)+float64(d*math.Log(v)) {
			return 2 * d * v * boost
		}
	}
}
