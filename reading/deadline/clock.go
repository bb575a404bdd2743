package deadline

import (
	"time"

	"tracker/calendar"
)

// clock is a time of day. Midnight is the end of its day, minute 1440.
type clock struct {
	minute int
	zone   *time.Location
	bad    bool // there is no such time
}

const midnight = 24 * 60

// hourWords begin a time of day; so do figures.
const hourWords = `noon midday midnight dawn daybreak sunrise lunchtime dusk sunset sundown nightfall half quarter
	close end cob eod eob market markets closing opening bell morning afternoon evening night`

// result reports whether a word before a number makes it a time that something
// takes; "no earlier than 9:45" does not.
func (p *parser) result(i int) bool {
	return p.at(i).among("under", "below", "sub") || p.at(i).is("than") && !p.at(i-1).among("earlier", "sooner", "later")
}

// clock reads "5 p.m. ET", "17:00 GMT", "half past five", "noon", "midnight",
// and of two times the second: "between 9 and 11 a.m.".
func (p *parser) clock(i int) (clock, int) {
	c, j := p.oneTime(i)
	if k := p.skip(j, "to", "and", "-", "until", "or"); j > 0 && (k > j || p.at(j).hyphen) {
		if d, m := p.oneTime(k); m > 0 {
			c, j = d, m
		}
	}
	if j == 0 {
		if n := p.at(i); n.kind == number && n.value <= 12 && p.at(i+1).among("to", "and", "-", "or") {
			if d, m := p.oneTime(i + 2); m > 0 && p.at(m-1).kind == meridiem {
				c, j = d, m
			}
		}
	}
	if j > 0 {
		c.zone, j = p.zone(j)
	}
	return c, j
}

func (p *parser) oneTime(i int) (clock, int) {
	t := p.at(i)
	switch {
	case t.among("noon", "midday"):
		return clock{minute: 12 * 60}, i + 1
	case t.is("midnight"):
		return clock{minute: midnight}, i + 1
	case t.among("dawn", "daybreak", "sunrise"):
		return clock{minute: 6 * 60}, i + 1
	case t.is("lunchtime"):
		return clock{minute: 13 * 60}, i + 1
	case t.among("dusk", "sunset", "sundown", "nightfall"):
		return clock{minute: 18 * 60}, i + 1
	case t.is("half") && p.at(i+1).is("past") && p.at(i+2).kind == number:
		return p.meridiem(int(p.at(i+2).value), 30, i+3, true)
	case t.is("quarter") && p.at(i+1).among("past", "to") && p.at(i+2).kind == number:
		return p.meridiem(int(p.at(i+2).value), 15, i+3, true)
	case t.kind != number || t.glued && p.at(i-1).kind != mark, p.at(i+1).is(":") && p.result(i-1): // "in less than 2:10"
		return clock{}, 0
	}
	if m := p.at(i + 2); p.at(i+1).is(":") && p.at(i+1).glued && m.glued && m.kind == number && m.digits == 2 {
		j := i + 3
		if p.at(j).is(":") && p.at(j+1).kind == number {
			j += 2
			if p.at(j-1).value > 59 {
				return clock{bad: true}, j
			}
		}
		return p.meridiem(int(t.value), int(m.value), p.skip(j, "noon", "midnight"), true)
	}
	if t.digits == 4 && t.value < 2400 && (p.at(i+1).among("hours", "hrs") || p.zoned(i+1)) && p.at(i+1).kind != weekday {
		return p.meridiem(int(t.value)/100, int(t.value)%100, p.skip(i+1, "hours", "hrs"), true)
	}
	if j := p.seq(p.skip(i+2, "'", `"`), "clock"); j > 0 && p.at(i+1).is("o") {
		return p.meridiem(int(t.value), 0, j, true)
	}
	return p.meridiem(int(t.value), int(t.hundredths), i+1, t.hundredths > 0 && p.zoned(i+1))
}

// meridiem reads a.m. or p.m. after an hour and minutes; sure tells that they
// are a time even without it.
func (p *parser) meridiem(hour, minutes, i int, sure bool) (clock, int) {
	t := p.at(i)
	switch half := p.seq(i, "in", "the"); {
	case t.kind == meridiem:
		if hour > 12 && t.value == 12 && hour <= 23 {
			hour -= 12 // "17:00 p.m."
		}
		if hour < 1 && t.value == 0 || hour > 12 {
			return clock{bad: true}, i + 1
		}
		hour = hour%12 + int(t.value)
		i++
	case half > 0 && p.at(half).among("morning", "afternoon", "evening") && hour <= 12 && hour > 0:
		if hour %= 12; !p.at(half).is("morning") {
			hour += 12
		}
		i = half + 1
	case !sure:
		return clock{}, 0
	}
	if hour == 24 && minutes == 0 { // the end of the day, and of no other
		return clock{minute: midnight - 1}, i
	}
	if hour > 23 || minutes > 59 {
		return clock{bad: true}, i
	}
	return clock{minute: 60*hour + minutes}, i
}

