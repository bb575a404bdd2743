package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/store"
	"tracker/telling/report"
	"tracker/telling/screen"
)

type dueOptions struct {
	args     []string
	within   string
	exitCode bool
	json     bool
	count    bool
	limit    int
}

func newDue(e *env) *cobra.Command {
	o := &dueOptions{}
	cmd := &cobra.Command{
		Use:   "due [FILTER…]",
		Short: "List what waits for a verdict",
		Long: `List the claims whose window and grace are over and that have no verdict, what closed first first.
Silent, with exit code 0, when there are none. Snoozed claims wait until their day. With --within, promises and
plans have an outlook below, on a terminal: how long such promises of their speakers really took.
In JSON every promise and plan has it. In a pipe the columns are those of tracker list.`,
		Example: `  tracker due
  tracker due --within 7d
  tracker due --exit-code || echo "verdicts are waiting"`,
		ValidArgsFunction: e.offers().Filter,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.args = args
			return due(cmd.Context(), e, o)
		},
	}
	cmd.Flags().StringVar(&o.within, "within", "", "also what falls due within `DAYS`, such as 7d")
	cmd.Flags().BoolVar(&o.exitCode, "exit-code", false, "exit with 10 when something is due")
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	cmd.Flags().BoolVar(&o.count, "count", false, "add the total number to the JSON, or print only it")
	cmd.Flags().IntVar(&o.limit, "limit", 0, "at most `N` claims; 0 is all")
	return cmd
}

func due(ctx context.Context, e *env, o *dueOptions) error {
	f, err := e.filter(o.args)
	if err != nil {
		return err
	}
	days, err := claims.ReadWithin(o.within)
	if err != nil {
		return err
	}
	if o.limit < 0 {
		return usage("--limit %d is negative", o.limit).WithHint("0 is no limit")
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	until := claims.At(e.Now.AddDate(0, 0, days))
	var total *int
	if o.count {
		n, err := b.CountDue(ctx, until, f)
		if err != nil {
			return err
		}
		total = &n
	}
	n := 0
	switch page := (store.Page{Limit: o.limit, Brief: !o.json}); {
	case o.json:
		n, err = e.dueJSON(ctx, b, until, f, page, total)
	case o.count:
		n = *total
		e.Printf("%d\n", n)
	case !e.TTYOut:
		n, _, err = e.Claims(func(fn func(*claims.Claim) error) (bool, error) { return b.EachDue(ctx, until, f, page, fn) }, e.Instant(), e.judging())
		if n > 0 && err == nil {
			e.Sayf(dueHint)
		}
	default:
		n, err = e.drawDue(ctx, b, until, f, page, o.within)
	}
	if err == nil && o.exitCode && n > 0 {
		return errDue
	}
	return err
}

const dueHint = "tracker resolve walks through them; tracker snooze ID --until DATE puts one off"

// drawDue draws what is due, with what was proposed of it and its outlooks.
func (e *env) drawDue(ctx context.Context, b *store.Book, until claims.Instant, f claims.Filter, page store.Page, within string) (int, error) {
	found, _, err := b.Due(ctx, until, f, page)
	if err != nil || len(found) == 0 {
		return 0, err
	}
	e.Proposed(found)
	if _, _, err := e.Claims(screen.Of(found), e.Instant(), e.judging()); err != nil {
		return 0, err
	}
	e.Sayf(dueHint)
	return len(found), e.printOutlooks(ctx, b, found, within)
}

// printOutlooks writes, below a table of claims on a terminal, the outlook of
// what falls due within some days.
func (e *env) printOutlooks(ctx context.Context, b *store.Book, found []claims.Claim, within string) error {
	if within == "" || !e.TTYOut {
		return nil
	}
	all := e.outlooks(b)
	for i := range found {
		c, err := b.Claim(ctx, idText(found[i].ID))
		if err != nil {
			return err
		}
		o, err := all.Of(ctx, &c)
		if err != nil {
			return err
		}
		if o != nil {
			e.Paragraph(idText(c.ID) + ": " + o.Sentence)
		}
	}
	return nil
}

// outlooks tells how long promises like those of a book really took.
func (e *env) outlooks(b *store.Book) *report.Outlooks {
	return report.NewOutlooks(b, e.Instant(), e.Today())
}

// dueJSON prints what is due as JSON, one claim after another.
func (e *env) dueJSON(ctx context.Context, b *store.Book, until claims.Instant, f claims.Filter, page store.Page, total *int) (n int, err error) {
	ahead := e.outlooks(b)
	each := func(fn func(*claims.Claim) error) (bool, error) { return b.EachDue(ctx, until, f, page, fn) }
	err = e.ClaimsJSON("tracker.due/1", each, func(c claims.Claim) (any, error) {
		n++
		return ahead.Due(ctx, e.view(c))
	}, total)
	return n, err
}
