package draft

import (
	"strings"

	"tracker/reading/clause"
)

// willAt reads a verb of the future at i: will, shall, going to.
func willAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, end: i + 1, verb: i + 1, tier: modal, rule: "will"}
	switch w := t.Word(i); {
	case (w == "will" || w == "shall" || w == "sha") && isModalVerb(t, i):
		c.verb = verbAfter(t, i+1)
		return c, true
	case w == "going" && t.Word(i+1) == "to" && (isBeForm(t.Word(i-1)) || t.Word(i-1) == "not" || t.Word(i-1) == "re" || strings.HasSuffix(t.Word(i-1), "ly") || t.Word(i-1) == "still" || t.Word(i-1) == "also" || clause.IsPronoun(t.Word(i-1))) && plainVerb(t, i+2):
		c.rule, c.end, c.verb = "going-to", i+2, verbAfter(t, i+2)
		c.past = wasBefore(t, i)
		return c, true
	case w == "gonna":
		c.rule = "going-to"
		return c, true
	}
	return cue{}, false
}

// isModalVerb tells the verb at i from the noun and the name: "a will", "at
// will", "for Will".
func isModalVerb(t *clause.Text, i int) bool {
	before, next := t.Word(i-1), t.Word(i+1)
	if i == 0 || t.Words[i].Capital && !clause.IsMark(before) {
		return false
	}
	if clause.IsMark(next) && next != "," && next != "(" && next != "—" {
		return false
	}
	switch before {
	case "the", "a", "his", "her", "their", "its", "our", "my", "your", "of", "at", "political", "free", "good", "ill", "strong", "last", "own", "no", "living", "against", "with", "popular", "people's", "national", "public", "sheer", "'s":
		return t.Words[i].Contracted && before != "the" || (before == "last" || before == "own" || before == "public" || before == "living" || before == "national") && (next == "be" || clause.IsVerb(next))
	}
	return next != "of" && next != "to" && next != "and" && next != "is" && next != "was" && next != "'s"
}

// verbAfter passes adverbs and denials from word i on.
func verbAfter(t *clause.Text, i int) int {
	for end := i + 5; i < end; i++ {
		switch w := t.Word(i); w {
		case "not", "never", "often", "sometimes", "usually", "far", "most", "also", "now", "soon", "then", "again", "still", "always", "first", "almost", "likely", "probably", "once", "just", "even", "eventually", "therefore", "no", "further", "either", "both", "ever", "instead", "only", "largely", "well", "be":
			if w == "be" && !passive(t, i) {
				return i
			}
		default:
			if !strings.HasSuffix(w, "ly") || w == "rely" || w == "apply" || w == "supply" || w == "reply" || w == "fly" {
				return i
			}
		}
	}
	return i
}

// passive reports "be" at i before a participle.
func passive(t *clause.Text, i int) bool {
	return clause.IsPast(t.Word(i+1)) || strings.HasSuffix(t.Word(i+1), "ing")
}

// plainVerb reports whether the plain form of a verb stands at i, after adverbs.
func plainVerb(t *clause.Text, i int) bool {
	i = verbAfter(t, i)
	w := t.Word(i)
	return w == "be" || clause.IsVerb(w) || !clause.IsDeterminer(w) && !clause.IsMark(w) && i < len(t.Words) && !t.Words[i].Capital && !t.Words[i].IsNumber && !isPlaceNoun(w) && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "tion")
}

func isPlaceNoun(word string) bool {
	switch word {
	case "work", "school", "court", "bed", "war", "him", "her", "them", "us", "me", "you", "about", "around", "more", "less", "two", "three", "ten":
		return word != "work"
	}
	return false
}

// wasBefore reports a past form of be before word i: "was going to".
func wasBefore(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		switch w := t.Word(j); {
		case w == "was" || w == "were" || w == "had" || w == "been" && (t.Word(j-1) == "had"):
			return true
		case w == "is" || w == "are" || w == "am" || w == "'s" || w == "has" || w == "have" || clause.IsMark(w):
			return false
		}
	}
	return false
}

// isBefore reports a present form of be, or a verb that stands for one, before
// word i, or none where a heading leaves it out.
func isBefore(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-4); j-- {
		switch w := t.Word(j); w {
		case "'s":
			return clause.IsPronoun(t.Word(j - 1))
		case "is", "are", "am", "re", "be", "was", "were", "remains", "remain", "looks", "look", "appears", "appear", "seems", "seem", "been", "being", "remained", "looked":
			return true
		case "now", "also", "still", "not", "all", "widely", "currently", "both", "more", "most", "less", "very", "quite", "almost", "again", "already", "tentatively", "provisionally", "only", "then", "well", "increasingly", "generally", "originally", "initially", "previously", "once", "never", "highly", "extremely", "no", "but":
		default:
			if !strings.HasSuffix(w, "ly") {
				return false
			}
		}
	}
	return false
}
