package deadline

// endWords are the abbreviations for the end of a unit.
var endWords = map[string]int32{"eow": weekUnit, "eom": monthUnit, "eoq": quarterUnit, "eoh": halfUnit, "eoy": yearUnit}

// endUnit is the unit whose end an abbreviation stands for.
func (t *token) endUnit() (int32, bool) {
	if len(t.word) != 3 || t.word[:2] != "eo" {
		return 0, false
	}
	u, ok := endWords[t.word]
	return u, ok
}

// endWord reads "EOY", with the period it is the end of when that stands
// beside it: "EOY 2021", "EOM June", "EOQ3 2021", "2021 EOY", "2021 year-end".
func (p *parser) endWord(i int) (period, int) {
	year := 0
	if t := p.at(i); t.kind == number {
		if t.digits != 4 || t.value < 1900 || t.value > 9999 {
			return period{}, 0
		}
		year = int(t.value)
		i++
		if p.at(i).is("year") && p.at(i+1).is("end") {
			return p.ending(wholeYear(year)), i + 2
		}
	}
	u, ok := p.at(i).endUnit()
	if n := p.at(i + 1); p.at(i).is("ye") && p.at(i).caps && n.kind == number && (n.digits == 4 || n.digits == 2 && n.glued) {
		u, ok = yearUnit, true
	}
	if !ok {
		return period{}, 0
	}
	j := i + 1
	if n, months, k := p.endShare(u, j); k > 0 {
		if y, m := p.yearAfter(k); m > 0 && year == 0 {
			year, k = y, m
		}
		return p.ending(p.share(n, months, year)), k
	}
	if year > 0 {
		if u != yearUnit {
			return refused("it does not say the end of which part of the year"), j
		}
		return p.ending(wholeYear(year)), j
	}
	if t := p.at(j); u == yearUnit && t.glued && t.kind == number && t.digits == 2 {
		return p.ending(wholeYear(p.century(int(t.value)))), j + 1
	}
	if k := p.fiscal(j); k > 0 {
		return period{gran: Year, class: ClassEvent, rule: "quarter"}, k
	}
	if d, k := p.point(p.over(j, "of"), inside); k > 0 && d.gran == units[u].gran && d.problem == "" {
		return p.ending(d), k
	}
	return p.ending(p.ahead(u, 0)), j
}

// endShare reads the number of the quarter or half after its end word: EOQ3,
// "EOQ Q3".
func (p *parser) endShare(u int32, i int) (n, months, next int) {
	months = units[u].months
	if u != quarterUnit && u != halfUnit {
		return 0, 0, 0
	}
	if t := p.at(i); t.kind == number && t.digits == 1 && t.glued && t.value >= 1 && int(t.value) <= 12/months {
		return int(t.value), months, i + 1
	}
	if n, m, k := p.quarterCode(i); k > 0 && m == months {
		return n, months, k
	}
	return 0, 0, 0
}

// wholeYear is a year of the calendar.
func wholeYear(y int) period {
	d := wholeYears(y, 1)
	d.gran, d.rule = Year, "date"
	return d
}
