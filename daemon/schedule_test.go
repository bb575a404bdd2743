package daemon

import (
	"strings"
	"testing"
	"time"
)

var now = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

// Row 13 of the table of bad inputs and its kind: an error of one short line,
// and never a panic.
func TestParseScheduleRefuses(t *testing.T) {
	for spec, want := range map[string]string{
		"":                                  "it is empty",
		" \t ":                              "it is empty",
		"TZ=0":                              "it names a zone itself",
		"TZ=":                               "it names a zone itself",
		"CRON_TZ=UTC":                       "it names a zone itself",
		"CRON_TZ=UTC 0 8 * * *":             "it names a zone itself",
		"TZ=Europe/London 0 8 * * *":        "it names a zone itself",
		"0 0 31 2 *":                        "no day is ever like that",
		"0 0 30,31 2 *":                     "no day is ever like that",
		"0 0 31 4,6,9,11 *":                 "no day is ever like that",
		"@every 0s":                         "more often than once a minute",
		"@every -5s":                        "more often than once a minute",
		"@every 59.999s":                    "more often than once a minute",
		"@every 9000h -1h":                  "is no length of time",
		"@every 200000h":                    "more than eight years",
		"@every":                            "is none of @hourly",
		"@every  1h":                        "is no length of time",
		"@every 9e99h":                      "is no length of time",
		"@reboot":                           "is none of @hourly",
		"@":                                 "is none of @hourly",
		"* * * * * *":                       "it has 6 fields",
		"* * * *":                           "it has 4 fields",
		"60 * * * *":                        "(60) above maximum (59)",
		"0 24 * * *":                        "(24) above maximum (23)",
		"0 8 0 * *":                         "(0) below minimum (1)",
		"0 8 * 13 *":                        "(13) above maximum (12)",
		"0 8 * * 7":                         "(7) above maximum (6)",
		"-1 * * * *":                        "is no minute",
		"*-5 * * * *":                       "is no minute",
		", * * * *":                         "is no minute",
		"1,,2 * * * *":                      "is no minute",
		"1-2-3 * * * *":                     "is no minute",
		"*/0 * * * *":                       "a step of the minute is from 1 to 59",
		"*/90 * * * *":                      "a step of the minute is from 1 to 59",
		"0 */24 * * *":                      "a step of the hour is from 1 to 23",
		"*/99999999999999999999 * * * *":    "a step of the minute",
		"99999999999999999999 * * * *":      "there is no number or name 99999999999999999999",
		"5-1 * * * *":                       "beyond end of range",
		"0 8 * * monday":                    "there is no number or name monday",
		"0 8 L * *":                         "there is no number or name L",
		"0 8 * * 1#2":                       "is no day of the week",
		"0 8 * * *\n0 9 * * *":              "a character that no schedule has",
		"0 8 * * *\x00":                     "a character that no schedule has",
		"٠ 8 * * *":                         "a character that no schedule has",
		strings.Repeat("0 8 * * * ", 1024):  "10240 bytes long",
		strings.Repeat("1,", 5000) + " * *": "bytes long",
	} {
		s, err := ParseSchedule(spec, time.UTC, now)
		switch {
		case err == nil:
			t.Errorf("%q was taken: %+v", spec, s)
		case !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") || len(err.Error()) > 200:
			t.Errorf("%q: %v, want one line with %q", spec, err, want)
		}
	}
}

// Every schedule that is taken comes up, later, and at least a minute apart.
func FuzzParseSchedule(f *testing.F) {
	for _, spec := range []string{"0 8 * * 1-5", "@every 90m", "@daily", "TZ=0", "0 0 29 2 *", "*/7 1-9/2 1,15 jan-mar Mon", "?", "* * * * *"} {
		f.Add(spec)
	}
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, spec string) {
		s, err := ParseSchedule(spec, london, now)
		if err != nil {
			return
		}
		one, ok := s.Next(now)
		two, ok2 := s.Next(one)
		if !ok || !ok2 || !one.After(now) || two.Sub(one) < oftenest {
			t.Errorf("%q: %v, then %v", spec, one, two)
		}
	})
}
