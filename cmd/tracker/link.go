package main

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"tracker/claims"
)

type linkOptions struct {
	ref, repeats, supersedes string
}

func newLink(e *env) *cobra.Command {
	o := &linkOptions{}
	cmd := &cobra.Command{
		Use:   "link ID --repeats ID | --supersedes ID",
		Short: "Link a claim to the earlier one it repeats or replaces",
		Long: `Link a claim to an earlier claim of the same speaker on the same event: --repeats when it says the same
again, --supersedes when it moves the deadline ("two more weeks"). Reports count the postponements of
a chain and the days it slipped.`,
		Example:           "  tracker link 7 --supersedes 3",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: e.offers().IDs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.ref = args[0]
			return link(cmd.Context(), e, o)
		},
	}
	cmd.Flags().StringVar(&o.repeats, "repeats", "", "the earlier claim's `ID`")
	cmd.Flags().StringVar(&o.supersedes, "supersedes", "", "the earlier claim's `ID`")
	exclusive(cmd, "repeats", "supersedes")
	return cmd
}

func link(ctx context.Context, e *env, o *linkOptions) error {
	if o.repeats+o.supersedes == "" {
		return usage("link needs the earlier claim").WithHint("tracker link %s --repeats ID, or --supersedes ID", o.ref)
	}
	b, c, err := e.claim(ctx, o.ref)
	if err != nil {
		return err
	}
	earlier, err := b.Claim(ctx, cmp.Or(o.repeats, o.supersedes))
	if err != nil {
		return err
	}
	before, err := b.Chain(ctx, earlier)
	if err != nil {
		return err
	}
	verb := "repeats"
	if o.supersedes != "" {
		verb = "supersedes"
	}
	_, err = b.Change(ctx, e.command("link"), []claims.ID{c.ID}, "", func(c *claims.Claim) error {
		if o.supersedes != "" {
			return c.Supersede(earlier, before...)
		}
		return c.Repeat(earlier, before...)
	})
	if err == nil {
		e.Sayf("claim %d %s claim %d", c.ID, verb, earlier.ID)
	}
	return err
}
