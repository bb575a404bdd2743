package dialect

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"tracker/claims"
)

// Unusable is a refusal of the book itself.
func Unusable(format string, args ...any) *claims.Error {
	return &claims.Error{Kind: claims.Unusable, Msg: fmt.Sprintf(format, args...)}
}

// Cause strips the path and the system call from err: the message around it
// names the path already.
func Cause(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}
