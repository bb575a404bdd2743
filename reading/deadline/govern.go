package deadline

// candidate is a phrase of time and how it stands in its sentence.
type candidate struct {
	Reading
	tense       tense
	conditional bool // in a clause after if or unless
}

// weight orders candidates: a phrase after "will" carries the promise and one
// in a condition does not, and a dated phrase says more than a vague one.
func (c candidate) weight() int {
	w := 4
	switch {
	case c.Rule == "past":
		return -2
	case c.Rule == "none":
		return -1
	case c.Rule == "refused":
		w = 1
	case c.Class == ClassVague:
		w = 3
	case c.Class == ClassEvent:
		w = 2
	}
	if c.tense == future {
		w += 8
	}
	if c.conditional {
		w -= 9
	}
	return max(w, 0)
}

// mostPhrases is how many phrases of a text are weighed against each other.
const mostPhrases = 64

// govern returns the weightiest candidate, the first among equals, with the
// windows of the others as alternatives.
func govern(found []candidate) Reading {
	best := 0
	for i, c := range found {
		if c.weight() > found[best].weight() {
			best = i
		}
	}
	w := found[best].Reading
	if w.Class == ClassNone {
		return w
	}
	for i, c := range found {
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
