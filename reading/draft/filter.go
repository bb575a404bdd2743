package draft

import (
	"strings"

	"tracker/reading/clause"
)

// forbids is the id of the rule by which cue c of sentence n is no claim, ""
// where none forbids it.
func (p *page) forbids(n int, c cue) string {
	switch b := p.blocks[p.sentences[n].block]; {
	case b.kind == heading && p.written:
		return "headline"
	case isQuestioner(b.by) && c.owner[1] == 0 && !(datedAfter(p.texts[n], c.verb) && p.reported(n, c.at, c).name != ""):
		return "question"
	}
	return forbids(p.texts[n], c, p.asked(n, c))
}

// forbids is the id of the rule by which what a cue says is no claim, "" where
// none forbids it.
func forbids(t *clause.Text, c cue, asked bool) string {
	if asked || t.Clauses[t.Of[c.at]].Role == clause.Question || whether(t, c.at) {
		return "question"
	}
	for _, f := range [...]struct {
		id    string
		holds func(*clause.Text, cue) bool
	}{{"in-condition", inCondition}, {"would-have", wouldHave}, {"would-have", turnedRound}, {"evaluation", evaluates}, {"opinion", opines}, {"generic", generic}, {"procedure", proceeds}, {"proverb", proverbial}, {"unkept", unkept}, {"obligation", obliges}, {"disclaimed", disclaims}, {"evaluation", supposes}, {"disclaimed", withholds}, {"refusal", refusesToSay}, {"disclaimed", talked}, {"disclaimed", demanded}, {"proverb", isPhrase}, {"procedure", saysOfTalk}, {"generic", heldByAll}, {"relative", describesBare}, {"elliptic", leavesOut}, {"proverb", turnsOnItself}, {"over", alreadyDone}, {"question", asksInside}, {"past-expectation", heldOnce}, {"past-expectation", cameBefore}, {"past-expectation", formerly}, {"unkept", turnedOut}, {"past-expectation", yearsAgo}, {"past-expectation", pastTold}, {"over", doneAtOnce}} {
		if f.holds(t, c) {
			return f.id
		}
	}
	return ""
}

func inCondition(t *clause.Text, c cue) bool {
	if t.Clauses[t.Of[c.at]].Role == clause.Condition {
		return true
	}
	for j := c.at - 1; j >= max(0, c.at-7) && !clause.IsMark(t.Word(j)); j-- {
		if w := t.Word(j); (w == "if" || w == "unless") && t.Of[j+1] == t.Of[c.at] {
			return true
		}
	}
	return false
}

// wouldHave reports what did not come about, or is only supposed: "would have
// opened", "may have been".
func wouldHave(t *clause.Text, c cue) bool {
	if c.rule == "will" || c.rule == "going-to" {
		return false
	}
	next := t.Word(c.verb + 1)
	return t.Word(c.verb) == "have" && c.tier == weak && (c.rule != "plans" || clause.IsPast(next)) && !clause.IsDeterminer(next) && !isNumberWord(t, c.verb+1) && next != "to" && !isCount(next)
}

// generic reports a subject that is nobody in particular: you, one, anyone who.
func generic(t *clause.Text, c cue) bool {
	if ifYou(t, c) {
		return true
	}
	for j := c.at - 1; j >= max(0, c.at-3); j-- {
		switch w := t.Word(j); {
		case w == "one" && c.tier == commitment && j > 0 && (t.Word(j-1) == ":" || t.Word(j-1) == ";" || t.Word(j-1) == ","): // one of those named before
			return false
		case w == "anyone" && (t.Word(j-1) == "hardly" || t.Word(j-1) == "scarcely" || t.Word(j-1) == "barely"):
			return false
		case w == "one" && (j == 0 || clause.IsMark(t.Word(j-1)) || t.Word(j-1) == "that"), w == "anyone", w == "readers", w == "viewers", w == "listeners", w == "editors", w == "visitors" && t.Word(c.verb) == "find":
			return true
		case strings.HasSuffix(w, "ly"), w == "'s", isBeForm(w), w == "also", w == "often", w == "never", w == "always":
			if w == "often" {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// ifYou reports what holds for whoever does something: "if you buy a pan every
// ten years, a rise will not hurt you".
func ifYou(t *clause.Text, c cue) bool {
	for i := 0; i+1 < len(t.Words); i++ {
		if w := t.Word(i); (w == "if" || w == "when" || w == "once") && t.Word(i+1) == "you" && t.Clauses[t.Of[i+1]].Role != clause.Main {
			return !datedAfter(t, c.verb)
		}
	}
	return false
}

// isNonsense reports a predicate after a cue by which what it says is none.
func isNonsense(t *clause.Text, c cue) bool {
	for i := c.verb + 1; i+1 < len(t.Words); i++ {
		if !isBeForm(t.Word(i)) && t.Word(i) != "turned" {
			continue
		}
		for j := i + 1; j < i+4; j++ {
			switch t.Word(j) {
			case "nonsense", "absurd", "wrong", "false", "ridiculous", "myth", "unfounded", "fanciful", "illusion", "fantasy", "far-fetched", "fetched", "untrue", "mistaken", "laughable", "daft", "misguided", "fiction", "rubbish", "silly":
				return true
			}
		}
	}
	return false
}

// disclaims reports words that take back what they say: "not certain to", "no
// timetable for", "too early to say".
func disclaims(t *clause.Text, c cue) bool {
	for j := c.at - 1; j >= max(0, c.at-8); j-- {
		switch t.Word(j) {
		case "told":
			if isBeForm(t.Word(j-1)) && (t.Word(j-2) == "we" || t.Word(j-3) == "we") {
				return true
			}
		case "idea", "notion", "myth", "theory", "belief", "suggestion", "claim":
			if t.Word(j+1) == "that" && isNonsense(t, c) {
				return true
			}
		case "denied", "denies", "denying", "rumours", "rumors", "speculation", "suggestions", "claims":
			return t.Word(j) != "claims" && t.Word(j+1) == "that" && t.Word(j) != "denied" && t.Word(j) != "denies"
		}
	}
	return false
}
