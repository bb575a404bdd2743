package sqlite

import (
	"context"
	"errors"
	"io"
	"os"

	"tracker/claims"
	"tracker/scratch"
	"tracker/store/dialect"
)

// Vacant refuses a path where there is something already.
func Vacant(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return claims.Refuse("", "%s exists already", path).WithHint("give a new name; a backup never replaces a file")
	}
	return nil
}

// Give gives a finished file a name that nothing has: a rename would replace
// what has been made meanwhile.
func Give(file, path string) error {
	if err := os.Link(file, path); err == nil {
		return nil
	}
	if err := Vacant(path); err != nil {
		return err
	}
	if err := os.Rename(file, path); err != nil { // a file system without links
		return dialect.Unusable("%s cannot be made: %v", path, scratch.Pathless(err))
	}
	return nil
}

// CopyFile copies a regular file to a new one, its owner's only. It is read
// through what the caller makes of it.
func CopyFile(from, to string, through func(in io.Reader, size int64) io.Reader) error {
	info, err := Regular(from)
	if err != nil {
		return err
	}
	in, err := os.Open(from)
	if err != nil {
		return dialect.Unusable("%s cannot be read: %v", from, scratch.Pathless(err)).WithHint("check its permissions")
	}
	defer in.Close()
	return pour(through(in, info.Size()), to)
}

// Regular looks at a backup, and refuses what is no file.
func Regular(from string) (os.FileInfo, error) {
	info, err := os.Stat(from)
	if err != nil {
		return nil, (&claims.Error{Kind: claims.NotFound, Msg: from + " cannot be read: " + scratch.Pathless(err).Error()}).WithHint("check the name of the backup")
	}
	if !info.Mode().IsRegular() {
		return nil, dialect.Unusable("%s is not a file", from).WithHint("name the backup's file")
	}
	return info, nil
}

// pour writes what in holds to a new file and brings it to the disk.
func pour(in io.Reader, to string) error {
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return dialect.Unusable("%s cannot be made: %v", to, scratch.Pathless(err)).WithHint("check its directory")
	}
	_, err = io.Copy(out, in)
	if errors.Is(err, context.Canceled) {
		return errors.Join(err, out.Close())
	}
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		return dialect.Unusable("%s cannot be written: %v", to, scratch.Pathless(err)).WithHint("make room and try again")
	}
	return nil
}
