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

// References are promises as they are read, from which the reference of one of
// them is made: what became of a promise says nothing about others of its kind,
// so its chain is left out. Of claims without a UID they remember a few dozen
// bytes; those in chains need one.
type References struct {
	asOf  calendar.Day
	slips slipRows
	tally slipTally      // of claims by themselves
	named []claims.Claim // those with a UID
	moved map[claims.UID]bool
}

// NewReferences is none, as of a day.
func NewReferences(asOf calendar.Day) *References {
	r := &References{asOf: asOf, moved: map[claims.UID]bool{}}
	r.tally.of = &r.slips
	return r
}

// Add adds a claim; what is none of a promise is not remembered.
func (r *References) Add(c *claims.Claim) {
	if c.UID == "" {
		r.tally.take(slipOf(&r.slips, c, r.asOf))
		return
	}
	r.named = append(r.named, *c)
	if c.Supersedes != "" {
		r.moved[c.Supersedes], r.moved[c.UID] = true, true
	}
}

// Moved reports whether the date of a claim was moved, or is a moved one.
func (r *References) Moved(uid claims.UID) bool { return r.moved[uid] }

// Of is the reference of a claim: all but its chain, "" for all.
func (r *References) Of(without claims.UID) Reference {
	t := r.without(without)
	return Reference{t.done(), t.took()}
}

// Outlook is that of the reference of a claim.
func (r *References) Outlook(without claims.UID) scoring.Outlook {
	var overruns []scoring.Duration
	for p := range r.without(without).all() {
		if d, ok := p.Overrun(); ok && p.why == "" {
			overruns = append(overruns, d)
		}
	}
	return scoring.NewOutlook(overruns)
}

// without are all promises but those of one chain.
func (r *References) without(without claims.UID) *slipTally {
	var judged []Judged
	for i := range r.named {
		if r.named[i].Withdrawn == "" {
			judged = append(judged, Judged{Claim: &r.named[i], Bucket: BucketOpen})
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
	t := r.tally
	for i := range r.named {
		if c := &r.named[i]; !own[c.UID] && !linked[c.UID] {
			t.put(c, r.asOf)
		}
	}
	for _, c := range chains {
		if c.Promised() && !own[c.Links[0].Claim.UID] {
			t.takeChain(c, r.asOf)
		}
	}
	return &t
}

// put books a claim that is not among the rows.
func (t *slipTally) put(c *claims.Claim, asOf calendar.Day) {
	if p := promiseOf(c, 0, asOf); p.why != notAPromise {
		p.id = c.ID
		t.others = append(t.others, p)
	}
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
