package main

import (
	"context"
	"slices"

	"tracker/board"
	"tracker/claims"
	"tracker/store"
	"tracker/telling/report"
)

// outlooks finds how long promises like some claims really took. What it has
// read of the book it keeps.
type outlooks struct {
	e     *env
	b     *store.Book
	kinds map[string]*promiseKind
}

func newOutlooks(e *env, b *store.Book) *outlooks {
	return &outlooks{e, b, map[string]*promiseKind{}}
}

// promiseKind is the promises that a claim may be like: those of its speaker,
// of a tag, of the book.
type promiseKind struct {
	name   string
	filter claims.Filter
	keep   func(claims.Claim) bool

	list  []claims.Claim
	all   board.Reference
	moved map[claims.UID]bool // their date was moved, or is a moved one
}

// of is the outlook of an open promise or plan from those of its speaker, else
// of a tag, else of the book; nil for another claim and where there are too few.
func (o *outlooks) of(ctx context.Context, c *claims.Claim) (*report.OutlookOf, error) {
	found, _, err := o.find(ctx, c)
	return found, err
}

// explained is of with everything that it follows from.
func (o *outlooks) explained(ctx context.Context, c *claims.Claim) (*report.OutlookSteps, error) {
	found, reference, err := o.find(ctx, c)
	if found == nil || err != nil {
		return nil, err
	}
	firsts := make([]claims.Claim, len(reference.Took))
	for i, t := range reference.Took { // which were read without their quotes
		if firsts[i], err = o.b.Claim(ctx, idText(t.Links[0])); err != nil {
			return nil, err
		}
	}
	return report.ExplainOutlook(*found, c, reference, firsts), nil
}

func (o *outlooks) find(ctx context.Context, c *claims.Claim) (*report.OutlookOf, board.Reference, error) {
	status := c.Status(o.e.Instant())
	undertaken := c.Type == claims.Promise || c.Type == claims.Plan
	if !undertaken || c.Polarity == claims.WillNot || c.Window.Latest == 0 || !slices.Contains([]claims.Status{claims.Open, claims.Due, claims.Snoozed}, status) {
		return nil, board.Reference{}, nil
	}
	every := func(claims.Claim) bool { return true }
	kinds := []*promiseKind{{name: c.Speaker, filter: claims.Filter{Speakers: []string{c.Speaker}}, keep: func(x claims.Claim) bool { return x.Speaker == c.Speaker }}}
	for _, t := range c.Tags {
		kinds = append(kinds, &promiseKind{name: "everybody with the tag " + t, filter: claims.Filter{Tags: []string{t}}, keep: every})
	}
	kinds = append(kinds, &promiseKind{name: "everybody in the book", keep: every})
	for _, k := range kinds {
		k, err := o.read(ctx, k)
		if err != nil {
			return nil, board.Reference{}, err
		}
		r := k.all
		if k.moved[c.UID] {
			r = board.ReferenceOf(k.list, c.UID, o.e.Today())
		}
		if s := report.Outlook(r.Outlook, k.name, c.StatedOn.Day(), c.Window.Latest, c.Today(o.e.Instant())); s != "" {
			return &report.OutlookOf{Claim: c.ID, Of: k.name, Sentence: s, Outlook: r.Outlook}, r, nil
		}
	}
	return nil, board.Reference{}, nil
}

// read reads the promises and plans of a kind, once.
func (o *outlooks) read(ctx context.Context, k *promiseKind) (*promiseKind, error) {
	if known := o.kinds[k.name]; known != nil {
		return known, nil
	}
	k.moved = map[claims.UID]bool{}
	if len(k.filter.Speakers) == 0 { // of a speaker also a forecast that a promise followed
		k.filter.Types = []claims.Type{claims.Promise, claims.Plan}
	}
	for c, err := range o.b.Scorable(ctx, k.filter, o.e.Instant()) {
		if err != nil {
			return nil, err
		}
		if k.keep(c) {
			k.list = append(k.list, c)
			if c.Supersedes != "" {
				k.moved[c.Supersedes], k.moved[c.UID] = true, true
			}
		}
	}
	k.all = board.ReferenceOf(k.list, "", o.e.Today())
	o.kinds[k.name] = k
	return k, nil
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
