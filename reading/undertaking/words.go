package undertaking

import (
	"strings"

	"tracker/reading/clause"
)

// promiseAt reads a word that promises at i, and returns the word after it.
func (r *reader) promiseAt(i int) (last int, ok bool) {
	before := r.Word(i - 1)
	switch r.Word(i) {
	case "pledge", "promise", "vow", "swear", "guarantee", "commit":
		return i + 1, !clause.IsDeterminer(before) || before == "this" || mine(before)
	case "pledges", "promises", "vows", "swears", "guarantees", "commits", "pledging", "promising", "vowing", "guaranteeing", "committing", "swearing":
		return i + 1, !clause.IsDeterminer(before)
	case "pledged", "promised", "vowed", "swore", "sworn":
		return i + 1, before != "had" && !clause.IsDeterminer(before) && (!isBe(before) || r.Word(i+1) == "to" && r.Word(i) == "sworn")
	case "committed":
		return i + 1, r.Word(i+1) == "to" || r.Word(i+1) == "themselves" || r.Word(i+1) == "itself"
	case "commitment", "assurance", "word":
		return i + 1, mine(before)
	case "undertake", "undertakes", "undertaken":
		return i + 1, r.Word(i+1) == "to"
	}
	return 0, false
}

func mine(word string) bool { return word == "my" || word == "our" }

func isBe(word string) bool {
	switch word {
	case "is", "are", "was", "were", "be", "been", "am", "'s", "being":
		return true
	}
	return false
}

// denied reports a promise that is not given: "cannot promise", "no guarantee",
// "refuses to commit".
func (r *reader) denied(i int) bool {
	for j := i - 1; j >= max(0, i-4); j-- {
		switch r.Word(j) {
		case "not", "no", "never", "refuses", "refused", "refuse", "declined", "declines", "decline", "without", "if", "would":
			return true
		}
		if clause.IsMark(r.Word(j)) {
			return false
		}
	}
	return false
}

// planAt reads a word of schedule, target or goal at i, and returns the word
// after it.
func (r *reader) planAt(i int) (last int, ok bool) {
	before, next := r.Word(i-1), r.Word(i+1)
	verbal := next == "to" || next == "for" || next == "on" || next == "by" || next == "in" || next == "that" || next == "not"
	switch w := r.Word(i); w {
	case "scheduled", "rescheduled", "slated", "timetabled", "pencilled", "penciled", "targeted", "earmarked", "booked":
		return i + 1, !r.past(i) && (!clause.IsDeterminer(before) || isSomeDate(r.Word(i+1)) || isSomeDate(r.Word(i+2)))
	case "planned":
		return i + 1, !r.past(i) && !clause.IsDeterminer(before) && before != "as"
	case "schedules", "targets", "aims", "intends", "plans":
		return i + 1, w == "schedules" && !clause.IsDeterminer(before) || verbal || w == "targets" && i > 0 && !clause.IsDeterminer(before) || w == "intends" || w == "plans"
	case "planning", "aiming", "targeting", "intending", "scheduling", "retargeting":
		return i + 1, true
	case "plan", "aim":
		return i + 1, next == "to" || next == "on" || next == "for" || next == "is" || !clause.IsDeterminer(before) && verbal
	case "agreed", "decided", "resolved", "determined", "chosen":
		return i + 1, next == "to" && r.owner(i) == own
	case "intend", "intent":
		return i + 1, w == "intend" || next == "on"
	case "intention", "intentions":
		return i + 1, true
	case "goal", "goals", "objective", "target", "ambition":
		return i + 1, isBe(next) || next == "to" || next == "of" || next == "for" || next == "date" || next == "launch" || mine(before) || before == "re" || before == "to" || before == "we" || before == "'s"
	case "set", "due":
		return i + 2, (next == "to" || w == "due" && verbal || w == "set" && next == "for" || w == "due" && isDueWhen(next)) && (isBe(before) || i == 0 || before == "now" || before == "still" || before == "not" || before == "and") && !r.past(i)
	case "date":
		return i + 1, isBe(next) || isSet(r, i)
	}
	return 0, false
}

func isDueWhen(word string) bool {
	switch word {
	case "at", "back", "out", "next", "later", "this", "tomorrow", "today":
		return true
	}
	return false
}

