package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/board"
	"tracker/telling/report"
)

type compareOptions struct {
	boardFlags
	a, b string
	all  bool // every two speakers instead
	args []string
	json bool
}

func newCompare(e *env) *cobra.Command {
	o := &compareOptions{}
	cmd := &cobra.Command{
		Use:   "compare A B [FILTER…] | --all [FILTER…]",
		Short: "Two speakers on the questions both answered",
		Long: `Set speaker A against speaker B on the questions that both answered: the same event, windows that end
within three days of each other, and leads (from the statement to the end of its window) within a factor of
two, because who speaks later knows more. What was said on the same event and cannot be compared is listed
with the reason. One line stands for each event: the mean Brier score of each and the difference, below 0
where A did better. At the foot stand the mean difference with its 95 % interval, the chance of a difference
as great if the two were equal (every event's sign flipped, both ways), also at the worst reading of the
words of confidence, everybody's "could" alike, and the same test on sides alone. It ends in a verdict:

A ahead                               p < 0.05, and the numbers are the speakers' own
A ahead under every reading           p < 0.05 even at the worst reading of the words
A ahead, but it depends on *could*    p < 0.05, and the words named would change it
not a comparison of skill             one of the two spoke later too often
no difference could be shown          p ≥ 0.05
too few to tell                       fewer than six events

Claims without an event are left out. The filter and the flags are those of tracker score. In a pipe the
columns are event, claims of A, Brier of A, claims of B, Brier of B, difference, separated by tabs.

--all compares every two speakers who spoke about the same events, as one family: p-values are adjusted for
their number (Holm), and the clearest come first. In a pipe the columns are A, B, events, difference, p, p
adjusted, events on which both took a side, those on which A and on which B was right more often, p adjusted.

Exit codes: 0 whatever the verdict, 2 wrongly typed or a part of several names, 4 no such speaker.`,
		Example: `  tracker compare apple nasa
  tracker compare "Donald Trump" "Marco Rubio" --windows all
  tracker compare apple nasa --windows all --json
  tracker compare --all`,
		Args: func(cmd *cobra.Command, args []string) error {
			if o.all {
				return nil
			}
			return cobra.MinimumNArgs(2)(cmd, args)
		},
		ValidArgsFunction: e.completeCompared,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.all {
				o.args = args
				return compareAll(cmd.Context(), e, o)
			}
			o.a, o.b, o.args = args[0], args[1], args[2:]
			return compare(cmd.Context(), e, o)
		},
	}
	o.registerPolicy(cmd)
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	cmd.Flags().BoolVar(&o.all, "all", false, "every two speakers who spoke about the same events; the arguments are filters")
	return cmd
}

// completeCompared offers two speakers, then filters.
func (e *env) completeCompared(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 1 {
		return e.offers().Filter(cmd, args, typed)
	}
	return e.offers().Names("speaker")(cmd, args, typed)
}

func compare(ctx context.Context, e *env, o *compareOptions) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	var names [2]string
	for i, ref := range []string{o.a, o.b} {
		if names[i], err = b.Speaker(ctx, ref); err != nil {
			return err
		}
	}
	if names[0] == names[1] {
		return usage("both are %s", names[0]).WithHint("tracker compare A B, two speakers")
	}
	scored, err := e.part(ctx, b, &o.boardFlags, o.args, board.PartBetween, names[:]...)
	if err != nil {
		return err
	}
	c := report.NewComparison(scored, names[0], names[1])
	if o.json {
		return e.JSON(c)
	}
	e.Comparison(c)
	return nil
}

func compareAll(ctx context.Context, e *env, o *compareOptions) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	scored, err := e.part(ctx, b, &o.boardFlags, o.args, board.PartClaims)
	if err != nil {
		return err
	}
	p := e.Progress(-1, "comparing speakers")
	all, err := report.CompareAll(ctx, scored, p.Steps)
	p.Done()
	if err != nil {
		return err
	}
	if o.json {
		return e.JSON(all)
	}
	e.ComparedAll(all.Comparisons)
	e.Sayf("%s", report.PolicySentence(scored))
	return nil
}
