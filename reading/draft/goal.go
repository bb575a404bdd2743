package draft

import (
	"strings"

	"tracker/reading/clause"
)

// nounOfPlan reads a noun of plan or goal at i that says what is planned: "our
// goal is to", "the target date is", "has plans to".
func nounOfPlan(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, tier: commitment, rule: "goal"}
	next := t.Word(i + 1)
	switch w := t.Word(i); w {
	case "goal", "aim", "plan", "intention", "target", "objective", "ambition", "hope", "expectation", "forecast", "guidance", "projection", "estimate", "outlook", "pledge", "promise", "commitment", "vow":
		switch {
		case (next == "is" || next == "remains") && (t.Word(i+2) == "to" || t.Word(i+2) == "that" || t.Word(i+2) == "for" || t.Word(i+2) == "by"):
			c.end, c.verb = i+3, verbAfter(t, i+3)
		case next == "was" && t.Word(i+2) == "to":
			c.end, c.verb, c.past = i+3, verbAfter(t, i+3), true
		case next == "to" && (mine(t.Word(i-1)) || clause.IsDeterminer(t.Word(i-1))) && (w == "plan" || w == "pledge" || w == "promise" || w == "commitment" || w == "vow") && (isKept(t.Word(i-2)) || w != "plan" && mine(t.Word(i-1)) && isKept(t.Word(i-2))):
			c.end, c.verb, c.owner = i+2, verbAfter(t, i+2), ownerOf(t, i-2)
		case next == "to" && isBeForm(t.Word(i-2)) && (mine(t.Word(i-1)) || t.Word(i-1) == "our" || t.Word(i-1) == "my"):
			c.end, c.verb = i+2, verbAfter(t, i+2)
		case next == "of" && (strings.HasSuffix(t.Word(i+2), "ing") || timeSoon(t, i+1) && !isYear(t.Word(i+2))) && setsGoal(t, i):
			c.end, c.verb, c.owner = i+2, i+2, ownerOf(t, goalSet(t, i))
		case w == "intention" && next == "of" && (t.Word(i-1) == "no" || t.Word(i-1) == "every"):
			c.end, c.verb, c.owner = i+2, i+2, ownerOf(t, hasAt(t, i))
		case w == "pledge" || w == "promise" || w == "commitment" || w == "vow":
			for j := i + 1; j < min(i+9, len(t.Words)); j++ {
				if t.Word(j) == "to" && clause.IsVerb(t.Word(j+1)) && isKept(t.Word(i-2)) {
					c.end, c.verb, c.owner = j+1, j+1, ownerOf(t, i-2)
					return c, true
				}
			}
			return cue{}, false
		default:
			return cue{}, false
		}
	case "plans", "intentions":
		if before := t.Word(i - 1); next != "to" && (next != "for" || !timeSoon(t, i+1) || before == "no") || before != "has" && before != "have" && before != "no" && before != "had" {
			return cue{}, false
		}
		c.end, c.verb = i+2, verbAfter(t, i+2)
		c.past = t.Word(i-1) == "had" || t.Word(i-2) == "had"
		c.owner = ownerOf(t, hasAt(t, i))
		return c, true
	case "date":
		if !isBeForm(next) || next == "was" {
			return cue{}, false
		}
		switch t.Word(i - 1) {
		case "target", "launch", "opening", "start", "release", "completion", "delivery", "due", "publication":
		default:
			return cue{}, false
		}
		c.end, c.verb, c.rule = i+2, i+2, "arranged"
	default:
		return cue{}, false
	}
	return c, true
}

// setsGoal reports a verb before the goal at i by which somebody takes it on.
func setsGoal(t *clause.Text, i int) bool { return goalSet(t, i) < i }

// goalSet is where that verb stands, i where there is none.
func goalSet(t *clause.Text, i int) int {
	for j := i - 1; j >= max(0, i-5); j-- {
		switch t.Word(j) {
		case "set", "sets", "adopted", "announced", "confirmed", "unveiled", "has", "have", "reaffirmed", "reaffirms", "stuck", "sticks", "kept", "keeps", "maintained", "maintains", "repeated", "repeats", "reiterated", "raised", "lifted", "cut", "lowered":
			return j
		}
	}
	return i
}

// isKept reports verbs by which somebody has a plan or renews a pledge.
func isKept(word string) bool {
	switch word {
	case "have", "has", "repeated", "renewed", "reaffirmed", "reiterated", "restated", "repeats", "reaffirms", "renews", "gave", "made", "give", "announced", "unveiled", "confirmed", "approved", "set":
		return true
	}
	return false
}

func hasAt(t *clause.Text, i int) int {
	for j := i - 1; j >= max(0, i-3); j-- {
		if w := t.Word(j); w == "has" || w == "have" || w == "had" {
			return j
		}
	}
	return i
}
