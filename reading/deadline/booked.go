package deadline

import (
	"strings"

	"tracker/calendar"
)

// booked looks the longest name at i up among the dated events of the book.
func (p *parser) booked(i int) (day calendar.Day, next int) {
	if p.r.opts.Events == nil {
		return 0, 0
	}
	if j := p.seq(i, "end", "of"); j > 0 && !p.at(i-1).is("end") { // by the name of what ends, too
		defer func() {
			if next == 0 {
				day, next = p.booked(p.skip(j, "the", "this", "his", "her", "their", "my", "our", "its"))
			}
		}()
	}
	end := i
	for end < i+longestEvent && p.at(end).kind != mark && p.at(end).word != "" {
		end++
	}
	if y := p.at(i); y.kind == number && y.digits == 4 { // "the 2028 election"
		defer func() {
			if next == 0 {
				if day, next = p.booked(i + 1); day.Year() != int(y.value) {
					day, next = 0, 0
				}
			}
		}()
	}
	for ; end > i; end-- {
		name := strings.ToLower(p.text[p.at(i).start:p.at(end-1).end])
		if day, ok := p.r.opts.Events(name); ok && day != 0 {
			return day, end
		}
	}
	return 0, 0
}

// offices are the names under which a book may date the start of a term.
var offices = []string{"taking office", "returning to office", "inauguration", "the inauguration"}

// hundredDays reads "the first 100 days" in office, and "day one".
func (p *parser) hundredDays(i int) (period, int) {
	d := period{gran: Day, class: ClassEvent, rule: "event"}
	j := p.skip(i, "the", "his", "her", "their", "my", "our")
	n := 1
	switch {
	case p.at(j).is("day") && p.at(j+1).among("one", "1"):
		j += 2
	case p.at(j).is("first"):
		count, _, k := p.cardinal(j + 1)
		if k == 0 || !p.at(k).is("days") || p.at(k+1).is("of") && !p.at(k+2).among("his", "her", "their", "my", "our", "office", "the") {
			return period{}, 0
		}
		n, j = count, k+1
	default:
		return period{}, 0
	}
	if k := p.seq(j, "in", "office"); k > 0 {
		j = k
	}
	if p.r.opts.Events != nil {
		for _, name := range offices {
			if day, ok := p.r.opts.Events(name); ok {
				d.first, d.last = day, day+calendar.Day(min(n, 10000)-1)
				break
			}
		}
	}
	return d, j
}
