package report

import (
	"fmt"
	"strings"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// call is the one word for how a claim came out.
type call string

const (
	callRight   call = "right"
	callWrong   call = "wrong"
	callHalf    call = "neither: half of it happened"
	callNoSide  call = "no side taken"
	callUnclear call = "unclear"
	callVoid    call = "void"
	callNone    call = "not scored"
)

// callOf never gives unclear and void the word for wrong.
func callOf(c Claim) call {
	switch {
	case c.Right != nil && *c.Right:
		return callRight
	case c.Right != nil:
		return callWrong
	case c.Y != nil && *c.Y == 0.5 && (c.P == nil || *c.PLow > 0.5 || *c.PHigh < 0.5):
		return callHalf
	case c.Y != nil:
		return callNoSide
	case c.Bucket == board.BucketUnclear:
		return callUnclear
	case c.Bucket == board.BucketVoid:
		return callVoid
	}
	return callNone
}

// hedgeWords says what the words of confidence stand for, and who says so.
func hedgeWords(c Claim) string {
	h := c.Hedge
	said := "no words of confidence"
	if h.Words != "" {
		said = "“" + h.Words + "”"
	}
	if h.P == nil {
		return said + ": no number"
	}
	number := percentage(h.P)
	if h.Low != nil && h.High != nil && *h.Low < *h.High {
		number = fmt.Sprintf("%s (%.0f–%.0f)", number, 100**h.Low, 100**h.High)
	}
	return said + " = " + number + ", " + kindWords(h)
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
		return "from " + earliest.String() + ", no end"
	case earliest == 0:
		return "until " + latest.String()
	case earliest == latest:
		return latest.String()
	}
	return earliest.String() + " to " + latest.String()
}

// reading says which words the window was read from, by which rule, and
// whether a person stands behind it.
func reading(w claims.Window) []string {
	var lines []string
	if w.Phrase != "" {
		lines = append(lines, "“"+w.Phrase+"”")
	}
	if w.Rule == claims.RuleGiven {
		lines = append(lines, "dates given by a person")
	} else {
		lines = append(lines, fmt.Sprintf("rule %s (%s)%s", w.Rule, w.Rules, acceptance(w)))
	}
	if w.GraceDays > 0 {
		lines = append(lines, "± "+Count(w.GraceDays, "day")+" of grace")
	}
	return lines
}

// acceptance says whether a person has confirmed what was read, where that
// decides whether the claim counts.
func acceptance(w claims.Window) string {
	switch {
	case w.Latest == 0:
		return ", no end to accept"
	case w.Accepted:
		return ", accepted"
	case w.Soft():
		return ", not accepted"
	}
	return ""
}

// softness names the kind of window whose end is a convention.
func softness(w claims.Window) string {
	if w.Relation == deadline.Earliest {
		return "lower-bound window"
	}
	return "vague window"
}

// outcome says what happened, and when if it did; an unclear or void verdict
// says nothing of that.
func outcome(v *Verdict) []string {
	switch v.Outcome {
	case claims.No:
		return []string{"no"}
	case claims.Yes:
		return []string{"yes", timing(v)}
	case claims.Partial:
		return []string{"partly (" + figure(*v.Extent) + ")", timing(v)}
	}
	return []string{unknown}
}

func timing(v *Verdict) string {
	switch {
	case v.Day == 0:
		return "day not known, taken as on time"
	case v.Timing == claims.Late:
		return fmt.Sprintf("%s, %s late", v.Day, Count(*v.DaysLate, "day"))
	case v.Timing == claims.Early:
		return fmt.Sprintf("%s, %s early", v.Day, Count(-*v.DaysLate, "day"))
	}
	return v.Day.String() + ", on time"
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
