package report

import (
	"fmt"
	"strconv"
	"strings"

	"tracker/calendar"
	"tracker/claims"
	"tracker/clean"
	"tracker/reading/hedge"
)

// Day prints a day with its weekday: "Fri 15 Aug 2025".
func Day(d calendar.Day) string {
	if d == 0 {
		return "–"
	}
	y, m, day := d.Civil()
	return fmt.Sprintf("%s %d %s %d", d.Weekday().String()[:3], day, m.String()[:3], y)
}

// Days prints a window's days: "Mon 11 to Sun 17 Aug 2025".
func Days(a, b calendar.Day) string {
	switch {
	case a == 0 && b == 0:
		return "no date yet"
	case b == 0:
		return "from " + Day(a) + ", no end"
	case a == b:
		return Day(a)
	case a == 0:
		return "until " + Day(b)
	}
	y1, m1, d1 := a.Civil()
	y2, m2, _ := b.Civil()
	from := fmt.Sprintf("%s %d", a.Weekday().String()[:3], d1)
	if y1 != y2 {
		from = Day(a)
	} else if m1 != m2 {
		from += " " + m1.String()[:3]
	}
	return from + " to " + Day(b)
}

// Distance says how far d lies from today: "in 3 days", "4 weeks ago".
func Distance(d, today calendar.Day) string {
	n := int(d - today)
	switch {
	case n == 0:
		return "today"
	case n == 1:
		return "tomorrow"
	case n == -1:
		return "yesterday"
	case n < 0:
		return Units(-n) + " ago"
	}
	return "in " + Units(n)
}

// Units prints a number of days in the unit people would use.
func Units(days int) string {
	switch {
	case days < 15:
		return fmt.Sprintf("%d days", days)
	case days < 60:
		return fmt.Sprintf("%d weeks", days/7)
	case days < 730:
		return fmt.Sprintf("%d months", days*12/365)
	}
	return fmt.Sprintf("%d years", days/365)
}

// Percent prints a probability as people say it: "40 %".
func Percent(p float64) string { return fmt.Sprintf("%.4g %%", 100*p) }

// HedgeLine prints a hedge with its numbers: `could 40 % [15–60], survey`.
func HedgeLine(h claims.Hedge) string {
	words := clean.Line(h.Words)
	if words != "" {
		words = quotedIf(words, h.Said)
	}
	if h.P == nil {
		if words == "" {
			return "none found: a bare assertion, no number"
		}
		return words + ": no number"
	}
	s := Percent(*h.P)
	if h.Low != nil && h.High != nil && *h.Low != *h.High {
		s += fmt.Sprintf(" [%.4g–%.4g]", 100**h.Low, 100**h.High)
	}
	switch {
	case words != "" && h.HandSet():
		s += ", set by hand; the words: " + words
		return s
	case words != "":
		s = words + " → " + s
	}
	return s + ", " + string(h.Kind)
}

// quotedIf puts words in quotation marks when the quote has them, and says
// that they are ours when it has not; nil is not known.
func quotedIf(words string, said *bool) string {
	switch {
	case said == nil:
		return words
	case *said:
		return `"` + words + `"`
	}
	return words + " (in our words)"
}

// ruleOf says what a window was read by, or that it was not.
func ruleOf(w claims.Window) string {
	if w.Rule == claims.RuleGiven {
		return "set by hand"
	}
	return "rule " + w.Rule
}

// WindowLine prints a window in full: `"next week" → Mon 11 to Sun 17 Aug 2025, rule week`.
func WindowLine(w claims.Window) string {
	s := ""
	if w.Phrase != "" {
		s = quotedIf(clean.Line(w.Phrase), w.Said) + " → "
	}
	if w.Class == "none" {
		return s + "no deadline"
	}
	s += Days(w.Earliest, w.Latest) + ", " + ruleOf(w)
	if w.GraceDays > 0 {
		s += ", grace " + Count(w.GraceDays, "day")
	}
	switch {
	case w.Soft():
		s += ", " + SoftEnd(w) + ", not accepted"
	case w.Accepted && w.Rule != claims.RuleGiven:
		s += ", accepted"
	}
	return s
}

// SoftEnd says why the end of a window is not hard.
func SoftEnd(w claims.Window) string {
	if w.Relation == "earliest" {
		return "a lower bound"
	}
	return "a vague phrase"
}

