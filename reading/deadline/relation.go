package deadline

import "strings"

// lead is the relation that stands before the named time; the zero lead is none.
type lead struct {
	rel    Relation
	word   string // its first word
	strict bool   // the last day before even the edge that is named
	bare   bool   // there is none, and the words were given as a deadline
}

// leadLines lists the words before a time, and the relation they set.
var leadLines = []struct {
	rel   Relation
	words []string
}{
	{By, []string{"by", "until", "till", "til", "through", "thru", "all the way through", "all the way to", "right through", "through to", "right through to", "right up to", "up to", "up until", "up through", "no later than", "no later then", "not later then",
		"by no later than", "not later than", "on or before", "at or before", "before or on", "on or by", "by or on",
		"by or before", "in time for", "deadline of", "deadline is", "as late as", "at the latest by", "at the latest",
		"latest by", "not after", "not beyond", "between now and", "any time between now and", "anytime between now and",
		"from now until", "from now till", "from now through", "from now to", "from today until", "from today through",
		"from today to", "between today and", "by , or before ,", "on , or before ,", "at , or before ,", "by , and no later than ,", "valid until", "up to and including", "until and including", "till and including",
		"through and including", "to and including", "survive", "survives", "outlast", "outlasts", "outlive", "outlives",
		"see out", "sees out", "make it through", "makes it through", "last out", "last through", "hold out through", "make it to"}},
	{Before, []string{"before", "ahead of", "prior to", "in advance of", "earlier than", "sooner than", "any time before",
		"anytime before", "in the run up to", "in the lead up to", "in the runup to", "on the eve of", "preceding", "this side of"}},
	{Earliest, []string{"as early as", "as soon as", "as early as in", "as soon as in", "as early as on", "as quickly as",
		"no earlier than", "not earlier than", "no sooner than", "not sooner than", "not before", "not until",
		"at the earliest", "at the earliest by", "at the earliest in", "at the earliest on", "earliest", "net",
		"on or after", "in or after", "at or after", "on and after", "on and from", "from and after", "in at least", "in no less than", "no less than", "not less than", "no fewer than", "not fewer than", "in as little as",
		"starting as early as", "starting as soon as", "beginning as early as", "from as early as"}},
	{After, []string{"after", "until after", "till after", "not until after", "following", "later than", "any time after", "anytime after", "beyond", "past",
		"in more than"}},
	{Within, []string{"within", "inside of", "inside", "in less than", "in under", "in no more than", "in not more than",
		"in at most", "in up to", "in fewer than", "over the course of", "in the course of", "no more than",
		"not more than", "less than", "at most", "in the space of", "within the space of", "in a maximum of",
		"within a maximum of", "within a period of"}},
	{In, []string{"in"}},
	{On, []string{"on", "at", "during", "over", "for", "from", "starting", "starting on", "starting in", "starting from",
		"beginning", "beginning on", "beginning in", "effective", "effective from", "effective on", "as of", "as from",
		"come", "throughout", "upon", "on or about", "on or around", "in or around", "in or about", "of", "set for",
		"at any time in", "at any time during", "at some point in", "at some point during", "at some point over",
		"sometime in", "sometime on", "sometime during", "sometime over", "some time in", "some time during",
		"sometime", "some time", "at some point", "around", "about", "circa"}},
}

// fillerWords may stand between a lead and the time without changing it.
const fillerWords = `about around approximately roughly some just only nearly almost maybe perhaps possibly probably
	likely exactly sometime either say`

// leadTable has leads by their first word.
type leadTable map[string][]leadWords

type leadWords struct {
	rel  Relation
	rest []string // its words after the first
}

func newLeadTable() leadTable {
	t := make(leadTable, 128)
	for _, line := range leadLines {
		for _, words := range line.words {
			first, rest, _ := strings.Cut(words, " ")
			t[first] = append(t[first], leadWords{line.rel, strings.Fields(rest)})
		}
	}
	return t
}

// lead reads the longest lead at i; without one it returns i itself.
func (p *parser) lead(i int) (lead, int) {
	l, end := lead{}, i
	if p.at(i).is("following") && p.at(i-1).is("the") { // "the following week" is told from another day
		return l, end
	}
	if p.at(i-1).is("to") && p.preceded(5, "extended", "extend", "extends", "extending", "prolonged") { // "extended to 15 May"
		l.rel = By
	}
	if !p.at(i).has(leader) {
		return l, end
	}
	if x, j := p.lasts(i); j > i {
		return x, j
	}
	if p.at(i).is("b") && p.at(i+1).glued && p.at(i+1).is("4") { // "b4 Friday"
		return lead{rel: Before, word: "before"}, i + 2
	}
	if p.at(i-1).among("no", "not", "nothing") && p.at(i).among("less", "more", "fewer", "earlier", "later", "sooner") { // "will take no less than"
		return l, end
	}
	next := p.at(i + 1).word
	words := p.r.leads[p.at(i).leads]
	for n := range words {
		w := &words[n]
		if len(w.rest) > 0 && w.rest[0] != next {
			continue
		}
		if j := p.seq(i+1, w.rest...); j > end {
			l, end = lead{rel: w.rel, word: p.at(i).word}, j
		}
	}
	return l, end
}

