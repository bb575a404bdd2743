package main

import (
	"context"

	"tracker/claims"
	"tracker/store"
	"tracker/telling/report"
)

// sayVerdict says what happened to a claim and what became of it, and what
// somebody may want to say about that.
func (e *env) sayVerdict(ctx context.Context, b *store.Book, c claims.Claim) error {
	e.Sayf("%s", report.VerdictSentence(e.view(c)))
	e.sayUnscored(c)
	if c.AsksEarly(*c.Verdict) && c.Verdict.EarlyCounts == nil {
		e.Sayf("note: was earlier as good as said? taken as %s; give the verdict with --early-counts yes or --early-counts no to say it", report.YesNo(c.EarlyByDefault()))
	}
	return e.warnContradicted(ctx, b, c)
}

// stands returns what stands against a verdict that has no evidence yet.
func (e *env) stands(ctx context.Context, b *store.Book, c claims.Claim, v claims.Verdict) error {
	if v.Note == "" {
		v.Note = "to come"
	}
	v, err := c.Judge(v, c.Today(e.Instant()))
	if err != nil {
		return err
	}
	return b.MayBeVoid(ctx, &c, v)
}

// warnContradicted names the claims on the same event whose verdicts cannot
// be true if that of c is.
func (e *env) warnContradicted(ctx context.Context, b *store.Book, c claims.Claim) error {
	if c.Event == "" {
		return nil
	}
	others, _, err := b.Find(ctx, claims.Filter{Events: []string{c.Event}, Outcomes: []claims.Outcome{claims.Yes, claims.No}}, e.Instant(), store.ByLogged, store.Page{})
	if err != nil {
		return err
	}
	for _, o := range others {
		if c.Contradicts(&o) {
			e.Sayf("warning: this contradicts the verdict on claim %d, %s (%s): %s", o.ID, o.Statement, o.Speaker, report.HappenedWords(e.view(o)))
			e.Sayf("hint: give claim %d or claim %d another verdict, or another event, when one of them is wrong", c.ID, o.ID)
		}
	}
	return nil
}
