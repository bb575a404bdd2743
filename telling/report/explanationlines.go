package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tracker/board"
	"tracker/claims"
	"tracker/scoring"
)

// Labelled is a line of a block with what it is about.
type Labelled struct{ Label, Text string }

// CountedLines say of every count of a row which claims it is made of.
func (x Explanation) CountedLines() (lines []Labelled) {
	for _, t := range []struct{ name, label string }{
		{"no_side", "no side"}, {string(board.BucketUntestable), "untestable"}, {string(board.BucketOpen), "not over yet"},
		{string(board.BucketDue), "no verdict yet"}, {string(board.BucketNotMatured), "judged before its time was over"},
		{string(board.BucketUnaccepted), "vague and not accepted"}, {string(board.BucketNotRead), "not read"}, {string(board.BucketVoid), "void"},
		{string(board.BucketUnclear), "unclear"}, {string(board.BucketWithdrawn), "withdrawn"},
		{"disputed", "with a verdict that is disputed"},
		{"withdrawn_late", "withdrawn after the window had closed"}, {"void_late", "voided after the window had closed"},
		{"unclear_late", "called unclear after the window had closed"}, {"amended_late", "changed after the window had closed"},
		{"accepted_late", "accepted after the window had closed"},
	} {
		if ids := x.In[t.name]; len(ids) > 0 {
			lines = append(lines, Labelled{"", fmt.Sprintf("%s: %s", t.label, idList(ids, ", "))})
		}
	}
	return lines
}

// PromiseLines say what became of each promise and plan of a row, and how long
// it took.
func (x Explanation) PromiseLines() (lines []Labelled) {
	byStanding := map[claims.Standing][]string{}
	var moved, took []string
	leftOut := map[string][]string{}
	var ds []scoring.Duration
	for _, p := range x.Promises {
		id := idList(p.Claims, " → ")
		if p.DaysLate != nil {
			byStanding[p.Standing] = append(byStanding[p.Standing], fmt.Sprintf("%s (%s)", id, DaysLong(*p.DaysLate)))
		} else {
			byStanding[p.Standing] = append(byStanding[p.Standing], id)
		}
		if p.Moved != nil {
			moved = append(moved, fmt.Sprintf("%s by %s", id, DaysLong(*p.Moved)))
		}
		if p.LeftOut != "" {
			leftOut[p.LeftOut] = append(leftOut[p.LeftOut], id)
		}
		if p.Fate != "" {
			took, ds = append(took, tookLine(p)), append(ds, duration(p))
		}
	}
	var stands []string
	for _, s := range []claims.Standing{claims.Kept, claims.KeptEarly, claims.KeptInPart, claims.KeptLate, claims.Broken, claims.StoodEarly,
		claims.StandsOpen, claims.StandsVoid, claims.StandsUnclear} {
		if ids := byStanding[s]; len(ids) > 0 {
			stands = append(stands, StandingWords(s)+": "+strings.Join(ids, ", "))
		}
	}
	lines = append(lines, Labelled{"promises", strings.Join(stands, "; ")}, Labelled{"moved", strings.Join(moved, "; ")})
	for i, t := range took {
		lines = append(lines, Labelled{cmp.Or(map[bool]string{true: "took"}[i == 0], ""), t})
	}
	for _, why := range []string{"short", "undated", "unchecked"} {
		if ids := leftOut[why]; len(ids) > 0 {
			lines = append(lines, Labelled{"", fmt.Sprintf("%s, so without a time: %s", leftOutWords[why], strings.Join(ids, ", "))})
		}
	}
	return slices.DeleteFunc(append(lines, x.slipLines(ds)...), func(l Labelled) bool { return l.Text == "" })
}

var leftOutWords = map[string]string{"short": "gave less than a week", "undated": "happened on a day nobody noted", "unchecked": "over and without a verdict"}

// slipLines say how the times of a row follow from its promises.
func (x Explanation) slipLines(ds []scoring.Duration) (lines []Labelled) {
	s := x.Group.Slip
	if !s.Outlook.Enough() {
		return nil
	}
	for i, line := range curveLines(scoring.Survive(ds).Steps) {
		lines = append(lines, Labelled{map[bool]string{true: "curve"}[i == 0], line})
	}
	text := fmt.Sprintf("half had come where the curve is at 50 %% or less: %s times the time promised", Times(s.Half, true))
	return append(lines, Labelled{"half", text}, Labelled{"", "four in five, at 20 %: " + Times(s.Most, true)})
}

// curveLines are the steps of a curve of what has not come yet.
func curveLines(steps []scoring.SurvivalStep) []string {
	var lines []string
	for _, x := range steps {
		line := fmt.Sprintf("at %.2f: %d of %d left came, %.1f %% had not come", x.T, x.Happened, x.AtRisk, 100*x.S)
		if x.Low > 0 || x.High < 1 {
			line += fmt.Sprintf(" [%.1f–%.1f]", 100*x.Low, 100*x.High)
		}
		lines = append(lines, line)
	}
	return lines
}

func tookLine(p board.ExplainedPromise) string {
	text := fmt.Sprintf("%s: said %s, promised by %s (%s)", idList(p.Claims, " → "), dayWords(p.Said), dayWords(p.Promised), Count(int(p.Promised-p.Said), "day"))
	switch p.Fate {
	case "never":
		return text + ", never came"
	case "waiting":
		return text + fmt.Sprintf(", not there on %s: %.2f and waiting", dayWords(p.Day), *p.Times)
	}
	return text + fmt.Sprintf(", came %s after %s: %.2f", dayWords(p.Day), Count(int(p.Day-p.Said), "day"), *p.Times)
}

func duration(p board.ExplainedPromise) scoring.Duration {
	switch p.Fate {
	case "never":
		return scoring.Duration{Fate: scoring.Never}
	case "waiting":
		return scoring.Duration{T: *p.Times, Fate: scoring.Waiting}
	}
	return scoring.Duration{T: *p.Times, Fate: scoring.Met}
}

// idList are ids one after the other.
func idList(ids []claims.ID, between string) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = fmt.Sprint(id)
	}
	return strings.Join(list, between)
}
