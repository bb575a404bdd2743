package exchange

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"tracker/claims"
	"tracker/clean"
)

// ReadCSV yields the claims of a CSV file whose header names members of the
// claim object, those of objects with a dot: window.phrase. Columns says
// which member a column of another name is ("Who" is "speaker"); "" leaves
// the column out. Commas and semicolons separate cells, whichever the header
// has more of. Errors are those of ReadJSONL; a header that cannot be used
// ends the reading.
func ReadCSV(r io.Reader, name string, columns map[string]string) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		t, err := openTable(r, name, columns)
		if err != nil {
			yield(Line{}, err)
			return
		}
		for t.in.Scan() {
			line, err := t.row()
			if (line.Number != 0 || err != nil) && !yield(line, err) {
				return
			}
		}
		if err := t.in.err(t.next); err != nil {
			yield(Line{}, err)
		}
	}
}

// table is a CSV file being read.
type table struct {
	in      *input
	records records
	next    int // the line after the last record
	decoder
	object  object
	columns []column // by position; a nil place is left out
}

// openTable reads the header.
func openTable(r io.Reader, name string, mapped map[string]string) (*table, error) {
	t := &table{next: 1, decoder: decoder{file: name}}
	var err error
	if t.in, err = open(r, name, t.records.split); err != nil {
		return nil, err
	}
	if !t.in.Scan() {
		if err := t.in.err(1); err != nil {
			return nil, err
		}
		return nil, claims.Refuse("", "%s:1: there is no header", name).WithHint("the first line names the columns: statement,speaker,stated_on")
	}
	header, err := t.cells()
	if err != nil {
		return nil, err
	}
	t.readHeader(header, mapped)
	return t, t.take()
}

// cells cuts the record just scanned and counts its lines.
func (t *table) cells() ([]string, error) {
	record := t.in.Text()
	t.number = t.next
	t.next += strings.Count(record, "\n")
	list, err := cells(record, t.records.comma)
	if err != nil {
		t.refuse(err, "")
		return nil, t.take()
	}
	return list, nil
}

// row reads the record just scanned. A row of empty cells only is no line:
// its number is 0.
func (t *table) row() (Line, error) {
	row, err := t.cells()
	switch {
	case err != nil:
		return Line{Number: t.number}, err
	case !slices.ContainsFunc(row, func(cell string) bool { return cell != "" }):
		return Line{}, nil
	case len(row) != len(t.columns):
		t.refuse(fmt.Errorf("%d cells, and the header has %d", len(row), len(t.columns)), "")
		return Line{Number: t.number}, t.take()
	}
	t.object = object{}
	for i, cell := range row {
		if c := t.columns[i]; c.place != nil && cell != "" {
			t.cell(c, cell)
		}
	}
	line := t.object.line(&t.decoder)
	return line, t.take()
}

// cell puts a cell in its place.
func (t *table) cell(c column, cell string) {
	if c.given != nil {
		*c.given = true
	}
	if err := t.put(c, clean.Uncell(cell)); err != nil {
		t.path = append(t.path[:0], c.name)
		t.refuse(err, "")
	}
	t.path = t.path[:0]
}

// put reads the text of a cell, the spreadsheet's apostrophe taken off.
func (t *table) put(c column, cell string) error {
	if err := claims.Text("", cell, maxLine); err != nil {
		return err
	}
	if text, ok := c.place.(*string); ok {
		*text = cell
		return nil
	}
	cell = strings.TrimSpace(cell)
	l, ok := c.place.(*list)
	switch {
	case cell == "":
		return nil
	case !ok:
		return set(c.place, value{cell, aCell})
	case !strings.HasPrefix(cell, "["):
		return l.parse(cell)
	}
	t.scan, t.path = scanner{text: cell}, append(t.path[:0], c.name)
	if err := t.elements(l); err != nil {
		return err
	}
	return t.scan.end()
}

// readHeader finds the place of each column and collects what is wrong.
func (t *table) readHeader(header []string, mapped map[string]string) {
	known := t.object.columns()
	names := make([]string, len(known))
	for i, c := range known {
		names[i] = c.name
	}
	var members []string // so far
	for _, title := range header {
		name, ok := mapped[title]
		if !ok {
			name = strings.ToLower(strings.TrimSpace(title))
		}
		c := column{}
		switch i := slices.Index(names, name); {
		case ok && name == "":
		case slices.Contains(members, name):
			t.refuse(fmt.Errorf("two columns are %.60q", name), "")
		case i >= 0:
			members = append(members, name)
			if !known[i].derived {
				c = known[i]
			}
		default:
			t.refuse(fmt.Errorf("unknown column %.60q", title), mapHint(title, nearest(name, names)))
		}
		t.columns = append(t.columns, c)
	}
	for _, title := range slices.Sorted(maps.Keys(mapped)) {
		if !slices.Contains(header, title) {
			t.refuse(fmt.Errorf("there is no column %.60q to map", title), "")
		}
	}
	for _, m := range t.object.required() {
		if !slices.Contains(members, m.name) {
			t.refuse(errors.New("there is no column "+m.name), "say which one it is: "+mapFlag("COLUMN", m.name))
		}
	}
}

// mapHint says what to do about a column that is not known.
func mapHint(title, near string) string {
	if near != "" {
		return fmt.Sprintf("did you mean %s? then %s", near, mapFlag(title, near))
	}
	return fmt.Sprintf("say which member it is, %s, or leave it out: %s", mapFlag(title, "MEMBER"), mapFlag(title, ""))
}

func mapFlag(title, member string) string { return fmt.Sprintf("--map %q", title+"="+member) }
