package draft

import (
	"strings"

	"tracker/reading/clause"
)

// inStoreAt reads turns of phrase at i by which something is coming, beside a day:
// "is on the cards for October", "is in line to receive", "is close to signing".
func inStoreAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, tier: timed, rule: "arranged"}
	if w := t.Word(i); w == "pencilled" || w == "penciled" {
		c.owner, c.end, c.verb = ownerOf(t, i), i+2, i+2
		return c, t.Word(i+1) == "in" && (t.Word(i-1) == "has" || t.Word(i-1) == "have") && timeSoon(t, i)
	}
	if !isBefore(t, i) || t.Word(i-1) == "been" || wasBefore(t, i) {
		return cue{}, false
	}
	for _, phrase := range inStore {
		if n := startsWith(t, i, phrase); n > 0 && (timeSoon(t, i+n-1) || timeAmong(t, 0, i)) {
			c.end, c.verb = i+n, i+n
			return c, true
		}
	}
	return cue{}, false
}

// inStore are those turns of phrase; "-ing" is any word with that ending.
var inStore = [...]string{
	"on the cards", "on the agenda", "on the horizon", "on the drawing board", "on the way", "in the works", "in the offing", "in the pipeline", "in the making", "in prospect", "in store",
	"under consideration", "under discussion", "in line to", "in line for", "ready to", "getting ready to", "gearing up to", "gearing up for", "geared up to", "headed for", "heading for", "heading to", "bracing for", "facing", "looking at", "looking for", "thinking of -ing", "thinking about -ing", "pushing for", "pressing for", "working towards", "working toward", "aiming for", "hoping for", "campaigning for", "looking forward to",
	"close to -ing", "near to -ing", "on the verge of", "on the brink of", "on the point of", "days away from", "weeks away from", "up for renewal", "up for sale", "up for a vote", "in for", "all set to", "all set for", "lined up to", "lined up for", "down to",
}

// startsWith is how many words of a turn of phrase stand at i: all of them, or 0.
func startsWith(t *clause.Text, i int, phrase string) int {
	n := 0
	if !strings.HasPrefix(phrase, t.Word(i)) {
		return 0
	}
	for word := range strings.SplitSeq(phrase, " ") {
		if w := t.Word(i + n); w != word && !(word == "-ing" && strings.HasSuffix(w, "ing")) {
			return 0
		}
		n++
	}
	return n
}

// sureAt reads a predicate at i by which something that has a name is as good as
// certain: "a rate cut is a done deal", "a merger is all but certain".
func sureAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, end: i + 1, verb: i + 1, tier: weak, rule: "chance"}
	if !isBefore(t, i) || wasBefore(t, i) {
		return cue{}, false
	}
	for _, phrase := range asGoodAsSure {
		if n := startsWith(t, i, phrase); n > 0 {
			own := ownerOf(t, beAt(t, i))
			c.end, c.verb = i+n, i+n
			return c, own[1] > own[0] && !clause.IsPronoun(t.Word(own[0])) && (clause.IsMark(t.Word(i+n)) || timeSoon(t, i+n-1) || timeAmong(t, own[0], i))
		}
	}
	return cue{}, false
}

var asGoodAsSure = [...]string{"a done deal", "all but certain", "all but inevitable", "a foregone conclusion", "a certainty", "a near certainty", "a safe bet", "a racing certainty", "as good as certain", "virtually certain", "inevitable", "a formality", "a long shot", "a distant prospect", "a possibility", "a real possibility", "a distinct possibility", "a probability", "out of the question", "on the way"}

// awaitsAt reads what whoever reads should or can expect at i, beside a day:
// "passengers should expect delays until Thursday".
func awaitsAt(t *clause.Text, i int) (cue, bool) {
	w := t.Word(i)
	if w != "should" && w != "can" && w != "must" && w != "may" || i == 0 || t.Words[i].Capital {
		return cue{}, false
	}
	v := verbAfter(t, i+1)
	c := cue{at: i, end: v + 1, verb: v + 1, tier: timed, rule: "expects"}
	switch next := t.Word(v + 1); t.Word(v) {
	case "expect", "anticipate":
		if next == "to" {
			c.end, c.verb = v+2, v+2
		}
	case "look":
		if next != "forward" || t.Word(v+2) != "to" {
			return cue{}, false
		}
		c.end, c.verb = v+3, v+3
	default:
		return cue{}, false
	}
	return c, t.Word(i-1) != "you" && t.Word(i-1) != "one"
}
