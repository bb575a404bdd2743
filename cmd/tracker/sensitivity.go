package main

import (
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/board"
	"tracker/claims"
	"tracker/clean"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// maxChanges is how many changed conclusions a line names.
const maxChanges = 3

// sensitivity makes a board again under the choices that could have been made
// otherwise.
func (f *boardFlags) sensitivity(b board.Board) (board.Sensitivity, error) {
	choices, err := otherChoices(b)
	if err != nil {
		return board.Sensitivity{}, err
	}
	_, options, err := f.policy()
	return b.Sensitivity(choices, options), err
}

// otherChoices are the choices that the board did not make.
func otherChoices(b board.Board) ([]board.Choice, error) {
	var list []board.Choice
	for _, late := range []string{"strict", "linear:30d", "decay:14d"} {
		p := b.Policy
		var err error
		if p.Late, err = scoring.ParseLate(late); err != nil {
			return nil, err
		}
		if p.Late != b.Policy.Late {
			list = append(list, board.Choice{Name: "late " + late, Policy: p})
		}
	}
	for _, windows := range []board.Windows{board.WindowsDefault, board.WindowsAll, board.WindowsExact} {
		p := b.Policy
		if p.Windows = windows; p != b.Policy {
			list = append(list, board.Choice{Name: "windows " + string(windows), Policy: p})
		}
	}
	if p := b.Policy; !p.ExcludeHindsight {
		p.ExcludeHindsight = true
		list = append(list, board.Choice{Name: "hindsight excluded", Policy: p})
	}
	for _, name := range []string{"icd203", "ipcc", "kent"} {
		scale, err := hedge.Scale(name)
		if err != nil {
			return nil, err
		}
		list = append(list, board.Choice{Name: "lexicon " + scale.Name(), Policy: b.Policy, Read: rereadIn(scale)})
	}
	for _, p := range []float64{0.85, 0.99} {
		list = append(list, board.Choice{Name: fmt.Sprintf("“will” is %.0f %%", 100*p), Policy: b.Policy, Read: willIs(p)})
	}
	return append(list, board.Choice{Name: "without partials", Policy: b.Policy, Read: noPartial}), nil
}

// rereadIn reads words of confidence in a published scale; words that it does
// not have keep their number.
func rereadIn(scale *hedge.Lexicon) func(claims.Claim) (claims.Claim, bool) {
	return func(c claims.Claim) (claims.Claim, bool) {
		if c.Hedge.Words == "" || c.Hedge.Kind == hedge.Explicit {
			return c, true
		}
		if r := scale.Read(c.Hedge.Words); r.P != nil {
			c.Hedge.P, c.Hedge.Low, c.Hedge.High, c.Hedge.Kind = r.P, r.Low, r.High, r.Kind
		}
		return c, true
	}
}

// willIs puts another number on “will”, which in reporting is often the plain
// future tense. The range grows as far as it has to.
func willIs(p float64) func(claims.Claim) (claims.Claim, bool) {
	return func(c claims.Claim) (claims.Claim, bool) {
		if c.Hedge.P == nil || c.Hedge.Kind == hedge.Explicit || hedgeRoot(c.Hedge.Words) != "will" {
			return c, true
		}
		low, high := p, p
		if c.Hedge.Low != nil && c.Hedge.High != nil {
			low, high = min(p, *c.Hedge.Low), max(p, *c.Hedge.High)
		}
		c.Hedge.P, c.Hedge.Low, c.Hedge.High = &p, &low, &high
		return c, true
	}
}

// noPartial leaves out what happened in part.
func noPartial(c claims.Claim) (claims.Claim, bool) {
	return c, c.Verdict == nil || c.Verdict.Outcome != claims.Partial
}

// printSensitivity writes one paragraph for each choice; in a pipe rows of
// choice, claims touched, scored, right, sided, Brier, changes and the first
// of them.
func (e *env) printSensitivity(b board.Board, s board.Sensitivity) {
	if !e.TTYOut {
		for _, x := range s.Choices {
			e.printf("%s\t%d\t%d\t%d\t%d\t%s\t%d\t%s\n", x.Choice, x.Touched, x.Scored, x.Right, x.Sided, bare(x.Brier), len(x.Changes), changesText(x.Changes))
		}
		e.printf("without one event\t\t\t\t\t\t%d\t%s\n", len(s.LeftOut.Changes), changesText(s.LeftOut.Changes))
		return
	}
	e.printf("\n%s\n", e.paint("What other choices would change", text.Bold))
	e.paragraph(fmt.Sprintf("as chosen: %d scored, right %s/%d, Brier %s", b.Denominator.Scored, b.Overall.Hit.Right(), b.Overall.Hit.N, brierText(b.Overall)))
	for _, x := range s.Choices {
		e.paragraph(x.Choice + ": " + effectText(x))
	}
	e.paragraph("without one event: " + leftOutText(s.LeftOut))
}

// effectText says what a choice changes, with the figures.
func effectText(x board.Effect) string {
	if x.Touched == 0 && len(x.Changes) == 0 {
		return "no claim counts otherwise"
	}
	return fmt.Sprintf("%s counted otherwise, %d scored, right %d/%d, Brier %s; %s", plural(x.Touched, "claim"), x.Scored, x.Right, x.Sided,
		places(x.Brier), changesText(x.Changes))
}

func leftOutText(l board.LeftOut) string {
	if l.Tried == 0 {
		return "there is none"
	}
	tried := fmt.Sprintf("each of %s", plural(l.Events, "event"))
	if l.Tried < l.Events {
		tried = fmt.Sprintf("the %d of %d events with the most claims", l.Tried, l.Events)
	}
	return fmt.Sprintf("%s in turn, Brier %s to %s; %s", tried, places(l.BrierLow), places(l.BrierHigh), changesText(l.Changes))
}

// changesText names the first changes, and counts the others.
func changesText(list []board.Change) string {
	if len(list) == 0 {
		return "no conclusion changes"
	}
	var parts []string
	for _, c := range list[:min(maxChanges, len(list))] {
		parts = append(parts, turnText(c))
	}
	if more := len(list) - len(parts); more > 0 {
		parts = append(parts, fmt.Sprintf("%d more (--json has all)", more))
	}
	return strings.Join(parts, "; ")
}

// turnText says which conclusion is no longer the same, and from which
// figure to which.
func turnText(c board.Change) string {
	s := ""
	switch c.Kind {
	case board.ChangeCrosses:
		s = fmt.Sprintf("Brier of %s passes 0.25, from %.3f to %.3f", c.Names[0], c.From[0], c.To[0])
	case board.ChangeOrder:
		s = fmt.Sprintf("%s is no longer better than %s in %s, from %s to %s", c.Names[0], c.Names[1], figureText(c.Figure), pairText(c.Figure, c.From), pairText(c.Figure, c.To))
	case board.ChangeApart:
		s = fmt.Sprintf("%s is shown to be ahead of %s", c.Names[0], c.Names[1])
	case board.ChangeTogether:
		s = fmt.Sprintf("%s is no longer shown to be ahead of %s", c.Names[0], c.Names[1])
	case board.ChangeDetectable:
		s = "differences between speakers become detectable"
	case board.ChangeUndetectable:
		s = "no detectable differences between speakers any more"
	case board.ChangeRanked:
		s = "speakers can be ranked"
	case board.ChangeUnranked:
		s = "fewer than two speakers are left to rank"
	}
	if c.Without != "" {
		s = "without " + c.Without + ", " + s
	}
	return clean.Line(s)
}

// pairText is the figures of two rows.
func pairText(figure string, of []float64) string {
	if figure == board.FigureHits {
		return fmt.Sprintf("%.0f and %.0f %%", 100*of[0], 100*of[1])
	}
	return fmt.Sprintf("%.3f and %.3f", of[0], of[1])
}

func figureText(figure string) string {
	if figure == board.FigureHits {
		return "hit share"
	}
	return "Brier"
}

// places prints a Brier score to three places.
func places(x *float64) string {
	if x == nil {
		return "–"
	}
	return fmt.Sprintf("%.3f", *x)
}
