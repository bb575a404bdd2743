package scoring

// Reference names the forecasts that a skill is measured against.
type Reference string

const (
	AgainstHalf     Reference = "half"     // always saying 50 %
	AgainstBase     Reference = "base"     // the group's own base rate, which knows the outcomes
	AgainstBook     Reference = "book"     // the base rate of the book's other events
	AgainstBaseline Reference = "baseline" // baseline_p, on the claims that have one
)

// References lists every reference.
var References = []Reference{AgainstHalf, AgainstBase, AgainstBook, AgainstBaseline}

// BSS is the Brier skill score 1 − B/B_ref on the claims for which the
// reference has a forecast. Skill is nil below BookEvents events, without such
// claims, and where the reference never erred.
type BSS struct {
	Against Reference `json:"against"`
	N       int       `json:"n"` // claims compared
	Skill   *float64  `json:"skill"`
}

// Skill measures a group on so many events against r; nil for no reference.
func (r Reference) Skill(fs, book Forecasts, events int) *BSS {
	if r == "" {
		return nil
	}
	forecast, n := r.forecast(fs, book), 0
	for f := range fs {
		if _, ok := forecast(f); ok {
			n++
		}
	}
	s := &BSS{Against: r, N: n}
	if events >= BookEvents {
		s.Skill = Skill(fs, forecast)
	}
	return s
}

// forecast is what r would have said instead of each claim of a group.
func (r Reference) forecast(fs, book Forecasts) func(Forecast) (p float64, ok bool) {
	switch r {
	case AgainstBook:
		return OtherEvents(book)
	case AgainstBaseline:
		return func(f Forecast) (float64, bool) {
			if f.Baseline == nil {
				return 0, false
			}
			return *f.Baseline, true
		}
	case AgainstBase:
		var w, y float64
		for f := range fs {
			w, y = w+f.weight(), y+float64(f.weight()*f.Y)
		}
		return func(Forecast) (float64, bool) { return y / w, true }
	}
	return func(Forecast) (float64, bool) { return 0.5, true }
}
