package intake

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"

	"tracker/claims"
	"tracker/exchange"
	"tracker/files"
)

// source is a file that is read once or more.
type source struct {
	open  exchange.Opener
	name  string
	head  []byte // its first bytes
	once  func() // it will be opened once
	close func()
}

// source opens a file that may be read again. Standard input is then kept in a
// temporary file as it comes.
func (p Program) source(path string) (*source, error) {
	if path == "-" {
		return keptInput(p.In), nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, files.Missing(path, err)
	case info.IsDir():
		return nil, claims.Refuse("", "%s is a directory", path).WithHint("name a file in it")
	case !info.Mode().IsRegular():
		return nil, claims.Refuse("", "%s is not a file", path).WithHint("tracker import - < %s", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, files.Missing(path, err)
	}
	defer f.Close()
	head, err := bufio.NewReaderSize(f, exchange.HeadSize).Peek(exchange.HeadSize)
	if err != nil && err != io.EOF {
		return nil, files.Missing(path, err)
	}
	return &source{func() (io.ReadCloser, error) { return os.Open(path) }, path, head, func() {}, func() {}}, nil
}

// keptInput is standard input as a source.
func keptInput(in io.Reader) *source {
	buffered := bufio.NewReaderSize(in, 64<<10)
	head, _ := buffered.Peek(exchange.HeadSize) // an error comes again when it is read
	var file *os.File
	again := true
	open := func() (io.ReadCloser, error) {
		if file != nil {
			return os.Open(file.Name())
		}
		if !again {
			return io.NopCloser(buffered), nil
		}
		f, err := os.CreateTemp("", "tracker-import-")
		if err != nil {
			return nil, fmt.Errorf("keep standard input: %w", err)
		}
		file = f
		return io.NopCloser(&kept{in: buffered, file: file}), nil
	}
	return &source{open, "stdin", head, func() { again = false }, func() {
		if file != nil {
			file.Close()
			os.Remove(file.Name())
		}
	}}
}

// hashed opens the file for the first pass, which also takes its SHA-256.
func hashed(open func() (io.ReadCloser, error)) (io.ReadCloser, io.Reader, func() string, error) {
	f, err := open()
	if err != nil {
		return nil, nil, nil, files.Missing("the file", err)
	}
	sum := sha256.New()
	in := io.TeeReader(f, sum)
	return f, in, func() string {
		if _, ok := f.(*os.File); ok { // what the reader left unread counts too; a stream may never end
			io.Copy(io.Discard, in)
		}
		return hex.EncodeToString(sum.Sum(nil))
	}, nil
}
