package exchange

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"tracker/claims"
)

// openForecasts turns whatever shape a table has into one text with line
// feeds. Close it when done.
func openForecasts(r io.Reader, name string, s spelling) (io.Reader, func(), error) {
	b := bufio.NewReaderSize(r, 64<<10)
	head, err := b.Peek(HeadSize)
	if err != nil && err != io.EOF || len(head) == 0 {
		return b, func() {}, nil // who reads it says so
	}
	kind, err := KindOf(head, name, "")
	switch {
	case err != nil:
		return nil, nil, err
	case kind == Workbook:
		return flatten(peeked{b, r}, name)
	case kind == JSONLines && len(bytes.TrimSpace(head)) > 0:
		return nil, nil, claims.Refuse("", "%s is JSON, not a table of forecasts", name).WithHint(forecastHint)
	}
	text := bufio.NewReaderSize(decode(b, s.charset), 64<<10)
	start, _ := text.Peek(32 << 10)
	if bytes.IndexByte(start, '\n') < 0 && bytes.IndexByte(start, '\r') >= 0 {
		return feeds{text}, func() {}, nil
	}
	return text, func() {}, nil
}

// peeked is a file whose first bytes are known already; who asks for nothing
// asks the file itself.
type peeked struct {
	*bufio.Reader
	file io.Reader
}

func (p peeked) Read(into []byte) (int, error) {
	if len(into) == 0 {
		return p.file.Read(into)
	}
	return p.Reader.Read(into)
}

// feeds reads carriage returns as line feeds.
type feeds struct{ r io.Reader }

func (f feeds) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// flatten writes the first sheet of a workbook as CSV, a line for each row.
func flatten(r io.Reader, name string) (io.Reader, func(), error) {
	w, err := openWorkbook(r, name, "")
	if err != nil {
		return nil, nil, err
	}
	out, in := io.Pipe()
	done := make(chan struct{})
	go func() {
		defer close(done)
		in.CloseWithError(w.flatten(in))
	}()
	return out, func() { out.Close(); <-done; w.close() }, nil
}

func (w *workbookRows) flatten(to io.Writer) error {
	lines := csv.NewWriter(to)
	width := 0
	for w.scan() {
		row, err := w.cells()
		if err != nil {
			return claims.Refuse("", "%s:%d: %v", w.name, w.number(), err).WithHint(forecastHint)
		}
		if width == 0 {
			width = len(row)
		}
		row = slices.Clone(row)
		for len(row) > 0 && len(row) < width {
			row = append(row, "")
		}
		for i, cell := range row {
			row[i] = strings.Join(strings.FieldsFunc(cell, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
		}
		if err := lines.Write(row); err != nil {
			return err
		}
	}
	lines.Flush()
	if w.err() != nil {
		return w.err()
	}
	return lines.Error()
}
