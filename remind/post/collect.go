package post

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"tracker/answer"
	"tracker/calendar"
	"tracker/reading/date"
)

// collect takes in what has been answered, in every inbox; see Round.Heard.
func (o *Office) collect(ctx context.Context, book answer.Book, key answer.Key, heard func(string, error)) error {
	inboxes, err := o.Inboxes()
	if err != nil {
		return err
	}
	s := o.settings
	var failed []error
	for _, in := range inboxes {
		desk := &answer.Desk{Key: key, Inbox: in.Name, Now: s.Clock, Recipients: slices.Sorted(maps.Keys(s.Recipients)), Dates: func(lean date.Lean) date.Options {
			days := s.Dates(lean)
			days.Today = calendar.Of(s.Clock().Time(s.Zone))
			return days
		}}
		err := desk.Collect(ctx, book, in, func(ctx context.Context, r answer.Reply) error { return o.Tell(ctx, in, r) })
		switch {
		case heard != nil && ctx.Err() == nil:
			heard(in.Name, err)
		case err != nil:
			failed = append(failed, fmt.Errorf("answers %s: %w", in.Name, err))
		}
	}
	return errors.Join(failed...)
}
