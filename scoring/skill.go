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

// Against is a reference that has seen a book.
type Against struct {
	reference Reference
	others    func(Forecast) (p float64, ok bool)
}

// Of is the reference that has seen a book.
func (r Reference) Of(book Forecasts) Against {
	if r != AgainstBook {
		return Against{reference: r}
	}
	return Against{r, OtherEvents(book)}
}

// Skill measures a group on so many events; nil for no reference.
func (a Against) Skill(fs Forecasts, events int) *BSS {
	if a.reference == "" {
		return nil
	}
	forecast, n := a.forecast(fs), 0
	for f := range fs {
		if _, ok := forecast(f); ok {
			n++
		}
	}
	s := &BSS{Against: a.reference, N: n}
	if events >= BookEvents {
		s.Skill = Skill(fs, forecast)
	}
	return s
}

// forecast is what the reference would have said instead of each claim of a
// group.
func (a Against) forecast(fs Forecasts) func(Forecast) (p float64, ok bool) {
	switch a.reference {
	case AgainstBook:
		return a.others
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
