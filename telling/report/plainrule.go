package report

import (
	"tracker/claims"
	"tracker/reading/deadline"
)

// plainRule says in the words of readers what was made of the words of a
// window: which days they were taken for. It is "" where the words and the days
// say it all.
func plainRule(c *claims.Claim) string {
	w := c.Window
	switch {
	case w.Rule == claims.RuleGiven:
		return "The desk set the days."
	case w.Phrase == "" || w.Class == deadline.ClassNone:
		return ""
	case w.Class == deadline.ClassVague:
		return "The words name no days: the end is a convention."
	case w.Class == deadline.ClassEvent:
		return "Counted from the event that the words name."
	}
	s, bounds := boundWords[w.Relation]
	if bounds && (w.Earliest == c.StatedOn.Day() || !fromStatement[w.Relation]) {
		return s
	}
	return unitWords[w.Granularity]
}

// fromStatement are the relations that open a window with the statement.
var fromStatement = map[deadline.Relation]bool{deadline.By: true, deadline.Before: true, deadline.Within: true}

// boundWords say how a time that was named bounds a window.
var boundWords = map[deadline.Relation]string{
	deadline.By:       "Any day from the statement on, to the last day of the time named.",
	deadline.Before:   "Any day from the statement on, before the time named begins.",
	deadline.Within:   "Any day from the statement on, until that much time has passed.",
	deadline.In:       "That much time after the statement.",
	deadline.Earliest: "From the first day of the time named. The words set no end; its last day is taken for one only if the desk accepts it.",
	deadline.After:    "After the time named, without an end.",
}

// unitWords say which days a time is that was named as such.
var unitWords = map[deadline.Granularity]string{
	deadline.WeekPart: "Early, mid and late in a week are taken as Monday to Wednesday, Tuesday to Thursday, and Thursday to Sunday.", deadline.Week: "The whole week, Monday to Sunday.",
	deadline.Weekend: "Saturday and Sunday.", deadline.MonthPart: "Early, mid and late in a month are taken as ten days each.", deadline.Month: "The whole month.",
	deadline.Quarter: "The whole quarter of the calendar year.", deadline.Half: "The whole half of the calendar year.",
	deadline.Season: "The whole season, as weather services count it.", deadline.YearPart: "Early, mid and late in a year are taken as four months each.",
	deadline.Year: "The whole year.", deadline.Decade: "The whole decade.",
}
