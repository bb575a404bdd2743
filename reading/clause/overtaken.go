package clause

// overtaken reports whether main clause n only tells what was expected once,
// while a later one has what the statement speaks of as well: "we had hoped to
// restart in May; we will now restart in June".
func (t *Text) overtaken(n int, scores []int) bool {
	if !t.expectedOnce(n) {
		return false
	}
	for later := n + 1; later < len(t.Clauses); later++ {
		c := t.Clauses[later]
		if c.Role == Main && scores[later] > 0 && c.Sentence <= t.Clauses[n].Sentence+1 && !t.expectedOnce(later) {
			return true
		}
	}
	return false
}

// refer gives a clause that speaks by "it" or "so" of what was expected once, in
// the clause before, what that shares with the statement: "had planned to open it
// in May, but will do so in June".
func (t *Text) refer(scores []int) {
	for n := range t.Clauses {
		if scores[n] == 0 || !t.expectedOnce(n) {
			continue
		}
		for later := n + 1; later < len(t.Clauses); later++ {
			if scores[later] == 0 && t.Clauses[later].Role == Main && t.Clauses[later].Sentence <= t.Clauses[n].Sentence+1 && t.Refers(later) {
				scores[later] = scores[n]
			}
		}
	}
}

// Refers reports whether clause n speaks of what the one before it named: "it
// will now be June", "will do so in June".
func (t *Text) Refers(n int) bool {
	first := t.Clauses[n].First
	switch t.Word(first) {
	case "it", "they", "that", "this":
		return true
	}
	for i := first; i < len(t.Words) && t.Of[i] == n; i++ {
		if t.Word(i) == "so" && (t.Word(i-1) == "do" || t.Word(i-1) == "doing" || t.Word(i-1) == "done") {
			return true
		}
	}
	return false
}

// expectedOnce reports a clause whose verb is "was expected", "had hoped" and
// their like.
func (t *Text) expectedOnce(n int) bool {
	for i, w := range t.Words {
		if t.Of[i] != n || w.Text != "was" && w.Text != "were" && w.Text != "had" {
			continue
		}
		for j := i + 1; j < i+4; j++ {
			switch t.Word(j) {
			case "expected", "hoped", "due", "planned", "scheduled", "supposed", "meant", "intended", "slated", "promised", "aimed", "wanted", "forecast", "predicted":
				return true
			}
		}
	}
	return false
}
