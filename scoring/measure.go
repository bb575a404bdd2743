package scoring

import "math"

// Measure computes every figure of one group of claims. The order of fs does
// not matter. With no claims every figure is nil. With o.ByEvent every event
// weighs the same in Brier, Log, Spherical, the skills and the hit share, while
// the figures of calibration count claims.
func Measure(fs Forecasts, o Options) Figures {
	rows, named := rowsOf(fs)
	best, worst := brierReadings(fs, rows, named, o.ByEvent)
	g := claimSample(rows, named, o.ByEvent).measure(o.withDefaults())
	g.BrierBest, g.BrierWorst = best, worst
	return g
}

// brierReadings is the mean Brier score at the best and at the worst reading
// of every claim. The rows are those of the claims, in their order.
func brierReadings(fs Forecasts, rows []row, named int, byEvent bool) (best, worst *float64) {
	var low, high, weight float64
	shares := sharesOf(rows, named, byEvent)
	for i, f := range numbered(fs) {
		b, w := BrierRange(f.Low, f.High, f.Y)
		low += float64(shares(i) * b)
		high += float64(shares(i) * w)
		weight += shares(i)
	}
	if weight == 0 {
		return nil, nil
	}
	return ptr(low / weight), ptr(high / weight)
}

// Events is how many distinct events there are; a forecast without one is its
// own.
func Events(fs Forecasts) int {
	named, alone := map[string]bool{}, 0
	for f := range fs {
		if f.Event == "" {
			alone++
			continue
		}
		named[f.Event] = true
	}
	return len(named) + alone
}

// Weights is what each claim weighs in a mean. With byEvent the claims on an
// event weigh 1 together, and later versions nothing.
func Weights(fs Forecasts, byEvent bool) []float64 {
	var of []float64
	perEvent := map[string]float64{}
	for f := range fs {
		if byEvent && f.Later {
			of = append(of, 0)
			continue
		}
		of = append(of, f.weight())
		if byEvent {
			perEvent[f.Event] += f.weight()
		}
	}
	if byEvent {
		for i, f := range numbered(fs) {
			if f.Event == "" {
				perEvent[""] = f.weight()
			}
			if !f.Later {
				of[i] /= perEvent[f.Event]
			}
		}
	}
	return of
}

// sharesOf is Weights of rows, in which events have numbers: what the i-th
// weighs.
func sharesOf(rows []row, named int, byEvent bool) func(i int) float64 {
	if !byEvent {
		return func(i int) float64 { return rows[i].w }
	}
	perEvent := make([]float64, named)
	for _, r := range rows {
		if !r.later && r.event != ownEvent {
			perEvent[r.event] += r.w
		}
	}
	return func(i int) float64 {
		switch r := &rows[i]; {
		case r.later:
			return 0
		case r.event == ownEvent:
			return 1
		default:
			return r.w / perEvent[r.event]
		}
	}
}

func (s sample) measure(o Options) Figures {
	var t tally
	s.points(func(q point) bool { t.add(q); return true })
	g := t.figures(s.weighted)
	g.Events = s.events
	g.Hit = s.hit()
	g.Bins = s.bins()
	g.BrierLow, g.BrierHigh = s.brierInterval()
	if s.byEvent {
		s.putEventMeans(&g)
	}
	s.tests(&g, o)
	if s.events < o.NeedEvents {
		return g.tooFew()
	}
	return g
}

// tests fills in what calibration is tested by. Without a weight column there
// is a test.
func (s sample) tests(g *Figures, o Options) {
	if s.weighted || g.N == 0 {
		return
	}
	events := s.eachEvent()
	g.Citl.Z, g.Citl.PValue, g.Citl.Normal = s.errorTest(inTheLarge, events, func() float64 {
		if !s.resampled() {
			return 0
		}
		if !s.countable() {
			return s.drawnInTheLargeP(o)
		}
		return s.inTheLargeP(events)
	})
	if s.events < o.NeedEvents { // the others are taken out again
		return
	}
	ds := s.simulated(o, g.Corp.MCB)
	g.Corp.PValue = miscalibrationP(g.Corp.MCB, ds)
	if g.Spiegelhalter == nil {
		return
	}
	whole, back := s.whole()
	defer back()
	if len(whole.rows) < len(s.rows) {
		events, ds = whole.eachEvent(), whole.simulated(o, math.Inf(-1))
	}
	z := g.Spiegelhalter
	z.Z, z.PValue, z.Normal = whole.errorTest(spiegelhalter, events, func() float64 {
		return twoSided(whole.errors(spiegelhalter), ds, drawn.leaning)
	})
}

// tooFew takes out the figures that mean nothing on a handful of events.
func (g Figures) tooFew() Figures {
	g.Corp, g.Murphy, g.Spiegelhalter = nil, nil, nil
	g.AUC, g.ECE, g.BSSHalf, g.BSSClimatology = nil, nil, nil, nil
	return g
}