// clocked reads a time of day and its day, before or after it; without a day
// it is the next such time.
func (p *parser) clocked(i int, in depth) (period, int) {
	if t := p.at(p.over(i, "the")); t.kind != number && !t.has(hourly) {
		return period{}, 0
	}
	if j := p.dayEnd(i); j > 0 {
		k := p.skip(p.skip(j, ","), "on", "of")
		if d, m := p.point(k, inside); m > 0 && d.gran == Day {
			if p.at(p.from).among("before", "after", "prior", "ahead") { // an hour of the day
				d.gran = Hour
			}
			return d, m
		}
		if p.proverbial(i) && !p.alone(j) { // the figure of speech
			return period{}, 0
		}
		return p.after(0, j)
	}
	if the := p.over(i, "the"); p.at(the).among("morning", "afternoon", "evening", "night") && p.at(the+1).is("of") {
		return p.point(the+2, inside)
	}
	c, j := p.clock(i)
	if j == 0 {
		return period{}, 0
	}
	k := p.skip(p.skip(j, ","), "on", "of", "by")
	d, m := p.point(k, inside)
	switch {
	case c.bad:
		return refused("there is no such time of day"), max(j, m)
	case m > 0 && d.problem != "":
		return d, m
	case m > 0 && d.gran == Day && d.first == d.last:
		return p.atClock(d, c), m
	}
	if in == free && p.at(i).kind == plain && !p.alone(j) { // "a noon rally", "the sunset clause"
		return period{}, 0
	}
	if p.tense == past && in == free {
		return period{gone: true}, j
	}
	d = period{first: p.base, last: p.base, gran: Day, class: ClassExact, rule: "clock"}
	if at := p.said.At; !at.IsZero() && p.base == p.said.On {
		if c.zone != nil {
			at = at.In(c.zone)
		}
		d.first = calendar.Of(at)
		if 60*at.Hour()+at.Minute() > c.minute {
			d.first++
		}
		d.last = d.first
	}
	return p.atClock(d, c), j
}

// proverbial reports whether "the end of the day" at i is the figure of speech.
func (p *parser) proverbial(i int) bool {
	return p.at(i-1).is("at") || p.at(i-1).is("the") && p.at(i-2).is("at")
}

// dayEnds are the words for the end of the working day.
var dayEnds = [...][]string{{"close", "of", "business"}, {"close", "of", "play"}, {"close", "of", "trading"}, {"close", "of", "trade"},
	{"market", "close"}, {"markets", "close"}, {"market", "closes"}, {"closing", "bell"}, {"opening", "bell"}, {"market", "opens"}, {"markets", "open"}, {"market", "open"}, {"bell"},
	{"end", "of", "business"}, {"end", "of", "play"}, {"end", "of", "day"}, {"end", "of", "the", "day"}, {"end", "of", "the", "business", "day"},
	{"end", "of", "the", "working", "day"}, {"cob"}, {"eod"}, {"eob"}}

// dayEnd returns the index after words for the end of the working day.
func (p *parser) dayEnd(i int) int {
	i = p.over(i, "the")
	if !p.at(i).among("close", "end", "cob", "eod", "eob", "market", "markets", "closing", "opening", "bell") {
		return 0
	}
	for _, words := range dayEnds {
		if j := p.seq(i, words...); j > 0 {
			return j
		}
	}
	return 0
}

// atClock puts a time on a day.
func (p *parser) atClock(d period, c clock) period {
	d.first = p.local(d.first, c)
	if c.minute == midnight {
		d.other(d.first-1, d.first-1, "midnight as the first minute of the day")
	}
	d.last, d.gran = d.first, Hour
	return d
}

// hour reads a part of the day or a time after a day: "Friday morning",
// "tomorrow at 5 p.m. ET".
func (p *parser) hour(d period, i int) (period, int) {
	if t := p.at(i); d.gran != Day || d.first != d.last || d.first == 0 || t.kind == mark && !t.among(",", "@") {
		return d, i
	}
	i = p.dayPart(i)
	j := p.skip(p.skip(i, ","), "at", "by", "around", "from", "before", "between", "@")
	j = p.skip(j, "about", "around")
	c, k := p.clock(j)
	if t := p.at(j); k == 0 && p.at(j-1).is("at") && t.kind == number && (t.value >= 1 && t.value <= 12 || t.digits == 4 && t.value < 2400) &&
		p.at(j+1).kind != unit && (!p.at(j+1).glued || p.at(j+1).among(",", ".", ")", ";")) {
		c, k = clock{minute: 12 * 60}, j+1
	}
	if k == 0 {
		return d, i
	}
	if c.bad {
		return refused("there is no such time of day"), k
	}
	return p.atClock(d, c), k
}

// dayPart skips "morning", "in the evening", "at night" and the like.
func (p *parser) dayPart(i int) int {
	j := i
	if p.at(i).kind == mark {
		return i
	}
	if k := p.seq(i, "in", "the"); k > 0 {
		j = k
	} else if k := p.seq(i, "first", "thing"); k > 0 {
		return k
	}
	j = p.skip(j, "early", "late", "mid", "at")
	if p.at(j).among("morning", "afternoon", "evening", "night", "lunchtime", "dawn", "dusk",
		"sunrise", "sunset", "daybreak", "nightfall", "teatime", "overnight") {
		return j + 1
	}
	return i
}
