package hedge

import (
	"strings"

	"tracker/reading/clause"
)

// prevented reports whether a verb after token from keeps the event from
// happening, unless that is the statement's own: "will fail to pass", "nothing
// will stop". What only says the statement's opposite has been compared already.
func (s sentence) prevented(n, from int, found []match) bool {
	odd := false
	for i := from; i < len(s.tokens); i++ {
		if s.Of[i] == n && !refused(found, i) && s.prevents(i) && !clause.IsDeterminer(s.word(i-1)) && s.Shared(s.about, i, i+1) == 0 && !s.Tells(s.about, i) {
			odd = !odd
		}
	}
	return odd
}

// refused reports whether token i is part of a denial that has been found.
func refused(found []match, i int) bool {
	for _, m := range found {
		if m.first <= i && i < m.last {
			return m.form != nil && m.form.relation == refuses
		}
	}
	return false
}

// prevents reports a verb at token i by which something is not done, or kept
// from happening.
func (s sentence) prevents(i int) bool {
	next, then := s.word(i+1), s.word(i+2)
	switch stem := clause.Stem(s.word(i)); stem {
	case "fail", "neglect":
		return next == "to" && !strings.HasSuffix(s.word(i), "ed") // "failed" tells of the past
	case "refus", "declin":
		to := s.toward(i + 1)
		return to > 0 && s.word(to+1) != "rule" && !s.withholds(to+1)
	case "prevent", "avert", "avoid", "thwart", "veto", "block", "forestall", "foil", "scupper", "sidestep", "dodg", "resist", "preclud", "stymi":
		return s.about != "" && s.acts(i) || s.word(i) == "prevent"
	case "miss":
		return s.about != "" && s.dated(i+1)
	case "head", "stav", "ward", "fend":
		return next == "off" && s.about != ""
	case "decid", "opt", "advis", "argu":
		return next == "against" && s.about != ""
	case "hesitat":
		return next == "to" || next == "in"
	case "anyth":
		return next == "but"
	case "refrain", "abstain", "desist":
		return next == "from"
	case "steer", "stay", "keep", "stop", "hold", "shy", "back", "walk", "pull", "step", "shrink", "put":
		return s.keepsOff(i, stem, next, then)
	case "boycot", "skip", "forgo":
		return s.about != "" && s.acts(i)
	case "extend", "prolong", "maintain":
		return s.about != "" && s.closes(i+1)
	case "rul":
		return s.about != "" && !isBe(s.word(i-1)) && (next == "out" || then == "out" && strings.HasSuffix(next, "self"))
	}
	return false
}

// dated reports a day that was set as the object from token i on: "will miss its
// June deadline".
func (s sentence) dated(i int) bool {
	for end := i + 5; i < end && !clause.IsMark(s.word(i)); i++ {
		switch s.word(i) {
		case "deadline", "deadlines", "target", "targets", "goal", "schedule", "timetable", "date":
			return s.Shared(s.about, i, i+1) == 0
		}
	}
	return false
}

// closes reports a closure or a ban as the object from token i on: "extended the
// suspension of its flights".
func (s sentence) closes(i int) bool {
	for end := i + 4; i < end && !clause.IsMark(s.word(i)); i++ {
		switch s.word(i) {
		case "suspension", "closure", "ban", "freeze", "moratorium", "embargo", "pause", "halt", "boycott", "blockade", "shutdown":
			return s.Shared(s.about, i, i+1) == 0
		}
	}
	return false
}

// acts tells a verb in any of its forms, "will block", "was averted", from its
// participle beside a noun: "the blocked pipe".
func (s sentence) acts(i int) bool {
	return !strings.HasSuffix(s.word(i), "ed") || isBe(s.word(i-1)) || isHave(s.word(i-1)) || isAdverb(s.word(i-1))
}

// toward is the "to" that follows from token i on, after a time: "declined on
// Tuesday to overturn"; 0 for none.
func (s sentence) toward(i int) int {
	for j := i; j < i+4 && !clause.IsMark(s.word(j)); j++ {
		switch w := s.word(j); {
		case w == "to":
			return j
		case w != "on" && w != "this" && w != "last" && !strings.HasSuffix(w, "day") && !strings.HasSuffix(w, "ly") && w != "again" && w != "week":
			return 0
		}
	}
	return 0
}

// withholds reports a verb by which somebody only keeps silent.
func (s sentence) withholds(i int) bool {
	switch s.word(i) {
	case "say", "comment", "confirm", "disclose", "elaborate", "specify", "name", "discuss", "answer", "give", "identify":
		return true
	}
	return false
}

// keepsOff reports a verb that with the words after it stays away from
// something or keeps somebody else from it.
func (s sentence) keepsOff(i int, stem, next, then string) bool {
	switch stem {
	case "stop", "keep":
		return s.keepsFrom(i) || next == "short" && then == "of" || next == "clear" && then == "of" || next == "away" && then == "from" || stem == "stop" && s.ends(i+1)
	case "steer", "stay":
		return next == "clear" && then == "of" || next == "away" && then == "from" || next == "out" && then == "of"
	case "hold":
		return next == "off" && (strings.HasSuffix(then, "ing") || then == "on" || then == "from" || clause.IsMark(then) || then == "until") || next == "back" && then == "from"
	case "walk", "step", "pull":
		return s.about != "" && ((next == "away" || next == "back") && then == "from" || next == "out" && then == "of")
	case "shy", "back", "shrink":
		return (next == "away" || next == "back" || next == "out") && (then == "from" || then == "of") || stem == "shrink" && next == "from"
	case "put":
		return next == "off" && s.about != ""
	}
	return false
}

// ends reports "stop selling", where the statement speaks of selling.
func (s sentence) ends(i int) bool {
	return strings.HasSuffix(s.word(i), "ing") && s.Shared(s.about, i, i+1) > 0
}

// keepsFrom reports "stop us winning", "keep it from opening", "keep us out of".
func (s sentence) keepsFrom(i int) bool {
	for j := i + 2; j < i+6 && !clause.IsMark(s.word(j)); j++ {
		w := s.word(j)
		if w == "from" || w == "out" && s.word(j+1) == "of" || s.word(i)[0] == 's' && (len(w) > 5 && w[len(w)-3:] == "ing" || w == "being") {
			return true
		}
	}
	return false
}
