package workbook

import (
	"slices"
	"strings"
)

// maxLinks is how many links a sheet may have, maxMerged how many areas.
const (
	maxLinks  = 1 << 17
	maxMerged = 1 << 16
)

// marks are what stands behind the rows of a sheet: the addresses of its
// cells, and cells that are merged over several rows.
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

// readMarks reads a sheet once for what stands behind its rows.
func (f *File) readMarks(part string) (marks, error) {
	m := marks{links: map[[2]int]string{}}
	list, err := f.relations(part)
	if err != nil {
		return m, err
	}
	targets := map[string]string{}
	for _, r := range list {
		targets[r.id] = r.target
	}
	err = f.each(part, func(s *scanner) bool {
		switch {
		case s.kind != start:
		case s.name == "sheetData":
			s.skipElement()
		case s.name == "hyperlink":
			m.link(s, targets)
		case s.name == "mergeCell":
			m.merge(s.attr("ref"))
		}
		return len(m.links) < maxLinks && len(m.merged) < maxMerged
	})
	slices.SortFunc(m.merged, func(a, b area) int { return a.first - b.first })
	return m, err
}

func (m *marks) link(s *scanner, targets map[string]string) {
	address := targets[s.attr("id")]
	from, _, _ := strings.Cut(s.attr("ref"), ":")
	if column, row := place(from); address != "" && row <= MaxRows {
		if part := s.attr("location"); part != "" {
			address += "#" + part
		}
		m.links[[2]int{row, column - 1}] = address
	}
}

func (m *marks) merge(ref string) {
	from, to, _ := strings.Cut(ref, ":")
	column, first := place(from)
	if _, last := place(to); last > first && last <= MaxRows && column <= MaxColumns {
		m.merged = append(m.merged, area{column: column - 1, first: first, last: last})
	}
}

// fill gives a row its links, and the value of cells that are merged with
// those above.
func (m *marks) fill(r *Rows) {
	if len(m.links) > 0 {
		for i := range r.cells {
			if link := m.links[[2]int{r.number, i}]; link != "" {
				r.links[i] = link
			}
		}
	}
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
			r.put(a.column, a.text, a.link)
		}
	}
}
