package exchange

import (
	"cmp"
	"slices"
	"strings"

	"tracker/reading/date"
)

// How tells why a column was understood as it was.
type How string

const (
	Named   How = "named"   // its title is a member's name
	Guessed How = "guessed" // its title is one that people use
	Told    How = "told"    // by a Mapping
	Follows How = "derived" // the book works it out
	Unknown How = "unknown"
	Second  How = "second" // another column says the same better
	Empty   How = "empty"  // without a title, or of no known title, and never filled
)

// Column is one column of a table as it was understood.
type Column struct {
	Title    string
	Members  []string // none when it is left out
	How      How
	Note     string // what its cells settled: "day first, as 13/4/2025 shows"
	Unlike   string // an example of a day that could be two, when nothing settled it
	Words    Words  // what words in its cells were said to stand for
	order    date.Order
	percents bool
}

// understand finds out what the columns of a header are. A plan that knows
// its columns keeps them.
func (p *Plan) understand(header []string, line int) {
	if p.line = line; p.Columns != nil || p.site != nil {
		return
	}
	if s, isQuestions := siteOf(header); s != nil {
		p.site = &sitePlan{site: s, table: titlesOf(header), o: p.o, onlyQuestions: isQuestions}
		return
	}
	p.language = languageOf(header)
	members := new(object).columns()
	byName := func(name string) (column, bool) {
		i := slices.IndexFunc(members, func(c column) bool { return c.name == name })
		if i < 0 {
			return column{}, false
		}
		return members[i], true
	}
	_, own := byNameIn(header, "verdict.outcome")
	for _, title := range header {
		p.Columns = append(p.Columns, p.columnOf(title, byName, own))
	}
	p.preferNamed()
	p.takeWords()
	if i := p.index("statement"); i >= 0 && p.index("event") < 0 && p.Columns[i].How == Guessed &&
		slices.Contains(questions, titleWords(p.Columns[i].Title)) {
		p.Columns[i].Members = append(p.Columns[i].Members, "event")
	}
}

func byNameIn(header []string, name string) (int, bool) {
	i := slices.IndexFunc(header, func(title string) bool { return plain(title) == name })
	return i, i >= 0
}

// columnOf understands one title. Own is for a table that this program wrote:
// its status follows from the rest.
func (p *Plan) columnOf(title string, byName func(string) (column, bool), own bool) Column {
	c := Column{Title: title, How: Told}
	told := false
	for _, m := range p.o.Maps {
		if m.Title == title || plain(m.Title) == plain(title) {
			told = true
			if m.Member != "" {
				c.Members = append(c.Members, toldMember(plain(m.Member), byName))
			}
		}
	}
	name := plain(title)
	m, known := byName(name)
	if spaced := strings.ReplaceAll(name, " ", "_"); !known && spaced != name {
		if m, known = byName(spaced); known {
			name = spaced
		}
	}
	switch guessed := guess(title); {
	case told:
	case name == "status" && !own:
		c.Members, c.How = []string{forOutcome}, Guessed
	case name == "standing" || known && m.derived:
		c.How = Follows
	case known:
		c.Members, c.How = []string{name}, Named
	case guessed != "":
		c.Members, c.How = []string{guessed}, Guessed
	case name == "":
		c.How = Empty
	default:
		c.How = Unknown
	}
	return c
}

// toldMember is the member that somebody calls by a name: its own, or one that
// columns of it have.
func toldMember(name string, byName func(string) (column, bool)) string {
	if _, ok := byName(name); ok || readAs[name] != "" {
		return name
	}
	return cmp.Or(guess(name), name)
}

// preferNamed lets go of what was guessed where another column has the name
// of the member itself, or was said to be it.
func (p *Plan) preferNamed() {
	for i := range p.Columns {
		c := &p.Columns[i]
		if c.How != Guessed {
			continue
		}
		if slices.Contains(weak, titleWords(c.Title)) && p.another(i) {
			c.Members, c.How = nil, Second
			continue
		}
		if isBound(c.Members[0]) && p.index(forConfidence) < 0 && p.index("hedge.p") < 0 {
			c.Members, c.How = nil, Unknown
			continue
		}
		for _, other := range p.Columns {
			if other.How != Guessed && c.Members[0] != "notes" && slices.Contains(other.Members, memberOf(c.Members[0])) {
				c.Members, c.How = nil, Unknown
				break
			}
		}
	}
}

// isBound reports whether a member is an end of the range around a number.
func isBound(member string) bool { return member == "hedge.low" || member == "hedge.high" }

// another reports whether a column stands for what another one does too.
func (p *Plan) another(i int) bool {
	for j, other := range p.Columns {
		if j != i && slices.Contains(other.Members, p.Columns[i].Members[0]) {
			return true
		}
	}
	return false
}

// memberOf is the member that a name of a column stands for first.
func memberOf(name string) string { return cmp.Or(readAs[name], name) }

// Guessed reports whether anything was understood that nobody has said.
func (p *Plan) Guessed() bool {
	return slices.ContainsFunc(p.Columns, func(c Column) bool { return c.How == Guessed || c.How == Unknown })
}
