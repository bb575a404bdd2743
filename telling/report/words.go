package report

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// call is what the sign beside a standing says.
type call string

const (
	callNone    call = "none"
	callRight   call = "right"
	callWrong   call = "wrong"
	callUnclear call = "unclear"
	callVoid    call = "void"
)

// callOf never gives unclear and void the sign of wrong, and none to what took
// no side or half of which happened.
func callOf(c Claim) call {
	right := c.view().Right
	if right == nil {
		right = c.Right // counted by choice, with an end that nobody has accepted
	}
	switch {
	case c.Bucket == board.BucketUntestable && c.Standing == claims.StandsUnclear:
		return callNone
	case c.Standing == claims.StandsUnclear:
		return callUnclear
	case c.Standing == claims.StandsVoid:
		return callVoid
	case right == nil:
		return callNone
	case *right:
		return callRight
	}
	return callWrong
}

// standingWords is the word for where a claim stands, with the time by which
// it came late or early, and with the dispute about it.
func standingWords(c Claim) string {
	if c.contested() {
		return undisputed(c) + disputed
	}
	return undisputed(c)
}

// undisputed are the same words as the desk has it.
func undisputed(c Claim) string {
	if c.Bucket == board.BucketUntestable && c.Standing == claims.StandsUnclear { // what has no end cannot be over
		return plainName(StandingWords(claims.StandsUntestable))
	}
	words, slip := plainName(StandingWords(c.Standing)), c.judged.Claim.Slips()
	switch c.Standing {
	case claims.KeptLate, claims.StoodLate, claims.KeptEarly, claims.StoodEarly:
		return words + ", by " + DaysLong(max(slip, -slip))
	case claims.KeptInPart, claims.InPart:
		return words + " (" + figure(*c.Verdict.Extent) + ")"
	}
	return words
}

// marked puts words into quotation marks where the quote has them, and says
// that they are ours everywhere else.
func marked(words string, said *bool) string {
	if said != nil && *said {
		return "“" + words + "”"
	}
	return words + " (in our words)"
}

// quoted is a quote, each of its own quotation marks inside the one pair
// around it; "" for none.
func quoted(quote string) string {
	if quote == "" {
		return ""
	}
	return "“" + quote + "”"
}

// ReportedBy says whose words the quote is where it is not the speaker's, ""
// where it is.
func (c Claim) ReportedBy() string {
	if !c.Reported() {
		return ""
	}
	return reporter(c.view()) + "'s words, not the speaker's"
}

// NumberFrom says out of whose words a number was read where these are not the
// speaker's, "" where they are, and of a number that no words gave.
func (c *Claim) NumberFrom() string { return NumberFrom(c.view()) }

// NumberFrom is the same of a claim as other commands have it.
func NumberFrom(v claims.View) string {
	h := v.AsSaid()
	if !v.NumberReported() || h.Said == nil || !*h.Said {
		return ""
	}
	return ", out of the words of " + reporter(v)
}

// ConditionLine is the condition of a claim with its "if", "" without one.
func (c Claim) ConditionLine() string {
	if c.Condition == "" {
		return ""
	}
	words := strings.TrimRight(c.Condition, ".")
	if claims.Quoted(c.Quote, words) {
		words = "“" + words + "”"
	} else {
		words += " (in our words)"
	}
	if conditional().MatchString(c.Condition) {
		return "condition: " + words
	}
	return "if " + words
}

// conditionEnd is the condition as the end of a sentence in our words, "" without
// one: what was said on a condition was not said without it.
func (c *Claim) conditionEnd() string {
	words := strings.TrimRight(c.Condition, ".")
	begins := conditional().MatchString(words)
	if claims.Quoted(c.Quote, words) {
		words = "“" + words + "”"
	} else {
		words = singled(words, c.Quote)
	}
	switch {
	case c.Condition == "":
		return ""
	case begins:
		return ", " + words
	}
	return ", if " + words
}

// conditional begins a condition that needs no "if" before it.
var conditional = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(if|unless|when|once|until|provided|providing|assuming|as long as|so long as|in case|only|should|without|pending|subject to|barring|given|after|falls|wenn|sofern|sobald|vorausgesetzt)\b`)
})

// hedgeWords says what the words of confidence stand for, and who says so.
func hedgeWords(c Claim) string {
	h := c.AsSaid()
	number := ""
	if h.P != nil {
		number = percentage(h.P)
		if h.Low != nil && h.High != nil && *h.Low < *h.High {
			number = fmt.Sprintf("%s (%.0f–%.0f)", number, 100**h.Low, 100**h.High)
		}
	}
	switch said := h.Said != nil && *h.Said; {
	case h.Words == "" && h.P == nil:
		return "no words of confidence: no number"
	case h.Words == "":
		return "no words of confidence: " + number + ", set by hand"
	case h.P == nil:
		return marked(h.Words, h.Said) + ": no number"
	case h.HandSet():
		return number + ", set by hand; the words: " + marked(h.Words, h.Said)
	case h.Kind == hedge.Explicit && !said:
		return number + " (in our words)"
	}
	return marked(h.Words, h.Said) + " = " + number + ", " + kindWords(h) + c.NumberFrom()
}

// kindWords says where the number of a hedge comes from.
func kindWords(h claims.Hedge) string {
	words := string(h.Kind)
	switch h.Kind {
	case hedge.Assumed:
		words = "assumed: nobody has asked readers"
	case hedge.Survey:
		words = "survey of readers"
	case hedge.Standard:
		words = "published standard"
	case hedge.Explicit:
		return "stated as a number"
	}
	if h.Map != "" {
		words += " (" + h.Map + ")"
	}
	return words
}

// dates prints the days of a window.
func dates(earliest, latest calendar.Day) string {
	switch {
	case latest == 0 && earliest == 0:
		return "no dates"
	case latest == 0:
		return "from " + dayWords(earliest) + ", no end"
	case earliest == 0:
		return "until " + dayWords(latest)
	case earliest == latest:
		return dayWords(latest)
	}
	return dayWords(earliest) + " to " + dayWords(latest)
}

// softness names the kind of window whose end is a convention.
func softness(w claims.Window) string {
	if w.Relation == deadline.Earliest {
		return "window that only says from when"
	}
	return "vague window"
}

// MixedName warns that a word of a name of a kind ("speaker", "event") mixes
// alphabets, "" when none does.
func MixedName(kind, name string) string {
	scripts := claims.Mixed(name)
	if scripts == nil {
		return ""
	}
	return "warning: the " + kind + " “" + name + "” mixes " + strings.Join(scripts, " and ") + " letters in one word"
}

// YesNo is an answer as it is typed.
func YesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
