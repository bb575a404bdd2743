package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// Understood says in one sentence what a claim was taken to say: by whom,
// when, that it will happen or not, in which window, how sure, on what
// condition, and as what kind of statement. Only what the quote has stands in
// quotation marks.
//
//	Reserve Bank (institution), 2 Feb 2021, in our words: the cash rate is NOT raised, from 2 Feb 2021 to 31 Dec 2023. …
func Understood(v claims.View) string {
	parts := []string{
		fmt.Sprintf("%s (%s), %s, %s, %s.", v.Speaker, v.SpeakerKind, dayWords(v.StatedOn.Day()), statementWords(v), WindowWords(v.Window)),
		"Confidence: " + ConfidenceWords(v.AsSaid()) + ".",
		"Condition: " + conditionWords(v) + ".",
		"Taken as a " + TakenWords(v) + ".",
	}
	if v.Reported() {
		parts = append(parts, "Words in quotation marks are those of "+reporter(v)+", not the speaker's.")
	}
	return strings.Join(parts, " ")
}

// statementWords is the event with its direction, said to be in our words
// unless the quote says that and no more.
func statementWords(v claims.View) string {
	if v.Polarity != claims.WillNot && claims.Quoted(v.Quote, v.Statement) && claims.Quoted(v.Statement, strings.TrimRight(v.Quote, ".")) {
		return `"` + strings.TrimRight(v.Statement, ".") + `"`
	}
	return "in our words: " + inSentence(directed(singled(v.Statement, v.Quote), v.Polarity))
}

// articles are first words that lose their capital inside a sentence.
var articles = []string{"The", "A", "An", "There", "It", "Its", "Their", "No", "At", "In", "Two", "Three", "Four", "Five", "Ten"}

// inSentence is a statement after a colon.
func inSentence(s string) string {
	first, _, _ := strings.Cut(s, " ")
	if !slices.Contains(articles, first) {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// auxiliaries are verbs that take a "not" after them.
var auxiliaries = []string{"is", "are", "was", "were", "will", "has", "have", "can", "does", "do"}

// denied is a statement with its NOT: after its verb where that takes one.
func denied(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if i > 0 && i < 8 && slices.Contains(auxiliaries, w) {
			return strings.Join(slices.Insert(words, i+1, "NOT"), " ")
		}
	}
	return "it does NOT happen that " + s
}

// WindowWords says when the event must happen, and by which words.
func WindowWords(w claims.Window) string {
	s := ""
	switch {
	case w.Earliest == 0 && w.Latest == 0 && w.Phrase == "":
		return "at no stated time"
	case w.Earliest == 0 && w.Latest == 0:
		s = "at a time without a date yet"
	case w.Latest == 0 && w.Class == deadline.ClassNone:
		return "at no stated time"
	case w.Latest == 0:
		s = "from " + dayWords(w.Earliest) + ", without an end"
	case w.Earliest == w.Latest:
		s = "on " + dayWords(w.Latest)
	case w.Earliest == 0:
		s = "until " + dayWords(w.Latest)
	default:
		s = "from " + dayWords(w.Earliest) + " to " + dayWords(w.Latest)
	}
	var notes []string
	if w.Phrase != "" {
		notes = append(notes, inQuotes(w.Phrase, w.Said))
	}
	if w.Rule == claims.RuleGiven {
		notes = append(notes, "the dates were set by hand")
	}
	if w.GraceDays > 0 {
		notes = append(notes, "± "+Count(w.GraceDays, "day")+" of grace")
	}
	if w.Accepted && w.Rule != claims.RuleGiven && (w.Class == deadline.ClassVague || w.Relation == deadline.Earliest) {
		notes = append(notes, "accepted")
	}
	if w.Soft() && w.Latest != 0 {
		notes = append(notes, "an end that nobody has accepted")
	}
	if len(notes) > 0 {
		s += " (" + strings.Join(notes, "; ") + ")"
	}
	return s
}

// inQuotes puts words in quotation marks when they were said, and says that
// they are ours when not.
func inQuotes(words string, said *bool) string {
	if said != nil && *said {
		return `"` + words + `"`
	}
	return words + ", in our words"
}

// ConfidenceWords says how sure the words are, and whose they are. A number
// set by hand is never that of the words.
func ConfidenceWords(h claims.Hedge) string {
	number := ""
	if h.P != nil {
		number = fmt.Sprintf("%.3g %%", 100**h.P)
		if h.Low != nil && h.High != nil && *h.Low < *h.High {
			number += fmt.Sprintf(" (%.3g–%.3g)", 100**h.Low, 100**h.High)
		}
	}
	switch {
	case h.Words == "" && h.P == nil:
		return "none stated, a bare assertion"
	case h.Words == "":
		return number + ", set by hand"
	case h.P == nil:
		return inQuotes(h.Words, h.Said) + ", which stands for no number"
	case h.HandSet():
		return number + ", set by hand; the words: " + inQuotes(h.Words, h.Said)
	}
	return inQuotes(h.Words, h.Said) + ", " + number
}

func conditionWords(v claims.View) string {
	if v.Condition == "" {
		return "none"
	}
	if claims.Quoted(v.Quote, v.Condition) {
		return `"` + v.Condition + `"`
	}
	return strings.TrimRight(v.Condition, ".") + ", in our words"
}

// TakenWords says what kind of statement a claim is, and which way it points.
func TakenWords(v claims.View) string {
	switch {
	case v.Type != claims.Forecast && v.Polarity == claims.WillNot:
		return string(v.Type) + " that it will not happen"
	case v.Type != claims.Forecast || v.Side == hedge.Yes:
		return string(v.Type) + " that it will happen"
	case v.Side == hedge.No:
		return string(v.Type) + " that it will not happen"
	}
	return string(v.Type) + " that takes no side"
}

// reporter names the outlet whose words a quote has.
func reporter(v claims.View) string {
	if len(v.Appearances) > 0 {
		return v.Appearances[0].Source
	}
	return "the report"
}
