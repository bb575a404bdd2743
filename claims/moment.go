package claims

import (
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"tracker/calendar"
)

// Moment is when a statement was made: a day ("2025-08-06") or, when known,
// an instant in the claim's zone ("2025-08-06T14:30:00+02:00").
type Moment string

// Day returns the local day, 0 for none.
func (m Moment) Day() calendar.Day {
	if len(m) < 10 {
		return 0
	}
	d, _ := calendar.Parse(string(m[:10]))
	return d
}

// Time returns the instant with its offset, and the zero time when only the
// day is known.
func (m Moment) Time() time.Time {
	t, _ := time.Parse(time.RFC3339, string(m))
	return t
}

var reInstant = lazily(`^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|z|[+-]\d\d:\d\d)?$`)

func notMoment(s string) *Error {
	return Refuse("stated_on", "%q is neither a date nor an instant", short(s)).
		WithHint("write 2025-08-06, 2025-08-06T14:30 (local time) or 2025-08-06T14:30:00Z")
}

// parseDay reads YYYY-MM-DD for a field, from 1900-01-01 to 9999-12-31.
func parseDay(field, s string) (calendar.Day, error) {
	d, err := calendar.Parse(strings.TrimSpace(s))
	if err != nil {
		return 0, Refuse(field, "%v", err).WithHint("write the day like 2025-08-06, from 1900-01-01 on")
	}
	return d, nil
}

// ParseMoment reads a day or an instant. An instant without an offset is
// local time in loc: one that the clocks skipped is refused with both
// neighbours, one that they showed twice means the earlier, or the later
// with fold, and note says so.
func ParseMoment(s string, loc *time.Location, fold bool) (m Moment, note string, err error) {
	s = strings.TrimSpace(s)
	if len(s) == 10 {
		if _, err := parseDay("stated_on", s); err != nil {
			return "", "", err
		}
		return Moment(s), "", nil
	}
	part := reInstant().FindStringSubmatch(s)
	if part == nil {
		return "", "", notMoment(s)
	}
	if _, err := parseDay("stated_on", part[1]); err != nil {
		return "", "", err
	}
	if part[4] == "60" {
		return "", "", Refuse("stated_on", "%q is a leap second", s).WithHint("write %sT%s:%s:59", part[1], part[2], part[3])
	}
	if part[2] > "23" || part[3] > "59" || part[4] > "59" {
		return "", "", Refuse("stated_on", "%q is not a time of day (00:00 to 23:59)", s).
			WithHint("midnight at the end of a day is 00:00 of the next")
	}
	if part[4] == "" {
		part[4] = "00"
	}
	local := part[1] + "T" + part[2] + ":" + part[3] + ":" + part[4]
	if offset := strings.ToUpper(part[6]); offset != "" {
		t, err := time.Parse(time.RFC3339, local+offset)
		if err != nil {
			return "", "", notMoment(s)
		}
		return Moment(t.In(loc).Format(time.RFC3339)), "", nil
	}
	return resolveLocal(local, loc, fold)
}

// resolveLocal finds the instants that clocks in loc showed as local.
func resolveLocal(local string, loc *time.Location, fold bool) (Moment, string, error) {
	wall, err := time.Parse("2006-01-02T15:04:05", local)
	if err != nil {
		return "", "", notMoment(local)
	}
	// No zone changes by more than a day, so the offsets in force a day
	// before and a day after are all that can apply.
	var found []time.Time
	_, before := wall.Add(-24 * time.Hour).In(loc).Zone()
	_, after := wall.Add(24 * time.Hour).In(loc).Zone()
	for _, offset := range []int{before, after} {
		t := wall.Add(-time.Duration(offset) * time.Second).In(loc)
		if t.Format("2006-01-02T15:04:05") == local && (len(found) == 0 || !found[0].Equal(t)) {
			found = append(found, t)
		}
	}
	switch len(found) {
	case 0:
		early := wall.Add(-time.Duration(after) * time.Second).In(loc).Format(time.RFC3339)
		late := wall.Add(-time.Duration(before) * time.Second).In(loc).Format(time.RFC3339)
		return "", "", Refuse("stated_on", "%s did not exist in %s: the clocks went forward", local, loc).
			WithHint("write %s or %s", early, late)
	case 1:
		return Moment(found[0].Format(time.RFC3339)), "", nil
	}
	first, second := found[0], found[1]
	if second.Before(first) {
		first, second = second, first
	}
	if fold {
		return Moment(second.Format(time.RFC3339)), "", nil
	}
	return Moment(first.Format(time.RFC3339)), local + " came twice in " + loc.String() +
		", taken as the earlier; --fold takes the later", nil
}

// zones keeps the zones that were loaded: reading one takes longer than
// reading a claim.
var zones sync.Map // name → *time.Location

// Zone loads an IANA zone by name. Local, empty and path-like names are
// refused.
func Zone(name string) (*time.Location, error) {
	if loc, ok := zones.Load(name); ok {
		return loc.(*time.Location), nil
	}
	refusal := Refuse("zone", "%q is not a time zone", short(name)).WithHint("use an IANA name such as Europe/London or UTC")
	if name == "" || name == "Local" || strings.Contains(name, "..") || strings.HasPrefix(name, "/") {
		return nil, refusal
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		if whole := zoneOf(name); whole != "" {
			refusal = refusal.WithHint("did you mean %s?", whole)
		}
		return nil, refusal
	}
	zones.Store(name, loc)
	return loc, nil
}

// short cuts a text that is quoted in a message.
func short(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:57]) + "..."
	}
	return s
}

// zoneOf is the zone that has the name of a town, "" for none.
func zoneOf(town string) string {
	words := strings.Fields(town)
	for i, w := range words {
		_, first := utf8.DecodeRuneInString(w)
		words[i] = strings.ToUpper(w[:first]) + w[first:]
	}
	town = strings.Join(words, "_")
	for _, region := range []string{"Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian", "America/Argentina"} {
		if _, err := time.LoadLocation(region + "/" + town); town != "" && err == nil {
			return region + "/" + town
		}
	}
	return ""
}
