package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"tracker/claims"
)

// maxLine is the longest line or record that is read, in bytes.
const maxLine = 10 << 20

// input cuts a file into lines or records, in bounded memory.
type input struct {
	*bufio.Scanner
	name string
}

// cut cuts a text in UTF-8 as split says.
func cut(r io.Reader, name string, split bufio.SplitFunc) *input {
	in := &input{Scanner: bufio.NewScanner(r), name: name}
	in.Buffer(make([]byte, 0, 64<<10), maxLine)
	in.Split(split)
	return in
}

// open takes off a byte order mark and refuses UTF-16.
func open(r io.Reader, name string, split bufio.SplitFunc) (*input, error) {
	b := bufio.NewReaderSize(r, 64<<10)
	head, err := b.Peek(3)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if isUTF16(head) {
		return nil, (&claims.Error{Kind: claims.Refused, Msg: name + ":1: this is UTF-16"}).
			WithHint("convert it: iconv -f UTF-16 -t UTF-8 %s, or save it as UTF-8", name)
	}
	if bytes.Equal(head, []byte("\xef\xbb\xbf")) {
		_, _ = b.Discard(3) // Peek has buffered them
	}
	return cut(b, name, split), nil
}

// err returns what ended the reading before the end of the file, at a line,
// nil when nothing did.
func (in *input) err(line int) error {
	switch err := in.Err(); {
	case err == nil:
		return nil
	case errors.Is(err, bufio.ErrTooLong):
		return (&claims.Error{Kind: claims.Refused, Msg: fmt.Sprintf("%s:%d: longer than %d MB", in.name, line, maxLine>>20)}).
			WithHint("each claim is one line; in a CSV file a quote may not be closed")
	default:
		return fmt.Errorf("read %s: %w", in.name, err)
	}
}
