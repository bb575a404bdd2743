package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"tracker/scoring"
)

// ReadForecasts reads a comma-separated table with a header and the columns
// speaker, p, y and, where there are any, event and weight; cols maps other
// names. Numbers are decimal or percentages, p and y from 0 to 1, weights
// above 0. Rows whose y is empty have no outcome yet: they are checked, counted
// and left out. Names are trimmed and brought to Unicode normal form C. The table
// is aggregated while it is read.
//
// name is what problems call the file. progress, which may be nil, is told now
// and then how many bytes have been read. What is wrong with the content is a
// *claims.Error or claims.Problems; an error of r is wrapped.
func ReadForecasts(r io.Reader, name string, cols Columns, progress func(bytes int64)) (*scoring.Table, error) {
	in := forecastReader{rowReader: newRowReader(r, progress), speakers: newNumbered(), events: newNumbered(), file: name}
	err := in.header(cols)
	if err == nil {
		err = in.rows()
	}
	if err != nil {
		return nil, err
	}
	if err := in.problems.err(); err != nil {
		return nil, err
	}
	in.table.Close(in.speakers.names, in.events.names)
	return in.table, nil
}

// forecastReader fills a table from records.
type forecastReader struct {
	*rowReader
	layout
	table    *scoring.Table
	speakers numbered
	events   numbered
	file     string
	problems refusals
}

func (in *forecastReader) refuse(format string, args ...any) {
	in.problems.add(in.file, in.line, fmt.Sprintf(format, args...))
}

// header reads the first record and finds the columns. Without them there is
// nothing to go on with, so that its problems are all.
func (in *forecastReader) header(cols Columns) error {
	fields, err := in.record()
	if err == io.EOF {
		in.line = 0
		in.refuse("empty: it needs a header line with speaker,p,y")
		return in.problems.err()
	}
	if err != nil {
		return in.broken(err)
	}
	if bytes.HasPrefix(fields[0], []byte("\xff\xfe")) || bytes.HasPrefix(fields[0], []byte("\xfe\xff")) {
		in.refuse("UTF-16 text: save it as UTF-8")
		return in.problems.err()
	}
	header := make([]string, len(fields))
	for i, f := range fields {
		header[i] = string(f)
	}
	var reasons []string
	in.layout, reasons = cols.layout(header)
	for _, reason := range reasons {
		in.refuse("%s", reason)
	}
	in.table = scoring.NewTable(in.at[memberWeight] >= 0)
	return in.problems.err()
}

// broken is the error of a record that cannot be read at all.
func (in *forecastReader) broken(err error) error {
	var reason errFormat
	if errors.As(err, &reason) {
		in.refuse("%s", reason)
		return in.problems.err()
	}
	return fmt.Errorf("reading %s: %w", in.file, err)
}

// rows reads everything below the header.
func (in *forecastReader) rows() error {
	fill := newFiller(in.table)
	defer fill.close()
	for count := 0; ; count++ {
		fields, err := in.record()
		reason, malformed := err.(errFormat)
		switch {
		case err == io.EOF:
			if count == 0 {
				in.line = 0
				in.refuse("no forecasts below the header")
			}
			return nil
		case err == errTooLong || err != nil && !malformed:
			return in.broken(err)
		case malformed:
			in.refuse("%s", reason)
		case len(fields) != in.columns:
			in.refuse("%d fields, the header has %d", len(fields), in.columns)
		default:
			if e, ok := in.entry(fields); ok {
				fill.add(e)
			}
		}
	}
}

// entry reads one record. Every reason against it goes on the list.
func (in *forecastReader) entry(fields [][]byte) (f scoring.Row, ok bool) {
	before := in.problems.count()
	f = scoring.Row{Weight: 1, Event: scoring.NoEvent}
	f.P = in.share(fields[in.at[memberP]], "p", "a probability: write 0.7, 7e-1 or 70%")
	y := fields[in.at[memberY]]
	open := len(bytes.TrimSpace(y)) == 0
	if open {
		y = []byte("0")
	}
	f.Y = in.share(y, "y", "an outcome: write 0, 1 or a fraction such as 0.5")
	if in.at[memberWeight] >= 0 {
		f.Weight = in.weight(fields[in.at[memberWeight]])
	}
	f.Speaker = in.name(&in.speakers, fields[in.at[memberSpeaker]], "speaker")
	if f.Speaker < 0 && in.problems.count() == before {
		in.refuse("no speaker")
	}
	if at := in.at[memberEvent]; at >= 0 {
		f.Event = in.name(&in.events, fields[at], "event")
	}
	if open {
		in.table.Unresolved++
	}
	return f, !open && in.problems.count() == before
}

func (in *forecastReader) share(field []byte, member, what string) float64 {
	x, ok := parseShare(bytes.TrimSpace(field))
	if !ok {
		in.refuse("%s %s is not %s", member, shown(field), what)
	}
	return x
}

func (in *forecastReader) weight(field []byte) float64 {
	x, ok := parseWeight(bytes.TrimSpace(field))
	if !ok {
		in.refuse("weight %s is not a number above 0", shown(field))
	}
	return x
}

// shown is a field as an error quotes it: short, and safe on a terminal.
func shown(field []byte) string {
	text := string(field)
	if len(text) > 40 {
		text = strings.ToValidUTF8(text[:40], "") + "…"
	}
	return fmt.Sprintf("%q", text)
}
