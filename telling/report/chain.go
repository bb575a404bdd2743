package report

import (
	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
)

// Chain is one promise whose date was put off, or a forecast that was said
// again with another date.
type Chain struct {
	Speaker       string `json:"speaker"`
	Event         string `json:"event"`
	Statement     string `json:"statement"` // of the first claim
	ours          string // the same with its direction
	Promise       bool   `json:"promise"` // one of its claims is a promise or a plan
	Postponements int    `json:"postponements"`
	SlipDays      *int   `json:"slip_days"` // from the first end to the last; nil when either is missing
	Links         []Link `json:"links"`     // in order, at least two
}

// Link is one deadline of a chain.
type Link struct {
	ID       claims.ID     `json:"id"`
	StatedOn claims.Moment `json:"stated_on"`
	Phrase   string        `json:"phrase"`
	Earliest calendar.Day  `json:"earliest"`
	Latest   calendar.Day  `json:"latest"`
	SlipDays *int          `json:"slip_days"` // from the end before; nil for the first link and without an end

	said *bool // whether the quote has the phrase
}

// chains finds the postponements among judged claims.
func chains(judged []board.Judged) []Chain {
	list := []Chain{}
	for _, found := range board.Chains(judged) {
		first, last := found.Links[0].Claim, found.Links[len(found.Links)-1].Claim
		c := Chain{Speaker: first.Speaker, Event: first.Event, Statement: first.Statement, ours: directed(singled(first.Statement, first.Quote), first.Polarity), Promise: found.Promised(), Postponements: found.Postponements(),
			SlipDays: slip(first.Window, last.Window)}
		for i, j := range found.Links {
			w := j.Claim.Window
			l := Link{ID: j.Claim.ID, StatedOn: j.Claim.StatedOn, Phrase: w.Phrase, Earliest: w.Earliest, Latest: w.Latest, said: j.Claim.Said(w.Phrase)}
			if i > 0 {
				l.SlipDays = slip(found.Links[i-1].Claim.Window, w)
			}
			c.Links = append(c.Links, l)
		}
		list = append(list, c)
	}
	return list
}

// slip is by how many days the end moved.
func slip(from, to claims.Window) *int {
	if from.Latest == 0 || to.Latest == 0 {
		return nil
	}
	days := int(to.Latest - from.Latest)
	return &days
}