func isSomeDate(word string) bool { return word == "date" || word == "launch" || word == "start" }

// isSet reports whether somebody sets the date at i: "has established a new
// launch date".
func isSet(r *reader, i int) bool {
	for j := i - 1; j >= max(0, i-6); j-- {
		switch r.Word(j) {
		case "set", "sets", "setting", "established", "fixed", "announced", "chosen", "picked", "named", "confirmed", "target", "targeted":
			return true
		}
	}
	return false
}

// past reports whether the plan at i was one: "was planned", "once planned for".
func (r *reader) past(i int) bool {
	for j := i - 1; j >= max(0, i-2); j-- {
		switch r.Word(j) {
		case "was", "were", "had", "once", "originally", "previously", "initially", "been":
			return r.Word(j) != "been" || r.Word(j-1) == "had"
		}
	}
	return false
}

// futureAt reads "will", "'ll", "shall", "going to" or a present that tells of
// the future at i, and gives the verb.
func (r *reader) futureAt(i int) (verb string, last int, ok bool) {
	switch w := r.Word(i); {
	case (w == "will" || w == "shall") && (r.Word(i+1) == "we" || r.Word(i+1) == "i"):
		return r.verb(i + 2)
	case w == "will" || w == "shall" || w == "would" && r.conditional(i):
		return r.verb(i + 1)
	case r.Word(i-1) == "way" && r.Word(i-2) == "no" && (w == "we" || w == "i"):
		return r.verb(i + 1)
	case isBe(w) && r.Word(i+1) == "going" && r.Word(i+2) == "to":
		return r.verb(i + 3)
	case isBe(w) && w != "was" && w != "were" && r.Word(i+1) == "not" && r.Word(i+2) == "going" && r.Word(i+3) == "to":
		return r.verb(i + 4)
	case w == "are" || w == "am":
		return r.progressive(i + 1)
	}
	return "", 0, false
}

// conditional reports a "would" at i of the speaker's own that a condition of its
// sentence governs: "were wages to slow, I would vote for a cut".
func (r *reader) conditional(i int) bool {
	if w := r.Word(i - 1); w != "we" && w != "i" || r.Word(i+1) == "have" {
		return false
	}
	for _, c := range r.Clauses {
		if c.Role == clause.Condition && c.Sentence == r.Clauses[r.Of[i]].Sentence {
			return true
		}
	}
	return false
}

// verb passes adverbs and "not" from i on, and gives the verb after them; of
// "be leaving" it is "leaving".
func (r *reader) verb(i int) (string, int, bool) {
	if r.Word(i) == "," { // "we will, by the summer, have built"
		for i++; i < len(r.Words) && r.Word(i) != ","; i++ {
		}
		i++
	}
	for end := i + 4; i < end; i++ {
		w := r.Word(i)
		if w == "be" {
			if _, _, ok := r.progressive(i + 1); ok {
				return r.progressive(i + 1)
			}
			if clause.IsPast(r.Word(i+1)) && r.ownThing(i) && !undergone(r.Word(i+1)) {
				return "make", i + 2, true
			}
			return w, i + 1, true
		}
		if w == "fail" && r.Word(i+1) == "to" && r.Word(i-1) == "not" {
			return r.verb(i + 2)
		}
		if w == "have" && clause.IsPast(r.Word(i+1)) {
			return r.Word(i + 1), i + 2, true
		}
		if done := r.causative(i); (w == "have" || w == "get") && done > 0 {
			return "make", done + 1, true
		}
		if w == "hold" && (r.Word(i+1) == "until" || r.Word(i+1) == "together" || r.Word(i+1) == "out") {
			return "last", i + 2, true
		}
		if w == "stay" && r.Word(i+1) == "up" { // in a league
			return "last", i + 2, true
		}
		if w == "take" && r.Word(i+1) == "place" {
			return "happen", i + 2, true
		}
		if !strings.HasSuffix(w, "ly") && w != "not" && w != "never" && w != "also" && w != "now" && w != "soon" && w != "then" && w != "again" && w != "still" && w != "always" {
			return w, i + 1, w != "" && !clause.IsMark(w)
		}
	}
	return "", 0, false
}

