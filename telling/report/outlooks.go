package report

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
)

// Reads is where claims are read for outlooks.
type Reads interface {
	// Scorable yields the claims that a filter means, without their texts.
	Scorable(ctx context.Context, f claims.Filter, now claims.Instant) iter.Seq2[claims.Claim, error]
	// Claim returns a claim whole, by its id.
	Claim(ctx context.Context, ref string) (claims.Claim, error)
}

// Outlooks finds how long promises like some claims really took. What it has
// read it keeps.
type Outlooks struct {
	reads Reads
	now   claims.Instant
	today calendar.Day
	kinds map[string]*promiseKind
}

// NewOutlooks finds outlooks as of a moment.
func NewOutlooks(reads Reads, now claims.Instant, today calendar.Day) *Outlooks {
	return &Outlooks{reads, now, today, map[string]*promiseKind{}}
}

// promiseKind is the promises that a claim may be like: those of its speaker,
// of a tag, of the book.
type promiseKind struct {
	name   string
	filter claims.Filter
	keep   func(claims.Claim) bool

	list  []claims.Claim // kept where a date was moved
	all   board.Reference
	moved map[claims.UID]bool // their date was moved, or is a moved one
}

// Of is the outlook of an open promise or plan from those of its speaker, else
// of a tag, else of the book; nil for another claim and where there are too few.
func (o *Outlooks) Of(ctx context.Context, c *claims.Claim) (*OutlookOf, error) {
	found, _, err := o.find(ctx, c)
	return found, err
}

// Explained is Of with everything that it follows from.
func (o *Outlooks) Explained(ctx context.Context, c *claims.Claim) (*OutlookSteps, error) {
	found, reference, err := o.find(ctx, c)
	if found == nil || err != nil {
		return nil, err
	}
	firsts := make([]claims.Claim, len(reference.Took))
	for i, t := range reference.Took { // which were read without their quotes
		if firsts[i], err = o.reads.Claim(ctx, fmt.Sprint(t.Links[0])); err != nil {
			return nil, err
		}
	}
	return ExplainOutlook(*found, c, reference, firsts), nil
}

func (o *Outlooks) find(ctx context.Context, c *claims.Claim) (*OutlookOf, board.Reference, error) {
	status := c.Status(o.now)
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
			r = board.ReferenceOf(k.list, c.UID, o.today)
		}
		if s := Outlook(r.Outlook, k.name, c.StatedOn.Day(), c.Window.Latest, c.Today(o.now)); s != "" {
			return &OutlookOf{Claim: c.ID, Of: k.name, Sentence: s, Outlook: r.Outlook}, r, nil
		}
	}
	return nil, board.Reference{}, nil
}

// read reads the promises and plans of a kind, once.
func (o *Outlooks) read(ctx context.Context, k *promiseKind) (*promiseKind, error) {
	if known := o.kinds[k.name]; known != nil {
		return known, nil
	}
	k.moved = map[claims.UID]bool{}
	if len(k.filter.Speakers) == 0 { // of a speaker also a forecast that a promise followed
		k.filter.Types = []claims.Type{claims.Promise, claims.Plan}
	}
	for c, err := range o.reads.Scorable(ctx, k.filter, o.now) {
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
	k.all = board.ReferenceOf(k.list, "", o.today)
	if len(k.moved) == 0 {
		k.list = nil
	}
	o.kinds[k.name] = k
	return k, nil
}
