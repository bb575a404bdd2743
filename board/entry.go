package board

import (
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// entry is one claim that counts: what figures are made of.
type entry struct {
	scoring.Forecast // without P, Low and High where there is no number
	number           bool
	right            *bool
	id               claims.ID
	uid, repeats     claims.UID
	chain, link      int // of which chain, from 1, and its place in it; 0 for none
	stated           claims.Moment
	baselineOn       calendar.Day // 0 without a baseline, or where nobody noted it
	window           scoring.Window
	words            string  // of confidence, not where a number was said
	happened         float64 // in the window
	ever             float64 // whenever that was
	denies           bool    // it was said not to happen
}

func newEntry(j Judged) entry {
	c := j.Claim
	e := entry{number: j.P != nil, right: j.Right, id: c.ID, uid: c.UID, repeats: c.Repeats,
		stated: c.StatedOn, baselineOn: c.BaselineOn, window: window(c), happened: *j.Y, denies: c.Polarity == claims.WillNot}
	if c.Verdict != nil {
		e.ever, _ = c.Verdict.Y()
	}
	if c.Hedge.Kind != hedge.Explicit {
		e.words = c.Hedge.Words
	}
	if e.number {
		e.Forecast = j.forecast()
	} else {
		e.Forecast = scoring.Forecast{Speaker: c.Speaker, Event: claims.Fold(c.Event)}
	}
	return e
}

// entriesOf are the entries of claims, ready to be weighed, and their places.
func entriesOf(list []Judged) (*entries, []int32) {
	l, tied := newEntries(), tied(list)
	for _, j := range list {
		if j.Y != nil {
			e := newEntry(j)
			if !tied[e.uid] {
				e.uid = ""
			}
			l.add(&e)
		}
	}
	l.link(Chains(list))
	l.askQuestions()
	return l, l.places()
}

// tied are the claims that follow or repeat others, and those others.
func tied(list []Judged) map[claims.UID]bool {
	uids := map[claims.UID]bool{}
	for _, j := range list {
		for _, other := range []claims.UID{j.Claim.Supersedes, j.Claim.Repeats} {
			if other != "" {
				uids[other], uids[j.Claim.UID] = true, true
			}
		}
	}
	return uids
}

// places are those of all entries.
func (l *entries) places() []int32 {
	at := make([]int32, l.len())
	for i := range at {
		at[i] = int32(i)
	}
	return at
}

// link notes which entries are links of a chain.
func (l *entries) link(chains []Chain) {
	type place struct{ chain, link int }
	places := map[claims.UID]place{}
	for i, c := range chains {
		for k, j := range c.Links {
			places[j.Claim.UID] = place{i + 1, k}
		}
	}
	for at, k := range l.links {
		if p := places[k.uid]; k.uid != "" {
			k.chain, k.link = p.chain, p.link
			l.links[at] = k
		}
	}
}
