package scratch

import (
	"errors"
	"io/fs"
	"os"
)

// Pathless strips the path and the system call from err: the message around it
// names the path already.
func Pathless(err error) error {
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
