package undertaking

import "tracker/reading/clause"

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
		return i + 1, mine(before) || mine(r.Word(i-2)) && !clause.IsMark(before) // "our manifesto commitment"
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

// isDoing reports verbs that the subject does, and does not only see, have,
// undergo or believe.
func isDoing(verb string) bool {
	switch verb {
	case "seen", "been", "had", "won", "lost", "known", "faced", "needed", "fallen", "risen", "suffered", "failed", "become", "left":
		return verb == "left"
	case "plan", "intend", "aim", "see", "be", "have", "win", "lose", "know", "face", "need", "expect", "hope", "want", "wish", "think", "believe",
		"remain", "get", "feel", "like", "love", "fear", "find", "hear", "fall", "rise", "grow", "shrink", "suffer", "survive", "fail", "succeed", "default", "collapse", "crash", "decline", "climb", "slip", "slump", "soar", "plunge", "weaken", "strengthen", "improve", "worsen", "stagnate",
		"regret", "enjoy", "experience", "understand", "remember", "forget", "miss", "prevail", "triumph", "qualify", "beat", "struggle", "benefit", "live", "die",
		"happen", "occur", "seem", "appear", "look", "cost", "last", "exceed", "recover", "mean", "require", "gain", "learn", "wait", "try", "seek", "consider", "doubt", "prefer", "probably", "tell", "say", "talk", "discuss", "eat":
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
