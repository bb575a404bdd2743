package screen

import (
	"fmt"
	"strings"

	"tracker/board"
	"tracker/clean"
	"tracker/telling/report"
)

// CalibrationRows writes a calibration as bare rows.
func (sc *Screen) CalibrationRows(c report.Calibration) {
	row := func(kind string, cells ...string) { sc.Printf("%s\t%s\n", kind, strings.Join(cells, "\t")) }
	for _, b := range c.Bins {
		row("bin", bare(&b.Lo), bare(&b.Hi), fmt.Sprint(b.N), bare(&b.MeanP), bare(&b.Freq), bare(&b.WilsonLow), bare(&b.WilsonHigh))
	}
	if c.Corp != nil {
		for _, b := range c.Corp.Blocks {
			row("curve", bare(&b.PMin), bare(&b.PMax), fmt.Sprint(b.N), bare(&b.CEP))
		}
	}
	for _, b := range c.Band {
		row("band", bare(&b.P), bare(&b.Low), bare(&b.High))
	}
	for _, p := range c.Phrases {
		row("phrase", clean.Line(p.Words), bare(p.Lexicon.P), bare(p.Lexicon.Low), bare(p.Lexicon.High), fmt.Sprint(p.True), fmt.Sprint(p.N),
			bare(p.Share), bare(p.Low), bare(p.High))
	}
	sc.Sayf("%s", c.Sentence)
	sc.Sayf("%s", report.PolicySentence(c.Board))
}

// Calibration writes a calibration for a terminal of 24 lines: the diagram first
// and what it comes to; with table below it the words of confidence, what was
// left out and the policy.
func (sc *Screen) Calibration(c report.Calibration, table bool) {
	if c.N == 0 {
		sc.Sayf("there are no claims to score")
	} else {
		sc.Diagram(c.Calibration)
		sc.Paragraph(c.Sentence)
		sc.paragraphIf(report.SaidOf(c))
	}
	if !table {
		sc.paragraphIf(report.LeftOutLine(c.Board.Denominator))
		sc.paragraphIf(report.Choices(c.Board.Policy))
		return
	}
	sc.Printf("\n")
	sc.printPhrases(c.Phrases)
	for _, line := range report.LeftOut(c.Board.Denominator) {
		sc.Paragraph(line)
	}
	sc.Paragraph(report.PolicySentence(c.Board))
}

func (sc *Screen) paragraphIf(s string) {
	if s != "" {
		sc.Paragraph(s)
	}
}

// printPhrases writes the words of confidence with what came of them.
func (sc *Screen) printPhrases(list []board.PhraseBeside) {
	if len(list) == 0 {
		return
	}
	var rows [][]string
	for _, p := range list {
		lexicon := "–"
		if r := p.Lexicon; r.P != nil {
			lexicon = fmt.Sprintf("%.0f %% [%.0f–%.0f]", 100**r.P, 100**r.Low, 100**r.High)
		}
		observed := fmt.Sprintf("%d more uses needed", p.Missing)
		if p.Share != nil {
			observed = report.Interval(p.Share, p.Low, p.High, true)
		}
		rows = append(rows, []string{Shorten(p.Words, 24), lexicon, fmt.Sprintf("%d of %d", p.True, p.N), observed})
	}
	sc.DrawTable(sc.Out, []string{"words", "lexicon", "came true", "observed"}, rows)
	sc.Printf("\n")
}
