package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/board"
	"tracker/claims"
	"tracker/clean"
	"tracker/telling/report"
	"tracker/telling/screen"
)

// printExplanation writes an explanation; one is the id of the only claim
// wanted, or 0.
func (e *env) printExplanation(x explanation, one claims.ID) {
	for i, c := range x.Claims {
		if i > 0 {
			e.printf("\n")
		}
		e.printExplained(c)
	}
	e.printf("\n%s\n", e.paint(screen.Wrap(clean.Line(x.Group.Name), e.Width), text.Bold))
	if one != 0 {
		e.labelled("part", partText(x))
	}
	e.printSum(x)
	e.paragraph(x.policySentence)
}

// printExplained writes one claim as a block of labelled lines.
func (e *env) printExplained(c explainedClaim) {
	e.printf("%s\n", e.paint(screen.Wrap(fmt.Sprintf("%d  %s", c.ID, clean.Line(c.Statement)), e.Width), text.Bold))
	if c.Quote != "" {
		e.labelled("quote", "“"+strings.Trim(c.Quote, "“”\"")+"”")
		e.labelled("", c.ReportedBy())
	}
	e.labelled("said", report.StatedLine(c.StatedOn))
	if c.Hindsight {
		e.labelled("logged", "after its window had closed")
	}
	for _, k := range c.CarriedBy {
		e.labelled("source", strings.TrimSpace(k.Source+"  "+k.URL))
	}
	e.labelled("event", c.Event)
	if c.Polarity == claims.WillNot {
		e.labelled("polarity", "says it will not happen")
	}
	e.labelled("hedge", report.HedgeLine(c.Hedge))
	e.labelled("", c.HedgeSource)
	e.labelled("window", report.WindowLine(c.Window))
	if c.RuleSentence != "" {
		e.labelled("", c.Window.Rule+": "+c.RuleSentence)
	}
	e.labelled("", c.ConditionLine())
	e.printJudgement(c)
}

// printJudgement writes what became of a claim, and what follows for its score.
func (e *env) printJudgement(c explainedClaim) {
	if v := c.Verdict; v != nil {
		e.labelled("verdict", report.VerdictLine(c.Window, &claims.Verdict{
			Outcome: v.Outcome, Extent: v.Extent, Day: v.Day, Timing: v.Timing, Reason: v.Reason}))
		e.labelled("because", v.Note)
		for _, x := range v.Evidence {
			e.labelled("evidence", strings.TrimSpace(x.URL+x.File+"  "+x.SHA256))
		}
	}
	for i, step := range c.Steps {
		label := ""
		if i == 0 {
			label = "score"
		}
		e.labelled(label, step)
	}
	if c.Why != "" {
		e.labelled("no score", c.Why)
	}
	e.labelled("weight", weightText(c))
	if c.Brier == nil {
		e.labelled("side", report.SideLine(c.Claim))
	}
}

// labelled writes a labelled text, wrapped beside its label, and nothing for
// an empty one.
func (e *env) labelled(label, value string) {
	if value == "" {
		return
	}
	const indent = 12
	lines := screen.Wrap(clean.Line(value), max(e.Width-indent, 20))
	e.printf("  %-8s  %s\n", label, strings.ReplaceAll(lines, "\n", "\n"+strings.Repeat(" ", indent)))
}

// printSum writes how the figures of a row follow from its claims.
func (e *env) printSum(x explanation) {
	s, g := x.Sum, x.Group
	e.labelled("claims", fmt.Sprintf("%d of %d scored", g.Denominator.Scored, g.Denominator.Logged))
	if s.N > 0 {
		e.labelled("Brier", fmt.Sprintf("%s = %s / %s = %s", x.meanText(), decimal(s.Brier), decimal(s.Weight), decimal(s.Brier/s.Weight)))
		e.labelled("", fmt.Sprintf("on the board %s; interval: %s", brierText(g.Figures), s.Method))
	}
	if s.Sided > 0 {
		e.labelled("right", fmt.Sprintf("%s of the %d %s = %s", decimal(s.Right), s.Sided, x.sidedText(), report.Interval(g.Hit.Share, g.Hit.Low, g.Hit.High, true)))
		e.labelled("", "interval: Jeffreys, "+x.independentText())
	}
	switch p := x.Place; {
	case p == nil:
	case p.SkillPoints == nil:
		e.labelled("record", fmt.Sprintf("mean over %s %s, shrunk towards the average %s, rank %d–%d of %d",
			plural(p.Events, "event"), decimal(p.AdjustedBrier), decimal(p.Shrunk), p.RankLow, p.RankHigh, x.Ranked))
	default:
		e.labelled("skill", fmt.Sprintf("100 × (average %s − own %s) = %+.1f [%+.1f to %+.1f], rank %d–%d of %d; own is the mean over %s, "+
			"after taking out how hard they were and shrinking towards the average", decimal(p.Shrunk+*p.SkillPoints/100), decimal(p.Shrunk), *p.SkillPoints,
			*p.SkillLow, *p.SkillHigh, p.RankLow, p.RankHigh, x.Ranked, plural(p.Events, "event")))
	}
}

// meanText is the formula of the mean Brier score.
func (x explanation) meanText() string {
	if x.Sum.Weight == float64(x.Sum.N) {
		return "Σ(p − y)² / n"
	}
	return "Σ weight × (p − y)² / Σ weight"
}

func (x explanation) sidedText() string {
	if x.Policy.Weigh == board.WeighClaims {
		return "that took a side"
	}
	return "events on which a side was taken"
}

// independentText says on how many the interval of the share rests.
func (x explanation) independentText() string {
	if x.Policy.Weigh == board.WeighClaims {
		return fmt.Sprintf("with (Σm)²/Σm² = %s as the number of independent claims, m being those on one event", decimal(x.Sum.Independent))
	}
	return fmt.Sprintf("with %s, each the share right of what was said on it", plural(x.Sum.Sided, "event"))
}

// weightText says what a claim weighs, when that is not 1.
func weightText(c explainedClaim) string {
	switch {
	case c.WhyNotIn != "":
		return "none: " + c.WhyNotIn
	case c.Weight != nil && *c.Weight != 1:
		return decimal(*c.Weight) + ": it shares its event with others of the row"
	}
	return ""
}

// partText says what one claim contributes to its speaker's figures.
func partText(x explanation) string {
	c := x.Claims[0]
	if c.Brier == nil {
		return "this claim is not in the Brier score"
	}
	if c.Weight == nil {
		return "this claim is in no mean"
	}
	return fmt.Sprintf("this claim adds %s to the sum of %s", decimal(*c.Weight**c.Brier), plural(x.Sum.N, "claim"))
}

// decimal prints a number with six decimals at most.
func decimal(x float64) string {
	return strconv.FormatFloat(math.Round(x*1e6)/1e6, 'f', -1, 64)
}
