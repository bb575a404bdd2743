package board

import (
	"slices"

	"tracker/claims"
	"tracker/scoring"
)

// Explained is one row of a board with what it follows from.
type Explained struct {
	Claims   []ExplainedClaim   // of the speaker, in the board's order
	Sum      Sum                // of all of them
	Group    Group              // the row of the board
	Promises []ExplainedPromise // each promise and plan of the row once
	Place    *scoring.Place     // nil for a speaker who is not ranked
	Mu       float64            // the average that places are shrunk towards
	Beside   *scoring.Beside    // the others; nil likewise
	Ranked   int
}

// ExplainedClaim is a claim with its part in the row.
type ExplainedClaim struct {
	Judged
	Weight *float64 // in the mean Brier score; nil for a claim that is not in it
	Share  *float64 // in the share of right sides, likewise
	Why    string   // why a claim that counts is in no mean; else ""
}

// Why a claim that counts is in no mean.
const (
	WhyRepeat = "repeats a claim that counts already"
	WhyLater  = "a later date of the same promise, or a later word on the same question: only the one that counts is in the means"
)

// Explain explains the row of a speaker. The board must be one of speakers.
func (b Board) Explain(speaker string) Explained {
	x := Explained{Place: b.Leaderboard.Place(speaker), Ranked: b.Leaderboard.Ranked}
	entries, counted := b.counted()
	places := map[claims.ID]int{}
	for _, j := range b.Judged {
		if j.Claim.Speaker == speaker {
			places[j.Claim.ID] = len(x.Claims)
			x.Claims = append(x.Claims, ExplainedClaim{Judged: j})
		}
	}
	var own []int // of x.Claims, by place in at
	var at []int32
	for _, i := range counted {
		if e := entries.at(int(i)); e.Speaker == speaker {
			own, at = append(own, places[e.id]), append(at, i)
		}
	}
	w := weigh(entries, at, b.Policy)
	w.explain(x.Claims, own, b.Policy)
	x.Sum = w.sum(b.Policy)
	x.Promises = b.explainPromises(x.Claims)
	if x.Place != nil {
		x.Mu = *b.Leaderboard.Mu
		x.Beside = scoring.SetBeside(b.Forecasts(), scoring.Options{MinEvents: b.Policy.MinEvents}, speaker)
	}
	if i := slices.IndexFunc(b.Groups, func(g Group) bool { return g.Name == speaker }); i >= 0 {
		x.Group = b.Groups[i]
	}
	return x
}

// explain sets the part of each claim in the row; places are those of the
// claims that count.
func (w *weighed) explain(list []ExplainedClaim, places []int, p Policy) {
	byEvent := p.Weigh == WeighEvents
	inBrier, inShare := scoring.Weights(w.forecasts(), byEvent), scoring.SideWeights(w.sided(), byEvent)
	for i, how := range w.entered {
		c := &list[places[i]]
		switch {
		case how == entersNot:
			c.Why = WhyRepeat
			continue
		case how == entersLater:
			c.Why = WhyLater
		}
		if c.P != nil {
			if how == entersWhole {
				c.Weight = &inBrier[0]
			}
			inBrier = inBrier[1:]
		}
		if c.Right != nil && how == entersWhole {
			c.Share, inShare = &inShare[0], inShare[1:]
		}
	}
}

// Sum is how the figures of a group follow from those of its claims.
type Sum struct {
	N      int     `json:"n"`      // claims with a Brier score
	Brier  float64 `json:"brier"`  // Σ weight × Brier; divided by Weight it is the mean
	Weight float64 `json:"weight"` // Σ weight: events, or claims where these weigh the same
	Right  float64 `json:"right"`  // of the sided, weighed likewise
	Sided  int     `json:"sided"`  // events, or claims, on which a side was taken
	// Independent is as how many the sided count in the interval: events, or
	// (Σm)²/Σm² with m claims on an event.
	Independent float64 `json:"independent"`
	Method      string  `json:"method"` // of the interval of the mean Brier score
}

// sum adds up a row.
func (w *weighed) sum(p Policy) Sum {
	byEvent := p.Weigh == WeighEvents
	s := Sum{N: w.numbers}
	of := scoring.Weights(w.forecasts(), byEvent)
	for f := range w.forecasts() {
		s.Weight += of[0]
		s.Brier += of[0] * scoring.Brier(f.P, f.Y)
		of = of[1:]
	}
	s.Right, s.Sided = scoring.RightOf(w.sided(), byEvent)
	s.Independent = float64(s.Sided)
	if !byEvent {
		s.Independent = scoring.Independent(w.sided())
	}
	s.Method = scoring.IntervalMethod(scoring.Events(w.forecasts()))
	return s
}
