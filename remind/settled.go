package remind

import (
	"context"
	"time"

	"tracker/calendar"
	"tracker/claims"
)

// settled reports whether nobody is to be prompted for anything that was not
// planned, as far as that can be told without a look at the claims: most
// passes find nothing new. The answer is no when it is not sure.
func (r Route) settled(ctx context.Context, box Outbox, now claims.Instant) (bool, error) {
	if r.Ahead > 0 || len(r.Only)+len(r.Except) > 0 {
		return false, nil
	}
	all := true
	err := box.Asked(ctx, now, func(asks claims.Instant, last calendar.Day) bool {
		all = r.Rules.settled(asks, last, now)
		return all
	})
	return all && err == nil, err
}

// settled reports whether a claim that waits since asks, and was last prompted
// for on a day, calls for no later prompt at now, in whichever zone it is.
func (r Rules) settled(asks claims.Instant, last calendar.Day, now claims.Instant) bool {
	offset, ok := offsetAt(asks)
	if !ok {
		return false
	}
	const change = claims.Instant(4 * time.Hour / time.Millisecond) // by which a zone's clocks are set at most
	first := dayAt(asks+offset) + calendar.Day(r.After)
	day, ok := Occurrence(first, dayAt(now+offset+change))
	return !ok || last == day
}

// offsetAt is how far the clocks are ahead of UTC where an instant is a
// midnight: from 12 hours behind to 14 ahead. It is not known for those that
// could be either, which are also those that have gone over to the other side
// of the date line.
func offsetAt(midnight claims.Instant) (claims.Instant, bool) {
	const hour = claims.Instant(time.Hour / time.Millisecond)
	switch after := midnight % (24 * hour); {
	case midnight < 0: // clocks went by the sun
		return 0, false
	case after < 10*hour:
		return -after, true
	case after > 12*hour:
		return 24*hour - after, true
	}
	return 0, false
}

// dayAt is the day of an instant at UTC.
func dayAt(i claims.Instant) calendar.Day { return calendar.Of(i.Time(time.UTC)) }
