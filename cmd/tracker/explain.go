package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/store"
	"tracker/telling/report"
)

type explainOptions struct {
	boardFlags
	about string // a speaker or the id of a claim
	args  []string
	json  bool
}

func newExplain(e *env) *cobra.Command {
	o := &explainOptions{}
	cmd := &cobra.Command{
		Use:   "explain SPEAKER|ID [FILTER…]",
		Short: "The arithmetic of one score, claim by claim",
		Long: `Show how one row of tracker score comes about: for every claim of a speaker the quote, what the words of
confidence stand for and who says so, the window and the rule it was read by, the verdict and its
evidence, and the formula with its numbers; at the foot the sums, which are the figures of the board, of which
claims every count is made, and how long each promise took. With ID it is one claim, and its part in its speaker's
score; the outlook of an open promise is walked down to the promises it rests on, their curve, and its dates.

SPEAKER is the name, or a part of it that no other speaker has. The filter and the flags are those of
tracker score: give the same ones to see the same figures.

Exit codes: 0 done, 2 wrongly typed or a part of several names, 4 no such speaker or claim.`,
		Example: `  tracker explain tesla
  tracker explain 12
  tracker explain "Joe Biden" --windows all --json`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: e.completeExplained,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.about, o.args = args[0], args[1:]
			return explain(cmd.Context(), e, o)
		},
	}
	o.registerPolicy(cmd)
	e.lexiconFlags(cmd)
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	return cmd
}

// completeExplained offers speakers, or ids after a digit, and then filters.
func (e *env) completeExplained(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return e.offers().Filter(cmd, args, typed)
	}
	if typed != "" && strings.Trim(typed, "0123456789") == "" {
		return e.offers().IDs(1)(cmd, args, typed)
	}
	return e.offers().Names("speaker")(cmd, args, typed)
}

func explain(ctx context.Context, e *env, o *explainOptions) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	speaker, one, err := e.explained(ctx, b, o.about)
	if err != nil {
		return err
	}
	scored, err := e.placeOf(ctx, b, &o.boardFlags, o.args, speaker)
	if err != nil {
		return err
	}
	lexicon, err := e.Hedges()
	if err != nil {
		return err
	}
	x := report.NewExplanation(scored, speaker, lexicon)
	if one != 0 {
		x.Claims = slices.DeleteFunc(x.Claims, func(c report.ExplainedClaim) bool { return c.ID != one })
		c, err := b.Claim(ctx, idText(one))
		if err != nil {
			return err
		}
		if x.Outlook, err = e.outlooks(b).Explained(ctx, &c); err != nil {
			return err
		}
	}
	switch {
	case len(x.Claims) == 0:
		return (&claims.Error{Kind: claims.NotFound, Msg: "nothing of " + o.about + " is left by the filter and the flags"}).
			WithHint("tracker explain %s, without them", o.about)
	case o.json:
		return e.JSON(x)
	}
	e.Explanation(x, one)
	return nil
}

// explained finds what a user wants explained: a claim, by its id, or else a
// speaker. id is 0 for a speaker.
func (e *env) explained(ctx context.Context, b *store.Book, ref string) (speaker string, id claims.ID, err error) {
	c, err := b.Claim(ctx, ref)
	switch {
	case err == nil:
		return c.Speaker, c.ID, nil
	case !store.IsNotFound(err):
		return "", 0, err
	case strings.Trim(ref, "0123456789") == "":
		return "", 0, err
	}
	speaker, err = b.Speaker(ctx, ref)
	return speaker, 0, err
}
