package exchange

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strings"
)

// headRows is how many rows, and headBytes how much of a text, are looked at
// for the header.
const (
	headRows  = 20
	headBytes = 64 << 10
)

// head is the beginning of a table, cut in one way.
type head struct {
	comma byte // between the cells of a text
	rows  []topRow
}

type topRow struct {
	number int
	cells  []string
}

// findHeader finds the row that names the columns, and what stands between
// the cells of a text: the row in which most titles are understood. Where
// none is, it is the first that is not empty, and nothing is settled here.
func (p *Plan) findHeader(open Opener) error {
	heads, err := p.heads(open)
	if err != nil {
		return err
	}
	best, most := topRow{}, 1
	for _, h := range heads {
		for _, row := range h.rows {
			if n := p.understandable(row.cells); n > most {
				best, most, p.spelled.comma = row, n, h.comma
			}
		}
	}
	p.line = best.number
	for _, h := range heads {
		if h.comma != p.spelled.comma && p.line > 0 {
			continue
		}
		for i, row := range h.rows {
			if row.number >= p.line {
				p.line = row.number
				return p.findQuestions(open, row.cells, h.rows[i+1:])
			}
			p.leaveOut(row.number, "it stands above the header")
		}
		return nil
	}
	return nil
}

// understandable counts the members that a row names as a header, 0 for a row
// that names none of those that a claim is made of.
func (p *Plan) understandable(row []string) int {
	if s, _ := siteOf(row); s != nil {
		return maxColumns
	}
	trial := Plan{o: p.o}
	trial.understand(row, 0)
	var found []string
	for _, c := range trial.Columns {
		for _, m := range c.Members {
			if !slices.Contains(found, m) {
				found = append(found, m)
			}
		}
	}
	if !slices.ContainsFunc(found, func(m string) bool { return slices.Contains([]string{"statement", "quote", "speaker", "stated_on"}, m) }) {
		return 0
	}
	return len(found)
}

// heads reads the beginning of a table: a text for every sign that may stand
// between its cells.
func (p *Plan) heads(open Opener) ([]head, error) {
	f, err := open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if p.Kind == Workbook {
		rs, done, err := p.open(f)
		if err != nil {
			return nil, err
		}
		defer done()
		return []head{{rows: headOf(rs)}}, nil
	}
	text, err := bufio.NewReaderSize(decode(f, p.spelled.charset), headBytes).Peek(headBytes)
	if err != nil && err != io.EOF {
		return nil, nil // who reads it all says so
	}
	first, _, _ := bytes.Cut(text, []byte{(&records{cr: p.spelled.cr}).end()})
	commas := []byte(separators)
	if comma, ok := declared(first); ok {
		commas = []byte{comma}
	} else {
		usual := separator(first)
		slices.SortStableFunc(commas, func(a, b byte) int { return strings.Compare(isnt(a, usual), isnt(b, usual)) })
	}
	var list []head
	for _, comma := range commas {
		rs := openText(bytes.NewReader(text), p.Name, spelling{cr: p.spelled.cr, comma: comma})
		list = append(list, head{comma, headOf(rs)})
	}
	return list, nil
}

// isnt sorts what is before what is not.
func isnt(a, b byte) string {
	if a == b {
		return ""
	}
	return "not"
}

// headOf reads the first rows that are not empty.
func headOf(rs rows) (list []topRow) {
	for len(list) < headRows && rs.scan() {
		if row, err := rs.cells(); err == nil && !isBlank(row) {
			list = append(list, topRow{rs.number(), slices.Clone(row)})
		}
	}
	return list
}

// leaveOut notes a row that is no claim.
func (p *Plan) leaveOut(row int, reason string) { p.left = noted(p.left, row, reason) }

// noted adds a row to those that are left out for a reason.
func noted(list []Omission, row int, reason string) []Omission {
	i := slices.IndexFunc(list, func(o Omission) bool { return o.Reason == reason })
	if i < 0 {
		i = len(list)
		list = append(list, Omission{Reason: reason})
	}
	list[i].Rows = append(list[i].Rows, row)
	return list
}
