package report

import (
	"fmt"
	"slices"

	"tracker/board"
	"tracker/claims"
	"tracker/scoring"
	"tracker/telling/chart"
)

// slipChart is the dates that were put off, those put off by most first.
func (r Report) slipChart() chart.Chart {
	m := chart.Moves{Title: "Dates that were put off", Note: "Tick: the day on which the first date was named. Rings: the dates named, one after another. Last mark: when it came."}
	moved := slices.DeleteFunc(r.chainsOf(true), func(c Chain) bool { return !dated(c) })
	slices.SortStableFunc(moved, func(a, b Chain) int { return days(b.SlipDays) - days(a.SlipDays) })
	total := 0
	for i, c := range moved {
		if i < mostDrawn {
			m.Rows = append(m.Rows, r.moved(c))
		}
		total += c.Postponements
	}
	if len(moved) > 0 {
		m.Says = fmt.Sprintf("One promise or plan was put off, %s in all and by %s: that of %s.", times(total), DaysLong(days(moved[0].SlipDays)), moved[0].Speaker)
		if len(moved) > 1 {
			m.Says = fmt.Sprintf("%d promises and plans had their dates put off, %s in all; the one put off by most, by %s, was that of %s.", len(moved), times(total), DaysLong(days(moved[0].SlipDays)), moved[0].Speaker)
		}
	}
	if len(moved) > mostDrawn {
		m.Note += fmt.Sprintf(" The %d put off by most.", mostDrawn)
	}
	return m.Chart()
}

// dated reports whether every date of a chain has an end to draw.
func dated(c Chain) bool {
	return !slices.ContainsFunc(c.Links, func(l Link) bool { return l.Latest == 0 })
}

func days(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

func (r Report) moved(c Chain) chart.Moved {
	row := chart.Moved{Who: c.Speaker, What: inSentence(c.ours), By: "put off " + times(c.Postponements) + inAll(c.SlipDays), Became: "no verdict yet"}
	var ids []claims.ID
	for _, l := range c.Links {
		row.Dates = append(row.Dates, chart.Named{Said: l.StatedOn.Day(), Date: l.Latest, Href: r.href(l.ID), Words: dates(l.Earliest, l.Latest)})
		ids = append(ids, l.ID)
	}
	row.Href, row.Refs = r.firstHref(ids), r.refs(ids...)
	for _, u := range r.undertakings.Moved() {
		if u.IDs[0] == ids[0] && u.Judged {
			row.Kind, row.Became = chart.Late, becameOf(&u)
			if u.Day != 0 {
				row.Ended = u.Day
				if u.InTime() {
					row.Kind = chart.InTime
				}
			}
		}
	}
	return row
}

// survivalChart is how long promises and plans took.
func (r Report) survivalChart() chart.Chart {
	s := chart.Survival{Title: "How long promises and plans took", N: r.overruns.N,
		Note: "A step up is a promise met. Shaded: where the curve may lie, 19 times in 20. What was called off never comes; what had not come when last looked at leaves the count there."}
	by := map[float64][]claims.ID{}
	for took, ids := range r.undertakings.Met() {
		for _, id := range ids {
			if r.onPage(id) {
				by[took] = append(by[took], id)
			}
		}
	}
	onDay := 0
	for _, x := range r.overruns.Steps {
		if x.T <= 1 {
			onDay += x.Happened
		}
		s.Steps = append(s.Steps, chart.Met{T: x.T, Share: 1 - x.S, Low: 1 - x.High, High: 1 - x.Low, AtRisk: x.AtRisk, N: x.Happened, Refs: r.refs(by[x.T]...), Href: r.firstHref(by[x.T])})
	}
	s.Says = fmt.Sprintf("Of %d, %s met by the day promised and %d in the end%s.", r.overruns.N, were(onDay), r.overruns.Met, halfBy(r.Slip))
	return s.Chart()
}

// halfBy is ", half within 1.1 times the time promised", "" for too few.
func halfBy(s board.Slip) string {
	if s.Half == nil {
		return ""
	}
	return fmt.Sprintf("; half within %.1f times the time promised", s.Half.T)
}

// overrunsSection is how long each promise took, the longest first.
func (r Report) overrunsSection() section {
	list := r.undertakings.Longest(mostShown)
	t := table{Caption: "Promises and plans whose time is over, by the date first given: 1.0 is on the last day promised.", Sortable: true,
		Heads: []head{{"Speaker", classProse}, {"What", classProse}, {"Promised for", classDate}, {"Times the time promised", classNumber}, {"What became of it", classProse}, {"Claims", classProse}}}
	for _, u := range list {
		took := fmt.Sprintf("%.1f", u.Overrun.T)
		if u.Overrun.Fate != scoring.Met {
			took = unknown
		}
		t.Rows = append(t.Rows, row{Cells: [][]line{text(u.Speaker), text(singled(u.Statement, "")), text(dayWords(u.Latest)), text(took), text(becameOf(&u)), {{Refs: r.refs(u.IDs...)}}}})
	}
	t.More = r.overruns.N - len(list)
	return section{ID: "overruns", Heading: "How long each promise took", Folds: []fold{{Summary: Count(r.overruns.N, "promise") + " with a date", Table: &t}}}
}

// becameOf says what came of a promise or a plan with a verdict, and no more than
// somebody saw.
func becameOf(u *board.Undertaking) string {
	text := "it had not come when last looked at"
	switch {
	case u.Overrun != nil && u.Overrun.Fate == scoring.Never:
		text = "taken back, or become impossible"
	case u.Standing == claims.StandsVoid || u.Standing == claims.StandsUnclear:
		text = StandingWords(u.Standing)
	case u.Day != 0 && u.Extent < 1:
		text = "it came in part (" + figure(u.Extent) + ") on " + dayWords(u.Day)
	case u.Day != 0:
		text = "it came on " + dayWords(u.Day)
	case u.Extent > 0:
		text = "it came, on a day that is not known"
	}
	if u.Disputed {
		text += disputed
	}
	return text
}
