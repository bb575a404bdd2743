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

A ahead under every reading           p < 0.05 even at the worst reading of the words
A ahead, but it depends on *could*    p < 0.05, and the words named would change it
not a comparison of skill             one of the two spoke later too often
no difference could be shown          p ≥ 0.05
too few                               fewer than six events

Claims without an event are left out. The filter and the flags are those of tracker score. In a pipe the
columns are event, claims of A, Brier of A, claims of B, Brier of B, difference, separated by tabs.

--all compares every two speakers who spoke about the same events, as one family: p-values are adjusted for
their number (Holm), and the clearest come first. In a pipe the columns are A, B, events, difference, p, p
adjusted, events on which both took a side, those on which A and on which B was right more often, p adjusted.

Exit codes: 0 whatever the verdict, 2 wrongly typed or a part of several names, 4 no such speaker.`,
		Example: `  tracker compare apple nasa
  tracker compare "Donald Trump" "U.S. administration" --windows all
  tracker compare trump rubio --windows all --json
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
		return e.completeFilter(cmd, args, typed)
	}
	return e.completeNames("speaker")(cmd, args, typed)
}

func compare(ctx context.Context, e *env, o *compareOptions) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	var names [2]string
	for i, ref := range []string{o.a, o.b} {
		if names[i], err = e.speakerNamed(ctx, b, ref); err != nil {
			return err
		}
	}
	if names[0] == names[1] {
		return usage("both are %s", names[0]).WithHint("tracker compare A B, two speakers")
	}
	scored, err := e.board(ctx, b, &o.boardFlags, o.args)
	if err != nil {
		return err
	}
	c := comparison{"tracker.compare/1", scored.AsOf, scored.Policy, scored.Compare(names[0], names[1]), report.PolicySentence(scored)}
	if o.json {
		return e.printJSON(c)
	}
	e.printComparison(c)
	return nil
}

// comparison is two speakers of a board, with what the board rests on.
type comparison struct {
	Schema string       `json:"schema"`
	AsOf   calendar.Day `json:"as_of"`
	Policy board.Policy `json:"policy"`
	board.Compared

	policySentence string
}

// printComparison writes a comparison: a line for each event, and what they
// come to. In a pipe the sentences go to standard error.
func (e *env) printComparison(c comparison) {
	if !e.TTYOut {
		for _, x := range c.PerEvent {
			e.printf("%s\n", strings.Join([]string{clean.Line(x.Event), fmt.Sprint(len(x.A.Claims)), bare(&x.A.Brier),
				fmt.Sprint(len(x.B.Claims)), bare(&x.B.Brier), bare(&x.Difference)}, "\t"))
		}
		for _, s := range append(c.sentences(), c.policySentence) {
			e.sayf("%s", s)
		}
		return
	}
	legend := fmt.Sprintf("A is %s, B is %s.", clean.Line(c.A), clean.Line(c.B))
	if len(c.PerEvent) == 0 {
		e.paragraph(legend)
	} else {
		e.paragraph(legend + " Brier on each event, and of how many claims:")
		var rows [][]string
		for _, x := range c.PerEvent {
			rows = append(rows, []string{meanText(x.A), meanText(x.B), fmt.Sprintf("%+.3f", x.Difference), clean.Line(x.Event)})
		}
		e.printf("\n")
		e.DrawTable(e.Out, []string{"A", "B", "A − B", "event"}, rows)
	}
	e.printf("\n")
	for _, s := range c.sentences() {
		e.paragraph(s)
	}
	e.paragraph(c.policySentence)
}

func meanText(s board.ComparedClaims) string { return fmt.Sprintf("%.3f (%d)", s.Brier, len(s.Claims)) }

// sentences say what a comparison comes to, the verdict first.
func (c comparison) sentences() []string {
	list := []string{clean.Line(c.Verdict)}
	if c.Difference != nil {
		list = append(list, c.differenceSentence()+"; below 0 A did better", clean.Line(c.readingsSentence()))
	}
	if s := c.Sides; s.PValue != nil {
		list = append(list, fmt.Sprintf("sides alone: A right more often on %d, B on %d of %s; p = %.3g (sign test)", s.A, s.B, plural(s.Events, "event"), *s.PValue))
	}
	if l := c.Leads; l.A != nil {
		list = append(list, fmt.Sprintf("said ahead, median: A %.0f days, B %.0f days; A spoke later on %d of %d, B on %d", *l.A, *l.B, l.ALater, l.Pairs, l.BLater))
	}
	for _, u := range c.Left {
		list = append(list, fmt.Sprintf("not compared: claims %s and %s, %s", u.A, u.B, u.Reason))
	}
	return list
}

func (c comparison) differenceSentence() string {
	text := fmt.Sprintf("mean difference over %s: %+.3f", plural(c.Events, "event"), *c.Difference)
	if c.Low != nil {
		text += fmt.Sprintf(", 95 %% interval %+.3f to %+.3f", *c.Low, *c.High)
	}
	if c.PValue != nil {
		text += fmt.Sprintf("; p = %.3g, at the worst reading %.3g (signs flipped by event)", *c.PValue, *c.PWorst)
	}
	return text
}

func (c comparison) readingsSentence() string {
	text := fmt.Sprintf("over all readings of the words of confidence: %+.3f to %+.3f", *c.Best, *c.Worst)
	if len(c.DependsOn) > 0 {
		text += "; what stands depends on *" + strings.Join(c.DependsOn, "*, *") + "*"
	}
	return text
}
