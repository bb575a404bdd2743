// Package hedge knows what words of confidence are worth: it turns "could",
// "good chance" or "9 out of 10" into a probability with a range, a kind and a
// source, and finds such words inside a sentence. It must not know claims,
// speakers, dates or verdicts, and never guesses: words nobody has put a
// number on get none.
//
//	r := hedge.Builtin().Find("There is a good chance of a deal this week.")
//	// r.Words "good chance", *r.P 0.68, *r.Low 0.55, *r.High 0.8, r.Kind assumed
//
// A sentence is read in steps, one file each: words (token.go), phrases and
// numbers (match.go, predicate.go, number.go), which of them are hedges at all
// (guard.go, chance.go), which one governs (govern.go), what is denied
// (negate.go, turned.go) and the number that follows (derive.go). The phrases come from
// lexicon.csv and forms.csv, which go generate writes out as tables.go.
package hedge

import "strings"

// Kind says where the number of a reading comes from.
type Kind string

const (
	Survey   Kind = "survey"   // people were asked what the words mean to them
	Standard Kind = "standard" // a published scale says so (ICD 203, IPCC, Kent)
	Assumed  Kind = "assumed"  // nobody has asked: set or derived by us, or by the user
	Explicit Kind = "explicit" // the words are a number
	None     Kind = "none"     // no number
)

// Reading is what some words of confidence stand for. P, Low and High are
// probabilities of the words as spoken, 0 ≤ Low ≤ P ≤ High ≤ 1; all three are
// nil exactly when Kind is None.
type Reading struct {
	// Words is the hedge as found, verbatim; for Read, what was given. A
	// denial that WillNot carries is left out: "won't" is found as "will".
	Words string   `json:"words"`
	P     *float64 `json:"p"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
	Kind  Kind     `json:"kind"`
	// Side is which way the words point; for a number, which half it lies in.
	// Words without a number that the lexicon does not know have none.
	Side Side `json:"side"`
	// Source says in one line where the number comes from, or why there is
	// none. For a derived reading it names the root and the rule.
	Source string `json:"source"`
	// Start and End are the byte span in the text; both 0 without a hedge.
	Start int `json:"-"`
	End   int `json:"-"`
	// Root is the lexicon entry the number rests on, "" without one.
	Root string `json:"-"`
	// Negative: the words themselves deny the event ("unlikely", "no chance"),
	// so they cannot go together with polarity will-not.
	Negative bool `json:"-"`
	// WillNot: the sentence is a plain denial ("will not", "no one expects"),
	// polarity will-not, and the hedge is read without it. Only Find sets it,
	// never together with Negative.
	WillNot bool `json:"-"`
	// Turned: the polarity rests on comparing the verb with the statement's, or
	// on a verb that prevents; a second reader may see the other one.
	Turned bool `json:"-"`
	// Known: the words are a number or in the lexicon, which may say that they
	// carry none.
	Known bool `json:"-"`
}

// Read reads words of confidence given by themselves, as after --hedge. A
// number needs no "chance" beside it, and every denial is part of the words:
// "will not" is 1 − will. Unknown words have Kind None.
func (l *Lexicon) Read(words string) Reading {
	r, ok := readNumber(words)
	if !ok {
		r = l.read(words, "", true)
		r.within(words)
	}
	r.Words = words
	return r
}

// Find reads the hedge inside a statement or quote: the longest words that
// match, and of several the one that governs the promise (govern.go). Without
// any, Words is "" and Kind None.
func (l *Lexicon) Find(sentence string) Reading {
	return l.read(sentence, "", false)
}

// Whole reports words that keep their denial although the polarity carries it:
// "no plans to".
func (l *Lexicon) Whole(words string) bool {
	r := l.Find(words)
	return r.WillNot && r.Words == words && r.P == nil
}

// FindFor reads the hedge of a quote that stands beside a statement: of several
// clauses that of the one about the statement's event. Where the quote says
// that the opposite happens ("will not survive" beside "the government falls")
// polarity is turned round; where the statement denies what the quote denies
// ("no train will run" beside "no train runs"), it is what is said.
func (l *Lexicon) FindFor(quote, statement string) Reading {
	r := l.read(quote, statement, false)
	if r.WillNot && l.denies(statement) {
		r.WillNot, r.Turned = false, true
	}
	return r
}

// denies reports a statement that is a denial itself: "no train runs", "there is
// no deal", "the bridge does not open".
func (l *Lexicon) denies(statement string) bool {
	s := l.sentence(statement, "", false)
	defer l.texts.Put(s.Text)
	for i := range s.tokens {
		switch w := s.word(i); {
		case i == 0 && (w == "none" || w == "nobody" || w == "nothing" || w == "neither"):
			return true
		case w == "no" && !s.fixedNo(i) && (i == 0 || s.presentBefore(i)) && s.word(i+1) != "longer" && !strings.ContainsAny(s.word(i+1), "0123456789"):
			return true
		}
	}
	return l.read(statement, "", false).WillNot
}
