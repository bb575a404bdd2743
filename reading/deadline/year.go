package deadline

import (
	"slices"
	"time"

	"tracker/calendar"
)

// years reads a year by its figures and longer periods: "2030", "the year
// 2030", "calendar 2026", "the 2030s", "mid-century", "the 21st century".
func (p *parser) years(i int, in depth) (period, int) {
	j := p.over(i, "the")
	t := p.at(j)
	if d, k := p.decadeShort(j); k > 0 {
		return d, k
	}
	if t.kind == number && t.digits == 4 && p.at(j+1).is("s") && p.at(j+1).glued && t.value%10 == 0 && t.value >= 1900 {
		return wholeYears(int(t.value), 10), j + 2
	}
	if t.kind == number && t.digits == 4 && t.value%10 == 0 && t.value >= 1900 && p.seq(j+1, "'", "s") > 0 && p.at(j-1).among("the", "mid", "early", "late") {
		return wholeYears(int(t.value), 10), j + 3
	}
	if n := p.at(j + 1); t.is("cy") && n.kind == number && (n.digits == 4 && n.value >= 1900 || n.digits == 2 && n.glued) { // a calendar year
		y := int(n.value)
		if n.digits == 2 {
			y = p.century(y)
		}
		return wholeYear(y), j + 2
	}
	if t.among("all", "calendar", "year") {
		j = p.over(p.over(p.over(j, "all"), "of"), "calendar")
		j = p.over(j, "year")
		in = led
		t = p.at(j)
	}
	if y, k := p.shortYear(j); k > 0 && in != free {
		d := wholeYears(y, 1)
		d.gran, d.rule = Year, "date"
		return d, k
	}
	if y, k := p.yearWords(j); k > 0 && in >= led && p.at(k).kind != unit && !p.at(k).hyphen && y >= 1900 && y <= 9999 {
		return wholeYear(y), k
	}
	if d, k := p.yearPair(j, in); k > 0 {
		return d, k
	}
	next := p.at(j + 1)
	bare := in >= led || next.among("before", "until") && p.at(j-1).among("be", "is") || p.alone(j+1) || p.subjectYear(j) || p.at(i-1).is("to") && p.moved() || next.among("-", "to") && p.at(j+2).digits == 4 && p.alone(j+3) // "slipped to 2028"
	if next.is("-") && p.figure(j+2) && p.at(j+2).digits == 2 {                                                                                                                                                                // "the 2026-27 season"
		return period{}, 0
	}
	for k := j + 1; k <= j+4; k++ { // "the 2028 World Cup"
		if slices.Contains(eventNouns, p.at(k).word) {
			return period{}, 0
		} else if !p.at(k).caps || p.at(k).kind != plain {
			break
		}
	}
	if !bare || t.kind != number || t.digits != 4 || t.end-t.start != 4 || t.value < 1900 || t.value >= 2200 || t.hundredths > 0 ||
		next.glued && (next.kind != mark || (next.among(":", "%", "+", "^") || next.is("/") && p.figure(j+2))) || p.at(j-1).among("$", "€", "£", "+") ||
		in == led && next.kind == plain && next.among("people", "troops", "jobs", "soldiers", "cases", "dollars", "workers", "homes", "tonnes", "tons", "gmt", "hours") {
		return period{}, 0
	}
	d := wholeYears(int(t.value), 1)
	d.gran, d.rule = Year, "date"
	return d, j + 1
}

// longestPair is how many years the second of a pair may lie after the first.
const longestPair = 15

// yearPair reads a year that begins in one and ends in the next: "in 2026-27", "by
// 2030/31". As nobody says in which month, it is both of them; "the 2026-27
// season" is a time of its own.
func (p *parser) yearPair(i int, in depth) (period, int) {
	t, second := p.at(i), p.at(i+2)
	if in < led || t.kind != number || t.digits != 4 || t.value < 1900 || !p.at(i+1).among("-", "/", "–") || !p.figure(i+2) || second.digits != 2 || second.value <= 12 || second.value <= t.value%100 || second.value > t.value%100+longestPair {
		return period{}, 0
	}
	if next := p.at(i + 3); !p.alone(i+3) && next.kind != mark && !next.among("and", "or", "but", "as", "with", "after", "when", "if", "because", "while", "to", "than") {
		return period{}, 0
	}
	d := wholeYears(int(t.value), int(second.value-t.value%100)+1)
	d.gran, d.rule = Year, "range"
	return d, i + 3
}

// subjectYear reports a year that is what the sentence is about: "2027 is likely
// to be the hottest year".
func (p *parser) subjectYear(i int) bool {
	if i > 0 && !p.sentenceEnd(i-1) && !p.at(i-1).among("that", ",", "and") {
		return false
	}
	return p.at(i+1).among("is", "will", "looks", "could", "may", "might", "should", "promises", "seems") && int(p.at(i).value) >= p.said.On.Year()
}

// wholeYears is a stretch of whole years from the first of January on.
func wholeYears(year, n int) period {
	first := calendar.Date(year, time.January, 1)
	return period{first: first, last: first.AddYears(n) - 1, gran: Decade, class: ClassBounded, rule: "decade", written: true}
}
