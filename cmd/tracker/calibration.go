package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tracker/board"
	"tracker/calendar"
	"tracker/clean"
	"tracker/telling/report"
	"tracker/telling/screen"
)

type calibrationOptions struct {
	boardFlags
	args  []string
	plain bool
	json  bool
}

func newCalibration(e *env) *cobra.Command {
	o := &calibrationOptions{}
	cmd := &cobra.Command{
		Use:   "calibration [FILTER…]",
		Short: "Does what is said with 80 % happen in 80 of 100 cases?",
		Long: `Set what was said against what happened. First come the words of confidence, each with the number of the
lexicon and how often what was said with it came true, once it has been used 30 times and resolved. Then
the reliability diagram: to the right what was said, upwards how often it happened.

o O @  the claims of a tenth of the scale: up to 9, up to 99, more; on the right with 95 % intervals
━ ┃    the CORP curve: the frequencies as they would have to be read, never falling
░      where the curve of a calibrated speaker would be in 90 % of cases
·      said and happened alike: above it too little was said, below it too much

The curve needs 10 events. The filter and the flags are those of tracker score.

--plain, and a pipe, print rows separated by tabs, which a screen reader can follow; an unknown figure is
empty. The first word says what follows:

bin     from, to, claims, mean said, frequency, its 95 % interval
curve   from, to, claims, frequency on the curve
band    said, 5 % and 95 % of the curves of calibrated speakers
phrase  words, lexicon's number, its range, came true, resolved uses, share, its 95 % interval

Exit code 0, whatever the figures are.`,
		Example: `  tracker calibration
  tracker calibration speaker:nasa --windows all
  tracker calibration --plain
  tracker calibration --json`,
		ValidArgsFunction: e.completeFilter,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.args = args
			return calibrate(cmd.Context(), e, o)
		},
	}
	o.registerPolicy(cmd)
	e.lexiconFlags(cmd)
	cmd.Flags().BoolVar(&o.plain, "plain", false, "rows instead of a diagram")
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	exclusive(cmd, "plain", "json")
	return cmd
}

func calibrate(ctx context.Context, e *env, o *calibrationOptions) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	scored, err := e.board(ctx, b, &o.boardFlags, o.args)
	if err != nil {
		return err
	}
	lexicon, err := e.lexicon()
	if err != nil {
		return err
	}
	c := calibrated{"tracker.calibration/1", scored.AsOf, scored.Policy, scored.Calibrate(lexicon), scored}
	switch {
	case o.json:
		return e.printJSON(c)
	case o.plain || !e.TTYOut:
		e.printCalibrationRows(c)
	default:
		e.printCalibration(c)
	}
	return nil
}

// calibrated is the calibration of a board, with what it rests on.
type calibrated struct {
	Schema string       `json:"schema"`
	AsOf   calendar.Day `json:"as_of"`
	Policy board.Policy `json:"policy"`
	board.Calibrated

	board board.Board
}

// printCalibrationRows writes a calibration as bare rows.
func (e *env) printCalibrationRows(c calibrated) {
	row := func(kind string, cells ...string) { e.printf("%s\t%s\n", kind, strings.Join(cells, "\t")) }
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
	e.sayf("%s", c.Sentence)
	e.sayf("%s", report.PolicySentence(c.board))
}

// printCalibration writes a calibration for a terminal: the diagram and what
// it comes to stand last, where they are in sight.
func (e *env) printCalibration(c calibrated) {
	if c.N == 0 {
		e.sayf("there are no claims to score")
	}
	e.printPhrases(c.Phrases)
	for _, line := range report.LeftOut(c.board.Denominator) {
		e.paragraph(line)
	}
	e.paragraph(report.PolicySentence(c.board))
	if c.N > 0 {
		e.printf("\n")
		e.Diagram(c.Calibration)
		e.paragraph(c.Sentence)
	}
}

// printPhrases writes the words of confidence with what came of them.
func (e *env) printPhrases(list []board.PhraseBeside) {
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
		rows = append(rows, []string{screen.Shorten(p.Words, 24), lexicon, fmt.Sprintf("%d of %d", p.True, p.N), observed})
	}
	e.DrawTable(e.Out, []string{"words", "lexicon", "came true", "observed"}, rows)
	e.printf("\n")
}
