package report

import (
	"fmt"
	"strings"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
)

// StandingWords puts a standing into words.
func StandingWords(s claims.Standing) string {
	if s == claims.StandsNoSide {
		return "no side taken"
	}
	return strings.ReplaceAll(string(s), "-", " ")
}

// VerdictSentence says what happened to a claim with a verdict, against its
// window, and what became of the claim.
func VerdictSentence(v claims.View) string {
	return fmt.Sprintf("Claim %d, %s (%s): %s → %s.", v.ID, v.Statement, v.Speaker, HappenedWords(v), BecameWords(v))
}

// HappenedWords says what a verdict says: "it happened on 20 Dec 2025, 5 days
// after the window".
func HappenedWords(v claims.View) string {
	verdict := v.Verdict
	switch verdict.Outcome {
	case claims.No:
		if verdict.At == 0 {
			return "it had not happened"
		}
		return "it had not happened by " + dayWords(v.Today(verdict.At))
	case claims.Unclear, claims.Void:
		return string(verdict.Outcome) + ", " + ReasonWords(verdict.Reason)
	}
	s := "it happened"
	if verdict.Outcome == claims.Partial && verdict.Extent != nil {
		s += " in part (" + figure(*verdict.Extent) + ")"
	}
	if verdict.Day == 0 {
		return s + ", on a day that is not known"
	}
	return s + " on " + dayWords(verdict.Day) + againstWindow(v)
}

// againstWindow says where the day of an event fell.
func againstWindow(v claims.View) string {
	if v.Window.Earliest == 0 && v.Window.Latest == 0 {
		return ""
	}
	switch slip := v.Slips(); {
	case slip == 0 && v.Window.Latest == 0:
		return ""
	case slip > 0:
		return ", " + DaysLong(slip) + " after the window" + whoseDays(v, slip)
	case slip < 0:
		return ", " + DaysLong(-slip) + " before the window" + whoseDays(v, slip)
	}
	return ", in the window"
}

// whoseDays says whose days those are by one of which an event missed its window:
// elsewhere it may have been another.
func whoseDays(v claims.View, slip int) string {
	if slip != 1 && slip != -1 || v.Window.Zone == "" {
		return ""
	}
	return " (by the calendar of " + v.Window.Zone + ")"
}

// BecameWords says what became of a claim, and why.
func BecameWords(v claims.View) string {
	words := StandingWords(v.Standing)
	if why := becameWhy(v); why != "" {
		words = why + ": " + words
	}
	if v.Right == nil && v.Window.Latest != 0 && matures(v.Standing) && v.Window.DueAt != 0 && (v.Verdict.Extent == nil || *v.Verdict.Extent != .5) {
		words += "; it counts once its window closes, after " + closing(v.Window)
	}
	return words
}

// matures reports whether a standing has a right or a wrong to it.
func matures(s claims.Standing) bool {
	switch s {
	case claims.KeptEarly, claims.StoodEarly, claims.KeptLate, claims.StoodLate, claims.KeptInPart, claims.InPart,
		claims.Kept, claims.Broken, claims.Right, claims.Wrong:
		return true
	}
	return false
}

// becameWhy says what decided a standing, "" where the word says it all.
func becameWhy(v claims.View) string {
	switch v.Standing {
	case claims.StandsUntestable:
		if v.Undecided() && v.Window.Latest != 0 {
			return "its words do not say that it will happen"
		}
		return "its window has no end"
	case claims.StandsUnaccepted:
		return "nobody has accepted the end of its window"
	case claims.StandsOpen:
		return "its window is not over before " + dayWords(v.Window.Latest+calendar.Day(v.Window.GraceDays))
	case claims.StandsNoSide:
		return "neither right nor wrong"
	case claims.StandsUnclear:
		if v.UndatedBreach() {
			return "whether it was in the window is not known"
		}
	case claims.KeptEarly:
		return "earlier was as good as said"
	case claims.StoodEarly:
		return "too early, which is not what was said"
	case claims.KeptLate, claims.StoodLate:
		return "not in time"
	}
	if v.Polarity == claims.WillNot && matures(v.Standing) {
		return "said not to happen"
	}
	if v.Type == claims.Forecast && v.Side == hedge.No && matures(v.Standing) {
		return unlikely(v)
	}
	return ""
}

// unlikely is why a forecast says no: its words, where they stand in the quote,
// or its number; what we took it for, where neither does.
func unlikely(v claims.View) string {
	switch {
	case v.Hedge.Said == nil || !*v.Hedge.Said:
		return "taken to be unlikely"
	case v.Hedge.Kind == hedge.Explicit:
		return "said to be " + percentage(v.Hedge.P) + " likely"
	}
	return "said to be unlikely"
}

// reasonWords are the reasons of unclear and void in words.
var reasonWords = map[string]string{
	"condition-unmet": "the condition was not met", "underspecified": "it does not say enough", "no-consensus": "the sources do not agree",
	"source-gone": "the source is gone", "premise-overturned": "its premise fell", "retracted": "it was retracted",
	"superseded": "another date took its place", "duplicate": "it was recorded twice", "not-a-prediction": "it was no prediction",
}

// ReasonWords puts the reason of an unclear or void verdict into words.
func ReasonWords(reason string) string {
	if words, ok := reasonWords[reason]; ok {
		return words
	}
	return reason
}

// dayWords prints a day: "20 Dec 2025".
func dayWords(d calendar.Day) string {
	y, m, day := d.Civil()
	return fmt.Sprintf("%d %s %d", day, m.String()[:3], y)
}
