package report

import (
	"fmt"
	"slices"
)

// chainsSection has one row for each deadline of each promise or plan.
func (r Report) chainsSection() section {
	moved, again := r.chainsOf(true), r.chainsOf(false)
	s := section{ID: "chains", Heading: "Postponements"}
	for _, c := range moved {
		s.List = append(s.List, plain(fmt.Sprintf("%s, %s: put off %s%s.", c.Speaker, inSentence(c.ours), times(c.Postponements), inAll(c.SlipDays))))
	}
	for _, c := range again {
		s.List = append(s.List, plain(fmt.Sprintf("%s, %s: no promise; said again %s, with another date.", c.Speaker, inSentence(c.ours), times(c.Postponements))))
	}
	if len(moved) > 0 {
		s.Table = r.deadlines(moved)
	}
	return s
}

// chainsOf returns the chains that are promises or plans, or the others.
func (r Report) chainsOf(promise bool) []Chain {
	return slices.DeleteFunc(slices.Clone(r.Chains), func(c Chain) bool { return c.Promise != promise })
}

// deadlines is the table of the dates that were put off.
func (r Report) deadlines(list []Chain) *table {
	t := table{Caption: "Promises and plans whose date was put off, one row for each date; moved is from the end before.",
		Heads: []head{{"Claim", classProse}, {"Speaker", classProse}, {"What", classProse}, {"Said on", classDate}, {"Words", classProse}, {"Window", classDate}, {"Moved", classNumber}}, Sortable: true}
	for _, c := range list {
		for _, l := range c.Links {
			t.Rows = append(t.Rows, row{[][]line{{{Refs: r.refs(l.ID)}}, text(c.Speaker), text(c.ours),
				text(dayWords(l.StatedOn.Day())), text(phraseWords(l)), text(dates(l.Earliest, l.Latest)), text(slipped(l.SlipDays))}})
		}
	}
	return &t
}

// phraseWords is the words of a deadline, in quotation marks where they were
// said.
func phraseWords(l Link) string {
	if l.Phrase == "" {
		return unknown
	}
	return marked(l.Phrase, l.said)
}

// slipped prints by how long an end moved.
func slipped(n *int) string {
	if n == nil {
		return unknown
	}
	return DaysLong(*n)
}

// inAll is ", by 2 years in all", "" where an end is missing.
func inAll(n *int) string {
	if n == nil {
		return ""
	}
	return ", by " + DaysLong(*n) + " in all"
}
