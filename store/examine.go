package store

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"tracker/claims"
	"tracker/scratch"
	"tracker/store/sqlite"
)

// Examined is a copy of a backup that was looked at whole. The backup itself
// is only read.
type Examined struct {
	*Book
	dir *scratch.Temporary
}

// Examine copies a backup into a folder of its own in dir, opens it there and
// checks it: its file, its schema, and every table against its journal.
func Examine(ctx context.Context, backup, dir string, watch Watch) (x *Examined, problems []Finding, err error) {
	if beside := sqlite.Unfinished(backup); beside != "" {
		return nil, nil, unusable("%s has %s beside it: it is in use, or was cut off", backup, beside).
			WithHint("tracker --db %s backup NEW makes one whole file of the two", backup)
	}
	if _, err := sqlite.Regular(backup); err != nil {
		return nil, nil, err // before a folder is made for a book that was never there
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, nil, unusable("%s cannot be made: %v", dir, scratch.Pathless(err)).WithHint("check the permissions of what it lies in")
	}
	d, err := scratch.Dir(dir, "restore")
	if err != nil {
		return nil, nil, unusable("%s cannot be written: %v", dir, scratch.Pathless(err)).WithHint("check its permissions")
	}
	defer func() {
		if err != nil {
			d.Discard()
		}
	}()
	copied := filepath.Join(d.Path(), "book.db")
	if err := sqlite.CopyFile(backup, copied, func(in io.Reader, size int64) io.Reader {
		return &watched{Reader: in, ctx: ctx, watch: watch, what: "copying the backup, MB", of: size}
	}); err != nil {
		return nil, nil, reworded(err, copied, "a copy of "+backup+" in "+dir)
	}
	b, err := Open(ctx, copied)
	if err == nil {
		if problems, err = b.Check(ctx, watch); err != nil {
			b.Close()
		}
	}
	var refusal *claims.Error
	if errors.As(err, &refusal) && refusal.Kind == claims.Unusable {
		next := "try another backup"
		if !IsBroken(err) && refusal.Hint != "" {
			next = refusal.Hint
		}
		return nil, nil, unusable("the backup cannot be used: %s", strings.ReplaceAll(refusal.Msg, copied, backup)).
			WithHint("nothing was changed; %s", next)
	}
	if err != nil {
		return nil, nil, err
	}
	return &Examined{b, d}, problems, nil
}

// reworded gives a refusal another name for a file that nobody knows.
func reworded(err error, file, called string) error {
	var refusal *claims.Error
	if errors.As(err, &refusal) {
		refusal.Msg = strings.ReplaceAll(refusal.Msg, file, called)
	}
	return err
}

// Close removes the copy.
func (x *Examined) Close() error {
	err := x.Book.Close()
	x.dir.Discard()
	return err
}
