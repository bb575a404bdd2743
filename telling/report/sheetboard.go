package report

import (
	"slices"
	"strings"

	"tracker/board"
	"tracker/scoring"
	"tracker/workbook"
)

// boardFields are the columns of the board in a workbook.
var boardFields = []field[board.Group]{
	{"", "Name", 28, workbook.Text, func(_ *Report, g board.Group) any { return g.Name }},
	{"", "Enough to compare", 10, workbook.Text, enough},
	{"", "Recorded", 10, workbook.Whole, func(_ *Report, g board.Group) any { return g.Denominator.Logged }},
	{"", "Scored", 10, workbook.Whole, func(_ *Report, g board.Group) any { return g.Denominator.Scored }},
	{"", "Right", 8, workbook.Plain, func(_ *Report, g board.Group) any { return g.Hit.K }},
	{"", "Of, which took a side", 10, workbook.Whole, func(_ *Report, g board.Group) any { return g.Hit.N }},
	{"", "Share right", 9, workbook.Share, func(_ *Report, g board.Group) any { return g.Hit.Share }},
	{"", "Share, low end", 9, workbook.Share, func(_ *Report, g board.Group) any { return g.Hit.Low }},
	{"", "Share, high end", 9, workbook.Share, func(_ *Report, g board.Group) any { return g.Hit.High }},
	{"", "Took no side", 9, workbook.Whole, func(_ *Report, g board.Group) any { return g.Hit.NoSide }},
	{"", "Brier score", 9, workbook.Fine, func(_ *Report, g board.Group) any { return g.Brier }},
	{"", "Brier, low end", 9, workbook.Fine, func(_ *Report, g board.Group) any { return g.BrierLow }},
	{"", "Brier, high end", 9, workbook.Fine, func(_ *Report, g board.Group) any { return g.BrierHigh }},
	{"", "Brier, kindest reading", 10, workbook.Fine, func(_ *Report, g board.Group) any { return g.BrierBest }},
	{"", "Brier, harshest reading", 10, workbook.Fine, func(_ *Report, g board.Group) any { return g.BrierWorst }},
	{"", "Could not be tested", 11, workbook.Share, func(_ *Report, g board.Group) any { return g.Vagueness.Untestable }},
	{"", "Too wide to test", 11, workbook.Share, func(_ *Report, g board.Group) any { return g.Vagueness.HedgedBeyondTesting }},
	{"", "In an outlet's words", 10, workbook.Whole, func(_ *Report, g board.Group) any { return g.Reported }},
	{"", "Place, from", 8, workbook.Whole, place(func(p scoring.Place) int { return p.RankLow })},
	{"", "Place, to", 8, workbook.Whole, place(func(p scoring.Place) int { return p.RankHigh })},
	{"", "Verdicts disputed", 10, workbook.Whole, func(_ *Report, g board.Group) any { return g.Denominator.Disputed }},
	{"", "Remarks", 40, workbook.Prose, func(_ *Report, g board.Group) any { return strings.Join(remarks(g), "; ") }},
}

// withRole adds the role of a row where rows are sources.
func (x *sheets) withRole(fields []field[board.Group]) []field[board.Group] {
	if x.r.By != board.BySource {
		return fields
	}
	return append(slices.Clone(fields), field[board.Group]{"", "Role", 12, workbook.Text, func(_ *Report, g board.Group) any { return g.Role }})
}

// enough says whether a row has the events to be compared with others; nothing
// where rows are not.
func enough(r *Report, g board.Group) any {
	if r.Leaderboard == nil {
		return nil
	}
	return YesNo(r.Leaderboard.Place(g.Name) != nil)
}

// place is an end of the interval of a row's rank; nothing for one that has none.
func place(end func(scoring.Place) int) func(*Report, board.Group) any {
	return func(r *Report, g board.Group) any {
		if r.Leaderboard == nil {
			return nil
		}
		p := r.Leaderboard.Place(g.Name)
		if p == nil {
			return nil
		}
		return end(*p)
	}
}

