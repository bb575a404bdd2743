package files

import "io"

// Rewind goes back to the start of a file; nil for a stream.
func Rewind(in io.Reader, size int64) func() error {
	f, ok := in.(io.Seeker)
	if !ok || size < 0 {
		return nil
	}
	return func() error { _, err := f.Seek(0, io.SeekStart); return err }
}
