package deadline

// candidate is a phrase of time and how it stands in its sentence.
type candidate struct {
	Reading
	tense       tense
	conditional bool // in a clause after if or unless
}

// weight orders candidates: a phrase after "will" carries the promise, one in
// a condition does not, and a dated phrase says more than a vague one.
func (c candidate) weight() int {
	w := 0
	switch {
	case c.Class == ClassNone && c.Rule == "refused":
		w = 1
	case c.Class == ClassNone && c.Rule == "past":
		return -2
	case c.Class == ClassNone:
		return -1
	default:
		w = 4
	}
	if c.tense == future {
		w += 8
	}
	if c.conditional {
		w -= 9
	}
	if c.Class == ClassVague {
		w--
	}
	if c.Class == ClassEvent {
		w -= 2
	}
	return max(w, 0)
}

// governor chooses among the candidates of a text.
type governor struct {
	best   Reading
	weight int
	found  []candidate
}

// most is how many phrases of a text are kept to choose from.
const most = 64

func (g *governor) hear(c candidate) {
	if len(g.found) < most {
		g.found = append(g.found, c)
	}
}

// chosen returns the weightiest candidate, the first among equals, with the
// windows of the others as alternatives.
func (g *governor) chosen() Reading {
	best := -1
	for i, c := range g.found {
		if best < 0 || c.weight() > g.found[best].weight() {
			best = i
		}
	}
	if best < 0 {
		return g.best
	}
	w := g.found[best].Reading
	if w.Class == ClassNone {
		return w
	}
	for i, c := range g.found {
		if i != best && c.Class != ClassNone && (c.Earliest != w.Earliest || c.Latest != w.Latest) {
			w.Alternatives = append(w.Alternatives, Alternative{c.Earliest, c.Latest, `the other phrase, "` + c.Phrase + `"`})
		}
	}
	return w
}

// conditional reports whether the phrase at i stands in a clause that begins
// with if or unless.
func (p *parser) conditional(i int) bool {
	for k := i - 1; k >= max(0, i-15); k-- {
		switch t := p.at(k); {
		case t.kind == mark && t.among(",", ".", ";", "!", "?"), t.among("will", "would", "could", "may", "might"):
			return false
		case t.among("if", "unless"):
			return true
		}
	}
	return false
}
