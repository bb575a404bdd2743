package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/store"
	"tracker/telling/report"
)

type agendaOptions struct {
	args  []string
	weeks int
	json  bool
}

func newAgenda(e *env) *cobra.Command {
	o := &agendaOptions{}
	cmd := &cobra.Command{
		Use:   "agenda [FILTER…]",
		Short: "List what will wait for a verdict, week by week",
		Long: `List what waits for a verdict already, and then, week by week from Monday to Sunday, what will: each claim on
the day on which it falls due, or on which a snooze of it ends. Weeks in which nothing does are left out.
In a pipe the day comes first, and then the columns of tracker list.`,
		Example:           "  tracker agenda\n  tracker agenda --weeks 12 speaker:council",
		ValidArgsFunction: e.offers().Filter,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.args = args
			return agenda(cmd.Context(), e, o)
		},
	}
	cmd.Flags().IntVar(&o.weeks, "weeks", 4, "this week and the ones after it, `N` in all")
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	return cmd
}

func agenda(ctx context.Context, e *env, o *agendaOptions) error {
	f, err := e.filter(o.args)
	if err != nil {
		return err
	}
	if o.weeks < 1 || o.weeks > 5200 {
		return usage("--weeks %d is no number of weeks", o.weeks).WithHint("--weeks 4")
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	end := e.Today().Monday() + report.Week(o.weeks)
	found, _, err := b.Due(ctx, claims.At(end.Start(e.Zone))-1, f, store.Page{})
	if err != nil {
		return err
	}
	weeks := report.Agenda(e.views(found), e.Instant(), e.Today())
	switch {
	case o.json:
		return e.JSON(struct {
			Schema string              `json:"schema"`
			Weeks  []report.AgendaWeek `json:"weeks"`
		}{"tracker.agenda/1", weeks})
	case len(weeks) == 0:
		e.Sayf("nothing waits for a verdict up to %s", report.Day(end-1))
	default:
		e.Agenda(weeks, e.Instant())
	}
	return nil
}
