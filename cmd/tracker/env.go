package main

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/settings"
	"tracker/store"
	"tracker/telling/screen"
)

// env is what a verb works with: the streams, the settings and the book. It
// is made once a run and handed to every verb.
type env struct {
	*screen.Screen
	*settings.Settings
	flags settings.Flags

	opened *store.Book
	heard  func(inbox string, err error) // of the daemon; nil elsewhere
}

func newEnv() *env {
	return &env{Screen: screen.Standard(), Settings: &settings.Settings{}}
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
	e.Settings, e.Book = s, e.flags.DB
	return err
}

// command is this run as the journal will know it.
func (e *env) command(verb string) store.Command {
	return store.NewCommand(verb, e.Actor(), e.Instant())
}

// book opens the book, once. Without --db, TRACKER_DB or a configured one it
// is the book in the data directory, made on first use.
func (e *env) book(ctx context.Context, use ...store.Use) (*store.Book, error) {
	if e.opened != nil {
		return e.opened, nil
	}
	use = append(use, store.Watched(e.Progress(-1, "").At))
	if path := e.ChosenBook(); path != "" {
		b, err := store.Open(ctx, path, use...)
		if err == nil {
			e.sayKept(b)
		}
		e.opened = b
		return b, err
	}
	path, err := settings.ReadyBook()
	if err != nil {
		return nil, err
	}
	b, made, err := store.Create(ctx, path, use...)
	if err != nil {
		return nil, err
	}
	if made {
		e.Sayf("made a new book at %s", path)
	}
	e.opened = b
	e.sayKept(b)
	return b, nil
}

// sayKept says where a book is kept that had to be taken over, and that one can
// only be read.
func (e *env) sayKept(b *store.Book) {
	switch {
	case b.Fixed() != "":
		e.Sayf("note: %s %s: it is read as it is", b.Path(), b.Fixed())
	case b.Kept() != "":
		e.Sayf("the book was taken over to schema %d; as it was it is kept at %s", store.SchemaVersion(), b.Kept())
	case b.Taken() && store.OnServer(b.Path()):
		e.Sayf("the book on the server was taken over to schema %d; others now need this tracker or a newer one", store.SchemaVersion())
	}
}

// bookThere opens the book, nil where none is chosen and it would have to be made.
func (e *env) bookThere(ctx context.Context, use ...store.Use) (*store.Book, error) {
	path, err := e.bookPath()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && e.ChosenBook() == "" {
		return nil, nil
	}
	return e.book(ctx, use...)
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
	e.Clear()
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
