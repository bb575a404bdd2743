package main

import (
	"context"
	"slices"

	"tracker/board"
	"tracker/claims"
	"tracker/scoring"
	"tracker/store"
	"tracker/telling/report"
)

// outlooks finds how long promises like some claims really took. What it has
// read of the book it keeps.
type outlooks struct {
	e     *env
	b     *store.Book
	kinds map[string][]claims.Claim
}

func newOutlooks(e *env, b *store.Book) *outlooks {
	return &outlooks{e, b, map[string][]claims.Claim{}}
}

// outlook is that of one claim, with whose promises it rests on.
type outlook struct {
	Claim    claims.ID `json:"claim"`
	Of       string    `json:"of"`
	Sentence string    `json:"sentence"`
	scoring.Outlook
}

// of is the outlook of an open promise or plan from those of its speaker, else
// of a tag, else of the book; nil for another claim and where there are too few.
func (o *outlooks) of(ctx context.Context, c *claims.Claim) (*outlook, error) {
	status := c.Status(o.e.Instant())
	undertaken := c.Type == claims.Promise || c.Type == claims.Plan
	if !undertaken || c.Polarity == claims.WillNot || c.Window.Latest == 0 || !slices.Contains([]claims.Status{claims.Open, claims.Due, claims.Snoozed}, status) {
		return nil, nil
	}
	type kind struct {
		name   string
		filter claims.Filter
		keep   func(claims.Claim) bool
	}
	every := func(claims.Claim) bool { return true }
	kinds := []kind{{c.Speaker, claims.Filter{Speakers: []string{c.Speaker}}, func(x claims.Claim) bool { return x.Speaker == c.Speaker }}}
	for _, t := range c.Tags {
		kinds = append(kinds, kind{"everybody with the tag " + t, claims.Filter{Tags: []string{t}}, every})
	}
	kinds = append(kinds, kind{"everybody in the book", claims.Filter{}, every})
	for _, k := range kinds {
		list, err := o.promises(ctx, k.name, k.filter, k.keep)
		if err != nil {
			return nil, err
		}
		found := board.Slips(list, c.UID, o.e.Today()).Outlook
		if s := report.Outlook(found, k.name, c.StatedOn.Day(), c.Window.Latest, c.Today(o.e.Instant())); s != "" {
			return &outlook{c.ID, k.name, s, found}, nil
		}
	}
	return nil, nil
}

// promises are the promises and plans that f means and keep keeps.
func (o *outlooks) promises(ctx context.Context, name string, f claims.Filter, keep func(claims.Claim) bool) ([]claims.Claim, error) {
	if list, known := o.kinds[name]; known {
		return list, nil
	}
	list := []claims.Claim{}
	if len(f.Speakers) == 0 { // of a speaker also a forecast that a promise followed
		f.Types = []claims.Type{claims.Promise, claims.Plan}
	}
	for c, err := range o.b.Scorable(ctx, f, o.e.Instant()) {
		if err != nil {
			return nil, err
		}
		if keep(c) {
			list = append(list, c)
		}
	}
	o.kinds[name] = list
	return list, nil
}

// printOutlooks writes, below a table of claims on a terminal, the outlook of
// what falls due within some days.
func (e *env) printOutlooks(ctx context.Context, b *store.Book, found []claims.Claim, within string) error {
	if within == "" || !e.TTYOut {
		return nil
	}
	all := newOutlooks(e, b)
	for i := range found {
		c, err := b.Claim(ctx, idText(found[i].ID))
		if err != nil {
			return err
		}
		o, err := all.of(ctx, &c)
		if err != nil {
			return err
		}
		if o != nil {
			e.Paragraph(idText(c.ID) + ": " + o.Sentence)
		}
	}
	return nil
}
