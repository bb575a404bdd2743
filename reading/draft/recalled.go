package draft

import (
	"strings"

	"tracker/calendar"
	"tracker/reading/clause"
)

// recalled reports what was planned, promised or foreseen at a time that is over,
// and that nobody says again: "the bank was still forecasting", "ministers had
// promised", "a survey in 2021 predicted". Behind a verb of saying the same tenses
// may be the present of who spoke.
func recalled(t *clause.Text, c cue, v voice, said calendar.Day) bool {
	switch {
	case c.backshifted && (thoughtOnce(t, c) || hadBeenPromised(t, c)):
		return true
	case v.told:
		return false
	case wasDoing(t, c), c.tier == commitment && hadBefore(t, c.at), (c.backshifted || t.Word(c.at) == "could" || t.Word(c.at) == "might") && hadBeenTold(t, c):
		return true
	case c.past && (t.Word(c.at-1) == "originally" || t.Word(c.at-1) == "initially" || t.Word(c.at-1) == "first"), c.past && (v.rule == "according" || c.rule == "going-to"):
		return true
	}
	return (c.rule == "expects" || c.tier == commitment && t.Word(0) == "when") && foretoldOnce(t, c, said)
}

// wasDoing reports a past progressive that looks ahead: "was still hoping to",
// and the one that such words are told in: "was insisting that it would".
func wasDoing(t *clause.Text, c cue) bool {
	from := c.at
	if c.backshifted {
		from = max(0, c.at-7)
	}
	for j := c.at; j >= from; j-- {
		w := t.Word(j)
		if clause.IsMark(w) {
			return false
		}
		if !strings.HasSuffix(w, "ing") || j != c.at && !isAdding(w) && !isForetelling(w) {
			continue
		}
		return wasBefore(t, j)
	}
	return (c.tier == commitment || c.tier == weak) && isBeForm(t.Word(c.at)) && strings.HasSuffix(t.Word(c.at+1), "ing") && wasBefore(t, c.at+1)
}

// isForetelling reports participles of what somebody goes on to hold or tell.
func isForetelling(word string) bool {
	switch word {
	case "telling", "talking", "hoping", "expecting", "forecasting", "projecting", "assuming", "reckoning", "planning", "betting", "counting", "thinking":
		return true
	}
	return false
}

// thoughtOnce reports words before a would by which somebody tells what they
// used to think: "we had thought it would", "I believed they would".
func thoughtOnce(t *clause.Text, c cue) bool {
	for j := c.at - 1; j > 0 && !clause.IsMark(t.Word(j)); j-- {
		switch w := t.Word(j); w {
		case "thought", "hoped", "believed", "expected", "feared", "assumed", "imagined", "reckoned", "guessed":
			before := t.Word(j - 1)
			return hadBefore(t, j) || before == "i" || before == "we" || before == "once" || before == "never" || before == "nobody" || before == "everybody" || before == "everyone"
		}
	}
	return false
}

// hadBeenTold reports words before a would that were told before what the
// sentence tells: "investors had been told that", "had warned that".
func hadBeenTold(t *clause.Text, c cue) bool {
	for j := c.at - 1; j > 1 && t.Word(j) != ";" && t.Word(j) != "."; j-- {
		w := t.Word(j)
		if isSaying(w) || isTagVerb(w) || isCommitting(w) {
			if hadBefore(t, j) {
				return true
			}
			return (w == "assured" || w == "promised") && wasBefore(t, j) && !toldToday(t, j)
		}
	}
	return false
}

// hadBeenPromised reports "had been promised" before a would.
func hadBeenPromised(t *clause.Text, c cue) bool {
	for j := c.at - 1; j > 2 && j > c.at-9; j-- {
		if w := t.Word(j); (w == "promised" || w == "told" || w == "assured") && t.Word(j-1) == "been" && t.Word(j-2) == "had" {
			return true
		}
	}
	return false
}

// toldToday reports a weekday soon after the verb at i.
func toldToday(t *clause.Text, i int) bool {
	for j := i + 1; j < min(i+4, len(t.Words)); j++ {
		if isWeekday(t.Word(j)) {
			return true
		}
	}
	return false
}

// foretoldOnce reports a forecast with a year or a season of its own that is
// over: "a report in 2016 estimated", "ten years ago a committee forecast". A year
// to come is what is forecast: "for 2027 the bank forecast growth".
func foretoldOnce(t *clause.Text, c cue, said calendar.Day) bool {
	w := t.Word(c.at)
	if !clause.IsPast(w) && w != "forecast" && w != "foresaw" || clause.IsAuxiliary(t.Word(c.at-1)) {
		return false
	}
	for j := c.at - 1; j >= 0; j-- {
		next := t.Word(j + 1)
		switch w := t.Word(j); {
		case w == "," && j > 3, w == ";", w == ".":
			return false
		case w == "ago", w == "last" && (next == "year" || next == "spring" || next == "summer" || next == "autumn" || next == "winter"):
			return true
		case isYear(w) && int(t.Words[j].Number) > 0 && int(t.Words[j].Number) <= said.Year():
			return true
		}
	}
	return false
}
