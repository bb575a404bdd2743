package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// maxRecord is how long one record of a table may be, in bytes.
const maxRecord = 1 << 20

// rowReader splits a table (RFC 4180, but for what stands between cells)
// into records without copying what needs no unquoting. Blank lines are
// skipped.
type rowReader struct {
	r        *bufio.Reader
	progress func(bytes int64)
	read     int64
	reported int64
	comma    byte
	declared bool // a line has said what stands between cells
	begun    bool // the header has been seen
	line     int  // where the latest record began
	next     int  // where the following one begins
	fields   [][]byte
	quoted   []byte // the latest record, if it had quotes
}

// progressStep is how many bytes pass between two calls of progress.
const progressStep = 1 << 20

func newRowReader(r io.Reader, progress func(bytes int64)) *rowReader {
	if progress == nil {
		progress = func(int64) {}
	}
	return &rowReader{r: bufio.NewReaderSize(r, maxRecord), progress: progress, next: 1, comma: ','}
}

// errFormat is a record that is no CSV; the text is the reason.
type errFormat string

func (e errFormat) Error() string { return string(e) }

// record returns the fields of the next record, which are valid until the
// following call; io.EOF at the end; an errFormat for a record that cannot be
// read, after which the next one may be asked for unless the error is
// errTooLong.
func (s *rowReader) record() ([][]byte, error) {
	for {
		line, err := s.readLine()
		s.line = s.next
		if err != nil {
			return nil, err
		}
		if s.next++; s.line == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
			if _, ok := declared(line); ok {
				s.comma, s.declared = separator(line), true
				continue
			}
		}
		if !s.begun && len(line) > 0 {
			if s.begun = true; !s.declared {
				s.comma = separator(line)
			}
		}
		switch {
		case bytes.IndexByte(line, '"') >= 0:
			return s.unquote(line)
		case len(line) > 0:
			return s.split(line), nil
		}
	}
}

const errTooLong errFormat = "longer than 1 MiB"

// readLine is the next line without its end.
func (s *rowReader) readLine() ([]byte, error) {
	line, err := s.r.ReadSlice('\n')
	s.read += int64(len(line))
	if s.read-s.reported >= progressStep || err == io.EOF {
		s.reported = s.read
		s.progress(s.read)
	}
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return nil, errTooLong
	case err == io.EOF && len(line) > 0, err == nil:
	default:
		return nil, err
	}
	line = bytes.TrimSuffix(line, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), nil
}

func countQuotes(line []byte) int { return bytes.Count(line, []byte{'"'}) }

// split cuts a line without quotes into its cells.
func (s *rowReader) split(line []byte) [][]byte {
	s.fields = s.fields[:0]
	for {
		i := bytes.IndexByte(line, s.comma)
		if i < 0 {
			s.fields = append(s.fields, line)
			return s.fields
		}
		s.fields = append(s.fields, line[:i])
		line = line[i+1:]
	}
}

// unquote reads on until every quote is closed, and cuts the record into its
// cells as every table is cut.
func (s *rowReader) unquote(line []byte) ([][]byte, error) {
	s.quoted = append(s.quoted[:0], line...)
	for quotes := countQuotes(line); quotes%2 == 1; {
		more, err := s.readLine()
		switch {
		case err == io.EOF:
			return nil, errFormat("a quote is never closed")
		case err != nil:
			return nil, err
		case len(s.quoted)+len(more) > maxRecord:
			return nil, errTooLong
		}
		s.next++
		quotes += countQuotes(more)
		s.quoted = append(append(s.quoted, '\n'), more...)
	}
	list, err := cells(string(s.quoted), s.comma)
	if err != nil {
		return nil, errFormat(err.Error())
	}
	s.fields = s.fields[:0]
	for _, f := range list {
		s.fields = append(s.fields, []byte(f))
	}
	return s.fields, nil
}
