package report

import (
	"cmp"
	"slices"

	"tracker/claims"
)

// eventsSection is what was said about each event, by time: windows, and what
// became of them.
func (r Report) eventsSection() section {
	s := section{ID: "events", Heading: "By event, in time"}
	if r.pages != nil { // on pages of their own
		return section{}
	}
	byEvent := map[string][]*Claim{}
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Event != "" && r.onPage(c.ID) {
			key := claims.Fold(c.Event)
			byEvent[key] = append(byEvent[key], c)
		}
	}
	var groups [][]*Claim
	for _, list := range byEvent {
		slices.SortFunc(list, func(a, b *Claim) int {
			return cmp.Or(cmp.Compare(a.StatedOn.Day(), b.StatedOn.Day()), cmp.Compare(a.ID, b.ID))
		})
		groups = append(groups, list)
	}
	slices.SortFunc(groups, func(a, b []*Claim) int {
		return cmp.Or(cmp.Compare(a[0].StatedOn.Day(), b[0].StatedOn.Day()), cmp.Compare(a[0].ID, b[0].ID))
	})
	several := newTimeline("Events about which several statements were made, by the day of the first.")
	single := newTimeline("Events about which one statement was made, by its day.")
	for _, list := range groups {
		t := single
		if len(list) > 1 {
			t = several
		}
		for _, c := range list {
			t.Rows = append(t.Rows, row{[][]line{text(upper(statementOurs(c))), text(dayWords(c.StatedOn.Day())), text(c.Speaker), text(dates(c.Window.Earliest, c.Window.Latest)),
				{{Text: standingWords(*c), Call: callOf(*c), Kind: c.fate()}}, text(happenedDay(c)), {{Refs: r.refs(c.ID)}}}})
		}
	}
	s.Folds = []fold{{Count(len(several.Rows), "statement") + " on events that several spoke of", several}, {Count(len(single.Rows), "statement") + " on events of their own", single}}
	return s
}

func newTimeline(caption string) *table {
	return &table{Caption: caption, Heads: []head{{"What, in our words", classProse}, {"Said on", classDate}, {"Speaker", classProse}, {"Window", classProse}, {"Became", classProse}, {"Happened", classDate}, {"Claim", classProse}}}
}

// happenedDay is the day on which the event of a claim happened.
func happenedDay(c *Claim) string {
	switch v := c.Verdict; {
	case v == nil || !(v.Outcome == claims.Yes || v.Outcome == claims.Partial):
		return unknown
	case v.Day == 0:
		return "on a day that is not known"
	default:
		return dayWords(v.Day)
	}
}
