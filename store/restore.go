package store

import (
	"context"
	"errors"
	"os"
	"time"

	"tracker/store/dialect"
	"tracker/store/sqlite"
)

// IsBroken reports whether err says that a file is damaged or no book, so
// that a backup may take its place.
func IsBroken(err error) bool { return sqlite.IsBroken(err) }

// Into writes the backup into an open book, as one transaction: whoever has
// the book open sees all of it or nothing. What the book held is kept beside
// it. seen is the last entry that the caller knows of, negative for unknown:
// when there are more by now, nothing is changed.
func (x *Examined) Into(ctx context.Context, b *Book, seen int64, at time.Time) (kept string, err error) {
	var held []*os.File
	defer func() {
		b.Checkpoint(ctx)
		err = errors.Join(err, b.Close())
		for _, f := range held { // closing any sooner would give up SQLite's locks
			f.Close()
		}
	}()
	book, ok := b.engine.(*sqlite.File)
	copied, same := x.engine.(*sqlite.File)
	if !ok || !same {
		return "", unusable("%s is on a server, and a backup is a file", b.path).WithHint("import its journal into an empty book")
	}
	backup := sqlite.Copied{File: copied, Writer: x.writer, Reader: x.reader, Dir: x.dir.Path()}
	kept, held, err = backup.Over(ctx, book, b.writer, at, func(q dialect.Querier) error {
		now, err := last(ctx, q)
		if err == nil && seen >= 0 && now != seen {
			err = unusable("%s has changed meanwhile", b.path).WithHint("type the command again")
		}
		return err
	})
	return kept, err
}

// At puts the backup where no book can be opened: where none is, or a damaged
// one, which is kept beside under its dated name together with its log.
func (x *Examined) At(path string, at time.Time) (kept string, err error) {
	if err := x.Book.Close(); err != nil {
		return "", err
	}
	return sqlite.Set(x.path, path, at)
}
