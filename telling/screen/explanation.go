package screen

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
)

// Explanation writes an explanation; one is the id of the only claim
// wanted, or 0.
func (sc *Screen) Explanation(x report.Explanation, one claims.ID) {
	for i, c := range x.Claims {
		if i > 0 {
			sc.Printf("\n")
		}
		sc.printExplained(c)
	}
	sc.explainOutlook(x.Outlook)
	sc.Printf("\n%s\n", sc.Paint(Wrap(clean.Line(x.Group.Name), sc.Width), text.Bold))
	if one != 0 {
		sc.labelled("part", partText(x))
	}
	sc.printSum(x, one == 0)
	sc.Paragraph(x.PolicySentence)
}

// printExplained writes one claim as a block of labelled lines.
func (sc *Screen) printExplained(c report.ExplainedClaim) {
	sc.Printf("%s\n", sc.Paint(Wrap(fmt.Sprintf("%d  %s", c.ID, clean.Line(c.Statement)), sc.Width), text.Bold))
	if c.Quote != "" {
		sc.labelled("quote", "“"+strings.Trim(c.Quote, "“”\"")+"”")
		sc.labelled("", c.ReportedBy())
	}
	sc.labelled("said", report.StatedLine(c.StatedOn))
	if c.Hindsight {
		sc.labelled("recorded", "here when it could be known what came of it")
	}
	for _, k := range c.CarriedBy {
		sc.labelled("source", strings.TrimSpace(k.Source+"  "+k.URL))
	}
	sc.labelled("event", c.Event)
	if c.Polarity == claims.WillNot {
		sc.labelled("polarity", "says it will not happen")
	}
	sc.labelled("hedge", report.HedgeLine(c.AsSaid())+c.NumberFrom())
	sc.labelled("", c.HedgeSource)
	sc.labelled("window", report.WindowLine(c.Window))
	if c.RuleSentence != "" {
		sc.labelled("", c.Window.Rule+": "+c.RuleSentence)
	}
	sc.labelled("", c.ConditionLine())
	sc.printJudgement(c)
}

// printJudgement writes what became of a claim, and what follows for its score.
func (sc *Screen) printJudgement(c report.ExplainedClaim) {
	if v := c.Verdict; v != nil {
		sc.labelled("verdict", report.JudgedLine(c.Side, c.Window, &claims.Verdict{
			Outcome: v.Outcome, Extent: v.Extent, Day: v.Day, Timing: v.Timing, Reason: v.Reason}))
		sc.labelled("because", v.Note)
		for _, x := range v.Evidence {
			sc.labelled("evidence", strings.TrimSpace(x.URL+x.File+"  "+x.SHA256))
		}
		sc.labelled("disputed", c.Reply())
	}
	for i, step := range c.Steps {
		label := ""
		if i == 0 {
			label = "score"
		}
		sc.labelled(label, step)
	}
	if c.Why != "" {
		sc.labelled("no score", c.Why)
	}
	sc.labelled("weight", weightText(c))
	if c.Brier == nil {
		sc.labelled("side", report.SideLine(c.Claim))
	}
}

// labelled writes a labelled text, wrapped beside its label, and nothing for
// an empty one.
func (sc *Screen) labelled(label, value string) {
	if value == "" {
		return
	}
	const indent = 12
	lines := Wrap(clean.Line(value), max(sc.Width-indent, 20))
	sc.Printf("  %-8s  %s\n", label, strings.ReplaceAll(lines, "\n", "\n"+strings.Repeat(" ", indent)))
}

// printSum writes how the figures of a row follow from its claims; whole adds
// which claims every count is made of.
func (sc *Screen) printSum(x report.Explanation, whole bool) {
	s, g := x.Sum, x.Group
	sc.labelled("claims", fmt.Sprintf("%d of %d scored", g.Denominator.Scored, g.Denominator.Logged))
	if whole {
		sc.lines(x.CountedLines())
	}
	if s.N > 0 {
		sc.labelled("Brier", fmt.Sprintf("%s = %s / %s = %s", meanText(x), decimal(s.Brier), decimal(s.Weight), decimal(s.Brier/s.Weight)))
		sc.labelled("", fmt.Sprintf("on the board %s; interval: %s", brierText(g.Figures), s.Method))
	}
	sc.labelled("crowd", report.Crowd(g.Crowd))
	if s.Sided > 0 {
		sc.labelled("right", fmt.Sprintf("%s of the %d %s = %s", decimal(s.Right), s.Sided, sidedText(x), report.Interval(g.Hit.Share, g.Hit.Low, g.Hit.High, true)))
		sc.labelled("", "interval: Jeffreys, "+independentText(x))
	}
	if whole {
		sc.lines(x.PromiseLines())
	}
	sc.lines(x.PlaceLines())
}

func (sc *Screen) lines(list []report.Labelled) {
	for _, l := range list {
		sc.labelled(l.Label, l.Text)
	}
}

// explainOutlook walks an outlook down to the promises it rests on.
func (sc *Screen) explainOutlook(s *report.OutlookSteps) {
	if s == nil {
		return
	}
	promises, curve, dates := s.Lines()
	for _, block := range []struct {
		label string
		lines []string
	}{{"outlook", []string{s.Sentence}}, {"such", promises}, {"curve", curve}, {"dates", dates}} {
		for i, line := range block.lines {
			if i > 0 {
				block.label = ""
			}
			sc.labelled(block.label, line)
		}
	}
}

// meanText is the formula of the mean Brier score.
func meanText(x report.Explanation) string {
	if x.Sum.Weight == float64(x.Sum.N) {
		return "Σ(p − y)² / n"
	}
	return "Σ weight × (p − y)² / Σ weight"
}

func sidedText(x report.Explanation) string {
	if x.Policy.Weigh == board.WeighClaims {
		return "that took a side"
	}
	return "events on which a side was taken"
}

// independentText says on how many the interval of the share rests.
func independentText(x report.Explanation) string {
	if x.Policy.Weigh == board.WeighClaims {
		return fmt.Sprintf("with (Σm)²/Σm² = %s as the number of independent claims, m being those on one event", decimal(x.Sum.Independent))
	}
	return fmt.Sprintf("with %s, each the share right of what was said on it", report.Count(x.Sum.Sided, "event"))
}

// weightText says what a claim weighs, when that is not 1.
func weightText(c report.ExplainedClaim) string {
	switch {
	case c.WhyNotIn != "":
		return "none: " + c.WhyNotIn
	case c.Weight != nil && *c.Weight != 1:
		return decimal(*c.Weight) + ": it shares its event with others of the row"
	}
	return ""
}

// partText says what one claim contributes to its speaker's figures.
func partText(x report.Explanation) string {
	c := x.Claims[0]
	if c.Brier == nil {
		return "this claim is not in the Brier score"
	}
	if c.Weight == nil {
		return "this claim is in no mean"
	}
	return fmt.Sprintf("this claim adds %s to the sum of %s", decimal(*c.Weight**c.Brier), report.Count(x.Sum.N, "claim"))
}

// decimal prints a number with six decimals at most.
func decimal(x float64) string {
	return strconv.FormatFloat(math.Round(x*1e6)/1e6, 'f', -1, 64)
}
