package post

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tracker/calendar"
	"tracker/claims"
	"tracker/files"
	"tracker/remind"
	"tracker/telling/ical"
	"tracker/telling/report"
)

// MaxFeed is how many windows a calendar has at most, those that close first.
const MaxFeed = 1000

// Feeds writes the calendars of the configuration anew where they say
// something else than before. Open returns at most MaxFeed of the claims that
// a filter means whose windows have not closed, what closes first first.
func (o *Office) Feeds(ctx context.Context, open func(context.Context, claims.Filter) ([]claims.Claim, error)) error {
	var failed []error
	for _, r := range o.feeds {
		list, err := windows(ctx, r, open)
		if err == nil {
			err = o.feed(r, list)
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("channel %s: %w", r.Channel, err))
		}
	}
	return errors.Join(failed...)
}

// windows are the claims of a feed.
func windows(ctx context.Context, r remind.Route, open func(context.Context, claims.Filter) ([]claims.Claim, error)) (out []claims.Claim, err error) {
	not := map[claims.ID]bool{}
	for _, f := range r.Except {
		list, err := open(ctx, f)
		if err != nil {
			return nil, err
		}
		for _, c := range list {
			not[c.ID] = true
		}
	}
	for _, f := range orAll(r.Only) {
		list, err := open(ctx, f)
		if err != nil {
			return nil, err
		}
		for _, c := range list {
			if !not[c.ID] {
				out, not[c.ID] = append(out, c), true
			}
		}
	}
	slices.SortStableFunc(out, func(a, b claims.Claim) int { return cmp.Compare(a.Window.DueAt, b.Window.DueAt) })
	return out[:min(len(out), MaxFeed)], nil
}

func orAll(list []claims.Filter) []claims.Filter {
	if len(list) == 0 {
		return []claims.Filter{{}}
	}
	return list
}

// feed writes the calendar of some claims in one step.
func (o *Office) feed(r remind.Route, list []claims.Claim) error {
	var text bytes.Buffer
	events := make([]ical.Event, len(list))
	for i, v := range o.views(list) {
		events[i] = event(v)
	}
	if err := ical.Write(&text, "Windows that close", events); err != nil {
		return err
	}
	path := o.settings.Channels[r.Channel].File
	place, err := filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		place = path
	} else if err != nil {
		return files.Unwritable(path, err)
	}
	info, err := os.Stat(place)
	if err != nil {
		info = nil
	} else if before, err := os.ReadFile(place); err == nil && info.Mode().IsRegular() && bytes.Equal(before, text.Bytes()) {
		return nil
	}
	return files.Replace(path, place, info, func(w io.Writer) error { _, err := w.Write(text.Bytes()); return err })
}

// event is the last day of a window, with an alarm on the morning after, when
// the claim waits for a verdict.
func event(v claims.View) ical.Event {
	last := v.Window.Latest
	if v.Window.DueAt != 0 {
		last = calendar.Of(v.Window.DueAt.Time(v.Location())) - 1 // with its grace
	}
	e := ical.Event{UID: string(v.UID) + "@tracker", Stamp: v.LoggedAt.Time(v.Location()), Day: last,
		Summary: v.Speaker + ": " + v.Statement, Description: strings.Join(report.Asked{View: v, Ahead: true}.Words(), "\n"),
		Alarm: "Claim waits for a verdict: " + v.Statement}
	if len(v.Appearances) > 0 {
		e.URL = v.Appearances[0].URL
	}
	return e
}
