package board

import (
	"cmp"
	"fmt"
	"slices"

	"tracker/claims"
	"tracker/scoring"
)

// Compared is two speakers of a board, event by event.
type Compared struct {
	scoring.Comparison
	PerEvent []ComparedEvent `json:"per_event"` // A did best first
}

// ComparedEvent is what two speakers scored on one event, each the mean of
// their claims about it.
type ComparedEvent struct {
	Event      string         `json:"event"`
	A          ComparedClaims `json:"a"`
	B          ComparedClaims `json:"b"`
	Difference float64        `json:"difference"` // A − B, below 0 where A did better
}

// ComparedClaims is one speaker on one event.
type ComparedClaims struct {
	Claims []claims.ID `json:"claims"`
	Brier  float64     `json:"brier"`
}

// Compare compares what two speakers said and had decided.
func (b Board) Compare(one, other string) Compared {
	as, bs := b.Statements(one, other)
	return Compared{scoring.Compare(one, other, as, bs), perEvent(b.Judged, one, other, paired(as, bs))}
}

// paired are the ids of the claims that the comparison rests on: each has one
// of the other's that it can be compared with.
func paired(as, bs []scoring.Statement) map[string]bool {
	ids := map[string]bool{}
	pairs, _ := scoring.PairUp(as, bs)
	for _, p := range pairs {
		if p.A.Number && p.B.Number {
			ids[p.A.ID], ids[p.B.ID] = true, true
		}
	}
	return ids
}

// perEvent lists the events of the claims that are compared.
func perEvent(judged []Judged, a, b string, compared map[string]bool) []ComparedEvent {
	events, sums := map[string]*ComparedEvent{}, map[string]*[2]float64{}
	for _, j := range judged {
		event := claims.Fold(j.Claim.Event)
		if j.Brier == nil || !compared[fmt.Sprint(j.Claim.ID)] || j.Claim.Speaker != a && j.Claim.Speaker != b {
			continue
		}
		if events[event] == nil {
			events[event], sums[event] = &ComparedEvent{Event: j.Claim.Event}, &[2]float64{}
		}
		of, k := &events[event].A, 0
		if j.Claim.Speaker == b {
			of, k = &events[event].B, 1
		}
		of.Claims = append(of.Claims, j.Claim.ID)
		sums[event][k] += *j.Brier
	}
	list := []ComparedEvent{}
	for key, x := range events {
		if len(x.A.Claims) == 0 || len(x.B.Claims) == 0 {
			continue
		}
		x.A.Brier = sums[key][0] / float64(len(x.A.Claims))
		x.B.Brier = sums[key][1] / float64(len(x.B.Claims))
		x.Difference = x.A.Brier - x.B.Brier
		list = append(list, *x)
	}
	slices.SortFunc(list, byDifference)
	return list
}

func byDifference(x, y ComparedEvent) int {
	return cmp.Or(cmp.Compare(x.Difference, y.Difference), cmp.Compare(claims.Fold(x.Event), claims.Fold(y.Event)))
}
