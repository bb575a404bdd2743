package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
	"tracker/reading/hedge"
	"tracker/settings"
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

	*settings.Settings
	flags settings.Flags

	opened  *store.Book
	answers *bufio.Reader // of ask
}

func newEnv() *env {
	e := &env{in: os.Stdin, out: os.Stdout, err: os.Stderr, width: 80, Settings: &settings.Settings{}}
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
	if db := cmd.Flag("db"); db != nil && db.Changed && e.flags.DB == "" {
		return usage("--db names no file").WithHint("--db FILE, or leave it out for the book in the data directory")
	}
	s, err := settings.Read(e.flags)
	e.Settings = s
	return err
}

func (e *env) instant() claims.Instant           { return e.Instant() }
func (e *env) today() calendar.Day               { return e.Today() }
func (e *env) dates(lean date.Lean) date.Options { return e.Dates(lean) }
func (e *env) lexicon() (*hedge.Lexicon, error)  { return e.Hedges() }

// command is this run as the journal will know it.
func (e *env) command(verb string) store.Command {
	return store.NewCommand(verb, e.Actor(), e.instant())
}

// book opens the book, once. Without --db, TRACKER_DB or a configured one it
// is the book in the data directory, made on first use.
func (e *env) book(ctx context.Context, use ...store.Use) (*store.Book, error) {
	if e.opened != nil {
		return e.opened, nil
	}
	if path := e.ChosenBook(); path != "" {
		b, err := store.Open(ctx, path, use...)
		e.opened = b
		return b, err
	}
	path, err := settings.DefaultBook()
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

// bookPath is where the book of this run is, or would be.
func (e *env) bookPath() (string, error) {
	if e.opened != nil {
		return e.opened.Path(), nil
	}
	if path := e.ChosenBook(); path != "" {
		return path, nil
	}
	return settings.DefaultBook()
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

// reader is what turns words into claims, with the book's dated events.
func (e *env) reader(ctx context.Context, b *store.Book) (*claims.Reader, error) {
	if b == nil {
		return e.Reader(nil)
	}
	dates, err := b.EventDates(ctx)
	if err != nil {
		return nil, err
	}
	return e.Reader(dates.Lookup)
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
