package intake

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"

	"tracker/claims"
	"tracker/exchange"
	"tracker/files"
	"tracker/scratch"
)

// source is a file that is read once or more.
type source struct {
	open  exchange.Opener
	name  string
	head  []byte // its first bytes
	size  int64  // 0 where nobody knows
	once  func() // it will be opened once
	close func()
}

// source opens a file that may be read again. Standard input is then kept in a
// temporary file as it comes.
func (p Program) source(ctx context.Context, path string) (*source, error) {
	if path == "-" {
		return keptInput(ctx, p.In)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, files.Missing(path, err)
	case info.IsDir():
		return nil, claims.Refuse("", "%s is a directory", path).WithHint("name a file in it")
	case strings.HasPrefix(path, "/dev/fd/"), strings.HasPrefix(path, "/proc/self/fd/"):
		return nil, claims.Refuse("", "%s is not a file", path).WithHint("COMMAND | tracker import - reads what a command writes")
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
	return &source{func() (io.ReadCloser, error) { return reopen(ctx, path) }, path, head, info.Size(), func() {}, func() {}}, nil
}

// wanted is a file that nobody wants any more when its context ends: then it
// gives nothing, also to who asks for nothing.
type wanted struct {
	ctx  context.Context
	file *os.File
}

// Read reads once from the file.
func (w wanted) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.file.Read(p)
}

// Close closes the file.
func (w wanted) Close() error { return w.file.Close() }

// reopen opens a file until ctx ends.
func reopen(ctx context.Context, path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	return wanted{ctx, f}, err
}

// keptInput is standard input as a source.
func keptInput(ctx context.Context, in io.Reader) (*source, error) {
	buffered := bufio.NewReaderSize(in, 64<<10)
	head, err := buffered.Peek(exchange.HeadSize)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("read standard input: %w", err)
	}
	var file *scratch.Temporary
	again := true
	open := func() (io.ReadCloser, error) {
		if file != nil {
			return reopen(ctx, file.Path())
		}
		if !again {
			return io.NopCloser(buffered), nil
		}
		f, err := scratch.File(os.TempDir(), "import", 0o600)
		if err != nil {
			return nil, unkept(err)
		}
		file = f
		return io.NopCloser(&kept{in: buffered, file: file}), nil
	}
	return &source{open, "stdin", head, 0, func() { again = false }, func() {
		if file != nil {
			file.Discard()
		}
	}}, nil
}

// hashed opens the file for the first pass, which also takes its SHA-256.
func hashed(open func() (io.ReadCloser, error)) (io.ReadCloser, io.Reader, func() string, error) {
	f, err := open()
	if _, told := claims.ProblemsOf(err); err != nil && !told {
		err = files.Missing("the file", err)
	}
	if err != nil {
		return nil, nil, nil, err
	}
	sum := sha256.New()
	in := io.TeeReader(f, sum)
	return f, in, func() string {
		if _, ok := f.(wanted); ok { // what the reader left unread counts too; a stream may never end
			io.Copy(io.Discard, in)
		}
		return hex.EncodeToString(sum.Sum(nil))
	}, nil
}
