package deadline

import "tracker/calendar"

// dayAlone reads a second day of the same month, "Feb. 3-5", with the year
// that may follow.
func (p *parser) dayAlone(d period, i int) (period, int) {
	i = p.over(i, "the")
	t := p.at(i)
	if d.gran != Day || !(d.yearless || d.written) || t.kind != number && t.kind != ordinal || t.digits == 0 ||
		t.digits > 2 || p.at(i+1).kind == month || p.at(i+1).kind == unit || p.at(i+1).is("/") || p.timeAt(i) {
		return period{}, 0
	}
	y, m, _ := d.first.Civil()
	e := d
	e.alts = nil
	if int(t.value) > calendar.DaysIn(y, m) || t.value < 1 {
		return refusef("%s has no day %d", m, t.value), i + 1
	}
	e.first = calendar.Date(y, m, int(t.value))
	e.last = e.first
	if e.first < d.first {
		return period{}, 0
	}
	if year, k := p.yearAfter(i + 1); k > 0 && year >= 1900 && year <= 9999 {
		_, _, day := e.first.Civil()
		e, _ = p.civil(year, int(m), day, i, k)
		return e, k
	}
	return e, i + 1
}

// daysOfMonth reads ranges and pairs of days before their month: "3–5
// February", "the 3rd or 4th of May 2027"; between two days lies what is between them.
func (p *parser) daysOfMonth(i int, between bool) (period, int) {
	j := p.weekdayOfDay(p.over(i, "the"))
	first := p.at(j)
	if first.digits == 0 {
		return period{}, 0
	}
	k := j + 1
	for k < j+2*longestList && p.at(k).is(",") && p.at(k+1).kind == first.kind && p.at(k+1).digits > 0 { // "6, 7 and 8 February"
		k += 2
	}
	sep := p.at(k)
	k = p.weekdayOfDay(p.over(k+1, "the"))
	t := p.at(k)
	if first.kind != number && first.kind != ordinal || !sep.among("-", "to", "or", "and", "/", "through") ||
		t.kind != number && t.kind != ordinal || t.digits == 0 || t.value <= first.value || t.value > 31 {
		return period{}, 0
	}
	d, m := p.dayFirst(k)
	if m == 0 {
		d, m = p.ofMonth(k)
	}
	if m == 0 || d.problem != "" {
		return d, m
	}
	x := d
	x.first -= calendar.Day(t.value - first.value)
	x.last = x.first
	if sep.among("or", "and", "/") && !(between && sep.is("and")) {
		return p.listed(x, d), m
	}
	return p.joined(x, d, "range"), m
}

// weekdayOfDay skips the weekday before a day of the month: "Monday 9 to
// Friday 13 May".
func (p *parser) weekdayOfDay(i int) int {
	if p.at(i).kind != weekday {
		return i
	}
	if j := p.over(p.over(i+1, ","), "the"); p.dayFigure(j) {
		return j
	}
	return i
}