// Unscored says why the window of a claim keeps it from being scored, and
// what would change that; it is empty when nothing does.
func Unscored(c claims.Claim) string {
	switch {
	case c.Window.Latest == 0:
		return fmt.Sprintf("no end to the window, so it cannot be scored: tracker amend %d --by DATE", c.ID)
	case c.Undecided():
		return fmt.Sprintf("its words do not say that it will happen, so it cannot be tested until somebody accepts the window: tracker accept %d", c.ID)
	case c.Window.Soft():
		return fmt.Sprintf("the end is %s and not scored until somebody accepts it: tracker accept %d", SoftEnd(c.Window), c.ID)
	}
	return ""
}

// QuotedFrom says whose words a quote is when it is not the speaker's.
func QuotedFrom(v claims.View) string {
	if !v.Reported() {
		return ""
	}
	return " (" + reporter(v) + "'s words, not the speaker's)"
}

// JudgedLine is VerdictLine of a claim: of one that speaks against its event
// nothing was "on time".
func JudgedLine(side hedge.Side, w claims.Window, v *claims.Verdict) string {
	line := VerdictLine(w, v)
	if side != hedge.No {
		return line
	}
	return strings.Replace(line, ", on time", ", in the window", 1)
}

// VerdictLine says what happened, against the window.
func VerdictLine(w claims.Window, v *claims.Verdict) string {
	s := string(v.Outcome)
	if v.Extent != nil {
		s += " " + strconv.FormatFloat(*v.Extent, 'g', 4, 64)
	}
	if v.Reason != "" {
		s += ", " + v.Reason
	}
	if v.Day != 0 {
		s += ", on " + Day(v.Day)
	}
	switch slip := w.Slip(v.Day); {
	case v.Happened() && v.Day == 0:
		s += ", day not known, counted as on time"
	case v.Timing == claims.Late:
		s += ", " + Count(slip, "day") + " late"
	case v.Timing == claims.Early:
		s += ", " + Count(-slip, "day") + " early"
	case v.Timing == claims.OnTime:
		s += ", on time"
	}
	return s
}

// StatedLine says when a statement was made.
func StatedLine(m claims.Moment) string {
	if t := m.Time(); !t.IsZero() {
		return Day(m.Day()) + " at " + t.Format("15:04 -07:00")
	}
	return Day(m.Day())
}

// HindsightLine says that a claim was recorded in hindsight, "" when it was not.
func HindsightLine(v claims.View) string {
	if v.Hindsight {
		return ", recorded here when it could be known what came of it"
	}
	return ""
}

// NotedLine says when a claim was noted elsewhere, where that is before it
// came into this book: nobody can vouch for it here.
func NotedLine(v claims.View) string {
	noted, recorded := v.Today(v.LoggedAt), v.Today(v.RecordedAt)
	if v.RecordedAt == 0 || noted >= recorded {
		return ""
	}
	return "it says, on " + Day(noted) + "; recorded here on " + Day(recorded)
}

// PolarityLine says that a claim denies its event, "" when it does not.
func PolarityLine(c claims.Claim) string {
	if c.Polarity == claims.WillNot {
		return "says it will not happen"
	}
	return ""
}

// FollowsLine names the claim that a claim follows.
func FollowsLine(c claims.Claim) string {
	switch {
	case c.Supersedes != "":
		return "supersedes " + string(c.Supersedes)
	case c.Repeats != "":
		return "repeats " + string(c.Repeats)
	}
	return ""
}

// StatusLine says where a claim stands and what comes next.
func StatusLine(v claims.View, now claims.Instant) string {
	today := v.Today(now)
	switch v.Status {
	case claims.Withdrawn:
		return "withdrawn: " + v.Withdrawn
	case claims.Disputed:
		return "disputed: " + v.Disputed
	case claims.Snoozed:
		return "snoozed until " + Day(v.SnoozedUntil)
	case claims.Due:
		return fmt.Sprintf("due, window closed %s; tracker resolve %d", Distance(v.Window.Latest, today), v.ID)
	case claims.Open:
		if v.Window.Latest != 0 {
			return "open, window closes " + Distance(v.Window.Latest, today)
		}
	}
	return string(v.Status)
}
