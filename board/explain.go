package board

import (
	"slices"

	"tracker/claims"
	"tracker/scoring"
)

// Explained is one row of a board with what it follows from.
type Explained struct {
	Claims []Judged       // of the speaker, in the board's order
	Sum    Sum            // of all of them
	Group  Group          // the row of the board
	Place  *scoring.Place // nil for a speaker who is not ranked
	Ranked int
}

// Explain explains the row of a speaker. The board must be one of speakers.
func (b Board) Explain(speaker string) Explained {
	x := Explained{Place: b.Leaderboard.Place(speaker), Ranked: b.Leaderboard.Ranked}
	for _, j := range b.Judged {
		if j.Claim.Speaker == speaker {
			x.Claims = append(x.Claims, j)
		}
	}
	x.Sum = Add(x.Claims)
	if i := slices.IndexFunc(b.Groups, func(g Group) bool { return g.Name == speaker }); i >= 0 {
		x.Group = b.Groups[i]
	}
	return x
}

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
	var sided []scoring.Sided
	events := map[string]bool{}
	alone := 0
	for _, j := range list {
		event := claims.Fold(j.Claim.Event)
		if j.Right != nil {
			sided = append(sided, scoring.Sided{Event: event, Right: *j.Right})
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
	s.Sided, s.Independent = len(sided), scoring.Independent(sided)
	s.Method = scoring.IntervalMethod(len(events) + alone)
	return s
}
