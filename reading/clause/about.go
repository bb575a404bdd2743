package clause

// About returns the number of the main clause that speaks of the event a
// statement names: the one that shares most words with it, and of equals the
// first. ok is false when none shares any, or there is only one to choose.
func (t *Text) About(statement string) (n int, ok bool) {
	scores := t.Scores(statement)
	best, runner := -1, 0
	for i, c := range t.Clauses {
		switch {
		case c.Role != Main || scores[i] == 0:
		case best < 0 || scores[i] > scores[best]:
			if best >= 0 {
				runner = max(runner, scores[best])
			}
			best = i
		default:
			runner = max(runner, scores[i])
		}
	}
	return max(best, 0), best >= 0 && scores[best] > runner
}

// Scores tells for every clause how much of the statement it shares: three for
// a word, two for another word of its family or with the same beginning.
func (t *Text) Scores(statement string) []int {
	wanted := topics(statement)
	scores := make([]int, len(t.Clauses))
	for n := range t.Clauses {
		scores[n] = t.score(wanted, func(i int) bool { return t.Of[i] == n })
	}
	return scores
}

// topic is a word of a statement that says which event is meant.
type topic struct {
	stem   string
	family int
}

func topics(statement string) []topic {
	var buf [32]Word
	var all []topic
	for _, w := range Words(buf[:0], statement) {
		if isEmpty(w.Text) {
			continue
		}
		s := stem(w.Text)
		all = append(all, topic{s, family(s)})
	}
	return all
}

// score adds up the topics that the chosen words have.
func (t *Text) score(wanted []topic, in func(i int) bool) int {
	sum := 0
	for _, want := range wanted {
		best := 0
		for i := range t.Words {
			if in(i) {
				best = max(best, want.shared(t.Words[i]))
			}
		}
		sum += best
	}
	return sum
}

// shared is how much a word has of a topic.
func (w topic) shared(word Word) int {
	if isEmpty(word.Text) {
		return 0
	}
	s := stem(word.Text)
	switch {
	case s == w.stem:
		return 3
	case w.family != 0 && family(s) == w.family:
		return 2
	case len(s) >= 5 && len(w.stem) >= 5 && s[:5] == w.stem[:5]:
		return 2
	}
	return 0
}
