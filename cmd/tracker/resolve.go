package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/completion"
	"tracker/files"
	"tracker/reading/date"
	"tracker/store"
	"tracker/telling/report"
	"tracker/telling/screen"
)

type resolveOptions struct {
	claims.VerdictForm
	refs []string
	by   string
	yes  bool
	json bool
}

func newResolve(e *env) *cobra.Command {
	o := &resolveOptions{VerdictForm: claims.VerdictForm{Take: files.Evidence, Dates: func(lean date.Lean) date.Options { return e.Dates(lean) }}}
	cmd := &cobra.Command{
		Use:   "resolve [ID… yes|no|partial|unclear|void|confirm|drop]",
		Short: "Give verdicts, with evidence",
		Long: `Say what happened to the event of a claim, not whether the speaker was right: that follows from it.

  yes      it happened; --on says when, also when that was outside the window
  no       it had not happened when the verdict was given
  partial  in part; --extent says how much, 0 to 1 (default 0.5), --note what was fulfilled
  unclear  reality is unclear; --reason says why
  void     reality is clear, but the claim is not, or its premise fell; --reason says why

A verdict needs evidence: --evidence with a URL or a file (kept as its name and SHA-256), or --note.
A claim that has a verdict gets another one; the last one counts, all stay in tracker history.

Without arguments on a terminal it walks through everything that is due, what tracker remind prompts for.` + confirmHelp,
		Example: `  tracker resolve 1 yes --on 2025-08-15 --evidence https://example.org/talks
  tracker resolve 2 3 no --note "Nothing by the end of the month, says the ministry's own calendar."
  tracker resolve 4 void --reason condition-unmet --note "Progress was made, so the threat lapsed."
  tracker resolve 5 confirm --evidence https://example.org/talks`,
		ValidArgsFunction: e.offers().IDs(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && !anyChanged(cmd.Flags()) {
				return e.walk(cmd.Context())
			}
			if len(args) < 2 {
				return usage("resolve needs an id and an outcome").WithHint("tracker resolve 1 yes --on DATE --evidence URL; outcomes: yes, no, partial, unclear, void")
			}
			o.refs, o.Outcome = args[:len(args)-1], args[len(args)-1]
			switch {
			case o.Outcome == "confirm":
				return o.confirm(cmd.Context(), e)
			case o.Outcome == "drop":
				return o.drop(cmd.Context(), e)
			case o.by != "":
				return usage("--by goes with confirm and drop").WithHint("tracker resolve %s confirm --by %q", o.refs[0], o.by)
			}
			return resolve(cmd.Context(), e, o)
		},
	}
	cmd.Flags().StringVar(&o.On, "on", "", "`DATE` it happened")
	cmd.Flags().StringVar(&o.Extent, "extent", "", "how much of it happened, `X` from 0 to 1 (partial only)")
	cmd.Flags().StringVar(&o.Reason, "reason", "", "`REASON` it is unclear or void: "+strings.Join(claims.Reasons, ", "))
	cmd.Flags().StringArrayVar(&o.Evidence, "evidence", nil, "a `URL` or file; may be repeated")
	cmd.Flags().StringVar(&o.Note, "note", "", "`TEXT`: what you saw")
	cmd.Flags().StringVar(&o.Early, "early-counts", "", "was earlier as good as said? `YES` or no, kept with the verdict")
	cmd.Flags().StringVar(&o.by, "by", "", "whose proposal to confirm or drop: `WHO` answered")
	cmd.Flags().BoolVar(&o.yes, "yes", false, "do not ask before changing more than three claims")
	cmd.Flags().BoolVar(&o.json, "json", false, "print the claims as JSON")
	completion.Fixed(cmd, "reason", claims.Reasons...)
	completion.Fixed(cmd, "early-counts", "yes", "no")
	return cmd
}

func resolve(ctx context.Context, e *env, o *resolveOptions) error {
	v, err := o.Verdict()
	if err != nil {
		return err
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	list, err := e.find(ctx, b, o.refs, "resolve", o.yes)
	if err != nil {
		return err
	}
	changed, err := e.judge(ctx, b, list, v)
	if err != nil {
		return err
	}
	if o.json {
		return e.JSON(claimList{Schema: "tracker.resolve/1", Claims: e.views(changed)})
	}
	for i, c := range changed {
		if err := e.sayVerdict(ctx, b, c); err != nil {
			return err
		}
		if list[i].Verdict != nil {
			e.Sayf("its verdict was %s; both stay in tracker history %d", list[i].Verdict.Outcome, c.ID)
		}
	}
	return nil
}

// sayUnscored says of a claim that could be right or wrong why it does not
// count yet.
func (e *env) sayUnscored(c claims.Claim) {
	why := report.Unscored(c)
	if why != "" && (c.Verdict.Happened() || c.Verdict.Outcome == claims.No) {
		e.Sayf("note: %s", why)
	}
}

// judge gives every claim of list the verdict v.
func (e *env) judge(ctx context.Context, b *store.Book, list []claims.Claim, v claims.Verdict) ([]claims.Claim, error) {
	v.By, v.At = e.Actor(), e.Instant()
	return b.Change(ctx, e.command("resolve"), ids(list), "", func(c *claims.Claim) error { return e.resolves(ctx, b, c, v) })
}

// resolves gives a claim a verdict, completed.
func (e *env) resolves(ctx context.Context, b *store.Book, c *claims.Claim, v claims.Verdict) error {
	judged, err := c.Judge(v, c.Today(e.Instant()))
	if err != nil {
		return err
	}
	if err := b.MayBeVoid(ctx, c, judged); err != nil {
		return err
	}
	return c.Resolve(judged)
}

// find returns the claims with some ids. More than three are only changed
// when the user says so.
func (e *env) find(ctx context.Context, b *store.Book, refs []string, verb string, sure bool) ([]claims.Claim, error) {
	list, err := called(ctx, b, refs)
	if err != nil {
		return nil, err
	}
	return list, e.sure(verb, len(list), sure)
}

// called are the claims with some ids.
func called(ctx context.Context, b *store.Book, refs []string) (list []claims.Claim, err error) {
	for _, ref := range refs {
		c, err := b.Claim(ctx, ref)
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, nil
}

// sure asks whether n claims shall be changed when these are more than three
// and the user has not said so.
func (e *env) sure(verb string, n int, sure bool) error {
	if n <= 3 || sure {
		return nil
	}
	if !e.TTYIn {
		return usage("%s would change %d claims", verb, n).WithHint("add --yes")
	}
	yes, err := e.Confirm(fmt.Sprintf("Really %s %d claims?", verb, n))
	if err == nil && !yes {
		err = screen.ErrAborted
	}
	return err
}

func ids(list []claims.Claim) []claims.ID {
	out := make([]claims.ID, len(list))
	for i, c := range list {
		out[i] = c.ID
	}
	return out
}
