package draft

import "tracker/reading/clause"

// contentStart passes whom was told and when from word i on, and gives the first
// word of what is said: "told reporters on Wednesday that".
func contentStart(t *clause.Text, i int, quoted func(int) bool) int {
	if t.Word(i-1) == "told" || t.Word(i-1) == "tells" || t.Word(i-1) == "informed" || t.Word(i-1) == "assured" {
		if to := nounEnd(t, i, quoted); to > i && to-i <= 6 && !quoted(i) {
			i = min(to, i+recipient(t, i))
		}
	}
	for {
		n := circumstance(t, i)
		if n == 0 || quoted(i) {
			break
		}
		i += n
	}
	if t.Word(i) == "only" {
		i++
	}
	if t.Word(i) == "that" || t.Word(i) == "how" {
		i++
	}
	return i
}

// recipient is how many words name those who were told: "reporters", "the
// agency", "an aviation conference".
func recipient(t *clause.Text, i int) int {
	n := 0
	for clause.IsDeterminer(t.Word(i + n)) {
		n++
	}
	named := i+n < len(t.Words) && t.Words[i+n].Capital
	for n++; i+n < len(t.Words); n++ {
		w := t.Word(i + n)
		if clause.IsMark(w) || clause.IsDeterminer(w) || clause.IsPronoun(w) || clause.IsModal(w) || clause.IsAuxiliary(w) || w == "in" || w == "at" || circumstance(t, i+n) > 0 || named && !t.Words[i+n].Capital && !isOutlet(w) || t.Words[i+n].IsNumber {
			break
		}
		if n > 1 && !named && !isAudience(w) && !isAudience(t.Word(i+n+1)) {
			break
		}
	}
	return n
}

// isAudience reports nouns for those who are told.
func isAudience(word string) bool {
	switch word {
	case "conference", "committee", "meeting", "newspaper", "radio", "programme", "program", "agency", "paper", "broadcaster", "magazine", "briefing", "hearing", "audience", "investors", "lawmakers", "savers", "members", "channel", "television", "station", "crowd", "rally", "parliament", "council", "congress", "supporters", "shareholders", "staff", "workers", "news", "tv":
		return true
	}
	return false
}

// circumstance is how many words at i say when or where something was said.
func circumstance(t *clause.Text, i int) int {
	w, next := t.Word(i), t.Word(i+1)
	switch {
	case isWeekday(w) || w == "yesterday" || w == "today" || w == "later" || w == "earlier" || w == "again" || w == "late" || w == "recently" || w == "afterwards":
		return 1
	case w == "on" && isWeekday(next) && isPartOfDay(t.Word(i+2)) && t.Word(i+2) != "day":
		return 3
	case w == "on" && isWeekday(next):
		return 2
	case isPartOfDay(w) && isWeekday(t.Word(i-1)) || w == "this" && isPartOfDay(next):
		return 1
	case w == "in" && (isMonth(next) || isYear(next)) && saidThat(t, i+2):
		return 2
	case w == "in" && isMonth(next) && isYear(t.Word(i+2)) && saidThat(t, i+3):
		return 3
	case w == "in" || w == "at" || w == "during" || w == "on" || w == "via" || w == "after":
		return occasion(t, i)
	case w == "last" && (next == "week" || next == "month" || next == "year" || next == "spring" || next == "summer" || next == "autumn" || next == "winter" || next == "night" || isMonth(next) || isWeekday(next)):
		return 2
	}
	return 0
}

// saidThat reports the word at i that begins what was said then: "said in January
// that", "said in January it would".
func saidThat(t *clause.Text, i int) bool {
	return t.Word(i) == "that" || clause.IsPronoun(t.Word(i)) && t.Word(i+1) == "would"
}

// occasion is how many words at i name where somebody spoke: "in a statement",
// "at a news conference".
func occasion(t *clause.Text, i int) int {
	for n := 1; n < 7 && !clause.IsMark(t.Word(i+n)); n++ {
		switch t.Word(i + n) {
		case "statement", "interview", "conference", "briefing", "speech", "post", "letter", "report", "remarks", "comments", "television", "radio", "media", "parliament", "note", "message", "press", "meeting", "podcast", "debate", "hearing", "reporters":
			if isWeekday(t.Word(i + n + 1)) {
				n++
			}
			if t.Word(i+n+1) == "on" && isWeekday(t.Word(i+n+2)) {
				n += 2
			}
			for t.Word(i+n+1) == "out" || t.Word(i+n+1) == "published" || t.Word(i+n+1) == "released" || t.Word(i+n+1) == "today" || t.Word(i+n+1) == "yesterday" {
				n++
			}
			return n + 1
		}
	}
	return 0
}

// told is where the words end that say from i on when and where somebody was
// heard: "published on Monday", "in May"; i where none do.
func told(t *clause.Text, i int) int {
	for j := i; j < min(i+14, len(t.Words)); j++ {
		switch w := t.Word(j); {
		case clause.IsMark(w):
			if j > i && (t.Word(i) == "published" || t.Word(i) == "released" || t.Word(i) == "issued" || t.Word(i) == "seen" || t.Word(i) == "in" || t.Word(i) == "on" || t.Word(i) == "last") {
				return j
			}
			return i
		case clause.IsModal(w) && !t.Words[j].Capital, clause.IsAuxiliary(w), isSaying(w):
			return i
		}
	}
	return i
}
