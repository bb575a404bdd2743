package deadline

import "strings"

// ThatItComes is why a reading of "not until X" is offered in which the event
// is said to come with X: whoever takes it turns the direction too.
const ThatItComes = "that it comes in the time named"

// turns reports whether a denial before the lead makes it not-until: what is
// denied up to a day is denied until the day before it.
func (l lead) turns(p *parser) bool {
	first := p.at(p.from)
	switch l.rel {
	case By:
		return first.among("until", "till", "til") || first.is("up") && p.at(p.from+1).is("until")
	case Before:
		return first.among("before", "earlier", "sooner", "prior", "ahead", "this")
	case After:
		return first.among("until", "till") || first.is("not") && p.at(p.from+1).among("until", "till")
	case Earliest:
		return first.is("not") && p.at(p.from+1).among("until", "before")
	}
	return false
}

// barring says what a denial, or a state that keeps the event away, makes of
// the words up to a day.
type barring uint8

const (
	unbarred  barring = iota
	deniedTo          // "not until March": it does not happen before
	closedTo          // "closed until March": the state ends then
	overruled         // "won't last until March": the state ends before
)

// barred turns "not until X", "no trains before X" and "closed until X" into
// the stretch up to the day before X begins, and "won't last beyond X" into by X.
func (p *parser) barred(l lead) (lead, barring) {
	first := p.at(p.from)
	strict := lead{rel: Before, word: l.word, strict: true}
	switch {
	case l.rel == After && first.among("beyond", "past") && p.denied():
		return lead{rel: By, word: l.word}, overruled
	case !l.turns(p):
		return l, unbarred
	case !first.is("not") && !p.denied() && !(l.rel == By && p.doubted()):
		if l.rel == By && p.preceded(6, closedStates...) && !p.preceded(6, "open", "reopen", "reopened") {
			return strict, closedTo
		}
		return l, unbarred
	case p.enduring():
		return strict, overruled
	case l.rel == After: // "not until after the weekend"
		return lead{rel: By, word: l.word}, deniedTo
	}
	return strict, deniedTo
}

// closedStates keep what they are said of from happening until they end.
var closedStates = []string{"closed", "shut", "banned", "barred", "suspended", "out", "sidelined", "grounded", "unavailable", "halted", "paused",
	"excluded", "locked", "blocked", "blockaded", "offline", "injured", "absent", "shuttered", "disqualified", "off-limits", "frozen"}

// denialWords deny the clause that they stand in.
const denialWords = `not never no nothing nobody none neither nor cannot hardly scarcely no-one`

// denied reports whether the clause before the phrase holds a denial.
func (p *parser) denied() bool {
	for i := p.from - 1; i >= max(0, p.from-18); i-- {
		t := p.at(i)
		switch {
		case t.kind == mark && t.among(".", ";", ":", "!", "?", ",", "-", "—", `"`) && !p.contracted(i):
			return false
		case t.among("but", "because", "although", "though", "while", "so", "which", "who"):
			return false
		case t.is("t") && p.contracted(i-1):
			return true
		case t.is("few") && (i == 0 || p.sentenceEnd(i-1)):
			return true
		case t.has(denial) && !p.at(i+1).among("only", "just", "doubt", "matter", "later"):
			return true
		}
	}
	return false
}

// doubted reports words of the clause before the phrase that doubt it: "unlikely to
// reopen until March".
func (p *parser) doubted() bool {
	for i := p.from - 1; i >= max(0, p.from-12) && p.at(i).kind != mark; i-- {
		if p.at(i).among("unlikely", "improbable", "doubtful", "doubt") {
			return true
		}
	}
	return false
}

// contracted reports whether token i is the apostrophe of "won't".
func (p *parser) contracted(i int) bool {
	t := p.at(i)
	return t.among("'", `"`, "’") && t.glued && p.at(i+1).is("t") && p.at(i+1).glued && strings.HasSuffix(p.at(i-1).word, "n")
}

// enduring reports whether what is denied is that something lasts, so that
// the denial tells of its end: "will not hold until Friday".
func (p *parser) enduring() bool {
	return p.preceded(4, "last", "survive", "remain", "stay", "hold", "endure", "continue", "wait", "waiting")
}

// RuleNotUntil is the rule of a denial up to a day: the words also say that it
// does not happen in the window.
const RuleNotUntil = "not-until"

// RuleUntil is the rule of a state up to a day that keeps the event away.
const RuleUntil = "until"

// notUntil bounds what is denied or barred until d: to the day before d begins,
// or through it after "until after".
func (p *parser) notUntil(l lead, how barring, d period, end int) Reading {
	x := d
	if x.edge == endOf && how == closedTo { // frozen until the end of the year is through it
		l.rel, x.edge = By, wholly
	}
	if x.edge == endOf {
		x.first, x.edge = x.last, wholly
	}
	w := p.reading(l, &x, end)
	if w.Class == ClassNone {
		return w
	}
	if w.Rule = RuleNotUntil; how == closedTo {
		w.Rule = RuleUntil
		if d.last != 0 {
			w.Alternatives = append(w.Alternatives, Alternative{p.base, d.last, "through it"})
		}
		return w
	}
	if w.Latest != 0 && l.rel == Before {
		w.Alternatives = append(w.Alternatives, Alternative{max(d.first, p.base), d.last, ThatItComes})
	}
	return w
}

// comesFirst reports that the time which ends before token i has to come before
// something happens: "it will be March before the line reopens".
func (p *parser) comesFirst(i int) bool {
	return p.at(i).among("before", "until", "till") && p.clauseAfter(i) && (p.at(p.from-1).among("be", "is") || p.at(p.from-1).among("at", "well", "the", "least", "into") && p.preceded(4, "be", "is"))
}

// latests are the words after "until X" that only underline it.
var latests = [...][]string{{"at", "the", "earliest"}, {"at", "the", "very", "earliest"}, {"at", "earliest"}, {"or", "later"}}
