package report

import (
	"cmp"
	"slices"

	"tracker/claims"
	"tracker/telling/chart"
)

// pick is a claim to begin with, and why.
type pick struct {
	Why  string
	Card Card
}

// readSection is five claims that show what the others are like: the longest
// overrun, the date put off by most, the surest that was wrong, what was said
// longest ahead and was right, and what was judged last.
func (r Report) readSection() section {
	s := section{ID: "read", Heading: "Five claims to read"}
	taken := map[claims.ID]bool{}
	take := func(why string, most func(*Claim) float64) {
		var best *Claim
		for i := range r.Claims {
			c := &r.Claims[i]
			if c.Quote == "" || taken[c.ID] || !r.onPage(c.ID) || most(c) <= 0 {
				continue
			}
			if best == nil || most(c) > most(best) {
				best = c
			}
		}
		if best != nil {
			taken[best.ID] = true
			s.Read = append(s.Read, pick{why, r.Card(best)})
		}
	}
	take("Came latest after its window", func(c *Claim) float64 { return float64(c.judged.DaysLate) * is(c.fate() == chart.Late) })
	take("Put off by most", func(c *Claim) float64 { return float64(r.putOff[c.ID]) })
	take("Surest, and not as said", func(c *Claim) float64 { return number0(c.Brier) * is(c.fate() == chart.Never) })
	take("Said longest ahead, and true", func(c *Claim) float64 {
		return float64(c.Window.Latest-c.StatedOn.Day()) * is(c.fate() == chart.InTime)
	})
	take("Judged last", func(c *Claim) float64 { return float64(c.Window.Latest) * is(c.fate() != "") })
	return s
}

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func number0(x *float64) float64 {
	if x == nil {
		return 0
	}
	return *x
}

// putOffs are the days by which the first dates of promises were put off.
func putOffs(list []Chain) map[claims.ID]int {
	by := map[claims.ID]int{}
	for _, c := range list {
		if c.Promise {
			by[c.Links[0].ID] = days(c.SlipDays)
		}
	}
	return by
}

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
			t.Rows = append(t.Rows, row{[][]line{text(statementOurs(c)), text(dayWords(c.StatedOn.Day())), text(c.Speaker), text(dates(c.Window.Earliest, c.Window.Latest)),
				{{Text: standingWords(*c), Call: callOf(*c), Kind: c.fate()}}, text(happenedDay(c)), {{Refs: r.refs(c.ID)}}}})
		}
	}
	s.Folds = []fold{{Count(len(several.Rows), "statement") + " on events that several spoke of", several}, {Count(len(single.Rows), "statement") + " on events of their own", single}}
	return s
}

func newTimeline(caption string) *table {
	return &table{Caption: caption, Heads: []head{{"What was said", classProse}, {"Said on", classDate}, {"Speaker", classProse}, {"Window", classProse}, {"Became", classProse}, {"Happened", classDate}, {"Claim", classProse}}}
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
