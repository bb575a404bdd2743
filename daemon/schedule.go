package daemon

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// Schedule says at which times of the clock in a zone something is to be
// done. The zero Schedule has no times.
type Schedule struct {
	fields *cron.SpecSchedule
	every  time.Duration // instead of fields: that long after the time before
	zone   *time.Location
}

const (
	maxSpec = 200 // bytes; the longest that lists every minute in use is shorter
	// horizon is within how many years a schedule must come up: the longest
	// wait for a 29 February is eight.
	horizon = 8
	// oftenest is how close two times may be.
	oftenest = time.Minute
)

// ParseSchedule reads five fields (minute, hour, day of the month, month, day
// of the week) or one of @hourly, @daily, @weekly, @monthly, @yearly and
// "@every 90m". Whatever the parser underneath takes silently for something
// else, or falls over, is an error of one line; so is a schedule with no time
// within eight years of now.
func ParseSchedule(spec string, zone *time.Location, now time.Time) (s Schedule, err error) {
	defer func() {
		if r := recover(); r != nil {
			s, err = Schedule{}, fmt.Errorf("it cannot be read: %v", r)
		}
	}()
	if err := plausible(spec); err != nil {
		return Schedule{}, err
	}
	parsed, err := cron.ParseStandard(strings.TrimSpace(spec))
	if err != nil {
		return Schedule{}, errors.New(plain(err.Error()))
	}
	s = Schedule{zone: zone}
	switch p := parsed.(type) {
	case *cron.SpecSchedule:
		s.fields = p
	case cron.ConstantDelaySchedule:
		s.every = p.Delay
	}
	if _, ok := s.Next(now); !ok {
		return Schedule{}, errors.New("no day is ever like that")
	}
	return s, nil
}

// plausible refuses what the parser would misread, hang on or fall over.
func plausible(spec string) error {
	trimmed := strings.TrimSpace(spec)
	switch {
	case trimmed == "":
		return errors.New("it is empty")
	case len(spec) > maxSpec:
		return fmt.Errorf("it is %d bytes long, more than %d", len(spec), maxSpec)
	case strings.ContainsFunc(spec, func(r rune) bool { return r < ' ' && r != '\t' || r > '~' }):
		return errors.New("it holds a character that no schedule has")
	case strings.Contains(trimmed, "TZ="):
		return errors.New("it names a zone itself: --zone does that")
	case strings.HasPrefix(trimmed, "@"):
		return plausibleName(trimmed)
	}
	fields := strings.Fields(trimmed)
	if len(fields) != 5 {
		return fmt.Errorf("it has %d fields, not the five for minute, hour, day, month and weekday", len(fields))
	}
	for i, f := range fields {
		if err := plausibleField(f, i); err != nil {
			return err
		}
	}
	return nil
}

// plausibleName checks a schedule that is one word, or @every with a time.
func plausibleName(spec string) error {
	text, ok := strings.CutPrefix(spec, "@every ")
	if !ok {
		return nil // the parser knows the words
	}
	d, err := time.ParseDuration(text)
	switch {
	case err != nil:
		return fmt.Errorf("%q is no length of time", text)
	case d < oftenest:
		return fmt.Errorf("every %v is more often than once a minute", d)
	case d > horizon*365*24*time.Hour:
		return fmt.Errorf("every %v is more than eight years", d)
	}
	return nil
}

// spans are how many values each field has.
var spans = []struct {
	name string
	n    int
}{{"minute", 60}, {"hour", 24}, {"day of the month", 31}, {"month", 12}, {"day of the week", 7}}

// plausibleField refuses fields such as "*-5", "," and "*/90", in which the
// parser sees something else than was meant.
func plausibleField(text string, i int) error {
	field := regexp.MustCompile(`^(?:[*?]|\w+(?:-\w+)?)(?:/(\d+))?$`) // here: few runs of the program read a schedule
	for part := range strings.SplitSeq(text, ",") {
		found := field.FindStringSubmatch(part)
		if found == nil {
			return fmt.Errorf("%q is no %s", text, spans[i].name)
		}
		if found[1] == "" {
			continue
		}
		if step, err := strconv.Atoi(found[1]); err != nil || step < 1 || step >= spans[i].n {
			return fmt.Errorf("%q: a step of the %s is from 1 to %d", text, spans[i].name, spans[i].n-1)
		}
	}
	return nil
}

// plain says what the parser says in fewer words of its own.
func plain(msg string) string {
	if what, ok := strings.CutPrefix(msg, "unrecognized descriptor: "); ok {
		return fmt.Sprintf("%q is none of @hourly, @daily, @weekly, @monthly, @yearly and @every", what)
	}
	if what, _, ok := strings.Cut(msg, ": strconv."); ok {
		return strings.Replace(what, "failed to parse int from ", "there is no number or name ", 1)
	}
	return msg
}
