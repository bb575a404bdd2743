// Package workbook reads the sheets of an .xlsx file row by row, and writes
// one: the values of cells, never formulas, in bounded memory whatever the
// file says of itself. It knows no claims and no titles.
//
//	f, err := workbook.Open(r)
//	rows, err := f.Rows(f.Shown()[0])
//	for rows.Next() {
//		fmt.Println(rows.Number(), rows.Cells())
//	}
//
// A workbook is a zip of parts in XML (ECMA-376). The library we had used
// before makes its tables of charts, formulas and languages whenever a
// program starts, and took 2 ms of every command; see
// docs/decisions/0011-own-workbooks.md.
package workbook

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// The bounds of a workbook: of the file, of what it unpacks to, of its
// directory, of what of it is held in memory, and of a sheet.
const (
	MaxFile     = 200 << 20
	MaxUnpacked = 1 << 30
	MaxRows     = 1 << 20
	MaxColumns  = 1000

	maxParts  = 10_000
	maxSheets = 1000
)

// File is an open workbook.
type File struct {
	parts    map[string]*zip.File
	sheets   []sheet
	from1904 bool // day 0 is 1 January 1904
	styles   []style
	strings  stringTable
	file     spool
}

// sheet is one sheet as the workbook lists it.
type sheet struct {
	name, part string
	hidden     bool
}

// Open reads the directory, the styles and the strings of a workbook. An error
// says what of it cannot be read. Close must be called.
func Open(r io.Reader) (*File, error) {
	f := &File{}
	if err := f.open(r); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func (f *File) open(r io.Reader) error {
	if err := f.file.fill(r); err != nil {
		return err
	}
	z, err := zip.NewReader(f.file.at, f.file.size)
	if err != nil {
		return err
	}
	if err := f.take(z); err != nil {
		return err
	}
	main := f.mainPart()
	targets, err := f.relations(main)
	if err != nil {
		return err
	}
	if err := f.readSheets(main, targets); err != nil {
		return err
	}
	if err := f.readStyles(targets.byType("/styles")); err != nil {
		return err
	}
	return f.readStrings(targets.byType("/sharedStrings"))
}

// take lists the parts. What unpacks to too much is refused before it does.
func (f *File) take(z *zip.Reader) error {
	if len(z.File) > maxParts {
		return fmt.Errorf("it has more than %d parts", maxParts)
	}
	f.parts = map[string]*zip.File{}
	total := uint64(0)
	for _, part := range z.File {
		total += min(part.UncompressedSize64, MaxUnpacked+1)
		f.parts[strings.ToLower(strings.ReplaceAll(part.Name, `\`, "/"))] = part
	}
	if total > MaxUnpacked {
		return fmt.Errorf("it unpacks to more than %d MB", MaxUnpacked>>20)
	}
	return nil
}

// part opens a part; a part that is not there is empty.
func (f *File) part(name string) (io.ReadCloser, error) {
	p := f.parts[strings.ToLower(name)]
	if p == nil || name == "" {
		return io.NopCloser(strings.NewReader("")), nil
	}
	in, err := p.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return in, nil
}

// each calls see for every token of a part, until it returns false.
func (f *File) each(name string, see func(*scanner) bool) error {
	in, err := f.part(name)
	if err != nil {
		return err
	}
	defer in.Close()
	s := newScanner(in)
	for s.next() && see(s) {
	}
	if s.fault != nil {
		return fmt.Errorf("%s: %w", name, s.fault)
	}
	return nil
}

// relation is one of a part to another.
type relation struct{ id, kind, target string }

type relations []relation

func (list relations) byType(ending string) string {
	for _, r := range list {
		if strings.HasSuffix(r.kind, ending) {
			return r.target
		}
	}
	return ""
}

func (list relations) byID(id string) string {
	for _, r := range list {
		if r.id == id {
			return r.target
		}
	}
	return ""
}

// relations reads what a part refers to: parts by their full names, and
// addresses outside as they are.
func (f *File) relations(part string) (list relations, err error) {
	dir, base := path.Split(part)
	err = f.each(dir+"_rels/"+base+".rels", func(s *scanner) bool {
		if s.kind == start && s.name == "Relationship" {
			target := s.attr("Target")
			switch {
			case s.attr("TargetMode") == "External":
			case strings.HasPrefix(target, "/"):
				target = target[1:]
			default:
				target = path.Join(dir, target)
			}
			list = append(list, relation{s.attr("Id"), s.attr("Type"), target})
		}
		return len(list) < maxLinks
	})
	return list, err
}

// mainPart is where the list of sheets stands.
func (f *File) mainPart() string {
	root, err := f.relations("")
	if target := root.byType("/officeDocument"); err == nil && target != "" {
		return target
	}
	return "xl/workbook.xml"
}

func (f *File) readSheets(main string, targets relations) error {
	err := f.each(main, func(s *scanner) bool {
		if s.kind != start {
			return true
		}
		switch s.name {
		case "workbookPr":
			f.from1904 = isTrue(s.attr("date1904"))
		case "sheet":
			if part := targets.byID(s.attr("id")); part != "" && strings.Contains(part, "sheet") {
				f.sheets = append(f.sheets, sheet{s.attr("name"), part, strings.HasSuffix(strings.ToLower(s.attr("state")), "hidden")})
			}
		}
		return len(f.sheets) < maxSheets
	})
	if err == nil && len(f.sheets) == 0 {
		err = errors.New("it has no sheets")
	}
	return err
}

func isTrue(text string) bool { return text == "1" || text == "true" }

// Shown lists the sheets that are shown, All those that are there.
func (f *File) Shown() []string { return f.names(func(s sheet) bool { return !s.hidden }) }
func (f *File) All() []string   { return f.names(func(sheet) bool { return true }) }

func (f *File) names(which func(sheet) bool) (names []string) {
	for _, s := range f.sheets {
		if which(s) {
			names = append(names, s.name)
		}
	}
	return names
}

// partOf is where a sheet stands, "" for none of that name.
func (f *File) partOf(name string) string {
	i := slices.IndexFunc(f.sheets, func(s sheet) bool { return s.name == name })
	if i < 0 {
		return ""
	}
	return f.sheets[i].part
}

// Close lets go of what is kept in temporary files.
func (f *File) Close() {
	f.file.close()
	f.strings.close()
}