// ownThing reports whether what a verb at i is said of is the speaker's, "our
// network", and not themselves.
func (r *reader) ownThing(i int) bool {
	for j := i - 1; j >= 0 && r.Of[j] == r.Of[i] && !clause.IsMark(r.Word(j)); j-- {
		if mine(r.Word(j)) {
			return true
		}
	}
	return false
}

// undergone reports participles of what nobody does of their own will.
func undergone(word string) bool {
	switch word {
	case "hit", "beaten", "defeated", "affected", "damaged", "destroyed", "forced", "lost", "overtaken", "overwhelmed", "hurt", "killed", "tested", "remembered", "surprised", "disappointed", "rewarded", "crushed", "relegated", "acquitted", "convicted", "freed", "cleared", "charged",
		"sentenced", "vindicated", "elected", "promoted", "selected", "chosen", "approved", "awarded", "accepted", "recognised", "recognized", "asked", "told", "judged", "heard", "seen", "met", "needed", "spared":
		return true
	}
	return false
}

// causative is the participle of "have it built" with the verb at i; 0 for none.
func (r *reader) causative(i int) int {
	if !clause.IsDeterminer(r.Word(i+1)) && !clause.IsPronoun(r.Word(i+1)) && r.Word(i+1) != "them" {
		return 0
	}
	for j := i + 2; j < i+6 && !clause.IsMark(r.Word(j)); j++ {
		if clause.IsPast(r.Word(j)) && r.Word(j) != "said" {
			return j
		}
	}
	return 0
}

// progressive reads "leaving" at i, or after "not".
func (r *reader) progressive(i int) (string, int, bool) {
	if r.Word(i) == "not" || r.Word(i) == "now" {
		i++
	}
	w := r.Word(i)
	base, ok := strings.CutSuffix(w, "ing")
	if !ok || len(base) < 2 {
		return "", 0, false
	}
	for _, verb := range [...]string{base, base + "e", base[:len(base)-1]} {
		if clause.IsVerb(verb) {
			return verb, i + 1, true
		}
	}
	return "", 0, false
}

// isDoing reports verbs that the subject does, and does not only see, have,
// undergo or believe.
func isDoing(verb string) bool {
	switch verb {
	case "seen", "been", "had", "won", "lost", "known", "faced", "needed", "fallen", "risen", "suffered", "failed", "become", "left":
		return verb == "left"
	case "plan", "intend", "aim", "see", "be", "have", "win", "lose", "know", "face", "need", "expect", "hope", "want", "wish", "think", "believe",
		"remain", "get", "feel", "like", "love", "fear", "find", "hear", "fall", "rise", "grow", "shrink", "suffer", "survive", "fail", "succeed", "default", "collapse", "crash", "decline", "climb", "slip", "slump", "soar", "plunge", "weaken", "strengthen", "improve", "worsen", "stagnate",
		"regret", "enjoy", "experience", "understand", "remember", "forget", "miss", "prevail", "triumph", "qualify", "beat", "struggle", "benefit", "live", "die",
		"happen", "occur", "seem", "appear", "look", "cost", "last", "exceed", "recover", "mean", "require", "gain", "learn", "wait", "try", "seek", "consider", "doubt", "prefer", "probably", "tell", "say", "talk", "discuss":
		return false
	}
	return true
}

// comesOfItself reports a verb at i, after "set to" and its like, that nobody
// plans: "is set to weaken".
func (r *reader) comesOfItself(i int) bool {
	if r.Word(i-1) != "to" {
		return false
	}
	switch w := r.Word(i); w {
	case "weaken", "strengthen", "slow", "ease", "climb", "drop", "soar", "plunge", "surge", "decline", "worsen", "improve", "deteriorate", "collapse", "contract", "peak", "hit", "erupt", "melt", "freeze", "rebound",
		"stagnate", "accelerate", "slump", "slip", "double", "exceed", "pass", "overtake", "dominate", "rise", "fall", "grow", "shrink", "win", "lose", "fail", "miss", "beat", "suffer", "face", "remain", "become", "make":
		return w != "pass" && w != "make" || r.Word(i+1) == "landfall"
	}
	return false
}

