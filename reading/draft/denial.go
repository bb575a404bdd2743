package draft

import (
	"strings"

	"tracker/reading/clause"
)

// undenied is a clause without its first denial: "a ruling is not expected" says
// "a ruling is expected", "no cuts are planned" "cuts are planned".
func undenied(text string) string {
	text = flat(text)
	first, rest, _ := strings.Cut(text, " ")
	switch strings.ToLower(first) {
	case "no", "nobody", "none", "nothing", "not":
		second, _, _ := strings.Cut(rest, " ")
		if subject, _ := affirmed(text, isSeveral(strings.ToLower(second))); subject != "" {
			return subject
		}
		return text
	case "neither":
		return "either " + strings.Replace(rest, " nor ", " or ", 1)
	}
	at, best := -1, [2]string{}
	for _, d := range denials {
		if i := strings.Index(strings.ToLower(text), d[0]); i >= 0 && (at < 0 || i < at) {
			at, best = i, d
		}
	}
	if at < 0 {
		return text
	}
	return text[:at] + best[1] + text[at+len(best[0]):]
}

// denials are those inside of a clause, and what stands without them.
var denials = [...][2]string{{" not to ", " to "}, {" will not ", " will "}, {" would not ", " would "}, {"won't ", "will "}, {"won’t ", "will "}, {"wouldn't ", "would "}, {"wouldn’t ", "would "},
	{" is not ", " is "}, {" are not ", " are "}, {"isn't ", "is "}, {"isn’t ", "is "}, {"aren't ", "are "}, {"aren’t ", "are "}, {" has no ", " has "}, {" have no ", " have "}, {" does not ", " does "}, {" do not ", " do "}, {" no longer ", " "}, {" never ", " "}}

// afterBefore is what is not to come before a time: of "it will be two years before
// the airport reopens" the airport reopens; "" where that is no clause.
func afterBefore(t *clause.Text, c cue, part [2]int) string {
	for i := c.verb; i+2 < part[1]; i++ {
		if t.Word(i) == "before" && t.Finite(i+2) {
			return t.Source[t.Words[i+1].Start:t.Words[part[1]-1].End]
		}
	}
	return ""
}

// chanceOf is what somebody gives a chance: of "put the odds of a merger this year
// at 40 percent" there is a merger this year; "" where it cannot be told.
func chanceOf(t *clause.Text, c cue, part [2]int) string {
	for i := c.at; i+2 < part[1]; i++ {
		if w := t.Word(i); w != "chance" && w != "chances" && w != "odds" && w != "probability" && w != "likelihood" && w != "risk" || t.Word(i+1) != "of" {
			continue
		}
		end := i + 2
		for ; end < part[1] && t.Word(end) != "at" && !isBeForm(t.Word(end)) && !clause.IsMark(t.Word(end)) && t.Word(end) != "stood"; end++ {
			if strings.HasSuffix(t.Word(end), "ing") {
				return ""
			}
		}
		if end == i+2 {
			return ""
		}
		what := t.Source[t.Words[i+2].Start:t.Words[end-1].End]
		switch first := t.Word(i + 2); {
		case first == "a", first == "an":
			return "there is " + what
		case !clause.IsDeterminer(first) && isSeveral(headOf(t, i+2, end)):
			return "there are " + what
		case !clause.IsDeterminer(first) && !t.Words[i+2].IsNumber && end > i+3:
			return "there is " + what
		}
		return ""
	}
	return ""
}

// affirmed is the subject of a denial without the denial, which polarity says:
// "no train" is "a train", "nobody" somebody; "" where it cannot be told.
func affirmed(subject string, many bool) (string, bool) {
	first, rest, _ := strings.Cut(subject, " ")
	switch strings.ToLower(first) {
	case "nobody":
		return strings.TrimSpace("somebody " + rest), false
	case "nothing":
		return strings.TrimSpace("anything " + rest), false
	case "none":
		return "one " + rest, false
	case "neither":
		return "", many
	case "not":
		return rest, many
	case "no":
		switch second, after, _ := strings.Cut(rest, " "); {
		case second == "one":
			return strings.TrimSpace("somebody " + after), false
		case second == "more" || second == "fewer" || second == "less" || second == "other" || rest == "":
			return "", many
		case many, isMass(second):
			return rest, many
		case strings.ContainsRune("aeio", rune(rest[0])):
			return "an " + rest, false
		default:
			return "a " + rest, false
		}
	}
	return subject, many
}

// isMass reports nouns that no "a" stands before.
func isMass(word string) bool {
	switch word {
	case "staff", "money", "work", "damage", "harm", "change", "land", "water", "power", "food", "aid", "help", "traffic", "information", "evidence", "progress", "access", "tax", "compensation", "extra", "further", "new":
		return true
	}
	return false
}

// stops reports verbs that deny what they are about.
func stops(verb string) bool {
	switch verb {
	case "stop", "cease", "end", "halt", "refuse", "decline", "fail", "avoid", "quit", "drop", "abandon", "cancel", "scrap", "refrain", "prevent", "block", "reject", "withdraw", "suspend", "pause":
		return true
	}
	return false
}
