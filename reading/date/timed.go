package date

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"tracker/calendar"
)

// Timed is a day with a time of day.
type Timed struct {
	Day                  calendar.Day
	Hour, Minute, Second int
	Zone                 *time.Location // nil where the text names none
}

// reClock is a time of day: 23:30, 9:05:07.25, 11:30 pm, 8pm.
var reClock = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\w:]|T)(?:(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:\s*([ap])\.?m\b\.?)?|(\d{1,2})\s?([ap])\.?m\b\.?)`)
})

// reZone is what may follow it: Z, UTC+03:00, +0300, EET, Europe/Kyiv.
var reZone = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*\(?(?:(?i:utc|gmt)?\s*([+−-]\d{1,2}(?::?\d\d)?)\b|(?i:(z|utc|gmt|wet|cet|cest|eet|eest|msk|est|edt|cst|cdt|mst|mdt|pst|pdt))\b|([A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_]+)+))\)?`)
})

// hours are the names of zones that mean one thing in dates of mails and in
// Europe, by how far they are ahead of UTC.
var hours = map[string]int{"z": 0, "utc": 0, "gmt": 0, "wet": 0, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
	"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}

// ReadTimed reads a day with a time of day in it, wherever that stands, as
// posts and messages show theirs: "20.11.2026 23:30:00 UTC+03:00", "11:30 PM ·
// Nov 20, 2026", "Fri Nov 20 20:30:00 +0000 2026", "yesterday at 8pm", or
// "14:30", which is today. An error is that of Read; ok is false for a text
// without a time of day that can be.
func ReadTimed(s string, o Options) (t Timed, ok bool, err error) {
	at := reClock().FindStringSubmatchIndex(s)
	if at == nil {
		return t, false, nil
	}
	part := func(i int) string {
		if at[2*i] < 0 {
			return ""
		}
		return s[at[2*i]:at[2*i+1]]
	}
	t.Hour, _ = strconv.Atoi(part(1) + part(5))
	t.Minute, _ = strconv.Atoi(part(2))
	t.Second, _ = strconv.Atoi(part(3))
	if half := strings.ToLower(part(4) + part(6)); half != "" {
		if t.Hour < 1 || t.Hour > 12 {
			return t, false, nil
		}
		if t.Hour %= 12; half == "p" {
			t.Hour += 12
		}
	}
	if t.Hour > 23 || t.Minute > 59 || t.Second > 59 {
		return t, false, nil
	}
	rest := s[at[1]:]
	rest = rest[t.takeZone(rest):]
	t.Day, err = Read(bare(s[:at[0]]+" "+rest), o)
	return t, err == nil, err
}

// takeZone takes the zone that a text begins with, and says how long it is.
func (t *Timed) takeZone(text string) int {
	m := reZone().FindStringSubmatch(text)
	switch {
	case m == nil:
		return 0
	case m[1] != "":
		t.Zone = offset(m[1])
	case m[2] != "":
		t.Zone = time.FixedZone("", hours[strings.ToLower(m[2])]*3600)
	default:
		t.Zone, _ = time.LoadLocation(m[3])
	}
	if t.Zone == nil {
		return 0
	}
	return len(m[0])
}

// offset is the zone of +3, +0300 and +03:00, nil for what none is.
func offset(text string) *time.Location {
	sign, digits := 1, strings.TrimPrefix(strings.ReplaceAll(text, ":", ""), "+")
	for _, minus := range []string{"-", "−"} {
		if after, ok := strings.CutPrefix(digits, minus); ok {
			sign, digits = -1, after
		}
	}
	n, err := strconv.Atoi(digits)
	if len(digits) <= 2 {
		n *= 100
	}
	if err != nil || n/100 > 14 || n%100 > 59 {
		return nil
	}
	return time.FixedZone("", sign*(n/100*3600+n%100*60))
}

// bare is a day without what joins it to its time; nothing is today.
func bare(day string) string {
	words := strings.FieldsFunc(day, func(r rune) bool { return r == ' ' || r == '\t' || r == '·' || r == '•' || r == '|' })
	var kept []string
	for _, w := range words {
		if w = strings.Trim(w, ",;"); w != "" && !strings.EqualFold(w, "at") && !strings.EqualFold(w, "on") {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return "today"
	}
	return strings.Join(kept, " ")
}

// String is the day and the time of day as an RFC 3339 instant, without an
// offset where no zone is known.
func (t Timed) String() string {
	y, month, d := t.Day.Civil()
	if t.Zone == nil {
		return fmt.Sprintf("%sT%02d:%02d:%02d", t.Day, t.Hour, t.Minute, t.Second)
	}
	return time.Date(y, month, d, t.Hour, t.Minute, t.Second, 0, t.Zone).Format(time.RFC3339)
}
