package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/completion"
	"tracker/reading/date"
	"tracker/store"
)

type listOptions struct {
	args  []string
	json  bool
	count bool
	limit int
	sort  string
}

func newList(e *env) *cobra.Command {
	o := &listOptions{}
	cmd := &cobra.Command{
		Use:   "list [FILTER…]",
		Short: "List claims, newest first",
		Long: `List claims, newest first; everything that is not withdrawn unless a status is asked for.

A filter is key:value, +tag, -tag (behind --, as every word that begins with a dash) or plain words, which are looked
for in statement, quote and notes. All must hold. A value may stand in quotation marks. The keys: speaker, source, event, tag, hedge, class, polarity, type, standing, outcome, status, id, key,
stated.after, stated.before, due.after, due.before, logged.after, logged.before, text.

In a pipe the columns are id, status, stated on, earliest, latest, speaker, statement, standing, separated by tabs.`,
		Example: `  tracker list speaker:ministry status:due
  tracker list due.before:2025-09-01 +sanctions -- -denied
  tracker list --json --limit 20 event:summit`,
		ValidArgsFunction: e.offers().Filter,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.args = args
			return list(cmd.Context(), e, o)
		},
	}
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	cmd.Flags().BoolVar(&o.count, "count", false, "add the total number to the JSON, or print only it")
	cmd.Flags().IntVar(&o.limit, "limit", 0, "at most `N` claims; 0 is all")
	cmd.Flags().StringVar(&o.sort, "sort", string(store.ByLogged), "`ORDER`: logged, stated or due")
	completion.Fixed(cmd, "sort", "logged", "stated", "due")
	return cmd
}

// claimList is what resolve prints as JSON.
type claimList struct {
	Schema string        `json:"schema"`
	Claims []claims.View `json:"claims"`
	More   bool          `json:"more"`
	Total  *int          `json:"total,omitempty"`
}

func list(ctx context.Context, e *env, o *listOptions) error {
	f, err := e.filter(o.args)
	if err != nil {
		return err
	}
	if o.limit < 0 {
		return usage("--limit %d is negative", o.limit).WithHint("0 is no limit")
	}
	if !slices.Contains(store.Sorts, store.Sort(o.sort)) {
		return usage("no order is called %q", o.sort).WithHint("--sort logged, stated or due")
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	var total *int
	if o.count {
		n, err := b.Count(ctx, f, e.Instant())
		if err != nil {
			return err
		}
		if total = &n; !o.json {
			e.Printf("%d\n", n)
			return nil
		}
	}
	each := func(fn func(*claims.Claim) error) (bool, error) {
		return b.Each(ctx, f, e.Instant(), store.Sort(o.sort), store.Page{Limit: o.limit, Brief: !o.json}, fn)
	}
	if o.json {
		return e.ClaimsJSON("tracker.list/1", each, func(c claims.Claim) (any, error) { return e.view(c), nil }, total)
	}
	n, more, err := e.Claims(each, e.Instant(), e.judging())
	switch {
	case err != nil:
		return err
	case n == 0 && len(o.args) > 0:
		e.Sayf("no claim matches")
	case n == 0:
		e.Sayf("the book is empty; tracker add logs a claim, tracker demo shows how it goes")
	case more:
		e.Sayf("there are more; --limit 0 shows all")
	}
	return nil
}

// views derives what holds of each claim now.
func (e *env) views(list []claims.Claim) []claims.View {
	out, by := make([]claims.View, len(list)), e.judging()
	for i, c := range list {
		out[i] = c.ViewBy(e.Instant(), by)
	}
	return out
}

// view derives what holds of a claim now.
func (e *env) view(c claims.Claim) claims.View { return c.ViewBy(e.Instant(), e.judging()) }

// filter reads filter arguments; standings in it are those that are shown.
func (e *env) filter(args []string) (claims.Filter, error) {
	f, err := claims.ParseFilter(args, e.Dates(date.Past))
	if len(f.Standings) > 0 {
		f.By = e.judging()
	}
	return f, err
}

// judging is what standings rest on: the lexicon in force, where it can be
// read.
func (e *env) judging() claims.Judging {
	lexicon, err := e.Hedges()
	if err != nil {
		return claims.Judging{}
	}
	return claims.Judging{Lexicon: lexicon}
}
