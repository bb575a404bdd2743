package board

import (
	"slices"

	"tracker/claims"
)

// Chain is claims of one speaker on one event, each superseding the one before:
// a promise whose date was moved, or a forecast said again with another date.
type Chain struct {
	Links []Judged // in order, at least two
}

// Promised reports whether a promise or a plan is among the links: then the
// chain is one promise, held to its first date, whatever that was given as.
func (c Chain) Promised() bool { return slices.ContainsFunc(c.Links, undertaken) }

func undertaken(j Judged) bool { return j.Claim.Type == claims.Promise || j.Claim.Type == claims.Plan }

// asPromise is the first claim as it is judged for the promise behind the
// chain: of the type of the first link that is one, with what became of it.
func (c Chain) asPromise() claims.Claim {
	first := *c.Links[0].Claim
	if i := slices.IndexFunc(c.Links, undertaken); i >= 0 {
		first.Type = c.Links[i].Claim.Type
	}
	first.Verdict = c.verdict()
	return first
}

// Postponements is how often the deadline was moved.
func (c Chain) Postponements() int { return len(c.Links) - 1 }

// SlipDays is by how many days the end moved in all, from the first window to
// the last; ok is false when either has no end.
func (c Chain) SlipDays() (days int, ok bool) {
	first, last := c.Links[0].Claim.Window.Latest, c.Links[len(c.Links)-1].Claim.Window.Latest
	return int(last - first), first != 0 && last != 0
}

// Chains finds the chains among judged claims, in the order of their first
// links. A withdrawn claim breaks its chain. Where two claims supersede the
// same one, the first given goes on with the chain.
func Chains(list []Judged) []Chain {
	byUID, next := map[claims.UID]int{}, map[claims.UID]int{}
	for i, j := range list {
		if j.Bucket != BucketWithdrawn && j.Claim.UID != "" {
			byUID[j.Claim.UID] = i
		}
	}
	for i, j := range list {
		earlier := j.Claim.Supersedes
		if _, here := byUID[earlier]; !here || j.Bucket == BucketWithdrawn {
			continue
		}
		if _, taken := next[earlier]; !taken {
			next[earlier] = i
		}
	}
	var out []Chain
	for _, j := range list {
		_, follows := byUID[j.Claim.Supersedes]
		if _, goesOn := next[j.Claim.UID]; follows || !goesOn || j.Bucket == BucketWithdrawn {
			continue
		}
		c := Chain{Links: []Judged{j}}
		for {
			i, ok := next[c.Links[len(c.Links)-1].Claim.UID]
			if !ok {
				break
			}
			c.Links = append(c.Links, list[i])
		}
		out = append(out, c)
	}
	return out
}
