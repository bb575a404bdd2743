package board

import (
	"cmp"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// Reference is the promises of a kind that an outlook rests on.
type Reference struct {
	Slip
	Took []Took // those that count, what came soonest first
}

// Took is how long one promise took, or has taken without coming.
type Took struct {
	Links []claims.ID // of its claims: the first date, and the later ones
	scoring.Promise
	Times float64 // the time promised
}

// Duration is how long it took, for a curve.
func (t Took) Duration() scoring.Duration { return scoring.Duration{T: t.Times, Fate: t.Fate} }

// ReferenceOf gathers the promises among many claims, leaving out the chain of
// one of them, "" for none: what became of a promise says nothing about others
// of its kind.
func ReferenceOf(list []claims.Claim, without claims.UID, asOf calendar.Day) Reference {
	var judged []Judged
	for i := range list {
		if list[i].UID != "" && list[i].Withdrawn == "" {
			judged = append(judged, Judged{Claim: &list[i], Bucket: BucketOpen})
		}
	}
	chains := Chains(judged)
	own, linked := map[claims.UID]bool{cmp.Or(without, "-"): true}, map[claims.UID]bool{}
	for _, c := range chains {
		has := slices.ContainsFunc(c.Links, func(j Judged) bool { return j.Claim.UID == without })
		for _, j := range c.Links {
			own[j.Claim.UID] = own[j.Claim.UID] || has
			linked[j.Claim.UID] = c.Promised()
		}
	}
	t := slipTally{of: &slipRows{}}
	for i := range list {
		if !own[list[i].UID] && !linked[list[i].UID] {
			t.take(slipOf(t.of, &list[i], asOf))
		}
	}
	for _, c := range chains {
		if c.Promised() && !own[c.Links[0].Claim.UID] {
			t.takeChain(c, asOf)
		}
	}
	return Reference{t.done(), t.took()}
}

// took are the promises that count.
func (t *slipTally) took() []Took {
	list := []Took{}
	for p := range t.all() {
		if d, ok := p.Overrun(); ok && p.why == "" {
			if p.links == nil {
				p.links = []claims.ID{p.id}
			}
			list = append(list, Took{p.links, p.Promise, d.T})
		}
	}
	slices.SortStableFunc(list, func(a, b Took) int {
		return cmp.Or(cmp.Compare(lateness(a.Fate), lateness(b.Fate)), cmp.Compare(a.Times, b.Times), cmp.Compare(a.Links[0], b.Links[0]))
	})
	return list
}

// lateness puts what came before what is awaited, and that before what never
// comes.
func lateness(f scoring.Fate) int {
	return map[scoring.Fate]int{scoring.Met: 0, scoring.Waiting: 1, scoring.Never: 2}[f]
}

// Curve is the survival curve of the reference, which its quantiles are read
// from.
func (r Reference) Curve() scoring.Survival {
	var ds []scoring.Duration
	for _, t := range r.Took {
		ds = append(ds, t.Duration())
	}
	return scoring.Survive(ds)
}
