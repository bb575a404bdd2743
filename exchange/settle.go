package exchange

import (
	"fmt"
	"slices"
	"strings"

	"tracker/reading/date"
)

// LeaveOut leaves out the columns that are not known: somebody was asked.
func (p *Plan) LeaveOut() { p.o.LeaveOut = true }

// Settle says how the days are meant that no column settles.
func (p *Plan) Settle(order date.Order) {
	p.o.Order = order
	for i := range p.Columns {
		p.Columns[i].settle(order)
	}
}

// Unsettled returns the first column with days that could be two, nil for
// none.
func (p *Plan) Unsettled() *Column {
	i := slices.IndexFunc(p.Columns, func(c Column) bool { return c.Unlike != "" })
	if i < 0 {
		return nil
	}
	return &p.Columns[i]
}

// Problems says what about the columns is wrong or open; nil for nothing.
func (p *Plan) Problems() error {
	t := &table{plan: p, decoder: decoder{file: p.Name, number: p.line}}
	if p.site != nil {
		return nil
	}
	t.bind()
	if c := p.Unsettled(); c != nil {
		t.refuse(fmt.Errorf("in column %.60q, %s, and no row settles it", c.Title, bothReadings(c.Unlike, p.dates(date.Ask))),
			"say which: --dates dmy or --dates mdy")
	}
	return t.take()
}

// Question asks about the days that could be two, "" when there are none.
func (p *Plan) Question() string {
	c := p.Unsettled()
	if c == nil {
		return ""
	}
	return fmt.Sprintf("In column %q, %s. Which comes first, the day or the month (dmy or mdy)?", c.Title, bothReadings(c.Unlike, p.dates(date.Ask)))
}

func (p *Plan) dates(order date.Order) date.Options {
	return date.Options{Today: p.o.Today, Order: order}
}

// bothReadings says which two days a text could be.
func bothReadings(text string, o date.Options) string {
	_, err := dayCell(text, o)
	if isAmbiguous(err) {
		return strings.ReplaceAll(err.Error(), `"`, "")
	}
	return text + " could be two days"
}
