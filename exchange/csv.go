package exchange

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"tracker/claims"
)

// ReadCSV yields the claims of a CSV file that can be read only once, and so
// without a look at its columns before: its days are like 2025-08-06, and its
// header names members of the claim object, those of objects with a dot:
// window.phrase. Columns says which member a column of another name is ("Who"
// is "speaker"); "" leaves the column out. Errors are those of ReadJSONL; a
// header that cannot be used ends the reading.
func ReadCSV(r io.Reader, name string, columns map[string]string) iter.Seq2[Line, error] {
	p := &Plan{Name: name, Kind: Text, spelled: spelling{}}
	for title, member := range columns {
		p.o.Maps = append(p.o.Maps, Mapping{title, member})
	}
	return p.Read(r)
}

// table is a table being read.
type table struct {
	rows rows
	plan *Plan
	decoder
	object object
	slots  []slot // by position
	cell   sheetCells
	own    bool // the outcomes are those of an export, with all that belongs to a verdict
	dated  How  // of the column with the day of the event
}

// header reads the first record that is not empty and understands it.
func (t *table) header() error {
	header, err := t.firstRow()
	if err == nil {
		t.plan.understand(header, t.number)
	}
	return err
}

// firstRow returns the cells of the header: the first record that is not
// empty, from where the plan has seen one on.
func (t *table) firstRow() ([]string, error) {
	for t.rows.scan() {
		if t.number = t.rows.number(); t.number < t.plan.line {
			continue
		}
		row, err := t.rows.cells()
		if err != nil {
			t.refuse(err, "")
			return nil, t.take()
		}
		if !isBlank(row) {
			return slices.Clone(row), nil
		}
	}
	if err := t.rows.err(); err != nil {
		return nil, err
	}
	return nil, claims.Refuse("", "%s:%d: there is no header", t.file, max(1, t.rows.number())).WithHint("the first line names the columns: statement,speaker,stated_on")
}

func isBlank(row []string) bool {
	return !slices.ContainsFunc(row, func(cell string) bool { return cell != "" })
}

// each yields the rows below the header.
func (t *table) each(yield func(Line, error) bool) {
	for t.rows.scan() {
		t.number = t.rows.number()
		read := t.row
		if t.plan.site != nil {
			read = t.siteRow
		}
		line, err := read()
		if (line.Number != 0 || err != nil) && !yield(line, err) {
			return
		}
	}
	if err := t.rows.err(); err != nil {
		yield(Line{}, err)
	}
}

// row reads the record just scanned. A row of empty cells only is no line:
// its number is 0.
func (t *table) row() (Line, error) {
	row, err := t.rows.cells()
	switch {
	case err != nil:
		t.refuse(err, "")
		return Line{Number: t.number}, t.take()
	case isBlank(row) || t.plan.aside(row) != "":
		return Line{}, nil
	case len(row) > len(t.slots), len(row) < len(t.slots) && !t.rows.ragged():
		t.refuse(fmt.Errorf("%d cells, and the header has %d", len(row), len(t.slots)), "")
		return Line{Number: t.number}, t.take()
	}
	t.object, t.cell, t.derived = object{}, sheetCells{}, t.derived[:0]
	for i, text := range row {
		if text == "" || text == "#N/A" {
			continue
		}
		link := t.rows.link(i)
		if link != "" {
			text = linked(t.slots[i], text, link)
		}
		if t.slots[i].column.How == Follows {
			t.derived = append(t.derived, Derived{Member: plain(t.slots[i].column.Title), Text: text})
		}
		for _, target := range t.slots[i].targets {
			t.put(t.slots[i], target, text)
		}
		if link != "" {
			t.leads(t.slots[i], link)
		}
	}
	t.finish()
	line := t.object.line(&t.decoder)
	line.Basis, line.Derived = t.cell.outcome.basis, t.derived
	line.Draft.Field = t.cell.field
	return line, t.take()
}

// ready binds the columns; the error is what is wrong with
// them.
func (t *table) ready() error {
	if t.plan.site != nil {
		return nil
	}
	t.bind()
	return t.take()
}

// siteRow reads the record just scanned as a forecast of a site.
func (t *table) siteRow() (Line, error) {
	row, err := t.rows.cells()
	if err == nil && isBlank(row) {
		return Line{}, nil
	}
	var line Line
	if err == nil {
		line, _, err = t.plan.site.line(row, t.number)
	}
	if err != nil {
		t.refuse(err, "")
		return Line{Number: t.number}, t.take()
	}
	return line, nil
}

