package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
	"tracker/reading/deadline"
	"tracker/store"
	"tracker/telling/report"
)

type eventSetOptions struct {
	name, date  string
	reread, yes bool
}

func newEventSet(e *env) *cobra.Command {
	o := &eventSetOptions{}
	cmd := &cobra.Command{
		Use:   "set NAME",
		Short: "Say on which day an event is",
		Long: `Say on which day an event is, so that deadlines can hang on it: "before the midterms", "within 24 hours of
returning to office". An event that no claim is about yet is made. --date none takes the day away.

Windows that were read already stay as they are; those that would now be read otherwise are listed, with
the command that does it. --reread reads all of them again, in the same step. A window that somebody
accepted or gave by hand is left alone.`,
		Example: `  tracker event set "returning to office" --date 2025-01-20
  tracker event set midterms --date 2026-11-03 --reread
  tracker event set summit --date none`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: e.offers().Names("event"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.name = args[0]
			return setEvent(cmd.Context(), e, o)
		},
	}
	cmd.Flags().StringVar(&o.date, "date", "", "the `DATE`, or none")
	cmd.Flags().BoolVar(&o.reread, "reread", false, "read the deadlines that hang on it again")
	cmd.Flags().BoolVar(&o.yes, "yes", false, "do not ask before changing more than three claims")
	return cmd
}

func setEvent(ctx context.Context, e *env, o *eventSetOptions) error {
	if o.date == "" {
		return usage("there is no date").WithHint("tracker event set %q --date DATE, or --date none", o.name)
	}
	name, err := claims.ReadName(o.name)
	if err != nil {
		return err
	}
	o.name = name
	var day calendar.Day
	if o.date != "none" {
		if day, err = claims.ReadDay("date", o.date, e.Dates(date.Future)); err != nil {
			return err
		}
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	hanging, err := e.hanging(ctx, b, o.name, day)
	if err != nil {
		return err
	}
	amended := map[claims.ID]claims.Claim{}
	var ids []claims.ID
	if o.reread {
		if err := e.sure("read again", len(hanging), o.yes); err != nil {
			return err
		}
		for _, c := range hanging {
			amended[c.ID] = c
			ids = append(ids, c.ID)
		}
	}
	changed, err := b.SetDate(ctx, e.command("event set"), o.name, day, ids, func(c *claims.Claim) error { return c.Amend(amended[c.ID]) })
	if err != nil {
		return err
	}
	e.toldDate(o, day)
	for _, c := range changed {
		e.Sayf("claim %d: window %s", c.ID, report.WindowLine(e.view(c).Window))
	}
	if !o.reread {
		e.offerReread(o, hanging)
	}
	return nil
}

func (e *env) toldDate(o *eventSetOptions, day calendar.Day) {
	if day == 0 {
		e.Sayf("%q has no date", o.name)
		return
	}
	e.Sayf("%q is on %s", o.name, report.Day(day))
}

// offerReread lists the claims whose windows would change.
func (e *env) offerReread(o *eventSetOptions, hanging []claims.Claim) {
	for _, c := range hanging {
		e.Sayf("claim %d would have window %s: tracker amend %d --deadline %q", c.ID, report.WindowLine(e.view(c).Window), c.ID, c.Window.Phrase)
	}
	if len(hanging) > 1 {
		e.Sayf("hint: tracker event set %q --date %s --reread reads all %d again", o.name, o.date, len(hanging))
	}
}

// hanging returns the claims whose windows hang on an event and would change
// when it is on day, 0 for none, as they would become. Those whose deadline
// would then be refused are told of and left out.
func (e *env) hanging(ctx context.Context, b *store.Book, name string, day calendar.Day) ([]claims.Claim, error) {
	own, dates, err := b.DatesWith(ctx, name, day)
	if err != nil {
		return nil, err
	}
	h, err := claims.NewHanging(func(d claims.Dates) (*claims.Reader, error) { return e.Reader(d) }, own.Lookup, dates.Lookup)
	if err != nil {
		return nil, err
	}
	undecided := claims.Filter{Classes: []string{string(deadline.ClassEvent), string(deadline.ClassNone)}}
	return h.All(b.All(ctx, undecided, e.Instant()), e.Instant(), func(c claims.Claim, err error) {
		e.Sayf("claim %d keeps its window: %v", c.ID, err)
	})
}
