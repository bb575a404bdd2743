package exchange

import (
	"io"
	"strings"
)

// rows are the records of a table, whatever file they stand in.
type rows interface {
	scan() bool               // goes to the next record
	cells() ([]string, error) // of that record; the error is the reason why it has none
	link(column int) string   // the address that a cell leads to; "" for none
	number() int              // of the line where it began, from 1
	err() error               // what ended the reading before the end of the file
	ragged() bool             // whether empty cells at the end of a record may be missing
}

// textRows are the records of a text.
type textRows struct {
	in      *input
	records records
	line    int // where the record begins
	next    int // where the one after it does
}

// openText reads a text of a known spelling.
func openText(r io.Reader, name string, s spelling) *textRows {
	t := &textRows{next: 1, records: records{cr: s.cr, comma: s.comma}}
	t.in = cut(decode(r, s.charset), name, t.records.split)
	return t
}

func (t *textRows) scan() bool {
	if !t.in.Scan() {
		t.line = t.next
		return false
	}
	t.line = t.next
	t.next += strings.Count(t.in.Text(), string(rune(t.records.end())))
	if _, ok := declared(t.in.Bytes()); ok && t.line == 1 {
		return t.scan()
	}
	return true
}

func (t *textRows) cells() ([]string, error) { return cells(t.in.Text(), t.records.comma) }
func (t *textRows) link(int) string          { return "" }
func (t *textRows) number() int              { return t.line }
func (t *textRows) err() error               { return t.in.err(t.line) }
func (t *textRows) ragged() bool             { return false }
