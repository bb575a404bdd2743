package claims

import (
	"fmt"
	"time"
)

// Instant is a moment in milliseconds since 1970-01-01 UTC; 0 is none.
type Instant int64

// instantLayout has a fixed width, so that instants sort as text.
const instantLayout = "2006-01-02T15:04:05.000Z"

// At returns t as an Instant, cut to the millisecond.
func At(t time.Time) Instant { return Instant(t.UnixMilli()) }

// Time returns the instant in loc.
func (i Instant) Time(loc *time.Location) time.Time { return time.UnixMilli(int64(i)).In(loc) }

// String prints the instant in UTC with milliseconds, and nothing for none.
func (i Instant) String() string {
	if i == 0 {
		return ""
	}
	return i.Time(time.UTC).Format(instantLayout)
}

// MarshalJSON writes RFC 3339 in UTC with milliseconds, or null for none.
func (i Instant) MarshalJSON() ([]byte, error) {
	if i == 0 {
		return []byte("null"), nil
	}
	b := append(make([]byte, 0, len(instantLayout)+2), '"')
	return append(i.Time(time.UTC).AppendFormat(b, instantLayout), '"'), nil
}

// UnmarshalJSON reads RFC 3339, or null for none.
func (i *Instant) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*i = 0
		return nil
	}
	t, err := time.Parse(`"`+time.RFC3339+`"`, string(b))
	if err != nil || t.Year() < 1900 || t.Year() > 9999 {
		return fmt.Errorf("%s is not an instant like \"2025-08-06T14:30:00Z\"", b)
	}
	*i = At(t)
	return nil
}
