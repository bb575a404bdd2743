// Package undertaking tells what kind of statement somebody made: a promise
// or a plan of their own, or a forecast of what they only foresee. It knows the
// words of promising and planning and who is speaking; it knows nothing of
// chance, time, claims or verdicts.
//
//	r := undertaking.Read("We pledge to hire two thousand nurses by the end of 2025.", "", undertaking.Speaker{Name: "Health ministry", Kind: "institution"})
//	// r.Type promise, r.Words "pledge"
//
// Only an undertaking of the speaker's own, or of those they speak for, is a
// promise or a plan. Who reports somebody else's schedule makes a forecast, and
// so does whoever cannot be told from one: then Or names the other reading.
package undertaking

import "tracker/reading/clause"

// Type is the kind of a statement.
type Type string

const (
	Promise  Type = "promise"
	Plan     Type = "plan"
	Forecast Type = "forecast"
)

// Speaker is who said it: the name as the book has it, and person,
// institution, outlet or anonymous.
type Speaker struct{ Name, Kind string }

// Reading is the type that was read. Words are the words that decide, as they
// stand in the text; "" where none does. Or is the type that a second reader
// might see, "" when the words leave no doubt.
type Reading struct {
	Type  Type
	Words string
	Or    Type
}

// Read tells what kind of statement a quote is, or without a quote the
// statement; of several clauses it takes the one about the statement's event.
func Read(quote, statement string, by Speaker) Reading {
	if quote == "" {
		return ReadText(clause.Cut(statement), by)
	}
	return ReadAbout(clause.Cut(quote), statement, by)
}

// ReadAbout is Read of a quote that has been cut.
func ReadAbout(quote *clause.Text, statement string, by Speaker) Reading {
	about, ok := quote.About(statement)
	if !ok {
		about = -1
	}
	return readText(quote, about, by)
}

// ReadText is Read of a quote that has been cut, whichever clause of it speaks
// of the event.
func ReadText(quote *clause.Text, by Speaker) Reading { return readText(quote, -1, by) }

func readText(t *clause.Text, about int, by Speaker) Reading {
	r := reader{Text: t, by: by, about: about}
	r.names, r.others = namesFor(by)
	if i := r.sealed(); i >= 0 {
		return r.said(Promise, i, i+1, own)
	}
	for _, look := range [...]func(int) (Reading, bool){r.promised, r.planned, r.undertaken, r.timetabled} {
		for i := range t.Words {
			if !r.looksAt(i) {
				continue
			}
			if found, ok := look(i); ok {
				return found
			}
		}
	}
	if r.about >= 0 && !r.foretells(r.about) { // "This is the last tour; I won't be doing another one."
		r.about = -1
		for i := range t.Words {
			if found, ok := r.undertaken(i); ok && r.looksAt(i) {
				return found
			}
		}
	}
	if i := r.pledge(); i >= 0 {
		return r.said(Promise, i, i+1, own)
	}
	return Reading{Type: Forecast}
}

// reader is a text being read.
type reader struct {
	*clause.Text
	by     Speaker
	names  []string // the words of the speaker's name, in lower case
	others []string // those of whom the speaker only speaks: the bank, of a bank economist
	about  int      // the clause that speaks of the statement's event, -1 for any
}

// foretells reports whether clause n has a verb of the future, or is about what
// is done with its own words.
func (r *reader) foretells(n int) bool {
	for i := range r.Words {
		if w := r.Word(i); r.Of[i] == n && (clause.IsModal(w) && !r.Words[i].Capital || w == "going" || w == "to") {
			return true
		}
	}
	return r.Clauses[n].Shares >= 0
}

// looksAt reports whether word i may decide: it stands in a clause about the
// event, or in one whose verb that clause shares.
func (r *reader) looksAt(i int) bool {
	n := r.Of[i]
	if r.Clauses[n].Role != clause.Main {
		return false
	}
	return r.about < 0 || n == r.about || r.Clauses[r.about].Shares == n
}

// reports tells speakers whose plans are somebody else's unless they say "we".
func (r *reader) reports() bool { return r.by.Kind == "outlet" || r.by.Kind == "anonymous" }

// said is the reading of words i to last-1 as typ, of the speaker's own doing
// or another's.
func (r *reader) said(typ Type, i, last int, whose owner) Reading {
	found := Reading{Type: typ, Words: r.Source[r.Words[i].Start:r.Words[last-1].End]}
	switch whose {
	case another:
		found.Type = Forecast
	case unsure:
		found.Type, found.Or = Forecast, typ
	}
	return found
}

// promised reads words that promise by themselves.
func (r *reader) promised(i int) (Reading, bool) {
	last, ok := r.promiseAt(i)
	if !ok || r.denied(i) {
		return Reading{}, false
	}
	whose := r.owner(i)
	switch whose {
	case nobody:
		whose = r.silent()
	case pronoun, thing:
		whose = unsure
	case institution:
		whose = another
	}
	if whose != own && r.reports() {
		whose = another
	}
	return r.said(Promise, i, last, whose), true
}

// planned reads words of schedule, target and goal.
func (r *reader) planned(i int) (Reading, bool) {
	last, ok := r.planAt(i)
	if !ok || r.disclaimed(i) {
		return Reading{}, false
	}
	whose := r.owner(i)
	if who, ok := r.agent(last); ok {
		whose = who
	}
	switch whose {
	case nobody, thing:
		if whose = r.silent(); r.comesOfItself(last) {
			whose = another
		}
	case institution:
		whose = unsure
	}
	if whose != own && r.reports() {
		whose = another
	}
	return r.said(Plan, i, last, whose), true
}

// silent is whose a plan is that names no doer: a person's or an institution's
// own; an outlet and an anonymous source report somebody else's.
func (r *reader) silent() owner {
	if r.reports() {
		return another
	}
	return own
}

// undertaken reads a verb of doing after "will" with the speaker as subject:
// "we will halve inflation", "we are leaving".
func (r *reader) undertaken(i int) (Reading, bool) {
	verb, last, ok := r.futureAt(i)
	if !ok {
		verb, last, ok = r.refusal(i)
	}
	if !ok || !isDoing(verb) {
		return Reading{}, false
	}
	whose := r.owner(i)
	if w := r.Word(i + 1); (w == "we" || w == "i") && clause.IsModal(r.Word(i)) || r.Word(i) == "we" || r.Word(i) == "i" {
		whose = own // "will we resume", "no way we sell"
	}
	switch {
	case whose == pronoun && r.by.Kind == "institution":
		whose = unsure
	case whose == nobody && !r.reports() && r.begins(i):
		whose = unsure
	case whose != own:
		return Reading{}, false
	}
	if whose == own && r.tempered(i) {
		whose = unsure
	}
	return r.said(Promise, i, last, whose), true
}

// timetabled reads a present tense that gives a date, "launches on 5 May".
func (r *reader) timetabled(i int) (Reading, bool) {
	if !isTimetable(r.Word(i)) && !r.ours(i) || i == 0 || r.noun(i) || r.reports() || r.tempered(i) || r.hedged(i) || !r.timed(i+1) {
		return Reading{}, false
	}
	whose := r.owner(i)
	switch {
	case whose == own, whose == thing && r.by.Kind == "institution":
		whose = own
	case whose == thing:
		whose = unsure
	default:
		return Reading{}, false
	}
	return r.said(Plan, i, i+1, whose), true
}
