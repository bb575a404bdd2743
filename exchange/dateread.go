package exchange

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
)

// moment is a day as somebody wrote it, with the time of day where there is
// one.
type moment struct {
	day     calendar.Day
	clock   time.Duration // after midnight
	hasTime bool
	zone    *time.Location // nil when the text names none
}

// readMoment reads a day or an instant: 2025-03-01, 13/4/2025, 1 Mar 2025
// 09:05, 2025-03-01 09:05:7, 2025-03-01T09:05:07.000Z. The year must be there.
func readMoment(text string, o date.Options) (moment, error) {
	text = strings.TrimSpace(text)
	if m, ok := counted(text); ok {
		return m, nil
	}
	m, err := writtenMoment(text, o)
	if err == nil || isAmbiguous(err) || !hasClock(text) {
		return m, err
	}
	if t, ok, _ := date.ReadTimed(text, o); ok && strings.Contains(text, strconv.Itoa(yearOf(t.Day))) {
		return moment{t.Day, time.Duration(t.Hour*3600+t.Minute*60+t.Second) * time.Second, true, t.Zone}, nil
	}
	return m, err
}

// hasClock reports whether a text may hold a time of day.
func hasClock(text string) bool {
	return strings.Contains(text, ":") || strings.ContainsAny(text, "mM")
}

func yearOf(d calendar.Day) int {
	y, _, _ := d.Civil()
	return y
}

// writtenMoment reads a day with its time of day behind it.
func writtenMoment(text string, o date.Options) (m moment, err error) {
	dayText, clockText := splitClock(text)
	if !hasYear(dayText) {
		return m, fmt.Errorf("%.60q is not a day with its year", text)
	}
	if m.day, err = date.Read(dayText, o); err != nil {
		return m, err
	}
	if clockText == "" {
		return m, nil
	}
	return m, m.readClock(clockText)
}

// splitClock cuts a text before its time of day.
func splitClock(text string) (day, clock string) {
	colon := strings.IndexByte(text, ':')
	if colon < 0 {
		return text, ""
	}
	start := colon
	for start > 0 && '0' <= text[start-1] && text[start-1] <= '9' {
		start--
	}
	return strings.TrimRight(text[:start], " T,\t"), text[start:]
}

// hasYear reports whether a text holds the numbers of a whole day: three, or
// two and the name of a month, or eight digits.
func hasYear(text string) bool {
	numbers, letters, digits := 0, 0, 0
	in := false
	for _, r := range text {
		isDigit := '0' <= r && r <= '9'
		if isDigit {
			digits++
			if !in {
				numbers++
			}
		} else if r >= 'A' {
			letters++
		}
		in = isDigit
	}
	return numbers == 3 || numbers == 2 && letters >= 3 || numbers == 1 && digits == 8 && len(text) == 8
}

// readClock reads 9:05, 09:05:7, 9:05 pm, and a zone after it.
func (m *moment) readClock(text string) error {
	rest := strings.ToLower(strings.TrimSpace(text))
	end := strings.IndexFunc(rest, func(r rune) bool { return !strings.ContainsRune("0123456789:.", r) })
	if end < 0 {
		end = len(rest)
	}
	clock, tail := rest[:end], strings.TrimSpace(rest[end:])
	parts := strings.Split(clock, ":")
	var total float64
	for i, size := range []float64{3600, 60, 1} {
		if i == len(parts) {
			break
		}
		n, err := strconv.ParseFloat(parts[i], 64)
		if err != nil || n < 0 || i > 0 && n >= 60 || i == 0 && n > 24 || len(parts) > 3 {
			return fmt.Errorf("%.60q is not a time of day", text)
		}
		total += n * size
	}
	for _, half := range []string{"am", "pm"} {
		if after, ok := strings.CutPrefix(tail, half); ok {
			tail = strings.TrimSpace(after)
			if total >= 12*3600 {
				total -= 12 * 3600
			}
			if half == "pm" {
				total += 12 * 3600
			}
		}
	}
	m.clock, m.hasTime = time.Duration(total*float64(time.Second)).Round(time.Millisecond), true
	return m.readZone(tail, text)
}

func (m *moment) readZone(tail, text string) error {
	switch tail {
	case "":
		return nil
	case "z", "utc", "gmt":
		m.zone = time.UTC
		return nil
	}
	for _, layout := range []string{"-07:00", "-0700", "-07"} {
		if t, err := time.Parse(layout, strings.TrimPrefix(strings.TrimPrefix(tail, "utc"), "gmt")); err == nil {
			m.zone = t.Location()
			return nil
		}
	}
	return fmt.Errorf("%.60q is not a time of day", text)
}

// instant is the moment as an instant; without a zone in UTC.
func (m moment) instant() time.Time {
	zone := m.zone
	if zone == nil {
		zone = time.UTC
	}
	y, month, d := m.day.Civil()
	return time.Date(y, month, d, 0, 0, 0, 0, zone).Add(m.clock)
}

// orderOf tells which order a day written as 13/4/2025 proves; Ask for one
// that proves none.
func orderOf(text string) date.Order {
	day, _ := splitClock(strings.TrimSpace(text))
	parts := strings.FieldsFunc(day, func(r rune) bool { return r == '/' || r == '-' || r == ' ' })
	if len(parts) != 3 || len(parts[0]) > 2 {
		return date.Ask
	}
	a, errA := strconv.Atoi(parts[0])
	b, errB := strconv.Atoi(parts[1])
	switch {
	case errA != nil || errB != nil:
		return date.Ask
	case a > 12 && b <= 12:
		return date.DayFirst
	case b > 12 && a <= 12:
		return date.MonthFirst
	}
	return date.Ask
}

// canonicalDay reports whether a text is a day as an export writes it.
func canonicalDay(text string) bool {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return false
	}
	_, err := calendar.Parse(text)
	return err == nil
}

// dayCell reads a cell where a day is wanted.
func dayCell(text string, o date.Options) (string, error) {
	if canonicalDay(text) {
		return text, nil
	}
	m, err := readMoment(text, o)
	return m.day.String(), err
}

// statedCell reads a cell with the day, or the instant, of a statement. A
// time without a zone is cut: it is not known whose time it is.
func statedCell(text string, o date.Options) (string, error) {
	if canonicalDay(text) || len(text) > 10 && canonicalDay(text[:10]) && text[10] == 'T' {
		return text, nil // as an export writes it
	}
	m, err := readMoment(text, o)
	switch {
	case isAmbiguous(err):
		return "", err
	case err != nil:
		return text, nil // claims says what is wrong with it
	case m.zone == nil:
		return m.day.String(), nil
	}
	return m.instant().Format(time.RFC3339), nil
}

// instantCell reads a cell where an instant is wanted.
func instantCell(text string, o date.Options) (string, error) {
	var i claims.Instant
	if i.UnmarshalJSON([]byte(`"`+text+`"`)) == nil {
		return text, nil
	}
	m, err := readMoment(text, o)
	return m.instant().Format("2006-01-02T15:04:05.000Z07:00"), err
}

// phraseCell reads a cell that answers "by when": a day becomes one that
// cannot be misread, everything else stays as it was written.
func phraseCell(text string, o date.Options) (string, error) {
	day, _ := splitClock(text)
	if _, isCount := counted(text); canonicalDay(text) || !hasYear(day) && !isCount {
		return text, nil
	}
	m, err := readMoment(text, o)
	if isAmbiguous(err) {
		return "", err
	}
	if err != nil {
		return text, nil // "by 1 May or 2 June 2025": for the reader of deadlines
	}
	return m.day.String(), nil
}
