package remind

import (
	"context"
	"time"

	"tracker/calendar"
	"tracker/claims"
)

// Route is one recipient through one channel.
type Route struct {
	Channel   string // its name in the configuration; "stdout" without one
	Recipient string // likewise; "" for whoever reads standard output
	Zone      *time.Location
	Only      []claims.Filter // is told of what any of them means; none is everything
	Except    []claims.Filter // and not of what these mean: others are
	Rules
	Quiet Hours
	Daily bool // one letter a day
	Most  int  // claims in a letter; 0 is no limit
	Text  bool // only the text of a letter is read
}

// quota is what the route may be sent at now.
func (r Route) quota(now claims.Instant) Quota {
	return Quota{Day: calendar.Of(now.Time(r.Zone)), Daily: r.Daily, Most: r.Most, Text: r.Text}
}

// waiting returns what the recipient is told of, up to an instant.
func (r Route) waiting(ctx context.Context, box Outbox, at claims.Instant) ([]claims.Claim, error) {
	not := map[claims.ID]bool{}
	for _, f := range r.Except {
		list, err := box.Waiting(ctx, at, f)
		if err != nil {
			return nil, err
		}
		for _, c := range list {
			not[c.ID] = true
		}
	}
	var out []claims.Claim
	for _, f := range orEverything(r.Only) {
		list, err := box.Waiting(ctx, at, f)
		if err != nil {
			return nil, err
		}
		for _, c := range list {
			if !not[c.ID] {
				out, not[c.ID] = append(out, c), true
			}
		}
	}
	return out, nil
}

// Hours are those of a day in which nobody is disturbed, in minutes after
// midnight; from the end of a day into the next when From is after To, none
// when they are equal.
type Hours struct{ From, To int }

// Hold reports whether t lies in the hours.
func (h Hours) Hold(t time.Time) bool {
	m := t.Hour()*60 + t.Minute()
	if h.From <= h.To {
		return h.From <= m && m < h.To
	}
	return m >= h.From || m < h.To
}