// through reports whether the words before the time are a verb that takes as its
// object the time through which something holds: "survive the summer", "see out
// the week".
func (l lead) through() bool {
	switch l.word {
	case "survive", "survives", "outlast", "outlasts", "outlive", "outlives", "see", "sees", "make", "makes", "last", "hold":
		return l.rel == By
	}
	return false
}

// lasts reads the verb of "will not last the year", which is no "last year".
func (p *parser) lasts(i int) (lead, int) {
	if !p.at(i).is("last") || !p.at(i+1).is("the") || !p.at(i+2).among("week", "weekend", "month", "year", "quarter", "decade", "season", "winter", "summer", "autumn", "spring", "day") {
		return lead{}, i
	}
	return lead{rel: By, word: "last"}, i + 1
}

// fillers skips what may stand between a lead and the time, and whose time it
// is: "as soon as its September meeting".
func (p *parser) fillers(i int) int {
	for p.at(i).has(filler) {
		i++
	}
	if p.at(i).kind != plain {
		return i
	}
	if j := p.epithets(i); j > i {
		return j
	}
	if j := p.seq(i, "well", "into"); j > 0 {
		return j
	}
	if j := p.overOrUnder(i); j > 0 {
		return j
	}
	if j := p.seq(i, "up", "to"); j > 0 && p.at(i-1).is("for") { // "out for up to two months"
		return j
	}
	for _, at := range [...]string{"least", "most"} {
		if j := p.seq(i, "at", at); j > 0 {
			return j
		}
	}
	if k := p.at(i + 1).kind; (k == month || k == weekday || k == season) && p.at(i).among("its", "his", "her", "their", "our") {
		return i + 1
	}
	return i
}

// overOrUnder returns the index after "just over" and "a little under", which leave
// a count as it is; 0 for others.
func (p *parser) overOrUnder(i int) int {
	j := p.skip(p.over(i, "a"), "just", "little", "slightly", "well")
	if p.at(j).among("over", "under") && (j > i || p.at(j-1).among("just", "only")) && (p.at(j+1).kind == number || p.at(j+1).among("a", "an") || p.at(j+1).kind == plain && p.at(j+2).kind == unit) {
		return j + 1
	}
	return 0
}

// epithetWords only say how a date is looked at: "before the crucial Friday
// deadline", "by a self-imposed 1 June".
const epithetWords = `crucial key critical self imposed agreed original new long awaited looming revised extended
	statutory legal official scheduled planned proposed tight strict hard firm ambitious provisional tentative initial fixed
	important vital symbolic expected formal much delayed postponed initially upcoming old previous earlier contractual mandatory`

// articleWords stand before such words.
const articleWords = `the a an its his her their our`

// epithets skips such words between an article and a date; without a date it
// returns i.
func (p *parser) epithets(i int) int {
	if !p.at(i).has(article) {
		return i
	}
	k := i + 1
	for k < i+5 && p.at(k).has(epithet) {
		k++
	}
	if t := p.at(k); k > i+1 && (t.kind == weekday && !t.short || t.kind == month && !t.short || p.dayFigure(k) && p.at(k+1).kind == month) {
		return k
	}
	return i
}

// tails are the words after a time that set its relation.
var tails = [...]struct {
	rel   Relation
	words []string
}{
	{By, []string{"at", "the", "latest"}}, {By, []string{"at", "the", "very", "latest"}}, {By, []string{"at", "latest"}},
	{By, []string{"latest"}}, {By, []string{"or", "sooner"}}, {By, []string{"or", "earlier"}}, {By, []string{"or", "before"}},
	{By, []string{"deadline"}}, {By, []string{"cutoff"}},
	{Earliest, []string{"at", "the", "earliest"}}, {Earliest, []string{"at", "the", "very", "earliest"}},
	{Earliest, []string{"at", "earliest"}}, {Earliest, []string{"or", "later"}}, {Earliest, []string{"or", "after"}},
}

// tail reads what follows a time and changes its relation: "Friday at the
// latest", "June or sooner", "Monday at the earliest".
func (p *parser) tail(l lead, i int) (lead, int) {
	j := p.over(i, ",")
	if t := p.at(j); t.kind != plain || !t.among("at", "or", "latest", "deadline", "cutoff") {
		return l, i
	}
	for _, t := range tails {
		if k := p.seq(j, t.words...); k > 0 && (l.rel == "" || l.rel == On || l.rel == In || l.rel == t.rel || l.rel == By && t.rel == Earliest) {
			return lead{rel: t.rel}, k
		}
	}
	return l, i
}
