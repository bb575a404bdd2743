package deadline

import (
	"time"

	"tracker/calendar"
)

// holiday reads "Christmas", "Easter Monday 2027", "the Fourth of July",
// "Thanksgiving next year", "the new year".
func (p *parser) holiday(i int, in depth) (period, int) {
	j := p.over(i, "the")
	mod := p.at(j).word
	if j = p.skip(j, "this", "next", "last", "coming"); p.at(j-1).word != mod {
		mod = ""
	}
	if k := p.at(j + 1); k.has(festive) && k.caps && p.at(j).among(nations...) {
		j++
	}
	if !p.at(j).has(festive) {
		return period{}, 0
	}
	var found *feast
	end := 0
	for _, f := range p.r.feasts[p.at(j).word] {
		for _, name := range f.names {
			if k := p.spell(j, name); k > end {
				found, end = f, k
			}
		}
	}
	if found == nil {
		return period{}, 0
	}
	if mod == "last" {
		return period{gone: true}, end
	}
	if p.seq(j, "new", "year") == end && p.at(i).is("the") && p.at(i-1).is("in") {
		return p.thirds(p.ahead(yearUnit, 1), early), end
	}
	if p.at(end).among(breaks...) { // an event: "the Easter recess"
		return period{}, 0
	}
	if found.on == nil { // a book may have its date
		if day, k := p.booked(j); k > 0 {
			return period{first: day, last: day, gran: Day, class: ClassEvent, rule: "event"}, k
		}
		return period{gran: Day, class: ClassEvent, rule: "event"}, end
	}
	if p.opens(found, i) {
		day := *found
		day.days, found = 0, &day
	}
	end = p.over(end, "holiday")
	d := period{gran: Day, class: ClassExact, rule: "holiday"}
	if y, k := p.yearAfter(end); k > 0 && y >= 1900 && y <= 9999 {
		d.first, d.written, end = found.on(y), true, k
		d.feastOther(found, y)
	} else {
		if d.first = next(p.base-calendar.Day(max(found.days-1, 0)), found.on); d.first != 0 && found.last(d.first) < p.base { // one that is running goes on
			d.first = next(p.base, found.on)
		}
		d.bygone = p.tense == past
		if k := p.seq(end, "after", "next"); k > 0 {
			d.first, end = next(max(d.first, p.base)+20, found.on), k
		}
		d.feastOther(found, d.first.Year())
	}
	if d.first == 0 { // the rule is no good so far away
		return period{gran: Day, class: ClassEvent, rule: "event"}, end
	}
	d.last = d.first
	d.lunar(found)
	if p.at(end).is("weekend") {
		if found.names[0] == "easter sunday" {
			long := longWeekend(d)
			long.other(d.first-2, d.first+1, "from Good Friday to Easter Monday")
			return long, end + 1
		}
		return longWeekend(d), end + 1
	}
	if p.at(end).is("week") && p.unitAt(end) && !p.at(end).possessive { // "in Thanksgiving week"
		d.first = d.first.Monday()
		d.last, d.gran, d.class, d.alts = d.first+6, Week, ClassBounded, nil
		return d, end + 1
	}
	return d, end
}

// nations may stand before the name of a feast whose day is the same there.
var nations = []string{"us", "u.s.", "u.s", "usa", "american", "british", "uk", "western", "national", "federal", "annual"}

// opens reports whether a feast of several days is told by its first: by
// Hanukkah is by the day on which it begins.
func (p *parser) opens(f *feast, i int) bool {
	return f.days > 0 && f.days < 20 && p.at(i-1).among("by", "before", "for", "than", "until", "till", "come", "to") && !p.at(i-2).among("end", "days", "half", "day", "week")
}

// last is the last day of the feast that begins on first.
func (f *feast) last(first calendar.Day) calendar.Day {
	if f.ended != nil {
		return next(first, f.ended) - 1
	}
	return first + calendar.Day(max(f.days-1, 0))
}

// breaks are stretches of days around a holiday or in a season, whose dates
// the calendar does not know.
var breaks = []string{"recess", "break", "holidays", "vacation", "season", "term", "semester", "session", "campaign", "shutdown"}

// longWeekend is the Saturday and Sunday nearest to a holiday, with the holiday
// itself when it is the Friday or Monday beside them.
func longWeekend(d period) period {
	day := d.first
	saturday := onOrAfter(day-3, time.Saturday)
	d.first, d.last = saturday, saturday+1
	if w := day.Weekday(); w == time.Friday || w == time.Monday {
		d.first, d.last = min(day, saturday), max(day, saturday+1)
	}
	d.gran, d.class, d.alts = Weekend, ClassBounded, nil
	return d
}

// feastOther adds what other people call by the same name.
func (d *period) feastOther(f *feast, year int) {
	if f.other != nil {
		day := f.other(year)
		d.other(day, day, f.why)
	}
}

// lunar makes a feast of the moon as long, and as sure, as it is.
func (d *period) lunar(f *feast) {
	if f.days > 0 {
		d.last, d.gran = f.last(d.first), Month
		if f.days < 20 {
			d.gran, d.class = Week, ClassBounded
		}
	}
	if f.moon {
		d.class = ClassFuzzy
		d.other(d.first-1, d.last-1, "a day earlier, as the moon is seen")
		d.other(d.first+1, d.last+1, "a day later, as the moon is seen")
	}
}
