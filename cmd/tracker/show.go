package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/telling/report"
	"tracker/telling/screen"
)

type showOptions struct {
	ref  string
	json bool
}

func newShow(e *env) *cobra.Command {
	o := &showOptions{}
	cmd := &cobra.Command{
		Use:               "show ID",
		Short:             "Show one claim whole",
		Long:              "Show one claim whole: what was said, by whom, how it was understood, the verdict and its evidence. An open\npromise or plan has an outlook: how long such promises of its speaker (else of a tag, else of the book) took.\nID is the short number, the uid, or the beginning of a uid, past its first dash.",
		Example:           "  tracker show 1\n  tracker show 1 --json",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: e.offers().IDs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.ref = args[0]
			return show(cmd.Context(), e, o)
		},
	}
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	return cmd
}

func show(ctx context.Context, e *env, o *showOptions) error {
	b, c, err := e.claim(ctx, o.ref)
	if err != nil {
		return err
	}
	ahead, err := e.outlooks(b).Of(ctx, &c)
	if err != nil {
		return err
	}
	if o.json {
		return e.JSON(struct {
			Schema  string            `json:"schema"`
			Claim   claims.View       `json:"claim"`
			Outlook *report.OutlookOf `json:"outlook,omitempty"`
		}{"tracker.show/1", e.view(c), ahead})
	}
	e.Claim(e.view(c), e.Instant(), e.Zone)
	if ahead != nil {
		e.Printf("  %-10s  %s\n", "outlook", e.Indented(clean.Line(ahead.Sentence), 14))
	}
	return nil
}

func idText(id claims.ID) string { return screen.ID(id) }
