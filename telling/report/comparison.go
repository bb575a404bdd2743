package report

import (
	"fmt"
	"math"
	"strings"

	"tracker/board"
	"tracker/calendar"
	"tracker/clean"
	"tracker/scoring"
)

// Comparison is two speakers of a board, with what the board rests on.
type Comparison struct {
	Schema string       `json:"schema"`
	AsOf   calendar.Day `json:"as_of"`
	Policy board.Policy `json:"policy"`
	board.Compared

	PolicySentence string `json:"-"`
}

// NewComparison sets two speakers of a board side by side.
func NewComparison(scored board.Board, a, b string) Comparison {
	return Comparison{"tracker.compare/1", scored.AsOf, scored.Policy, scored.Compare(a, b), PolicySentence(scored)}
}

// Sentences say what a comparison comes to, the verdict first.
func (c Comparison) Sentences() []string {
	list := []string{clean.Line(c.Verdict)}
	if c.Enough() {
		list = append(list, c.differenceSentence()+"; below 0 A did better", clean.Line(c.readingsSentence()))
	}
	if s := c.Sides; s.PValue != nil {
		list = append(list, fmt.Sprintf("sides alone: A right more often on %d, B on %d of %s; p = %.3g (sign test)", s.A, s.B, Count(s.Events, "event"), *s.PValue))
	}
	if l := c.Leads; l.A != nil {
		list = append(list, fmt.Sprintf("said ahead, median: A %s, B %s; A spoke later on %d of %d, B on %d", Count(int(math.Round(*l.A)), "day"), Count(int(math.Round(*l.B)), "day"), l.ALater, l.Pairs, l.BLater))
	}
	for _, u := range c.Left {
		list = append(list, fmt.Sprintf("not compared: claims %s and %s, %s", u.A, u.B, u.Reason))
	}
	return list
}

func (c Comparison) differenceSentence() string {
	text := fmt.Sprintf("mean difference over %s: %+.3f", Count(c.Events, "event"), *c.Difference)
	if c.Low != nil {
		text += fmt.Sprintf(", 95 %% interval %+.3f to %+.3f", *c.Low, *c.High)
	}
	if c.PValue != nil {
		text += fmt.Sprintf("; p = %.3g (signs flipped by event)", *c.PValue)
		if c.Words {
			text += fmt.Sprintf(", at the worst reading %.3g", *c.PWorst)
		}
	}
	return text
}

// Difference is how far apart two speakers are, with the p-value that decides:
// "A − B -0.455 (-0.613 to -0.300), p = 0.002".
func Difference(c scoring.Comparison) string {
	switch {
	case c.Difference != nil && c.PHolm != nil:
		text := fmt.Sprintf("A − B %+.3f", *c.Difference)
		if c.Low != nil {
			text += fmt.Sprintf(" (%+.3f to %+.3f)", *c.Low, *c.High)
		}
		return text + fmt.Sprintf(", p = %.2g", *c.PHolm)
	case c.Sides.PHolm != nil:
		return fmt.Sprintf("A right more often on %d, B on %d, p = %.2g", c.Sides.A, c.Sides.B, *c.Sides.PHolm)
	}
	return ""
}

func (c Comparison) readingsSentence() string {
	if !c.Words {
		return "the numbers are the speakers' own: there are no words to read otherwise"
	}
	text := fmt.Sprintf("over all readings of the words of confidence: %+.3f to %+.3f", *c.Best, *c.Worst)
	if len(c.DependsOn) > 0 {
		text += "; what stands depends on *" + strings.Join(c.DependsOn, "*, *") + "*"
	}
	return text
}
