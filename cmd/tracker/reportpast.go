package main

import (
	"context"
	"iter"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
	"tracker/store"
)

// reads is who a report reads its claims with: e, whose book is opened at this moment
// or, with --as-of, at the end of a day, whose book holds nothing that was entered later. Whoever
// calls ends it.
func (o *reportOptions) reads(ctx context.Context, e *env) (then *env, end func(), err error) {
	b, err := e.book(ctx)
	if err != nil {
		return nil, nil, err
	}
	copied := *e
	if o.asOf == "" {
		copied.opened, end, err = b.Still(ctx)
		return &copied, end, err
	}
	day, err := claims.ReadDay("as-of", o.asOf, e.Dates(date.Past))
	if err != nil {
		return nil, nil, err
	}
	if day > e.Today() {
		return nil, nil, usage("--as-of %s has not come yet", day).WithHint("--as-of %s", e.Today())
	}
	progress := e.Progress(-1, "reading the journal")
	defer progress.Done()
	midnight := (day + 1).Start(e.Zone)
	past, err := b.Past(ctx, midnight)
	if err != nil {
		return nil, nil, err
	}
	s := *e.Settings
	s.Now, s.Fixed = lastOf(day, midnight, e.Now), true
	copied.Settings, copied.opened = &s, past.Book
	return &copied, func() { past.Close() }, nil
}

// lastOf is the last moment of a day, and now while it lasts.
func lastOf(day calendar.Day, end, now time.Time) time.Time {
	if day == calendar.Of(now) {
		return now
	}
	return end.Add(-time.Millisecond)
}

// only reads the claims that the report is about.
func (o *reportOptions) only(b *store.Book) claimsOf {
	return func(ctx context.Context, f claims.Filter, now claims.Instant) iter.Seq2[claims.Claim, error] {
		return o.about.Of(b.All(ctx, f, now))
	}
}

// filter is what narrows the report, as its readers see it.
func (o *reportOptions) filter() string {
	return strings.Join(append(o.about.Terms(), o.args...), " ")
}
