package exchange

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"tracker/reading/date"
)

// study is what the cells of one column have in common.
type study struct {
	filled                    int
	links                     int
	either                    string // a day that could be two
	dayFirst, monthFirst      string // days that prove an order
	above, between, withSigns string // numbers above 1, between 0 and 1, with a per cent sign
}

func isAmbiguous(err error) bool {
	var both *date.Ambiguous
	return errors.As(err, &both)
}

// study reads the rows of a table and settles what each column is.
func (p *Plan) study(t *table) error {
	studies := make([]study, len(p.Columns))
	ask := p.dates(date.Ask)
	p.findNeeds()
	for t.rows.scan() {
		row, err := t.rows.cells()
		if err != nil {
			continue // told when it is read
		}
		if reason := p.aside(row); reason != "" && !isBlank(row) {
			p.leaveOut(t.rows.number(), reason)
			continue
		}
		for i, cell := range row[:min(len(row), len(studies))] {
			if cell = strings.TrimSpace(p.Columns[i].Words.of(cell)); cell != "" {
				studies[i].note(cell, &p.Columns[i], ask)
			}
		}
	}
	if err := t.rows.err(); err != nil {
		return err
	}
	for i := range studies {
		p.Columns[i].learn(&studies[i])
	}
	p.placeLinks(studies)
	p.dropTwice(studies)
	p.findNeeds()
	p.Settle(p.o.Order)
	return nil
}

// note takes in one cell.
func (s *study) note(cell string, c *Column, ask date.Options) {
	s.filled++
	if isLink(cell) {
		s.links++
		return
	}
	for _, m := range c.Members {
		switch {
		case holdsDays(m):
			s.noteDay(cell, ask)
		case holdsShares(m):
			s.noteNumber(cell)
		}
	}
}

func (s *study) noteDay(cell string, ask date.Options) {
	if canonicalDay(cell) || s.either != "" && s.dayFirst != "" && s.monthFirst != "" {
		return
	}
	switch orderOf(cell) {
	case date.DayFirst:
		s.dayFirst = firstOf(s.dayFirst, cell)
	case date.MonthFirst:
		s.monthFirst = firstOf(s.monthFirst, cell)
	default:
		if s.either == "" && hasYear(cell) || s.either == "" && strings.Contains(cell, ":") {
			if _, err := readMoment(cell, ask); isAmbiguous(err) {
				s.either = strings.Clone(cell)
			}
		}
	}
}

func (s *study) noteNumber(cell string) {
	switch x, ok := bareNumber(cell); {
	case strings.HasSuffix(cell, "%"):
		s.withSigns = firstOf(s.withSigns, cell)
	case ok && x > 1:
		s.above = firstOf(s.above, cell)
	case ok && 0 < x && x < 1:
		s.between = firstOf(s.between, cell)
	}
}

// firstOf keeps the first example; the text it is cut from may be long.
func firstOf(before, cell string) string {
	if before != "" {
		return before
	}
	return strings.Clone(cell)
}

// learn settles what the cells of a column settle.
func (c *Column) learn(s *study) {
	if s.filled == 0 && (c.How == Unknown || c.How == Empty) {
		c.How = Empty
		return
	}
	if c.How == Empty {
		c.How = Unknown
	}
	switch {
	case s.dayFirst != "" && s.monthFirst != "":
		c.Unlike, c.Note = s.either, fmt.Sprintf("days in both orders: %s and %s", s.dayFirst, s.monthFirst)
	case s.dayFirst != "":
		c.order, c.Note = date.DayFirst, "day first, as "+s.dayFirst+" shows"
	case s.monthFirst != "":
		c.order, c.Note = date.MonthFirst, "month first, as "+s.monthFirst+" shows"
	default:
		c.Unlike = s.either
	}
	if s.above != "" {
		c.percents, c.Note = true, "in per cent, as "+s.above+" shows"
	}
	if c.How == Guessed && c.Members[0] == forOutlet && s.links == s.filled {
		c.Members = []string{forLink}
	}
}

// settle takes an order for days that the column itself leaves open.
func (c *Column) settle(order date.Order) {
	if c.Unlike == "" || order == date.Ask {
		return
	}
	c.order, c.Unlike = order, ""
	if c.Note == "" {
		c.Note = map[date.Order]string{date.DayFirst: "day first", date.MonthFirst: "month first"}[order]
	}
}

// placeLinks takes a link right after the outcome, or one column on, for its
// evidence.
func (p *Plan) placeLinks(studies []study) {
	outcome := p.index(forOutcome)
	if outcome < 0 {
		outcome = p.index("verdict.outcome")
	}
	if outcome < 0 || p.index(forEvidence) >= 0 || p.index("verdict.evidence") >= 0 {
		return
	}
	for i := outcome + 1; i < len(p.Columns) && i <= outcome+2; i++ {
		if c := &p.Columns[i]; c.How == Guessed && c.Members[0] == forLink {
			c.Members, c.Note = []string{forEvidence}, "it stands by the outcome"
			return
		}
	}
}

// index returns the column that stands for a name.
func (p *Plan) index(name string) int {
	return slices.IndexFunc(p.Columns, func(c Column) bool { return slices.Contains(c.Members, name) })
}

// dropTwice lets go of a guess that another guess has better: a column that
// is never filled.
func (p *Plan) dropTwice(studies []study) {
	for i := range p.Columns {
		c := &p.Columns[i]
		if c.How != Guessed || studies[i].filled > 0 {
			continue
		}
		for j, other := range p.Columns {
			if j != i && slices.Contains(other.Members, c.Members[0]) {
				c.Members, c.How = nil, Empty
				break
			}
		}
	}
}

func isLink(cell string) bool {
	return (strings.HasPrefix(cell, "http://") || strings.HasPrefix(cell, "https://")) && !strings.ContainsAny(cell, " \n")
}

// holdsDays and holdsShares tell what the cells of a name are.
func holdsDays(name string) bool {
	switch name {
	case "stated_on", forDeadline, "published_on", "window.earliest", "window.latest", "verdict.event_date", "verdict.at",
		"resolution.event_date", "resolution.at", "snoozed_until", "logged_at", "baseline_on":
		return true
	}
	return false
}

func holdsShares(name string) bool {
	switch name {
	case forConfidence, "hedge.p", "hedge.low", "hedge.high", "baseline_p", "verdict.extent", "resolution.extent":
		return true
	}
	return false
}
