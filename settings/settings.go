// Package settings knows what a run goes by: the command line, the
// environment, the configuration and the machine, in this order. It opens no
// book and prints nothing.
//
//	s, err := settings.Read(settings.Flags{Zone: "Europe/London"})
//	s.Today() // the day of the run there
package settings

import (
	"cmp"
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"
	_ "time/tzdata" // zones on machines that have none

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
	"tracker/reading/deadline"
)

// Flags are the settings that a command line gives; empty ones are not given.
type Flags struct {
	DB      string
	Zone    string
	Lexicon Lexicon
}

// Settings are those in force.
type Settings struct {
	Config
	Zone  *time.Location
	Now   time.Time // the clock of the run, in Zone
	Fixed bool      // TRACKER_NOW stands in for the clock

	flags Flags
}

// Read returns the settings in force; a refusal says which one is wrong.
func Read(flags Flags) (*Settings, error) {
	s := &Settings{flags: flags}
	var err error
	if s.Config, err = ReadConfig(); err != nil {
		return s, err
	}
	if name := cmp.Or(os.Getenv("TRACKER_ACTOR"), s.Config.Actor); name != "" {
		if err := claims.Actor(claims.Name(name)); err != nil {
			return s, err
		}
	}
	name := cmp.Or(flags.Zone, os.Getenv("TRACKER_ZONE"), s.Config.Zone, machineZone())
	if s.Zone, err = claims.Zone(name); err != nil {
		if refusal := new(claims.Error); errors.As(err, &refusal) {
			refusal.Kind = claims.Usage
		}
		return s, err
	}
	s.Now, s.Fixed, err = clock(os.Getenv("TRACKER_NOW"), s.Zone)
	return s, err
}

// clock returns the present, or what TRACKER_NOW says it is: an RFC 3339
// instant, or a date, which is its midnight in the zone.
func clock(fixed string, zone *time.Location) (now time.Time, isFixed bool, err error) {
	if fixed == "" {
		return time.Now().In(zone), false, nil
	}
	if d, err := calendar.Parse(fixed); err == nil {
		return d.Start(zone), true, nil
	}
	t, err := time.Parse(time.RFC3339, fixed)
	if err != nil || t.Year() < 1900 || t.Year() > 9999 {
		return t, true, claims.Mistyped("TRACKER_NOW=%q is neither a date nor an instant", fixed).WithHint("TRACKER_NOW=2025-08-18 or 2025-08-18T09:00:00Z")
	}
	return t.In(zone), true, nil
}

// Instant is the moment of the run.
func (s *Settings) Instant() claims.Instant { return claims.At(s.Now) }

// Clock is the present moment, for what lasts; like Instant when the clock is
// fixed.
func (s *Settings) Clock() claims.Instant {
	if s.Fixed {
		return s.Instant()
	}
	return claims.At(time.Now())
}

// Today is the day of the run in the user's zone.
func (s *Settings) Today() calendar.Day { return calendar.Of(s.Now) }

// Dates are how a day that somebody typed is read: as of today, leaning where
// the day must lie.
func (s *Settings) Dates(lean date.Lean) date.Options {
	o := date.Options{Today: s.Today(), Lean: lean}
	if s.DayFirst {
		o.Order = date.DayFirst
	}
	return o
}

// Actor is who does what this run does.
func (s *Settings) Actor() string {
	name := cmp.Or(os.Getenv("TRACKER_ACTOR"), s.Config.Actor)
	if name == "" {
		if u, err := user.Current(); err == nil {
			name = u.Username
		}
	}
	return claims.Name(cmp.Or(name, os.Getenv("USER"), "unknown"))
}

// Reader turns words into claims by the settings in force. Events dates the
// events that deadlines hang on; nil for none.
func (s *Settings) Reader(events func(string) (calendar.Day, bool)) (*claims.Reader, error) {
	d, err := deadline.New(s.deadlines(events))
	if err != nil {
		return nil, err
	}
	lexicon, err := s.Hedges()
	if err != nil {
		return nil, err
	}
	return &claims.Reader{Deadlines: d, Rules: s.Rules(), Hedges: lexicon, Zone: s.Zone, Actor: s.Actor()}, nil
}

// ZoneGiven reports whether the command line names the zone.
func (s *Settings) ZoneGiven() bool { return s.flags.Zone != "" }

// NamedBook is the book that the command line or the environment names, ""
// for none.
func (s *Settings) NamedBook() string { return cmp.Or(s.flags.DB, os.Getenv("TRACKER_DB")) }

// ChosenBook is the book that somebody named, the configuration included; ""
// leaves it to DefaultBook.
func (s *Settings) ChosenBook() string { return cmp.Or(s.NamedBook(), s.DB) }

// DefaultBook is the book in the data directory.
func DefaultBook() (string, error) {
	dir := os.Getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(dir) {
		home, err := os.UserHomeDir()
		if err != nil || !filepath.IsAbs(home) {
			return "", claims.Mistyped("there is no home directory to keep a book in").WithHint("name the book with --db FILE")
		}
		dir = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(dir, "tracker", "book.db"), nil
}

// ReadyBook is DefaultBook, whose directory is made where it is not there.
func ReadyBook() (string, error) {
	path, err := DefaultBook()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", (&claims.Error{Kind: claims.Unusable, Msg: "there is no place for a book: " + err.Error()}).WithHint("name a book elsewhere with --db FILE")
	}
	return path, nil
}

// machineZone is the IANA name of the machine's zone, UTC when it has none.
func machineZone() string {
	if tz := strings.TrimPrefix(os.Getenv("TZ"), ":"); tz != "" {
		if _, err := claims.Zone(tz); err == nil {
			return tz
		}
	}
	if target, err := filepath.EvalSymlinks("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(target, "zoneinfo/"); ok {
			if _, err := claims.Zone(name); err == nil {
				return name
			}
		}
	}
	return "UTC"
}
