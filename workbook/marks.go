package workbook

import (
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxLinks is how many links a sheet may have, maxMerged how many areas.
const (
	maxLinks  = 1 << 17
	maxMerged = 1 << 16
)

// marks are what excelize's rows do not tell: the addresses of cells, and
// cells that are merged over several rows.
type marks struct {
	links  map[[2]int]string // by row and column
	merged []area            // by their first row
	begun  []area            // those that the rows have reached
}

// area is a merged cell over more than one row.
type area struct {
	column, first, last int
	text, link          string
}

// readMarks goes through a sheet once. What is damaged in it is refused, for
// excelize's rows end there and say nothing.
func (f *File) readMarks(part string) (marks, error) {
	m := marks{links: map[[2]int]string{}}
	targets, err := f.relations(part)
	if err != nil {
		return m, err
	}
	strings, err := f.countStrings()
	if err != nil {
		return m, err
	}
	s := sheetReader{marks: &m, targets: targets, strings: strings}
	if err = f.each(part, s.see); err == nil && !s.ended {
		err = fmt.Errorf("%s: unexpected end", part)
	}
	slices.SortFunc(m.merged, func(a, b area) int { return a.first - b.first })
	return m, err
}

// countStrings is how many texts the cells of a workbook share.
func (f *File) countStrings() (n int, err error) {
	return n, f.each("xl/sharedStrings.xml", func(token xml.Token) error {
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "si" {
			n++
		}
		return nil
	})
}

// sheetReader goes through the tokens of a sheet.
type sheetReader struct {
	*marks
	targets map[string]string
	strings int
	row     int
	cell    [2]int // its row and column
	shares  bool   // it holds the number of a shared text
	in      string // v or f
	text    []byte
	ended   bool
}

func (s *sheetReader) see(token xml.Token) error {
	switch e := token.(type) {
	case xml.Directive:
		return errors.New("a document type, which no workbook has")
	case xml.StartElement:
		s.in, s.text = e.Name.Local, s.text[:0]
		return s.start(e)
	case xml.CharData:
		if s.in == "f" || s.in == "v" && s.shares {
			s.text = append(s.text, e...)
		}
	case xml.EndElement:
		s.in = ""
		return s.end(e.Name.Local)
	}
	return nil
}

func (s *sheetReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		return s.begin(attr(e, "r"))
	case "c":
		s.cell[1]++
		if column, _, err := excelize.CellNameToCoordinates(attr(e, "r")); err == nil {
			s.cell[1] = column - 1
		}
		s.shares = attr(e, "t") == "s"
	case "hyperlink":
		return s.link(e)
	case "mergeCell":
		s.merge(attr(e, "ref"))
	}
	return nil
}

// begin is a row, with the number that it says it has.
func (s *sheetReader) begin(says string) error {
	before := s.row
	s.row++
	if says != "" {
		n, err := strconv.Atoi(says)
		if err != nil || n <= before {
			return errors.New("its rows are not in order")
		}
		s.row = n
	}
	if s.row > MaxRows {
		return fmt.Errorf("more than %d rows", MaxRows)
	}
	s.cell = [2]int{s.row, -1}
	return nil
}

func (s *sheetReader) end(name string) error {
	switch name {
	case "v":
		if i, err := strconv.Atoi(strings.TrimSpace(string(s.text))); s.shares && len(s.text) > 0 && (err != nil || i < 0 || i >= s.strings) {
			return fmt.Errorf("no shared string %.20s", s.text)
		}
	case "f":
		return s.keep(s.cell, linkIn(string(s.text)))
	case "worksheet":
		s.ended = true
	}
	return nil
}

// keep is a link of a cell; what stands at the cell itself goes before its
// formula.
func (s *sheetReader) keep(cell [2]int, address string) error {
	if address != "" {
		s.links[cell] = address
	}
	if len(s.links) > maxLinks {
		return fmt.Errorf("more than %d links", maxLinks)
	}
	return nil
}

func (s *sheetReader) link(e xml.StartElement) error {
	address := s.targets[attr(e, "id")]
	from, _, _ := strings.Cut(attr(e, "ref"), ":")
	column, row, err := excelize.CellNameToCoordinates(from)
	if err != nil || address == "" {
		return nil
	}
	if place := attr(e, "location"); place != "" {
		address += "#" + place
	}
	return s.keep([2]int{row, column - 1}, address)
}

func (s *sheetReader) merge(ref string) {
	from, to, _ := strings.Cut(ref, ":")
	column, first, err := excelize.CellNameToCoordinates(from)
	_, last, err2 := excelize.CellNameToCoordinates(to)
	if err == nil && err2 == nil && last > first && column <= MaxColumns && len(s.merged) < maxMerged {
		s.merged = append(s.merged, area{column: column - 1, first: first, last: last})
	}
}

// linkIn is the address of a formula HYPERLINK("https://…","…"), "" for
// another.
func linkIn(formula string) string {
	formula = strings.TrimSpace(formula)
	const call = "HYPERLINK("
	if len(formula) < len(call) || !strings.EqualFold(formula[:len(call)], call) {
		return ""
	}
	rest, ok := strings.CutPrefix(strings.TrimSpace(formula[len(call):]), `"`)
	address, _, closed := strings.Cut(rest, `"`)
	if !ok || !closed {
		return ""
	}
	return address
}

// fill gives a row the value of cells that are merged with those above.
func (m *marks) fill(r *Rows) {
	if len(r.cells) == 0 {
		return
	}
	m.begun = slices.DeleteFunc(m.begun, func(a area) bool { return a.last < r.number })
	for len(m.merged) > 0 && m.merged[0].first <= r.number {
		a := m.merged[0]
		if m.merged = m.merged[1:]; a.first == r.number && a.column < len(r.cells) {
			a.text, a.link = r.cells[a.column], r.Link(a.column)
			m.begun = slices.DeleteFunc(m.begun, func(b area) bool { return b.column == a.column })
			m.begun = append(m.begun, a)
		}
	}
	for _, a := range m.begun {
		if a.first < r.number && (a.column >= len(r.cells) || r.cells[a.column] == "") {
			r.put(a)
		}
	}
}
