package deadline

// depth says what stands around a name, and so how bare it may be.
type depth uint8

const (
	free   depth = iota // nothing: "2030" may be any number
	led                 // a preposition: "in 2030"
	inside              // another name: "the end of the week"
)

// deepest is how many names may stand inside each other: "noon on the last
// Friday of the first quarter of next year".
const deepest = 4

// names is a set of the ways to name a day or a period, each read by the
// method of its name.
type names uint16

const (
	clockedNames names = 1 << iota
	holidayNames
	numericNames
	datedNames
	weekdayNames
	nearbyNames
	codeNames
	partNames
	nthNames
	namedNames
	seasonalNames
	yearNames
)

// namedBy gives the names that can begin with a word of each kind; words that
// the lexicon does not sort further have their own.
var namedBy = [...]names{
	number:   clockedNames | numericNames | datedNames | codeNames | partNames | nthNames | namedNames | seasonalNames | yearNames,
	ordinal:  holidayNames | datedNames | codeNames | partNames | nthNames,
	month:    holidayNames | datedNames,
	weekday:  weekdayNames,
	unit:     clockedNames | nearbyNames | partNames | namedNames | yearNames,
	season:   holidayNames | seasonalNames,
	meridiem: 0,
	mark:     yearNames,
}

// nameWords lists by the words, besides "the", with which they can begin the
// names that are told in words; a test holds the grammar to them.
var nameWords = []struct {
	names names
	words string
}{
	{clockedNames, hourWords},
	{holidayNames | namedNames, "this next coming last"},
	{holidayNames, "us u.s. u.s usa american british uk western national federal annual"},
	{datedNames | weekdayNames | namedNames | seasonalNames, "this next coming upcoming last past previous"},
	{datedNames, "a an"},
	{datedNames | codeNames | nthNames, "next antepenultimate penultimate last final closing opening"},
	{weekdayNames, "a following"},
	{nearbyNames, "today tonight tomorrow tmrw tmr since yesterday overnight now this later night"},
	{codeNames, "its their our q h fy fiscal financial tax budget latter back this next current coming"},
	{partNames, `calendar dying waning ye ends closes finish finishes finishing ending mid eow eom eoq eoh eoy midweek midmonth midyear midsummer midwinter later earlier very early middle late latter
		last final closing opening midway halfway start beginning outset onset dawn end close conclusion expiration expiry turn tail back
		rest remainder balance height peak depths depth dead heart high`},
	{nthNames, "its"},
	{namedNames, "w calendar long cw full whole entire this next current working business trading work school last past previous coming upcoming following present"},
	{yearNames, "all cy calendar twenties thirties forties fifties sixties seventies eighties nineties"},
}

// point reads one name of a day or a period.
func (p *parser) point(i int, in depth) (period, int) {
	t := p.at(p.over(i, "the"))
	if p.nest == deepest || t.kind == plain && !t.has(starter) {
		return period{}, 0
	}
	begun := t.names
	if t.kind != plain {
		begun = namedBy[t.kind]
	}
	p.nest++
	d, j := p.firstOf(begun, i, in)
	p.nest--
	return d, j
}

// firstOf reads the first of some ways to name a day or a period that is there.
func (p *parser) firstOf(ways names, i int, in depth) (period, int) {
	for ; ways != 0; ways &= ways - 1 {
		if d, j := p.name(ways&-ways, i, in); j > 0 {
			return p.hour(d, j)
		}
	}
	return period{}, 0
}

// name reads one way to name a day or a period.
func (p *parser) name(one names, i int, in depth) (period, int) {
	switch one {
	case clockedNames:
		return p.clocked(i, in)
	case holidayNames:
		return p.holiday(i, in)
	case numericNames:
		return p.numeric(i, in)
	case datedNames:
		return p.dated(i, in)
	case weekdayNames:
		return p.onWeekday(i, in)
	case nearbyNames:
		return p.nearby(i, in)
	case codeNames:
		return p.code(i, in)
	case partNames:
		return p.part(i, in)
	case nthNames:
		return p.nth(i, in)
	case namedNames:
		return p.named(i, in)
	case seasonalNames:
		return p.seasonal(i, in)
	}
	return p.years(i, in)
}
