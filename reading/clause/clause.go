// Package clause cuts what somebody said into words and clauses, finds the
// conditions in it, and tells which clause speaks of the event that a
// statement names. It knows English words and nothing of time, chance, claims
// or speakers; the rooms that read deadlines and words of confidence ask it
// where to look, so that both look in the same place.
//
//	t := clause.Cut("A truce might come within weeks. Elections will take place by mid-March.")
//	n := t.About("Elections take place")
//	// t.Clauses[n] holds the words of the second sentence
package clause

import (
	"slices"
	"sort"
)

// Role says what a clause does in its sentence.
type Role uint8

const (
	Main      Role = iota // carries what is said
	Condition             // "if talks fail", "pending approval"
	Aside                 // a concession, a reason, a time: "although it rained", "when it is over"
	Relative              // describes a noun: "which was due in May"
	Question              // "whether they would meet"
)

// Clause is one clause of a text.
type Clause struct {
	Role     Role
	Sentence int
	// Shares is the number of the clause whose subject and verb of the future
	// this one shares, "and list in late October"; -1 for none.
	Shares int
	// First is its first word; the word that joins it to others is before it.
	First int

	filled bool // has a word so far, while it is cut
	verbal bool // has a verb so far
}

// Text is a text cut into words and clauses. Of says for each word in which
// clause it stands; a clause that another interrupts goes on after it.
type Text struct {
	Source  string
	Words   []Word
	Clauses []Clause
	Of      []int
}

// Cut cuts a text. A text without words has one empty main clause.
func Cut(text string) *Text {
	t := new(Text)
	t.Cut(text)
	return t
}

// Cut cuts another text, in the room of the one before.
func (t *Text) Cut(text string) {
	t.Source, t.Words = text, Words(t.Words[:0], text)
	t.Clauses, t.Of = t.Clauses[:0], slices.Grow(t.Of[:0], len(t.Words))[:len(t.Words)]
	c := cutter{Text: t}
	c.open(Main, 0)
	for i := range t.Words {
		c.step(i)
		t.Of[i] = c.now
		in, w := &t.Clauses[c.now], t.Words[i].Text
		in.filled = in.filled || !IsMark(w)
		in.verbal = in.verbal || i >= in.First && IsVerbal(w)
	}
}

// Word returns the text of word i, "" outside the text.
func (t *Text) Word(i int) string {
	if i < 0 || i >= len(t.Words) {
		return ""
	}
	return t.Words[i].Text
}

// At returns the clause in which a byte of the text stands.
func (t *Text) At(offset int) int {
	i := sort.Search(len(t.Words), func(i int) bool { return t.Words[i].Start > offset })
	if i == 0 {
		return 0
	}
	return t.Of[i-1]
}

// cutter is a Text being cut: the clause that words go to, and the one that
// goes on when it ends.
type cutter struct {
	*Text
	now, outer int
	skip       int // words before this one are part of a connective
}

func (c *cutter) open(role Role, first int) {
	sentence := 0
	if n := len(c.Clauses); n > 0 {
		sentence = c.Clauses[n-1].Sentence
	}
	c.Clauses = append(c.Clauses, Clause{Role: role, Sentence: sentence, Shares: -1, First: first})
	c.now = len(c.Clauses) - 1
	if role == Main {
		c.outer = c.now
	}
}

// step moves to the clause that word i stands in.
func (c *cutter) step(i int) {
	if i < c.skip {
		return
	}
	last := c.Word(i - 1)
	switch w := c.Word(i); {
	case isStop(last):
		c.open(Main, i)
		c.Clauses[c.now].Sentence++
	case last == ";" || last == ":" && !c.clock(i) || last == "—" || last == "(" || last == ")":
		c.open(Main, i)
	case w == ",":
		c.comma(i)
		return
	case w == "but" && !isExcept(last) || w == "yet" && last == "," || c.Clauses[c.now].Role.joins() && (w == "and" || w == "or") && (c.predicateAt(i+1) || w == "or" && isAfterthought(c.Word(i+1))) && c.Clauses[c.now].verbal:
		c.join(i)
		return
	case c.modalAt(i) && !c.Clauses[c.outer].filled && c.Clauses[c.now].verbal:
		c.withoutComma(i)
		return
	}
	if c.permitting(i) {
		c.open(Condition, i)
		return
	}
	if role, length := c.connectiveAt(i); length > 0 {
		c.open(role, i+length)
		c.skip = i + length
	}
}

// clock reports the minutes of a time of day at i: the 45 of "9:45".
func (c *cutter) clock(i int) bool {
	return i >= 2 && c.Words[i].IsNumber && c.Words[i-2].IsNumber
}

// comma closes what is no main clause, and opens a relative clause or a new
// main clause when one follows.
func (c *cutter) comma(i int) {
	switch role := c.Clauses[c.now].Role; {
	case role == Relative || role != Main && (c.finite(i+1) || isAfterthought(c.Word(i+1)) || !c.Clauses[c.outer].filled && c.lastComma(i)):
		c.resume(i + 1)
	case role == Main && isRelative(c.Word(i+1)):
		c.open(Relative, i+1)
	case role == Main && isAdding(c.Word(i+1)) && c.Word(i+2) == "that":
		c.open(Main, i+3)
	case role == Main && c.Clauses[c.now].verbal && c.Word(i+1) == "with" && c.Word(i+2) != "any" && c.Word(i+2) != "luck" && !c.chanceAt(i+2): // "with an announcement likely next week"
		c.open(Main, i+2)
	case role == Main && c.Clauses[c.now].verbal && c.sentenceAt(i+1):
		c.open(Main, i+1)
	}
}

// chanceAt reports that what begins at i says how likely the clause before is,
// "with a probability of 80 %", and not what else may happen.
func (c *cutter) chanceAt(i int) bool {
	for j := i; j < i+5 && !IsMark(c.Word(j)); j++ {
		switch c.Word(j) {
		case "probability", "likelihood", "chance", "chances", "odds", "confidence", "certainty", "risk":
			return true
		}
	}
	return false
}

// lastComma reports whether no other comma follows that at i in its sentence.
func (c *cutter) lastComma(i int) bool {
	for i++; i < len(c.Words) && !isStop(c.Word(i)); i++ {
		if c.Word(i) == "," {
			return false
		}
	}
	return true
}

// resume goes back to the clause that was interrupted, or begins the main
// clause when the sentence began with another.
func (c *cutter) resume(first int) {
	c.now = c.outer
	if !c.Clauses[c.now].filled {
		c.Clauses[c.now].First = first
	}
}

// withoutComma begins the main clause whose verb of the future stands at i,
// although no comma parts it from the condition: "If all goes well the leaders
// will meet".
func (c *cutter) withoutComma(i int) {
	first := i - 1
	for j := i - 1; j > max(i-5, c.Clauses[c.now].First+1); j-- {
		if IsDeterminer(c.Word(j)) || IsPronoun(c.Word(j)) {
			first = j
			break
		}
	}
	c.resume(first)
	for j := first; j < i; j++ {
		c.Of[j] = c.now
	}
	c.Clauses[c.now].filled = true
}

// joins reports roles in which "and" begins another clause; a condition takes
// in all that it names.
func (r Role) joins() bool { return r == Main || r == Relative }

// join opens the clause after "and" or "but" at i. Without a subject of its
// own it shares that of the clause before.
func (c *cutter) join(i int) {
	before, role := c.now, c.Clauses[c.now].Role
	if role == Relative || role == Question {
		role = Main
	}
	c.open(role, i+1)
	if c.isVerbAt(i + 1) {
		c.Clauses[c.now].Shares = before
	}
}
