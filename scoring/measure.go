package scoring

// Measure computes every figure of one group of claims. The order of fs does
// not matter. With no claims every figure is nil.
func Measure(fs []Forecast, o Options) Figures {
	g := sampleOf(fs).measure(o.withDefaults())
	g.BrierBest, g.BrierWorst = brierReadings(fs)
	return g
}

// brierReadings is the mean Brier score at the best and at the worst reading
// of every claim.
func brierReadings(fs []Forecast) (best, worst *float64) {
	var low, high, weight float64
	for _, f := range fs {
		b, w := BrierRange(f.Low, f.High, f.Y)
		low += float64(f.weight() * b)
		high += float64(f.weight() * w)
		weight += f.weight()
	}
	if weight == 0 {
		return nil, nil
	}
	return ptr(low / weight), ptr(high / weight)
}

func (s sample) measure(o Options) Figures {
	var t tally
	s.points(func(q point) bool { t.add(q); return true })
	g := t.figures(s.weighted)
	g.Events = s.events
	g.Hit = s.hit()
	g.BrierLow, g.BrierHigh = s.brierInterval(o)
	if s.events < o.NeedEvents {
		return g.tooFew()
	}
	if g.Corp != nil {
		g.Corp.PValue = s.miscalibrationP(g.Corp.MCB, o)
	}
	return g
}

// tooFew takes out the figures that mean nothing on a handful of events.
func (g Figures) tooFew() Figures {
	g.Corp, g.Murphy, g.Spiegelhalter = nil, nil, nil
	g.AUC, g.ECE, g.BSSHalf, g.BSSClimatology = nil, nil, nil, nil
	return g
}