// bind ties every column to the members it feeds and collects what is wrong with the
// header.
func (t *table) bind() {
	known := t.object.columns()
	var members []string // so far
	for i := range t.plan.Columns {
		c := &t.plan.Columns[i]
		s := slot{column: c}
		for _, name := range c.Members {
			target, err := t.target(known, name)
			switch {
			case err != nil:
				near := nearest(name, columnNames(known))
				if near == name {
					near = "" // it is that very one that cannot be given
				}
				t.refuse(fmt.Errorf("column %.60q: %w", c.Title, err), mapHint(c.Title, near))
			case slices.Contains(members, target.name) && target.name != "notes":
				t.refuse(fmt.Errorf("two columns are %.60q", target.name), t.twice(c.Title))
			default:
				members = append(members, target.name)
				s.targets = append(s.targets, target)
			}
		}
		t.slots = append(t.slots, s)
	}
	t.own, t.dated = t.columnOf("verdict.outcome").How == Named, t.columnOf("verdict.event_date").How
	if len(members) == 0 && t.otherSheet() {
		return
	}
	t.unknown(known)
	t.unmapped()
	t.missing(members)
}

// otherSheet refuses a sheet that nobody chose and that has no column of a
// claim, where the workbook has others; it reports whether it did.
func (t *table) otherSheet() bool {
	if t.plan.o.Sheet != "" || len(t.plan.Sheets) < 2 {
		return false
	}
	t.refuse(fmt.Errorf("the sheet %.60q has no column of a claim", t.plan.Sheet), "another sheet may have them: "+otherSheets(t.plan.Sheets, t.plan.Sheet))
	return true
}

// twice says what to do about a title that means what another means, or is the
// same.
func (t *table) twice(title string) string {
	n := 0
	for _, c := range t.plan.Columns {
		if plain(c.Title) == plain(title) {
			n++
		}
	}
	if n > 1 {
		return "both have the title " + strconv.Quote(title) + ": give one of them another"
	}
	return "leave one out: " + mapFlag(title, "")
}

// unknown refuses columns that nobody knows, all in one line.
func (t *table) unknown(known []column) {
	var titles, leave []string
	for _, c := range t.plan.Columns {
		if c.How == Unknown && !t.plan.o.LeaveOut {
			titles, leave = append(titles, fmt.Sprintf("%.60q", c.Title)), append(leave, mapFlag(c.Title, ""))
		}
	}
	switch len(titles) {
	case 0:
	case 1:
		title, _ := strconv.Unquote(titles[0])
		t.refuse(fmt.Errorf("unknown column %s", titles[0]), mapHint(title, nearest(plain(title), columnNames(known))))
	default:
		t.refuse(fmt.Errorf("unknown columns %s", strings.Join(titles, ", ")),
			"say which members they are, "+mapFlag("COLUMN", "MEMBER")+" (tracker help import lists them), or leave them out: "+strings.Join(leave, " "))
	}
}

func columnNames(list []column) []string {
	names := make([]string, len(list))
	for i, c := range list {
		names[i] = c.name
	}
	return names
}

// unmapped refuses a mapping of a column that is not there.
func (t *table) unmapped() {
	for _, m := range t.plan.o.Maps {
		i, _ := t.plan.wordOf(m.Title)
		if i < 0 && !slices.ContainsFunc(t.plan.Columns, func(c Column) bool { return plain(c.Title) == plain(m.Title) }) {
			t.refuse(fmt.Errorf("there is no column %.60q to map", m.Title), "")
		}
	}
}

// missing refuses a table without the columns that every claim needs, all in
// one line. A quote may be the statement too, and the speaker or the day of
// all may be said.
func (t *table) missing(members []string) {
	given := map[string]bool{"statement": slices.Contains(members, "quote"), "speaker": t.plan.o.Speaker != "", "stated_on": t.plan.o.Said != ""}
	says := map[string]string{"speaker": `--speaker "NAME" for all`, "stated_on": "--said DAY for all"}
	var names, flags []string
	for _, m := range t.object.required() {
		if !slices.Contains(members, m.name) && !given[m.name] {
			names, flags = append(names, m.name), append(flags, mapFlag("COLUMN", m.name))
			if say := says[m.name]; say != "" {
				flags[len(flags)-1] += " or " + say
			}
		}
	}
	if len(names) > 0 {
		t.refuse(errors.New("there is no column "+strings.Join(names, ", no column ")), "say which one it is: "+strings.Join(flags, ", "))
	}
}

// mapHint says what to do about a column that is not known.
func mapHint(title, near string) string {
	if near != "" {
		return fmt.Sprintf("did you mean %s? then %s", near, mapFlag(title, near))
	}
	return fmt.Sprintf("say which member it is, %s (tracker help import lists them), or leave it out: %s", mapFlag(title, "MEMBER"), mapFlag(title, ""))
}

func mapFlag(title, member string) string { return fmt.Sprintf("--map %q", title+"="+member) }
