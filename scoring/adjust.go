package scoring

import "math"

// minPooled is the degrees of freedom below which a variance component is not
// believed.
const minPooled = 10

// minVariance keeps weights 1/v finite when every loss is the same.
const minVariance = 1e-12

// components are the variances of which a cell's loss is made: between
// events, and the rest.
type components struct{ event, rest float64 }

// adjusted is a board with the difficulty of its events taken out.
type adjusted struct {
	components
	board
	difficulty []float64 // b_e by event, in Brier points; 0 is average
}

// ability is one speaker after the adjustment.
type ability struct {
	speaker  int32
	n        int
	x        float64 // mean of loss − difficulty
	variance float64 // of x
}

// adjust fits loss = speaker + event + noise, the events shrunk by
// λ = σ²/ω²: alternating means until nothing moves by 1e-12. Large λ gives
// plain means, λ near 0 two-way fixed effects.
func (b board) adjust() adjusted {
	a := adjusted{b.components(), b, make([]float64, b.events)}
	if a.event == 0 || len(b.cells) == 0 {
		return a
	}
	lambda := a.rest / a.event
	level := make([]float64, len(b.names))
	for range 10_000 {
		b.means(a.difficulty, lambda, func(c cell) (int32, float64) { return c.event, c.loss - level[c.speaker] })
		if b.means(level, 0, func(c cell) (int32, float64) { return c.speaker, c.loss - a.difficulty[c.event] }) < 1e-12 {
			break
		}
	}
	return a
}

// means sets into[k] to Σ value / (count + lambda) over the cells of key k and
// returns the greatest change.
func (b board) means(into []float64, lambda float64, of func(cell) (key int32, value float64)) (change float64) {
	sums, counts := make([]float64, len(into)), make([]float64, len(into))
	for _, c := range b.cells {
		k, v := of(c)
		sums[k] += v
		counts[k]++
	}
	for k := range into {
		mean := sums[k] / (counts[k] + lambda)
		change = max(change, math.Abs(mean-into[k]))
		into[k] = mean
	}
	return change
}

// components estimates the variances by moments: all cells, within events,
// within speakers.
func (b board) components() components {
	all, allDF := b.within(1, func(cell) int32 { return 0 })
	inEvents, eventDF := b.within(b.events, func(c cell) int32 { return c.event })
	inSpeakers, speakerDF := b.within(len(b.names), func(c cell) int32 { return c.speaker })
	if allDF == 0 {
		return components{rest: 1e-9}
	}
	total := all / allDF
	var event, speaker float64
	if eventDF >= minPooled {
		event = max(0, total-inEvents/eventDF)
	}
	if speakerDF >= minPooled {
		speaker = max(0, total-inSpeakers/speakerDF)
	}
	return components{event, max(1e-9, total-speaker-event)}
}

// within is the squares around the means of the groups, and their degrees of
// freedom.
func (b board) within(groups int, key func(cell) int32) (squares, df float64) {
	means := make([]float64, groups)
	b.means(means, 0, func(c cell) (int32, float64) { return key(c), c.loss })
	for _, c := range b.cells {
		d := c.loss - means[key(c)]
		squares += float64(d * d)
	}
	return squares, float64(len(b.cells) - groups)
}

// lambda is σ²/ω², nil when infinite.
func (a adjusted) lambda() *float64 {
	if a.event == 0 {
		return nil
	}
	return ptr(a.rest / a.event)
}

// speakers is the ability of every speaker with at least minEvents events.
// Variances borrow ten degrees of freedom from everybody, so that a lucky five
// of five does not look certain.
func (a adjusted) speakers(minEvents int) []ability {
	of := func(c cell) (int32, float64) { return c.speaker, c.loss - a.difficulty[c.event] }
	all, squares := make([]ability, len(a.names)), make([]float64, len(a.names))
	x := make([]float64, len(a.names))
	a.means(x, 0, of)
	pooled := 0.0
	for _, c := range a.cells {
		s, d := of(c)
		r := float64((d - x[s]) * (d - x[s]))
		squares[s] += r
		pooled += r
		all[s].n++
	}
	pooled /= max(1, float64(len(a.cells)-len(a.names)))
	var ranked []ability
	for s, one := range all {
		if one.n < minEvents {
			continue
		}
		n := float64(one.n)
		v := (squares[s] + float64(10*pooled)) / (n - 1 + 10) / n
		ranked = append(ranked, ability{int32(s), one.n, x[s], max(minVariance, v)})
	}
	return ranked
}
