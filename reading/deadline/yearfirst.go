package deadline

import "strings"

// yearFirst reads a date that begins with its year and has its month in
// words: "2018/5/Jul", "2024-Mar-08", "2018 July 5".
func (p *parser) yearFirst(i int) (period, int) {
	y := p.at(i)
	if y.kind != number || y.digits != 4 || y.value < 1900 {
		return period{}, 0
	}
	j := p.joint(i + 1)
	a := p.at(j)
	k := p.joint(j + 1)
	b := p.at(k)
	switch {
	case a.kind == month && p.dayFigure(k) && (b.hyphen || k > j+1 || j == i+1 && !a.short && !p.counts(k+1)):
		return p.civil(int(y.value), int(a.value), int(b.value), i, k+1)
	case a.kind == month && j > i+1 && b.glued && p.dayFigure(k): // "2027.Jan.05"
		return p.civil(int(y.value), int(a.value), int(b.value), i, k+1)
	case b.kind == month && p.dayFigure(j) && j > i+1 && (k > j+1 || b.hyphen):
		return p.civil(int(y.value), int(b.value), int(a.value), i, k+1)
	}
	return period{}, 0
}

// joint skips one mark that is glued on both sides: 5/Jul, 3.Feb.
func (p *parser) joint(i int) int {
	if t := p.at(i); t.kind == mark && t.glued && t.among("/", ".", "-", ",") && p.at(i+1).glued {
		return i + 1
	}
	return i
}

// dayFigure reports whether token i can be the day of a month in figures.
func (p *parser) dayFigure(i int) bool {
	t := p.at(i)
	return (t.kind == number || t.kind == ordinal) && t.digits > 0 && t.digits <= 2 && t.hundredths == 0 && t.value >= 1 && t.value <= 31
}

// century completes a year of two figures to the one nearest to the statement.
func (p *parser) century(yy int) int {
	now := p.base.Year()
	y := now/100*100 + yy
	switch {
	case y-now > 50:
		y -= 100
	case now-y >= 50:
		y += 100
	}
	return y
}

// yearWords reads a year in words: "two thousand and ten", "twenty thirty",
// "nineteen ninety-nine".
func (p *parser) yearWords(i int) (year, next int) {
	t := p.at(i)
	if t.kind != number || t.digits > 0 {
		return 0, 0
	}
	if t.value == 2 && p.at(i+1).is("thousand") {
		n, _, j := p.words(i)
		return n, j
	}
	if t.value != 19 && t.value != 20 || p.at(i+1).kind != number || p.at(i+1).digits > 0 || p.at(i+1).value < 10 || p.at(i+1).value > 90 {
		return 0, 0
	}
	n, _, j := p.words(i + 1)
	if n > 99 {
		return 0, 0
	}
	return 100*int(t.value) + n, j
}

// decades are the words for the decades of a century.
var decades = map[string]int{"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
	"eighties": 80, "nineties": 90}

// decade is the decade of the century that a word names, 0 for others.
func (t *token) decade() int {
	if !strings.HasSuffix(t.word, "ies") {
		return 0
	}
	return decades[t.word]
}

// decadeShort reads "the '90s", "the nineties", "the 90s".
func (p *parser) decadeShort(i int) (period, int) {
	if n := p.at(i).decade(); n > 0 && (p.at(i-1).is("the") || p.at(i).hyphen) {
		return wholeYears(p.century(n), 10), i + 1
	}
	j := i
	if p.at(j).among("'", `"`) && p.at(j+1).glued {
		j++
	}
	t := p.at(j)
	if t.kind == number && t.digits == 2 && t.value%10 == 0 && p.at(j+1).is("s") && p.at(j+1).glued && (j > i || p.at(i-1).among("the", "mid", "early", "late")) {
		return wholeYears(p.century(int(t.value)), 10), j + 2
	}
	return period{}, 0
}
