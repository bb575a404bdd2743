package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// maxColumns is how many cells a record may have.
const maxColumns = 1000

// records cuts a file into records, each with its line break: a record ends
// at a line feed that is not inside quotes. Encoding/csv would turn \r\n
// inside a cell into \n, and take a whole file into memory for one quote that
// is not closed; this keeps every byte, and its input bounds it.
type records struct {
	comma byte // what stands between cells; 0 until the header has been seen
	cr    bool // a carriage return ends a record: the file has no line feeds
}

// end is what ends a record.
func (r *records) end() byte {
	if r.cr {
		return '\r'
	}
	return '\n'
}

// Where in a record a byte stands.
const (
	cellStart = iota
	bare      // in a cell without quotes, or in what must not follow one
	quoted
	closed // after a quote that ends a cell, or is the first of a doubled one
)

// split is a bufio.SplitFunc.
func (r *records) split(data []byte, atEOF bool) (advance int, record []byte, err error) {
	end := r.end()
	if r.comma == 0 {
		if !atEOF && bytes.IndexByte(data, end) < 0 {
			return 0, nil, nil
		}
		line, _, _ := bytes.Cut(data, []byte{end})
		r.comma = separator(line)
	}
	state := cellStart
	for i, c := range data {
		switch {
		case state == quoted:
			if c == '"' {
				state = closed
			}
		case c == '"' && state != bare:
			state = quoted
		case c == end:
			return i + 1, data[:i+1], nil
		case c == r.comma:
			state = cellStart
		default:
			state = bare
		}
	}
	if atEOF && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}

// cells cuts one record into its cells.
func cells(record string, comma byte) ([]string, error) {
	record = strings.TrimSuffix(strings.TrimSuffix(record, "\n"), "\r")
	var list []string
	for len(list) < maxColumns {
		cell, rest, err := firstCell(record, comma)
		if err != nil {
			return nil, err
		}
		list = append(list, cell)
		if rest == "" {
			return list, nil
		}
		record = rest[1:]
	}
	return nil, fmt.Errorf("more than %d columns", maxColumns)
}

// firstCell returns the first cell of a record, and the rest of it from the
// comma on.
func firstCell(record string, comma byte) (cell, rest string, err error) {
	if !strings.HasPrefix(record, `"`) {
		if end := strings.IndexByte(record, comma); end >= 0 {
			cell, rest = record[:end], record[end:]
		} else {
			cell = record
		}
		if strings.Contains(cell, `"`) {
			return "", "", errors.New(`a quote inside a cell: write "so ""quoted"""`)
		}
		return cell, rest, nil
	}
	var b strings.Builder
	for record = record[1:]; ; record = record[1:] {
		end := strings.IndexByte(record, '"')
		if end < 0 {
			return "", "", errors.New("a quote that is not closed")
		}
		b.WriteString(record[:end])
		record = record[end+1:]
		switch {
		case record == "" || record[0] == comma:
			return b.String(), record, nil
		case record[0] != '"':
			return "", "", errors.New(`text after the quote that closes a cell: write "so ""quoted"""`)
		}
		b.WriteByte('"')
	}
}

// separators are what may stand between cells; of those that a header has
// equally often the first is taken.
const separators = ",;\t|"

// separator returns what stands between the cells of a header line: what it
// has most of outside quotes, or what a line like sep=; says.
func separator(line []byte) byte {
	if sep, ok := declared(line); ok {
		return sep
	}
	var counts [256]int
	inQuotes := false
	for _, c := range line {
		if c == '"' {
			inQuotes = !inQuotes
		} else if !inQuotes {
			counts[c]++
		}
	}
	best := separators[0]
	for _, c := range []byte(separators) {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}

// declared reads the line sep=; that some spreadsheets put before the header.
func declared(line []byte) (sep byte, ok bool) {
	line = bytes.Trim(bytes.TrimRight(line, "\r\n"), `"`)
	if len(line) != 5 || !bytes.EqualFold(line[:4], []byte("sep=")) || strings.IndexByte(separators, line[4]) < 0 {
		return 0, false
	}
	return line[4], true
}
