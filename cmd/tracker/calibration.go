package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/board"
	"tracker/telling/report"
)

type calibrationOptions struct {
	boardFlags
	args  []string
	plain bool
	table bool
	json  bool
}

func newCalibration(e *env) *cobra.Command {
	o := &calibrationOptions{}
	cmd := &cobra.Command{
		Use:   "calibration [FILTER…]",
		Short: "Does what is said with 80 % happen in 80 of 100 cases?",
		Long: `Set what was said against what happened, in the 24 lines of a terminal: the reliability diagram, to the right
what was said, upwards how often it happened; what it comes to; and what the words gave on average, read as numbers, where it came in time
and where it did not. --table adds the words of confidence, each with the number of the lexicon and how often
what was said with it came true, once it has been used 30 times and resolved.

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
  tracker calibration --table
  tracker calibration --plain
  tracker calibration --json`,
		ValidArgsFunction: e.offers().Filter,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.args = args
			return calibrate(cmd.Context(), e, o)
		},
	}
	o.registerPolicy(cmd)
	e.lexiconFlags(cmd)
	cmd.Flags().BoolVar(&o.plain, "plain", false, "rows instead of a diagram")
	cmd.Flags().BoolVar(&o.table, "table", false, "below the diagram the words of confidence, what was left out, and the policy")
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	exclusive(cmd, "plain", "json", "table")
	return cmd
}

func calibrate(ctx context.Context, e *env, o *calibrationOptions) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	scored, err := e.part(ctx, b, &o.boardFlags, o.args, board.PartClaims)
	if err != nil {
		return err
	}
	lexicon, err := e.Hedges()
	if err != nil {
		return err
	}
	c := report.NewCalibration(scored, lexicon)
	switch {
	case o.json:
		return e.JSON(c)
	case o.plain || !e.TTYOut:
		e.CalibrationRows(c)
	default:
		e.Calibration(c, o.table)
	}
	return nil
}
