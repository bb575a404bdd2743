package hedge

// clause numbers the clauses of a sentence. A condition or concession ("if no
// progress is made,") is not a main clause; it ends at its comma. Nor is a
// question ("whether they would meet"), whose modals promise nothing.
type part struct {
	number   int
	main     bool
	question bool
}

// enter returns the clause that token i belongs to, coming from clause c.
func (c part) enter(s sentence, i int) part {
	next := part{number: c.number + 1, main: true}
	switch s.word(i) {
	case ";", ":", ".", "!", "?", "(", ")", "—", "but":
		return next
	case ",":
		if !c.main || s.word(i+1) == "which" {
			return next
		}
	case "and":
		return next
	case "if", "unless", "although", "though", "while", "whereas", "because", "when", "once", "even", "despite":
		if s.word(i) == "even" && s.word(i+1) != "if" && s.word(i+1) != "though" {
			return c
		}
		next.main = false
		next.question = s.word(i) == "if" && isAsking(s.word(i-1))
		return next
	case "whether":
		next.main, next.question = false, true
		return next
	}
	return c
}

// isAsking reports verbs after which "if" means "whether".
func isAsking(word string) bool {
	switch word {
	case "say", "know", "ask", "asked", "see", "wonder", "sure":
		return true
	}
	return false
}

// govern picks the hedge that governs the promise: that of the first main
// clause that has one; in it a number before words of chance, these before
// plans, plans before "will" and "could", and the first of equals.
func govern(found []match) (match, bool) {
	var best *match
	for i := range found {
		if m := &found[i]; best == nil || m.before(best) {
			best = m
		}
	}
	if best == nil {
		return match{}, false
	}
	for _, m := range found {
		if m.clause == best.clause && m.first > best.first && m.denied {
			best.denied = true // "a good chance that it will not"
		}
	}
	return *best, true
}

// before reports whether m governs although other stands before it.
func (m *match) before(other *match) bool {
	if m.clause.main != other.clause.main {
		return m.clause.main
	}
	return m.clause.number == other.clause.number && m.rank() < other.rank()
}

func (m *match) rank() int {
	switch {
	case m.form == nil:
		return 0
	case m.attribute, m.relative:
		return 5
	}
	switch m.form.class() {
	case chance, denial:
		return 1
	case intent:
		return 2
	case modal:
		return 3
	}
	return 4
}
