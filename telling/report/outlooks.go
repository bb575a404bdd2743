package report

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// Reads is where claims are read for outlooks.
type Reads interface {
	// Scorable yields the claims that a filter means, without their texts.
	Scorable(ctx context.Context, f claims.Filter, now claims.Instant) iter.Seq2[claims.Claim, error]
	// Claim returns a claim whole, by its id.
	Claim(ctx context.Context, ref string) (claims.Claim, error)
}

// Outlooks finds how long promises like some claims really took. Of what it has
// read it keeps a few dozen bytes a promise.
type Outlooks struct {
	reads    Reads
	now      claims.Instant
	today    calendar.Day
	speakers map[string]*promiseKind
	others   map[string]*promiseKind // by tag, and of the book, which has no name
	every    bool                    // the promises of every speaker are read
}

// NewOutlooks finds outlooks as of a moment.
func NewOutlooks(reads Reads, now claims.Instant, today calendar.Day) *Outlooks {
	return &Outlooks{reads: reads, now: now, today: today, speakers: map[string]*promiseKind{}, others: map[string]*promiseKind{}}
}

// promiseKind is the promises that a claim may be like: those of its speaker,
// of a tag, of the book.
type promiseKind struct {
	*board.References
	all scoring.Outlook // of all of them
}

// outlook is that of a claim of the kind.
func (k *promiseKind) outlook(uid claims.UID) scoring.Outlook {
	if k.Moved(uid) {
		return k.Outlook(uid)
	}
	return k.all
}

// reference is what that rests on.
func (k *promiseKind) reference(uid claims.UID) board.Reference {
	if k.Moved(uid) {
		return k.References.Of(uid)
	}
	return k.References.Of("")
}

// Of is the outlook of an open promise or plan from those of its speaker, else
// of a tag, else of the book; nil for another claim and where there are too few.
func (o *Outlooks) Of(ctx context.Context, c *claims.Claim) (*OutlookOf, error) {
	found, _, err := o.find(ctx, c)
	return found, err
}

// Explained is Of with everything that it follows from.
func (o *Outlooks) Explained(ctx context.Context, c *claims.Claim) (*OutlookSteps, error) {
	found, kind, err := o.find(ctx, c)
	if found == nil || err != nil {
		return nil, err
	}
	reference := kind.reference(c.UID)
	firsts := make([]claims.Claim, len(reference.Took))
	for i, t := range reference.Took { // which were read without their quotes
		if firsts[i], err = o.reads.Claim(ctx, fmt.Sprint(t.Links[0])); err != nil {
			return nil, err
		}
	}
	return ExplainOutlook(*found, c, reference, firsts), nil
}

func (o *Outlooks) find(ctx context.Context, c *claims.Claim) (*OutlookOf, *promiseKind, error) {
	status := c.Status(o.now)
	undertaken := c.Type == claims.Promise || c.Type == claims.Plan
	if !undertaken || c.Polarity == claims.WillNot || c.Window.Latest == 0 || !slices.Contains([]claims.Status{claims.Open, claims.Due, claims.Snoozed}, status) {
		return nil, nil, nil
	}
	for name, read := range o.kinds(ctx, c) {
		k, err := read()
		if err != nil {
			return nil, nil, err
		}
		ahead := k.outlook(c.UID)
		if s := Outlook(ahead, name, c.StatedOn.Day(), c.Window.Latest, c.Today(o.now)); s != "" {
			return &OutlookOf{Claim: c.ID, Of: name, Sentence: s, Outlook: ahead}, k, nil
		}
	}
	return nil, nil, nil
}

// kinds yields the kinds that a claim may be like, by their names.
func (o *Outlooks) kinds(ctx context.Context, c *claims.Claim) iter.Seq2[string, func() (*promiseKind, error)] {
	return func(yield func(string, func() (*promiseKind, error)) bool) {
		if !yield(c.Speaker, func() (*promiseKind, error) { return o.ofSpeaker(ctx, c.Speaker) }) {
			return
		}
		for _, t := range c.Tags {
			if !yield("everybody with the tag "+t, func() (*promiseKind, error) { return o.ofOthers(ctx, t, claims.Filter{Tags: []string{t}}) }) {
				return
			}
		}
		yield("everybody in the book", func() (*promiseKind, error) { return o.ofOthers(ctx, "", claims.Filter{}) })
	}
}

// fewSpeakers are read one by one. When there are more all are read at once,
// since each time the names of the whole book are looked up.
const fewSpeakers = 64

// ofSpeaker are the promises of a speaker, read once, and forecasts that a
// promise followed.
func (o *Outlooks) ofSpeaker(ctx context.Context, speaker string) (*promiseKind, error) {
	if o.every || o.speakers[speaker] != nil {
		return o.speaker(speaker), nil
	}
	f := claims.Filter{Speakers: []string{speaker}}
	every := len(o.speakers) >= fewSpeakers
	if every {
		f.Speakers, o.speakers = nil, map[string]*promiseKind{}
	}
	err := o.read(ctx, f, func(c *claims.Claim) *promiseKind {
		if !every && c.Speaker != speaker {
			return nil
		}
		return o.speaker(c.Speaker)
	})
	if err != nil {
		return nil, err
	}
	for _, k := range o.speakers {
		k.all = k.Outlook("")
	}
	o.every = every
	return o.speaker(speaker), nil
}

// ofOthers are the promises and plans of a kind, read once.
func (o *Outlooks) ofOthers(ctx context.Context, name string, f claims.Filter) (*promiseKind, error) {
	if known := o.others[name]; known != nil {
		return known, nil
	}
	f.Types = []claims.Type{claims.Promise, claims.Plan}
	k := o.kind()
	if err := o.read(ctx, f, func(*claims.Claim) *promiseKind { return k }); err != nil {
		return nil, err
	}
	k.all, o.others[name] = k.Outlook(""), k
	return k, nil
}

func (o *Outlooks) speaker(name string) *promiseKind {
	if o.speakers[name] == nil {
		o.speakers[name] = o.kind()
	}
	return o.speakers[name]
}

func (o *Outlooks) kind() *promiseKind {
	return &promiseKind{References: board.NewReferences(o.today)}
}

// read adds the claims that a filter means to their kinds, nil for none.
func (o *Outlooks) read(ctx context.Context, f claims.Filter, of func(*claims.Claim) *promiseKind) error {
	for c, err := range o.reads.Scorable(ctx, f, o.now) {
		if err != nil {
			return err
		}
		if k := of(&c); k != nil {
			k.Add(&c)
		}
	}
	return nil
}