// board writes the rows of the board, those that have a place first.
func (x *sheets) board() error {
	ranked := x.r.rankedGroups()
	rest := slices.DeleteFunc(slices.Clone(x.r.Groups), func(g board.Group) bool {
		return slices.ContainsFunc(ranked, func(k board.Group) bool { return k.Name == g.Name && k.Role == g.Role })
	})
	fields := x.withRole(boardFields)
	s := x.book.Sheet("Board", titles(fields))
	for _, g := range slices.Concat(ranked, rest) {
		row := values(x.r, fields, g)
		row[0] = x.named(x.r.nameOf(g), x.r.groupOf(g).at)
		if err := s.Row(row...); err != nil {
			return err
		}
	}
	return nil
}

// promiseFields are the columns of the promises in a workbook.
var promiseFields = []field[board.Group]{
	{"", "Name", 28, workbook.Text, func(_ *Report, g board.Group) any { return g.Name }},
	{"", "Judged", 9, workbook.Whole, func(_ *Report, g board.Group) any { return g.Promises.N }},
	{"", "Kept", 9, workbook.Whole, func(_ *Report, g board.Group) any { return g.Promises.Kept }},
	{"", "Kept early", 9, workbook.Whole, func(_ *Report, g board.Group) any { return g.Promises.KeptEarly }},
	{"", "Kept late", 9, workbook.Whole, func(_ *Report, g board.Group) any { return g.Promises.KeptLate }},
	{"", "Late by, days (median)", 11, workbook.Plain, func(_ *Report, g board.Group) any { return g.Promises.SlipDaysMedian }},
	{"", "In part", 9, workbook.Whole, func(_ *Report, g board.Group) any { return g.Promises.InPart }},
	{"", "Broken", 9, workbook.Whole, func(_ *Report, g board.Group) any { return g.Promises.Broken }},
	{"", "Open", 9, workbook.Whole, func(_ *Report, g board.Group) any { return g.Promises.Open }},
	{"", "Void or unclear", 9, workbook.Whole, func(_ *Report, g board.Group) any { return g.Promises.Void + g.Promises.Unclear }},
	{"", "Times put off", 9, workbook.Whole, func(_ *Report, g board.Group) any { return g.Promises.Moves }},
	{"", "Put off by, days", 11, workbook.Whole, func(_ *Report, g board.Group) any {
		if g.Promises.MovedDays == nil {
			return nil
		}
		return *g.Promises.MovedDays
	}},
}

// promises writes a row for each group that promised or planned anything.
func (x *sheets) promises() error {
	fields := x.withRole(promiseFields)
	s := x.book.Sheet("Promises", titles(fields))
	for _, g := range x.r.Groups {
		if !g.Promises.Any() {
			continue
		}
		row := values(x.r, fields, g)
		row[0] = x.named(x.r.nameOf(g), x.r.groupOf(g).undertook)
		if err := s.Row(row...); err != nil {
			return err
		}
	}
	return nil
}

// method writes whose table it is, what it says and how it is done.
func (x *sheets) method() error {
	r := x.r
	s := x.book.Sheet("Method", []workbook.Column{{Title: "What", Width: 30, Form: workbook.Prose}, {Title: safe(r.Title), Width: 110, Form: workbook.Prose}})
	rows := [][2]string{{"Kept by", r.Desk.Name}, {"Contact", r.Desk.Contact}, {"Corrections", r.Desk.Corrections}, {"Licence", r.Desk.Licence},
		{"As of", dayWords(r.AsOf)}, {"Only claims matching", r.Filter}, {"What it comes to", r.Lead}, {"Recorded", r.boardLine}}
	for _, text := range r.People {
		rows = append(rows, [2]string{"About people", text})
	}
	for _, text := range r.boardNotes() {
		rows = append(rows, [2]string{"How to read the board", text})
	}
	for _, b := range tallies(r.Denominator) {
		rows = append(rows, [2]string{"Recorded: " + plainName(b.name), Count(b.count, "claim") + ": " + b.meaning})
	}
	m := r.methodSection()
	for _, p := range slices.Concat(m.Intro, m.List, r.footer()[:1]) {
		rows = append(rows, [2]string{"How it is done", p.words()})
	}
	for _, row := range rows {
		if row[1] == "" {
			continue
		}
		if err := s.Row(row[0], safe(row[1])); err != nil {
			return err
		}
	}
	return nil
}

// words are a paragraph without its links.
func (p para) words() string {
	var b strings.Builder
	for _, l := range p {
		b.WriteString(l.Text)
	}
	return b.String()
}
