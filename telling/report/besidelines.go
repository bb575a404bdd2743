package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"tracker/clean"
	"tracker/scoring"
)

// maxBeside is how many other speakers an explanation names; JSON has all.
const maxBeside = 12

// PlaceLines say how the place of a speaker follows from the losses on every
// event: the mean, how it is shrunk, and how far the others lie.
func (x Explanation) PlaceLines() []Labelled {
	p, b := x.Place, x.Beside
	if p == nil || b == nil {
		return []Labelled{{"rank", fmt.Sprintf("none: it takes %d events with a probability, and another speaker who has them", x.Policy.MinEvents)}}
	}
	label := "record"
	if b.Mode == scoring.ModeSkill {
		label = "skill"
	}
	keep := 0.0
	if p.SE > 0 {
		keep = p.SD * p.SD / (p.SE * p.SE)
	}
	lines := []Labelled{{label, meanOfCells(b, p)}, {"", errorText(b, p)},
		{"", fmt.Sprintf("shrunk towards the average %s of the ranked: of the difference %s stays, the less the wider the standard error %s: %s + %s × (%s − %s) = %s",
			six(x.Mu), six(keep), six(p.SE), six(x.Mu), six(keep), six(p.AdjustedBrier), six(x.Mu), six(p.Shrunk))}}
	if p.SkillPoints != nil {
		lines = append(lines, Labelled{"", fmt.Sprintf("skill points: 100 × (average %s − own %s) = %+.1f [%+.1f to %+.1f]", six(x.Mu), six(p.Shrunk), *p.SkillPoints, *p.SkillLow, *p.SkillHigh)})
	}
	lines = append(lines, besideLines(b)...)
	return append(lines, Labelled{"rank", rankText(x)})
}

// meanOfCells is the mean Brier score over events, each with its part.
func meanOfCells(b *scoring.Beside, p *scoring.Place) string {
	parts := []string{}
	for _, c := range b.Cells {
		loss := six(c.Loss)
		if c.Difficulty != nil && c.Speakers > 1 {
			loss = fmt.Sprintf("(%s %s)", loss, strings.Replace(fmt.Sprintf("%+.6g", -math.Round(*c.Difficulty*1e6)/1e6), "-", "−", 1))
		} else if c.Difficulty != nil {
			loss = six(c.Loss - *c.Difficulty)
		}
		name := clean.Line(c.Event)
		if name == "" {
			name = "a claim without an event"
		}
		parts = append(parts, name+" "+loss)
	}
	what := "event"
	if b.Mode == scoring.ModeSkill {
		what = "question"
	}
	text := fmt.Sprintf("mean over %s: %s = %s", Count(len(b.Cells), what), "("+strings.Join(parts, " + ")+") / "+strconv.Itoa(len(b.Cells)), six(p.AdjustedBrier))
	if b.Mode == scoring.ModeSkill {
		text += fmt.Sprintf("; set against each loss is how hard its question was: what its speakers lost beyond their own means, summed and shrunk; %d of the questions another ranked speaker addressed", p.Shared)
	}
	return text
}

// errorText says where the standard error comes from.
func errorText(b *scoring.Beside, p *scoring.Place) string {
	s := b.Spread
	if b.Mode == scoring.ModeSkill {
		return fmt.Sprintf("standard error √(%s × %s) = %s: what the fit leaves over, to a degree of freedom, times how far these %s leave the level open",
			six(s.Left), six(s.Leverage), six(p.SE), Count(s.N, "question"))
	}
	borrowed := fmt.Sprintf("(Σ(loss − mean)² %s + 10 × %s) / (%d + 9) / %d = %s", six(s.Squares), six(s.Pooled), s.N, s.N, six(s.Borrowed))
	return fmt.Sprintf("standard error √ of the larger of %s, where %s is how losses vary around the means of all speakers, and %s, with two pseudo-events at the best and the worst loss: %s",
		borrowed, six(s.Pooled), six(s.Pseudo), six(p.SE))
}

// besideLines say of every other speaker how great the difference is, and how
// great it would have to be.
func besideLines(b *scoring.Beside) []Labelled {
	if len(b.Others) == 0 {
		return []Labelled{{"beside", "nobody: what they share leaves nothing to judge by"}}
	}
	gate := fmt.Sprintf("were all alike and the losses dealt out by lot, two would lie as far apart in %.2g of cases", b.GateP)
	if b.GateP > 0.05 {
		gate += ": above 0.05, so that no difference is shown"
	}
	on := "between the means"
	if b.Mode == scoring.ModeSkill {
		on = "on the questions that the ranked share"
	}
	lines := []Labelled{{"beside", fmt.Sprintf("a difference %s is shown when it passes c = %.2f standard errors, which allows for all pairs at once: of %s on which all are equal, the greatest distance stays below it on 95 of 100; %s", on, b.Critical, Count(b.Draws, "drawn board"), gate)}}
	for _, o := range b.Others[:min(maxBeside, len(b.Others))] {
		lines = append(lines, Labelled{"", otherText(o, b.Critical)})
	}
	if more := len(b.Others) - maxBeside; more > 0 {
		lines = append(lines, Labelled{"", fmt.Sprintf("and %d more (--json has all)", more)})
	}
	return lines
}

func otherText(o scoring.Other, c float64) string {
	text := fmt.Sprintf("%s: %+.3f, to pass %.2f × %.3f = %.3f: ", clean.Line(o.Name), o.Difference, c, o.Error, o.Bar)
	switch o.Named {
	case "":
		return text + "no difference shown"
	case scoring.NamedSurer:
		return text + fmt.Sprintf("%s's figure is lower; beyond what the numbers let expect %+.3f, to pass %.3f: only surer things", clean.Line(o.Better), *o.Words, *o.WordsBar)
	case scoring.NamedRecord:
		if o.Words != nil {
			text += fmt.Sprintf("beyond what the numbers let expect %+.3f, to pass %.3f: ", *o.Words, *o.WordsBar)
		}
	}
	return text + fmt.Sprintf("%s's %s is better", clean.Line(o.Better), o.Named)
}

// rankText says where the interval of the rank comes from.
func rankText(x Explanation) string {
	better, worse := 0, 0
	for _, o := range x.Beside.Others {
		switch o.Better {
		case "":
		case o.Name:
			better++
		default:
			worse++
		}
	}
	return fmt.Sprintf("%d–%d of %d: %d with a figure shown to be lower, %d shown to be higher", x.Place.RankLow, x.Place.RankHigh, x.Ranked, better, worse)
}

// six prints a number with six decimals at most.
func six(x float64) string {
	return strings.Replace(strconv.FormatFloat(math.Round(x*1e6)/1e6, 'f', -1, 64), "-", "−", 1)
}
