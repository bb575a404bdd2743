package scoring

import "tracker/claims"

// Sum is how the figures of a group follow from those of its claims.
type Sum struct {
	N           int     `json:"n"`           // claims with a Brier score
	Brier       float64 `json:"brier"`       // their sum; divided by N it is the mean
	Right       int     `json:"right"`       // of the sided
	Sided       int     `json:"sided"`       // claims that took a side, with a number or without
	Independent float64 `json:"independent"` // as how many the sided count: (Σm)²/Σm² with m of them on an event
	Method      string  `json:"method"`      // of the interval of the mean Brier score
}

// Add sums up judged claims, in the order given.
func Add(list []Judged) Sum {
	var s Sum
	var sided []Sided
	events := map[string]bool{}
	alone := 0
	for _, j := range list {
		event := claims.Fold(j.Claim.Event)
		if j.Right != nil {
			sided = append(sided, Sided{Event: event, Right: *j.Right})
			if *j.Right {
				s.Right++
			}
		}
		if j.Brier == nil {
			continue
		}
		s.N++
		s.Brier += *j.Brier
		if events[event] = true; event == "" {
			alone++
		}
	}
	delete(events, "")
	s.Sided, s.Independent = len(sided), independent(sided)
	s.Method = intervalMethod(len(events) + alone)
	return s
}

// intervalMethod names how brierInterval works on so many events.
func intervalMethod(events int) string {
	switch {
	case events < 2:
		return "none: it takes two events"
	case events < fewEvents:
		return "Student t over events, with two pseudo-events of weight ½ at the best and the worst loss"
	case events <= manyEvents:
		return "percentile bootstrap over events"
	}
	return "mean ± 1.96 cluster-robust standard errors"
}
