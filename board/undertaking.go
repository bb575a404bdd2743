package board

import (
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// Undertaking is one promise or plan, held to its first date: what the table of
// promises and the slips count, one by one.
type Undertaking struct {
	Claim    claims.Claim // the first, with what became of it
	IDs      []claims.ID  // of all its dates, in order
	Standing claims.Standing
	Overrun  *scoring.Duration // nil for one that has none, or is left out of the slips
}

// Undertakings are the promises and plans of the board, in the order of their
// first dates in it. What repeats another is none.
func (b Board) Undertakings() []Undertaking {
	var list []Undertaking
	first, later := map[claims.UID]Chain{}, map[claims.UID]bool{}
	for _, c := range Chains(b.Judged) {
		if !c.Promised() {
			continue
		}
		first[c.Links[0].Claim.UID] = c
		for _, j := range c.Links[1:] {
			later[j.Claim.UID] = true
		}
	}
	for _, j := range b.Judged {
		c, moved := first[j.Claim.UID]
		switch {
		case later[j.Claim.UID] || j.Claim.Repeats != "":
		case moved:
			list = append(list, b.moved(c))
		case undertaken(j):
			list = append(list, b.undertaking(*j.Claim, 0, j.Claim.ID))
		}
	}
	return list
}

// moved is the one promise behind a chain.
func (b Board) moved(c Chain) Undertaking {
	var ids []claims.ID
	looked := calendar.Day(0)
	for _, j := range c.Links {
		ids = append(ids, j.Claim.ID)
		looked = max(looked, j.Claim.StatedOn.Day())
	}
	return b.undertaking(c.asPromise(), looked, ids...)
}

func (b Board) undertaking(c claims.Claim, looked calendar.Day, ids ...claims.ID) Undertaking {
	u := Undertaking{Claim: c, IDs: ids, Standing: b.Policy.standing(&c, b.AsOf)}
	if p := promiseOf(&c, looked, b.AsOf); p.why == "" {
		if d, ok := p.Overrun(); ok {
			u.Overrun = &d
		}
	}
	return u
}

// Told reports whether what became of it can be told: kept in whatever way, or
// broken.
func (u Undertaking) Told() bool {
	return slices.Contains([]claims.Standing{claims.Kept, claims.KeptEarly, claims.KeptLate, claims.KeptInPart, claims.Broken, claims.StoodEarly}, u.Standing)
}

// InTime is how many of the promises and plans that can be told came in time,
// each counting once; the interval takes those on one event together.
func InTime(list []Undertaking) scoring.Hit {
	var sided []scoring.Sided
	for _, u := range list {
		if u.Told() {
			in := u.Standing == claims.Kept || u.Standing == claims.KeptEarly
			sided = append(sided, scoring.Sided{Event: claims.Fold(u.Claim.Event), Right: in})
		}
	}
	return scoring.HitShare(sided)
}

// Overruns is how long the promises and plans took, in units of the time
// promised: those of the slips.
func Overruns(list []Undertaking) scoring.Survival {
	var ds []scoring.Duration
	for _, u := range list {
		if u.Overrun != nil {
			ds = append(ds, *u.Overrun)
		}
	}
	return scoring.Survive(ds)
}
