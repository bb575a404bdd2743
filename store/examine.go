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
)

// Examined is a copy of a backup that was looked at whole. The backup itself
// is only read.
type Examined struct {
	*Book
	dir *scratch.Temporary
}

// Examine copies a backup into a folder of its own in dir, opens it there and
// checks it: its file, its schema, and every table against its journal.
func Examine(ctx context.Context, backup, dir string, progress func(entries int64)) (x *Examined, problems []Finding, err error) {
	for _, ending := range companions[1:] {
		if info, err := os.Stat(backup + ending); err == nil && info.Size() > 0 && ending != "-shm" {
			return nil, nil, unusable("%s has %s beside it: it is in use, or was cut off", backup, filepath.Base(backup)+ending).
				WithHint("tracker --db %s backup NEW makes one whole file of the two", backup)
		}
	}
	d, err := scratch.Dir(dir, "restore")
	if err != nil {
		return nil, nil, unusable("%s cannot be written: %v", dir, cause(err)).WithHint("check its permissions")
	}
	defer func() {
		if err != nil {
			d.Discard()
		}
	}()
	copied := filepath.Join(d.Path(), "book.db")
	if err := copyFile(backup, copied); err != nil {
		return nil, nil, err
	}
	b, err := Open(ctx, copied)
	if err == nil {
		if problems, err = b.Check(ctx, progress); err != nil {
			b.Close()
		}
	}
	var refusal *claims.Error
	if errors.As(err, &refusal) && refusal.Kind == claims.Unusable {
		return nil, nil, unusable("the backup cannot be used: %s", strings.ReplaceAll(refusal.Msg, copied, backup)).
			WithHint("nothing was changed; try another backup")
	}
	if err != nil {
		return nil, nil, err
	}
	return &Examined{b, d}, problems, nil
}

// Close removes the copy.
func (x *Examined) Close() error {
	err := x.Book.Close()
	x.dir.Discard()
	return err
}

// copyFile copies a regular file to a new one, its owner's only.
func copyFile(from, to string) error {
	info, err := os.Stat(from)
	if err != nil {
		return (&claims.Error{Kind: claims.NotFound, Msg: from + " cannot be read: " + cause(err).Error()}).WithHint("check the name of the backup")
	}
	if !info.Mode().IsRegular() {
		return unusable("%s is not a file", from).WithHint("name the backup's file")
	}
	in, err := os.Open(from)
	if err != nil {
		return unusable("%s cannot be read: %v", from, cause(err)).WithHint("check its permissions")
	}
	defer in.Close()
	return pour(in, to)
}

// pour writes what in holds to a new file and brings it to the disk.
func pour(in io.Reader, to string) error {
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return unusable("%s cannot be made: %v", to, cause(err)).WithHint("check its directory")
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		return unusable("%s cannot be written: %v", to, cause(err)).WithHint("make room and try again")
	}
	return nil
}
