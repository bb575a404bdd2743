package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"tracker/claims"
	"tracker/scoring"
)

// ForecastOptions are what somebody said about a table of forecasts.
type ForecastOptions struct {
	Columns  Columns
	SkipBad  bool              // rows that cannot be read are left out
	Progress func(bytes int64) // told now and then how much has been read; may be nil
	Encoding string            // of a text that is not UTF-8; "" is found out where the file can be read again
	Again    func() error      // goes back to the start of the file; nil where nobody can
}

// LeftRows are the rows of a table of forecasts that are in no figure, beside
// those without an outcome.
type LeftRows struct {
	Weightless int             // of weight 0
	Bad        claims.Problems // what is wrong with those that SkipBad left out
	Encoding   string          // that the file was read as; "" for UTF-8
}

// ReadForecasts reads a table of any shape with a header and the columns
// speaker, p, y and, where there are any, event and weight, or columns with
// the titles that people use for them. P is a number from 0 to 1 or a
// percentage, in a column with one above 1 in per cent; y a number from 0 to 1
// or a word for an outcome; weights are not below 0. Rows whose y is empty have
// no outcome yet: they are checked, counted and left out, as are those of
// weight 0. Names are trimmed and brought to Unicode normal form C. The table
// is aggregated while it is read.
//
// A text that is not UTF-8 is read as every table is: as its mark says, as
// Windows-1252 where it can be nothing else, or as Encoding says.
//
// name is what problems call the file. What is wrong with the content is a
// *claims.Error or claims.Problems; an error of r is wrapped.
func ReadForecasts(r io.Reader, name string, o ForecastOptions) (*scoring.Table, LeftRows, error) {
	charset, err := charsetNamed(o.Encoding)
	if err != nil {
		return nil, LeftRows{}, err
	}
	s := spelling{charset: charset, called: o.Encoding}
	table, left, err := readForecasts(r, name, o, s, charset == nil && o.Again != nil)
	if !errors.Is(err, errForeign) {
		return table, left, err
	}
	if err := o.Again(); err != nil {
		return nil, LeftRows{}, err
	}
	s, err = examine(r, name, "")
	if _, refused := claims.ProblemsOf(err); err != nil && !refused {
		return nil, LeftRows{}, err
	}
	if err := o.Again(); err != nil {
		return nil, LeftRows{}, err
	}
	return readForecasts(r, name, o, s, false) // what is no text in s is told row by row
}

// errForeign ends the reading of a text that is not UTF-8.
var errForeign = errors.New("the text is not UTF-8")

// readForecasts reads a table of one spelling. With doubt it ends with
// errForeign at the first name that is not UTF-8.
func readForecasts(r io.Reader, name string, o ForecastOptions, s spelling, doubt bool) (*scoring.Table, LeftRows, error) {
	text, done, err := openForecasts(r, name, s)
	if err != nil {
		return nil, LeftRows{}, err
	}
	defer done()
	in := forecastReader{rowReader: newRowReader(text, o.Progress), speakers: newNumbered(), events: newNumbered(), file: name, doubt: doubt}
	if err = in.header(o.Columns); err == nil {
		err = in.rows()
	}
	if in.foreign {
		return nil, LeftRows{}, errForeign
	}
	if err != nil {
		return nil, LeftRows{}, err
	}
	if err := in.problems.err(); err != nil && (!o.SkipBad || in.good == 0) {
		return nil, LeftRows{}, err
	}
	in.table.Close(in.speakers.names, in.events.names)
	return in.table, LeftRows{in.weightless, in.problems.all(), s.called}, nil
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

	doubt, foreign   bool // whether a name that is not UTF-8 ends the reading, and one has
	good, weightless int  // rows
	percents         bool
	fraction, one    int // the lines of the first p between 0 and 1 and of the first that is 1, without a sign
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
	header := make([]string, len(fields))
	for i, f := range fields {
		header[i] = string(f)
		in.foreign = in.foreign || in.doubt && !utf8.Valid(f)
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
		case in.foreign:
			return nil
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
				in.good++
			}
		}
	}
}

// entry reads one record. Every reason against it goes on the list.
func (in *forecastReader) entry(fields [][]byte) (f scoring.Row, ok bool) {
	before := in.problems.count()
	f = scoring.Row{Weight: 1, Event: scoring.NoEvent}
	f.P = in.probability(fields[in.at[memberP]])
	y, open := in.outcome(fields[in.at[memberY]])
	f.Y = y
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
	if in.problems.count() > before {
		return f, false
	}
	switch {
	case f.Weight == 0:
		in.weightless++
	case open:
		in.table.Unresolved++
	}
	return f, !open && f.Weight > 0
}

// probability reads p. A column with a bare number above 1 is in per cent;
// what such a column makes doubtful is refused.
func (in *forecastReader) probability(field []byte) float64 {
	text := bytes.TrimSpace(field)
	x, ok := parseShare(text)
	if !ok || in.percents || x == 1 {
		x, ok = in.unusual(text)
	} else if in.fraction == 0 && 0 < x && text[len(text)-1] != '%' {
		in.fraction = in.line
	}
	if !ok {
		in.refuse("p %s is not a probability: write 0.7, 7e-1 or 70%%", shown(field))
	}
	return x
}

// unusual reads a p that is not simply a number from 0 to 1.
func (in *forecastReader) unusual(text []byte) (float64, bool) {
	number := plainNumber(string(text))
	if number == "" || number[len(number)-1] == '%' {
		return parseShare([]byte(number))
	}
	x, ok := parseDecimal([]byte(number), 0)
	switch {
	case !ok || x < 0 || x > 100:
		return 0, false
	case x > 1 && !in.percents:
		if in.fraction > 0 {
			return 0, false
		}
		if in.percents = true; in.one > 0 {
			in.refuse("p is in per cent here, and the 1 of line %d could be 1%% or 100%%", in.one)
		}
	case in.percents && 0 < x && x < 1:
		in.refuse("p %s stands in a column of per cents: write it with %%", shown(text))
	case x == 1 && !in.percents && in.one == 0:
		in.one = in.line
	case 0 < x && x < 1 && in.fraction == 0:
		in.fraction = in.line
	}
	if in.percents {
		x /= 100
	}
	return x + 0, true // −0 + 0 is 0
}

// outcome reads y; open is for a row without one.
func (in *forecastReader) outcome(field []byte) (y float64, open bool) {
	text := bytes.TrimSpace(field)
	if y, ok := parseShare(text); ok {
		return y, false
	}
	if y, ok := parseShare([]byte(plainNumber(string(text)))); ok {
		return y, false
	}
	word, err := readOutcome(string(text))
	switch {
	case err != nil || word.basis == OfForecast:
		in.refuse("y %s is not an outcome: write 0, 1 or a fraction such as 0.5", shown(field))
	case word.outcome == claims.Yes:
		return 1, false
	case word.outcome == claims.No:
		return 0, false
	case word.outcome == claims.Partial:
		return 0.5, false
	}
	return 0, true
}

func (in *forecastReader) weight(field []byte) float64 {
	x, ok := parseWeight(bytes.TrimSpace(field))
	if !ok {
		in.refuse("weight %s is not a number from 0 on", shown(field))
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
