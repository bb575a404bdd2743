package draft

import (
	"strings"

	"tracker/reading/clause"
)

// evaluates reports a predicate that judges and does not foretell: "would be a
// mistake", "will be remembered".
func evaluates(t *clause.Text, c cue) bool {
	v := c.verb
	if t.Word(v) == "be" && t.Word(v+1) == "known" && t.Word(v+2) == "as" {
		return true // that is only its name
	}
	if t.Word(v) == "be" || t.Word(v) == "remain" || t.Word(v) == "prove" || t.Word(v) == "feel" || t.Word(v) == "seem" || t.Word(v) == "mean" && c.tier == weak {
		for i := v + 1; i < min(v+7, len(t.Words)); i++ {
			w := t.Word(i)
			switch {
			case w == "worth" && (t.Word(i+1) == "less" || t.Word(i+1) == "more" || isNumberWord(t, i+1)):
				return false
			case isJudgement(w), c.tier == weak && isSuperlative(w) && !datedAfter(t, v):
				return true
			case clause.IsDeterminer(w), w == "top", strings.HasSuffix(w, "ly"), w == "very", w == "more", w == "too", w == "so", w == "not", w == "as", w == "most", w == "less", w == "quite", w == "real", w == "big", w == "great", w == "huge", w == "major":
				if w == "great" && (clause.IsMark(t.Word(i+1)) || t.Word(i+1) == "for" || t.Word(i+1) == "to") {
					return true
				}
			default:
				return false
			}
		}
	}
	return clause.IsPast(t.Word(v)) && (isRemembered(t.Word(v)) || c.rule == "will" && t.Word(v-1) == "be" && isMood(t.Word(v)))
}

func isJudgement(word string) bool {
	switch word {
	case "important", "crucial", "critical", "vital", "essential", "key", "difficult", "hard", "easy", "tough", "challenging", "challenge", "good", "bad", "better", "worse", "best", "worst", "mistake", "error", "disaster", "disastrous", "catastrophe", "shame", "interesting", "fun", "nice", "wrong", "right", "fair", "unfair", "foolish", "naive", "wise", "unwise", "sensible", "painful", "proud", "happy",
		"delighted", "glad", "sad", "welcome", "useful", "helpful", "fascinating", "honour", "honor", "privilege", "pity", "madness", "folly", "tragedy", "tragic", "outrage", "outrageous", "insult", "embarrassment", "embarrassing", "irresponsible", "dangerous", "reckless", "unacceptable", "inappropriate", "appropriate", "premature", "remembered", "missed", "judged", "measured", "grateful", "surprised", "amazed", "shocked", "disappointed", "disappointing", "devastating", "devastated", "terrible", "awful", "wonderful", "fantastic",
		"ideal", "perfect", "worth", "worthwhile", "true", "false", "unthinkable", "pointless", "useless", "fitting", "nonsense", "absurd", "ridiculous", "crazy", "silly", "stupid", "smart", "brave", "boost", "blow", "setback", "breakthrough", "triumph", "test", "milestone", "step", "betrayal", "gift", "relief", "waste", "scandal", "humiliation", "sign", "signal", "proof", "unjust", "just", "advisable", "preferable", "prudent", "unreasonable", "reasonable", "understandable", "tempting", "familiar", "fine", "okay", "alright", "ok", "nobody's", "all right", "great", "bold", "rash", "crime", "careful", "cautious", "vigilant", "mindful", "patient", "happier", "harder", "easier", "hardest", "kind", "enough", "game-changer", "changer", "position", "priority", "uncomfortable", "comfortable", "odd", "strange", "cheap", "expensive", "ironic", "optimistic", "generous", "lucky", "unlucky", "curious":
		return true
	}
	return false
}

// isSuperlative reports "cruellest", "hottest".
func isSuperlative(word string) bool {
	return strings.HasSuffix(word, "est") && len(word) > 6 && word != "interest" && word != "protest" && word != "request" && word != "forest" && word != "harvest" && word != "contest" && word != "conquest"
}

// isMood reports participles that say how somebody feels.
func isMood(word string) bool {
	switch word {
	case "delighted", "surprised", "amazed", "shocked", "disappointed", "devastated", "thrilled", "relieved", "pleased", "annoyed", "saddened", "outraged", "tempted", "impressed":
		return true
	}
	return false
}

func isRemembered(word string) bool {
	return word == "remembered" || word == "missed" || word == "judged" || word == "forgiven" || word == "forgotten" || word == "welcomed"
}
