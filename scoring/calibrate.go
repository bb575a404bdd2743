package scoring

import (
	"fmt"
	"slices"
)

// maxBandPoints is at how many forecasts the consistency band is computed.
const maxBandPoints = 201

// Calibrate computes the CORP reliability curve (Dimitriadis, Gneiting and
// Jordan, PNAS 2021) with its 90 % consistency band, the ten bins, and what a
// reader should take from them. Below BookEvents events there is no curve;
// with weights or more than 5,000 events no band and no p-value. Draws use DefaultSeed.
func Calibrate(fs Forecasts) Calibration {
	o := Options{NeedEvents: BookEvents, allDraws: true}.withDefaults()
	s := sampleOf(fs, false)
	g := s.measure(o)
	c := Calibration{N: g.N, Events: g.Events, Corp: g.Corp, Band: []Band{}, Bins: g.Bins, Citl: g.Citl}
	if g.Corp != nil {
		c.CorpLog = s.corpLog(*g.Log)
		c.Band = s.band(o)
		c.Power = s.power(o)
	}
	c.MeanYes, c.MeanNo = s.whereItHappened()
	for f := range fs {
		c.Low += f.Low
		c.High += f.High
	}
	c.Sentence = c.sentence()
	return c
}

func (s sample) corpLog(score float64) *Decomposition {
	var curve isotonic
	s.points(func(q point) bool { curve.add(q); return true })
	d := decompose(score, curve.fit(), logAt)
	return &d
}

// sentence says how many events were expected and how many happened, and what
// was found.
func (c Calibration) sentence() string {
	switch {
	case c.N == 0:
		return "no forecasts"
	case c.Citl == nil:
		return "weighted forecasts: no count of what was expected"
	}
	text := fmt.Sprintf("said %.1f would happen, %s did", c.Citl.Expected, trimmed(c.Citl.Observed))
	if found := c.Found(); found != "" {
		text += "; " + found
	}
	return text
}

// Found says whether the curve differs from the diagonal by more than chance,
// "" where nothing was tested.
func (c Calibration) Found() string {
	switch {
	case c.Corp == nil:
		return fmt.Sprintf("too few for a curve: %d of the %d events it needs", c.Events, BookEvents)
	case c.Corp.PValue == nil:
		return ""
	case *c.Corp.PValue < 0.001:
		return "said and happened differ by more than chance (p < 0.001)"
	case *c.Corp.PValue < 0.05:
		return fmt.Sprintf("said and happened differ by more than chance (p = %.3f)", *c.Corp.PValue)
	case c.Power != nil && *c.Power < 0.5:
		return fmt.Sprintf("too few to tell: one who says 90 %% of what happens in 75 %% would be noticed %.0f times in 100", 100**c.Power)
	}
	return fmt.Sprintf("no sign that said and happened differ (p = %.2f)", *c.Corp.PValue)
}

// trimmed writes a count without decimals, and a sum of fractions with one.
func trimmed(x float64) string {
	if x == float64(int64(x)) {
		return fmt.Sprintf("%.0f", x)
	}
	return fmt.Sprintf("%.1f", x)
}

// band is where, at each of the forecasts, 90 % of the curves of calibrated
// forecasters would pass: outcomes are drawn from the forecasts, the curve is
// fitted again, and the band runs from the 5 % to the 95 % quantile.
func (s sample) band(o Options) []Band {
	if !s.resampled() {
		return []Band{}
	}
	at, ties := s.bandPoints(), s.ties()
	curves := replicates(o.draws(len(s.rows)), forBand, func() func(*generator) []float64 {
		world := newLuckyWorld(ties)
		return func(g *generator) []float64 {
			world.draw(g)
			return curveAt(world.pools, at)
		}
	})
	band := make([]Band, len(at))
	column := make([]float64, len(curves))
	for i, row := range at {
		for r, curve := range curves {
			column[r] = curve[i]
		}
		slices.Sort(column)
		band[i] = Band{s.rows[row].p, quantile(column, 0.05), quantile(column, 0.95)}
	}
	return band
}

// bandPoints picks rows with distinct forecasts, the first and the last among
// them, at most maxBandPoints.
func (s sample) bandPoints() []int {
	var distinct []int
	for i, r := range s.rows {
		if i == 0 || r.p != s.rows[i-1].p {
			distinct = append(distinct, i)
		}
	}
	if len(distinct) <= maxBandPoints {
		return distinct
	}
	at := make([]int, maxBandPoints)
	for i := range at {
		at[i] = distinct[i*(len(distinct)-1)/(maxBandPoints-1)]
	}
	return at
}

// curveAt is the height of a fit at some rows, ascending.
func curveAt(pools []drawnPool, rows []int) []float64 {
	heights := make([]float64, len(rows))
	k := 0
	for i, row := range rows {
		for pools[k].end <= row {
			k++
		}
		heights[i] = float64(pools[k].yes) / float64(pools[k].n)
	}
	return heights
}
