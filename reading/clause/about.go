package clause

import (
	"slices"
	"strings"
)

// About returns the number of the main clause that speaks of the event a
// statement names: the one that shares most words with it, and of equals the
// first. ok is false when none shares any, or there is only one to choose.
func (t *Text) About(statement string) (n int, ok bool) {
	scores := t.Scores(statement)
	t.refer(scores)
	best, runner := -1, 0
	for i, c := range t.Clauses {
		switch {
		case c.Role != Main || scores[i] == 0 || t.overtaken(i, scores):
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
	best := make([]int, len(t.Clauses))
	var buf [64]topic
	said := buf[:0]
	for _, w := range t.Words {
		said = append(said, saidOf(w))
	}
	for _, want := range wanted {
		clear(best)
		for i, w := range said {
			best[t.Of[i]] = max(best[t.Of[i]], want.weight*want.meets(w))
		}
		for n := range scores {
			if s := t.Clauses[n].Shares; s >= 0 && want.weight == 1 { // whose subject it has
				best[n] = max(best[n], best[s])
			}
			scores[n] += best[n]
		}
	}
	return scores
}

// topic is a word of a statement that says which event is meant. The verb
// counts three times: what happens tells clauses apart better than to whom.
type topic struct {
	stem   string
	family uint32
	weight int
}

func topics(statement string) []topic {
	var buf [32]Word
	var all []topic
	words := Words(buf[:0], statement)
	verb := verbOf(words)
	for i, w := range words {
		if isEmpty(w.Text) {
			continue
		}
		s := Stem(w.Text)
		t := topic{s, family(s), 1}
		if i == verb {
			t.weight = 3
		}
		all = append(all, t)
	}
	return all
}

// verbOf is the word by which a statement says what happens: "slips" of "The
// cut slips to June", "cut" of "The tax is cut"; -1 for none.
func verbOf(words []Word) int {
	last := -1
	for i, w := range words {
		bare := i > 0 && !IsDeterminer(words[i-1].Text)
		switch {
		case bare && present(w.Text), bare && IsAuxiliary(words[i-1].Text) && (IsPast(w.Text) || IsVerb(w.Text)):
			return i
		case bare && last < 0 && (IsVerb(w.Text) || strings.HasSuffix(w.Text, "s") && i > 1 && !isEmpty(w.Text)):
			last = i
		}
	}
	return last
}

// score adds up the topics that the chosen words have.
func (t *Text) score(wanted []topic, in func(i int) bool) int {
	sum := 0
	for _, want := range wanted {
		best := 0
		for i := range t.Words {
			if in(i) {
				best = max(best, want.weight*want.shared(t.Words[i]))
			}
		}
		sum += best
	}
	return sum
}

// shared is how much a word has of a topic.
func (w topic) shared(word Word) int { return w.meets(saidOf(word)) }

// saidOf is a word as a topic, without a stem when it is empty.
func saidOf(w Word) topic {
	if isEmpty(w.Text) {
		return topic{}
	}
	s := Stem(w.Text)
	return topic{stem: s, family: family(s)}
}

// meets is how much of a topic the word has that is made one.
func (w topic) meets(word topic) int {
	s := word.stem
	switch {
	case s == "":
		return 0
	case s == w.stem:
		return 3
	case w.family&word.family != 0:
		return 2
	case len(s) >= 5 && len(w.stem) >= 5 && s[:5] == w.stem[:5]:
		return 2
	}
	return 0
}

// Shared is how much of the statement the words first to last-1 have.
func (t *Text) Shared(statement string, first, last int) int {
	if statement == "" {
		return 0
	}
	return t.score(topics(statement), func(i int) bool { return first <= i && i < last })
}

// Item is how much of the statement the item of a list shares that holds a byte
// of the text: what stands between marks and "and". An item that begins no clause
// of its own says what those before it in the clause say, but for what only it
// says: "2,500 by April and 5,000 by July".
func (t *Text) Item(statement string, offset int) int {
	at := 0
	for at+1 < len(t.Words) && t.Words[at+1].Start <= offset {
		at++
	}
	first, last := at, at
	for first > 0 && !t.parts(first-1) && t.Of[first-1] == t.Of[at] {
		first--
	}
	for last < len(t.Words) && !t.parts(last) && t.Of[last] == t.Of[at] {
		last++
	}
	if statement == "" {
		return 0
	}
	about := topics(statement)
	own := t.score(about, func(i int) bool { return first <= i && i < last })
	all := t.score(about, func(i int) bool { return i < last && t.Of[i] == t.Of[at] })
	return inherits*all + own
}

// inherits is how much more counts what an item says with those before it than
// what it says alone.
const inherits = 100

// parts reports whether word i parts the items of a list.
func (t *Text) parts(i int) bool {
	switch w := t.Word(i); w {
	case "and", "or":
		return true
	case "before", "after", "then":
		return strings.HasSuffix(t.Word(i+1), "ing")
	default:
		return IsMark(w)
	}
}

// Named is Shared without the statement's verb: who or what it is about.
func (t *Text) Named(statement string, first, last int) int {
	names := slices.DeleteFunc(topics(statement), func(w topic) bool { return w.weight > 1 })
	return t.score(names, func(i int) bool { return first <= i && i < last })
}

// Verbal reports whether clause n has a verb.
func (t *Text) Verbal(n int) bool {
	for i, w := range t.Words {
		if t.Of[i] == n && IsVerbal(w.Text) {
			return true
		}
	}
	return false
}
