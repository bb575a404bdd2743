package report

import (
	"tracker/board"
	"tracker/clean"
)

// disputed stands behind what became of a claim whose verdict somebody contests,
// wherever that is told: nobody reads a verdict without it.
const disputed = ", disputed"

// contested reports whether somebody disputes the verdict on a claim.
func (c *Claim) contested() bool { return c.judged.Claim != nil && c.judged.Claim.Contested() }

// Reply is what is said against a verdict, "" where nobody disputes it.
func (c *Claim) Reply() string {
	if !c.contested() {
		return ""
	}
	return singled(c.Disputed, c.Quote)
}

// Disputes says how many verdicts of a row are contested, "" for none.
func Disputes(d board.Denominator) string {
	if d.Disputed == 0 {
		return ""
	}
	return Count(d.Disputed, "verdict") + " disputed"
}

// remarks are what is to be known about a row beside its figures: that nobody
// knows whose it is, verdicts that are contested, and what the desk took back or
// changed.
func remarks(g board.Group) []string {
	return given(unnamed(g), Disputes(g.Denominator), SecondThoughts(g.AfterFact, g.Hit))
}

// unnamed warns that several claims of nobody who is named are not the record of
// one person.
func unnamed(g board.Group) string {
	if g.Anonymous < 2 || g.Anonymous < g.Denominator.Logged-g.Denominator.Withdrawn {
		return ""
	}
	return "anonymous, which may be more than one person"
}

// Remarks says so in sentences that name the row.
func Remarks(rows []board.Group) []string {
	var list []string
	for _, g := range rows {
		for _, s := range remarks(g) {
			list = append(list, clean.Line(g.Name)+": "+s+".")
		}
	}
	return list
}
