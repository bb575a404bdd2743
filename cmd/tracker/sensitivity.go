package main

import (
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/board"
	"tracker/clean"
	"tracker/scoring"
)

// maxChanges is how many changed conclusions a line names.
const maxChanges = 3

// sensitivity makes a board again under the choices that could have been made
// otherwise.
func (e *env) sensitivity(f *boardFlags, b board.Board) (board.Sensitivity, error) {
	_, options, err := f.policy()
	if err != nil {
		return board.Sensitivity{}, err
	}
	lexicon, err := e.lexicon()
	if err != nil {
		return board.Sensitivity{}, err
	}
	choices, err := b.Choices(lexicon)
	options.Root = board.Root(lexicon)
	return b.Sensitivity(choices, options), err
}

// printSensitivity writes one paragraph for each choice; in a pipe rows of
// choice, claims touched, scored, right, sided, Brier, changes and the first
// of them.
func (e *env) printSensitivity(b board.Board, s board.Sensitivity) {
	if !e.TTYOut {
		for _, x := range s.Choices {
			e.printf("%s\t%d\t%d\t%s\t%d\t%s\t%d\t%s\n", x.Choice, x.Touched, x.Scored, bare(&x.Right), x.Sided, bare(x.Brier), len(x.Changes), changesText(x.Changes))
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
	return fmt.Sprintf("%s counted otherwise, %d scored, right %s/%d, Brier %s; %s", plural(x.Touched, "claim"), x.Scored, scoring.Hit{K: x.Right}.Right(), x.Sided,
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
