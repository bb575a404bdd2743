package main

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
)

// reads is who a report reads its claims with: e itself or, with --as-of, e at
// the end of a day, whose book holds nothing that was entered later. Whoever
// calls ends it.
func (o *reportOptions) reads(ctx context.Context, e *env) (then *env, end func(), err error) {
	if o.asOf == "" {
		return e, func() {}, nil
	}
	day, err := claims.ReadDay("as-of", o.asOf, e.Dates(date.Past))
	if err != nil {
		return nil, nil, err
	}
	if day > e.Today() {
		return nil, nil, usage("--as-of %s has not come yet", day).WithHint("--as-of %s", e.Today())
	}
	b, err := e.book(ctx)
	if err != nil {
		return nil, nil, err
	}
	progress := e.Progress(-1, "reading the journal")
	defer progress.Done()
	midnight := (day + 1).Start(e.Zone)
	past, err := b.Past(ctx, midnight)
	if err != nil {
		return nil, nil, err
	}
	copied, s := *e, *e.Settings
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

// only narrows claims to a speaker and an event by their whole names.
func (o *reportOptions) only(read claimsOf) claimsOf {
	if o.speaker == "" && o.event == "" {
		return read
	}
	same := func(asked, name string) bool {
		return asked == "" || claims.Fold(claims.Name(asked)) == claims.Fold(name)
	}
	return func(ctx context.Context, f claims.Filter, now claims.Instant) iter.Seq2[claims.Claim, error] {
		return func(yield func(claims.Claim, error) bool) {
			for c, err := range read(ctx, f, now) {
				if err == nil && (!same(o.speaker, c.Speaker) || !same(o.event, c.Event)) {
					continue
				}
				if !yield(c, err) {
					return
				}
			}
		}
	}
}

// nobody refuses a report about a speaker or an event that has no claim.
func (o *reportOptions) nobody(found int) error {
	if found > 0 || o.speaker == "" && o.event == "" {
		return nil
	}
	what := fmt.Sprintf("of the speaker %q", o.speaker)
	hint := "tracker speakers list"
	switch {
	case o.speaker == "":
		what, hint = fmt.Sprintf("about the event %q", o.event), "tracker events list"
	case o.event != "":
		what += fmt.Sprintf(" about the event %q", o.event)
	}
	return (&claims.Error{Kind: claims.NotFound, Msg: "there is no claim " + what}).WithHint("%s", hint)
}

// filter is what narrows the report, as its readers see it.
func (o *reportOptions) filter() string {
	var parts []string
	if o.speaker != "" {
		parts = append(parts, "speaker:"+o.speaker)
	}
	if o.event != "" {
		parts = append(parts, "event:"+o.event)
	}
	return strings.Join(append(parts, o.args...), " ")
}
