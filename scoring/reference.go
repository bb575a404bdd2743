package scoring

// Skill is 1 − B/B_ref: the part of the reference's mean Brier score that the
// claims avoid; above 0 they beat it. reference gives the forecast to beat for
// a claim, or false where it has none, which leaves the claim out. Name the
// reference wherever the figure is shown. The result is nil when no claim is
// left or the reference never erred.
func Skill(fs Forecasts, reference func(Forecast) (p float64, ok bool)) *float64 {
	var own, other float64
	for f := range fs {
		p, ok := reference(f)
		if !ok {
			continue
		}
		own += float64(f.weight() * Brier(f.P, f.Y))
		other += float64(f.weight() * Brier(p, f.Y))
	}
	if other == 0 {
		return nil
	}
	return ptr(1 - own/other)
}

// OtherEvents is the reference that knows the book but not the event: how
// often the book's other events happened. A base rate that holds the outcome
// it is compared with would flatter itself. It has no forecast when the book
// has no other event.
func OtherEvents(book Forecasts) func(Forecast) (p float64, ok bool) {
	type sum struct{ w, y float64 }
	var all sum
	perEvent := map[string]sum{}
	for f := range book {
		w, y := f.weight(), float64(f.weight()*f.Y)
		all = sum{all.w + w, all.y + y}
		if f.Event != "" {
			e := perEvent[f.Event]
			perEvent[f.Event] = sum{e.w + w, e.y + y}
		}
	}
	return func(f Forecast) (float64, bool) {
		own, named := perEvent[f.Event]
		if !named {
			own = sum{f.weight(), float64(f.weight() * f.Y)}
		}
		if all.w-own.w <= 0 {
			return 0, false
		}
		return (all.y - own.y) / (all.w - own.w), true
	}
}
