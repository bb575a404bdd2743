package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"

	"tracker/claims"
	"tracker/clean"
)

// ReadJSONL yields the claims of a file of JSON Lines, each one claim object, or
// of one document of drafts.
// Name is the file's, for messages. A line that cannot be read yields its
// problems, a *claims.Error or claims.Problems whose messages begin with
// "NAME:LINE: ", and the next line is read; an error of r, a line over 10 MB
// and UTF-16 end the reading. Blank lines are skipped.
func ReadJSONL(r io.Reader, name string) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		if isDrafts(in) {
			readDrafts(in, name, yield)
			return
		}
		var o object
		shape := o.shapeOfDraft()
		for d, err := range readLines(in, name) {
			if err != nil {
				yield(Line{}, err)
				return
			}
			o = object{}
			line := Line{Number: d.number}
			if d.object(shape) {
				line = o.line(d)
				line.Derived = d.derived
			}
			if !yield(line, d.take()) {
				return
			}
		}
	}
}

// readLines yields a decoder for each line that is not blank. An error is the
// last.
func readLines(r io.Reader, name string) iter.Seq2[*decoder, error] {
	return func(yield func(*decoder, error) bool) {
		in, err := open(r, name, bufio.ScanLines)
		if err != nil {
			yield(nil, err)
			return
		}
		d := &decoder{file: name}
		for in.Scan() {
			text := in.Text()
			d.number++
			if strings.Trim(text, " \t\r") == "" {
				continue
			}
			d.start(text)
			if !yield(d, nil) {
				return
			}
		}
		if err := in.err(d.number + 1); err != nil {
			yield(nil, err)
		}
	}
}

// JSONLWriter writes claims as JSON Lines.
type JSONLWriter struct {
	buf  *bufio.Writer
	line bytes.Buffer
	enc  *json.Encoder
}

// WriteJSONL returns a writer of claims to w. What is written is complete
// after Flush.
func WriteJSONL(w io.Writer) *JSONLWriter {
	jw := &JSONLWriter{buf: bufio.NewWriter(w)}
	jw.enc = json.NewEncoder(&jw.line)
	jw.enc.SetEscapeHTML(false)
	return jw
}

// Write adds one claim. Characters that would harm a terminal are escaped,
// and read back as they were.
func (w *JSONLWriter) Write(v claims.View) error {
	w.line.Reset()
	if err := w.enc.Encode(v); err != nil {
		return fmt.Errorf("write claim %d: %w", v.ID, err)
	}
	if _, err := w.buf.Write(clean.JSON(w.line.Bytes())); err != nil {
		return fmt.Errorf("write claim %d: %w", v.ID, err)
	}
	return nil
}

// Flush writes out what is buffered.
func (w *JSONLWriter) Flush() error { return w.buf.Flush() }
