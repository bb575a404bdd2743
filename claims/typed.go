package claims

import (
	"errors"
	"strconv"
	"strings"

	"tracker/calendar"
	"tracker/reading/date"
	"tracker/reading/hedge"
)

// ReadDay reads the day that a person typed for a field: 2025-11-12, 12 Nov
// 2025, yesterday, next Monday. One that could be two days is refused with
// both.
func ReadDay(field, s string, o date.Options) (calendar.Day, error) {
	d, err := date.Read(s, o)
	var two *date.Ambiguous
	switch {
	case err == nil:
		return d, nil
	case errors.As(err, &two):
		return 0, ambiguous(field, two)
	}
	return 0, Refuse(field, "%v", err).WithHint("write the day like 2025-11-12, 12 Nov 2025, yesterday or next Monday")
}

// ReadSpan reads A..B, two days that a person typed.
func ReadSpan(s string, o date.Options) (earliest, latest calendar.Day, err error) {
	a, b, ok := strings.Cut(s, "..")
	if !ok {
		return 0, 0, Refuse("window", "%q is not two dates", short(s)).WithHint("write A..B, like 2025-08-11..2025-08-17")
	}
	if earliest, err = ReadDay("window", a, o); err != nil {
		return 0, 0, err
	}
	if latest, err = ReadDay("window", b, o); err != nil {
		return 0, 0, err
	}
	if latest < earliest {
		return 0, 0, Refuse("window", "%s is before %s", latest, earliest).
			WithHint("write the earlier day first: %s..%s", latest, earliest)
	}
	return earliest, latest, nil
}

// ReadStated reads when a statement was made, as a person typed it or a post
// shows it, into what ParseMoment takes: a day as ReadDay reads it becomes
// YYYY-MM-DD, an instant is left as it is, and other forms become one.
func ReadStated(s string, o date.Options) (string, error) {
	if reInstant().MatchString(strings.TrimSpace(s)) {
		return s, nil
	}
	t, ok, err := date.ReadTimed(s, o)
	var two *date.Ambiguous
	switch {
	case ok:
		return t.String(), nil
	case errors.As(err, &two):
		return "", ambiguous("stated_on", two)
	case strings.Contains(s, ":"):
		return s, nil
	}
	d, err := ReadDay("stated_on", s, o)
	return d.String(), err
}

func ambiguous(field string, two *date.Ambiguous) *Error {
	return Refuse(field, "%v", two).Because(two).WithHint("write %s or %s; day_first = true in the configuration settles it for good", two.Day, two.Alternative)
}

// ReadProbability reads a number from 0 to 1 or a percentage that a person
// typed for a field.
func ReadProbability(field, s string) (float64, error) {
	p, err := hedge.ParseP(strings.TrimSpace(s))
	if err != nil {
		return 0, Refuse(field, "%v", err).WithHint("%s", percentHint(s))
	}
	return p, nil
}

// percentHint is how a probability is written: one that was meant in per cent
// with its sign.
func percentHint(s string) string {
	s = strings.TrimSpace(s)
	if n, err := strconv.ParseFloat(s, 64); err == nil && n > 1 && n <= 100 {
		return s + " % is written " + s + "%"
	}
	return "for example 0.7 or 70%"
}

// ReadWithin reads a number of days that --within was given: 7 or 7d, none for
// nothing.
func ReadWithin(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(s, "d"))
	if err != nil || n < 0 || n > 36600 {
		return 0, Mistyped("--within %q is not a number of days", s).WithHint("--within 7d")
	}
	return n, nil
}