// tempered reports words that make less than a promise of a "will": "we will
// probably", "I am confident we will", "my gut says".
func (r *reader) tempered(i int) bool {
	for j := range r.Words {
		if !r.bears(r.Of[j], r.Of[i]) {
			continue
		}
		switch r.Word(j) {
		case "probably", "likely", "unlikely", "perhaps", "maybe", "possibly", "hopefully", "presumably", "think", "believe", "guess", "suspect", "bet", "gut", "feeling", "hunch", "chance", "chances", "odds",
			"impossible", "possible", "conceivable", "confident", "optimistic", "fear", "fears", "worry", "worried", "afraid", "anticipate", "imagine", "surprised", "hope", "hopeful", "doubt", "expect", "predict", "almost":
			return true
		case "view", "opinion", "mind", "judgment", "judgement":
			if mine(r.Word(j - 1)) {
				return true
			}
		}
	}
	return false
}

// bears reports whether what clause other says tempers clause n: it is n, or a
// short main clause of the sentence, "I think", "we believe".
func (r *reader) bears(other, n int) bool {
	c := r.Clauses[other]
	if other == n {
		return true
	}
	if c.Sentence != r.Clauses[n].Sentence || c.Role != clause.Main {
		return false
	}
	words := 0
	for i := range r.Words {
		if r.Of[i] == other && !clause.IsMark(r.Word(i)) {
			words++
		}
	}
	return words <= longestTag
}

// longestTag is how many words "my best guess, for what it is worth" may have.
const longestTag = 6

// hedged reports a verb at i that another before it puts into the future.
func (r *reader) hedged(i int) bool {
	for j := i - 1; j >= 0 && r.Of[j] == r.Of[i] && !clause.IsMark(r.Word(j)); j-- {
		if clause.IsModal(r.Word(j)) || isBe(r.Word(j)) || r.Word(j) == "to" || r.Word(j) == "have" || r.Word(j) == "has" {
			return true
		}
	}
	return false
}

// isTimetable reports present tenses in which timetables are written.
func isTimetable(word string) bool {
	switch word {
	case "goes", "launches", "opens", "reopens", "starts", "begins", "ends", "ships", "arrives", "leaves", "departs", "resumes", "closes", "lands", "returns", "expires", "premieres", "debuts",
		"votes", "meets", "decides", "rules", "sits", "convenes", "reconvenes", "publishes", "releases", "plays", "holds", "hosts", "stages", "introduces", "airs", "unveils", "presents",
		"moves", "runs", "flies", "sails", "visits", "travels", "signs", "pays", "raises", "cuts", "lifts", "bans", "rolls", "kicks", "takes", "comes", "shuts", "sells", "delivers", "replaces", "tours", "hears", "drops", "screens", "lapses", "concludes", "merges", "switches",
		"reopen", "resume", "open", "launch", "start", "begin", "close":
		return true
	}
	return false
}

// ours reports the plain form of a verb of doing at i right after "we" or "I":
// "we publish our results on Friday".
func (r *reader) ours(i int) bool {
	before, w := r.Word(i-1), r.Word(i)
	return (before == "we" || before == "i") && clause.IsVerb(w) && isDoing(w) && !isReporting(w) && !clause.IsAuxiliary(w) && !states(w)
}

// states reports verbs in the plain form by which one says or thinks something,
// and does nothing yet.
func states(verb string) bool {
	switch verb {
	case "call", "support", "propose", "ask", "welcome", "press", "make", "rule", "report", "oppose", "back", "accept", "agree", "put", "set", "stand", "work", "require", "use", "offer", "keep", "stay", "continue", "reject", "deny":
		return true
	}
	return false
}

// noun reports that the word at i is none of the verbs of its clause: it stands
// after an article, or before the verb.
func (r *reader) noun(i int) bool {
	if clause.IsDeterminer(r.Word(i - 1)) {
		return true
	}
	for j := i + 1; j < len(r.Words) && r.Of[j] == r.Of[i] && !clause.IsMark(r.Word(j)); j++ {
		if w := r.Word(j); clause.IsModal(w) && !r.Words[j].Capital || w == "is" || w == "are" || w == "was" || w == "were" {
			return true
		}
	}
	return false
}

// timed reports whether a date or day follows from i on.
func (r *reader) timed(i int) bool {
	for j := i; j < i+8 && !clause.IsMark(r.Word(j)); j++ {
		if w := r.Word(j); w == "on" || w == "in" || w == "at" || w == "next" || w == "tomorrow" || w == "today" || w == "from" {
			return true
		}
	}
	return false
}
