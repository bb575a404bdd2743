package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // zones on machines that have none

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
	"tracker/reading/deadline"
	"tracker/store"
)

// env is what a verb works with: the streams, the settings and the book. It
// is made once a run and handed to every verb.
type env struct {
	in       io.Reader
	out, err io.Writer
	ttyIn    bool // questions may be asked
	ttyOut   bool // people read the output: headers, colour, cut to the width
	ttyErr   bool // progress may be shown
	width    int  // of the terminal, in columns
	colour   bool

	flagDB, flagZone string
	flagWords        lexiconSettings

	config config
	zone   *time.Location
	now    time.Time // the clock of the run, in zone
	fixed  bool      // TRACKER_NOW stands in for the clock

	opened  *store.Book
	answers *bufio.Reader // of ask
}

func newEnv() *env {
	e := &env{in: os.Stdin, out: os.Stdout, err: os.Stderr, width: 80}
	e.ttyIn = term.IsTerminal(int(os.Stdin.Fd()))
	e.ttyOut = term.IsTerminal(int(os.Stdout.Fd()))
	e.ttyErr = term.IsTerminal(int(os.Stderr.Fd()))
	if w, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil && w > 0 {
		e.width = w
	}
	e.colour = wantsColour(e.ttyOut)
	if w, err := strconv.Atoi(os.Getenv("TRACKER_FORCE_TTY")); err == nil && w >= 20 {
		e.ttyOut, e.width = true, w
	}
	return e
}

// wantsColour reports whether what people read on a terminal is coloured.
func wantsColour(tty bool) bool {
	return tty && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// prepare reads the settings before a verb runs.
func (e *env) prepare(cmd *cobra.Command) error {
	if cmd == cmd.Root() || cmd.Name() == "help" || cmd.Name() == "completion" {
		return nil
	}
	if db := cmd.Flag("db"); db != nil && db.Changed && e.flagDB == "" {
		return usage("--db names no file").WithHint("--db FILE, or leave it out for the book in the data directory")
	}
	var err error
	if e.config, err = readConfig(); err != nil {
		return err
	}
	name := first(e.flagZone, os.Getenv("TRACKER_ZONE"), e.config.Zone, machineZone())
	if e.zone, err = claims.Zone(name); err != nil {
		return usage("%v", err).WithHint("use an IANA name such as Europe/London or UTC")
	}
	e.now, e.fixed, err = clock(os.Getenv("TRACKER_NOW"), e.zone)
	return err
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
		return t, true, usage("TRACKER_NOW=%q is neither a date nor an instant", fixed).WithHint("TRACKER_NOW=2025-08-18 or 2025-08-18T09:00:00Z")
	}
	return t.In(zone), true, nil
}

// instant is the moment of the run.
func (e *env) instant() claims.Instant { return claims.At(e.now) }

// dates are how a day that somebody typed is read: as of today, leaning where
// the day must lie.
func (e *env) dates(lean date.Lean) date.Options {
	o := date.Options{Today: e.today(), Lean: lean}
	if e.config.DayFirst {
		o.Order = date.DayFirst
	}
	return o
}

// today is the day of the run in the user's zone.
func (e *env) today() calendar.Day { return calendar.Of(e.now) }

// actor is who does what this run does.
func (e *env) actor() string {
	name := first(os.Getenv("TRACKER_ACTOR"), e.config.Actor)
	if name == "" {
		if u, err := user.Current(); err == nil {
			name = u.Username
		}
	}
	return claims.Name(first(name, os.Getenv("USER"), "unknown"))
}

// command is this run as the journal will know it.
func (e *env) command(verb string) store.Command {
	return store.NewCommand(verb, e.actor(), e.instant())
}

// book opens the book, once. Without --db, TRACKER_DB or a configured one it
// is the book in the data directory, made on first use.
func (e *env) book(ctx context.Context, use ...store.Use) (*store.Book, error) {
	if e.opened != nil {
		return e.opened, nil
	}
	if path := e.chosenBook(); path != "" {
		b, err := store.Open(ctx, path, use...)
		e.opened = b
		return b, err
	}
	path, err := defaultBook()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, &claims.Error{Kind: claims.Unusable, Msg: err.Error(), Hint: "name a book elsewhere with --db FILE"}
		}
	}
	b, made, err := store.Create(ctx, path, use...)
	if err != nil {
		return nil, err
	}
	if made {
		e.sayf("made a new book at %s", path)
	}
	e.opened = b
	return b, nil
}

// chosenBook is the book that somebody named, "" for the one in the data
// directory.
func (e *env) chosenBook() string { return first(e.flagDB, getenvDB(), e.config.DB) }

// bookPath is where the book of this run is, or would be.
func (e *env) bookPath() (string, error) {
	if e.opened != nil {
		return e.opened.Path(), nil
	}
	if path := e.chosenBook(); path != "" {
		return path, nil
	}
	return defaultBook()
}

// claim opens the book and finds the claim with an id.
func (e *env) claim(ctx context.Context, ref string) (*store.Book, claims.Claim, error) {
	b, err := e.book(ctx)
	if err != nil {
		return nil, claims.Claim{}, err
	}
	c, err := b.Claim(ctx, ref)
	return b, c, err
}

func (e *env) close() {
	if e.opened != nil {
		e.opened.Close()
	}
}

// defaultBook is the book in the data directory.
func defaultBook() (string, error) {
	dir := os.Getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(dir) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", usage("there is no home directory to keep a book in").WithHint("name the book with --db FILE")
		}
		dir = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(dir, "tracker", "book.db"), nil
}

// reader is what turns words into claims, with the book's dated events.
func (e *env) reader(ctx context.Context, b *store.Book) (*claims.Reader, error) {
	if b == nil {
		return e.readerOf(nil)
	}
	dates, err := b.EventDates(ctx)
	if err != nil {
		return nil, err
	}
	return e.readerOf(dates.Lookup)
}

// readerOf is a reader by the settings in force, for which events have the
// dates given; nil for no events.
func (e *env) readerOf(events func(string) (calendar.Day, bool)) (*claims.Reader, error) {
	d, err := deadline.New(e.config.deadlines(events))
	if err != nil {
		return nil, err
	}
	lexicon, err := e.lexicon()
	if err != nil {
		return nil, err
	}
	return &claims.Reader{Deadlines: d, Rules: e.config.rules(), Hedges: lexicon, Zone: e.zone, Actor: e.actor()}, nil
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

// first returns the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// getenvDB is the book that the environment names.
func getenvDB() string { return os.Getenv("TRACKER_DB") }
