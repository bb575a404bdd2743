package workbook

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"

	"github.com/xuri/excelize/v2"

	"tracker/spill"
)

// further are the rows of a sheet after the first ones. It is where excelize
// writes the parts of a handful.
type further struct {
	book  *excelize.File         // of a handful; nil before its first row
	sheet *excelize.StreamWriter // its only one
	size  int
	part  bytes.Buffer // that sheet, written
	kept  *spill.Kept[string]
}

func (f *further) add(at string, row []any, size int, options []excelize.RowOpts) error {
	if f.book == nil {
		if err := f.begin(); err != nil {
			return err
		}
	}
	if err := f.sheet.SetRow(at, row, options...); err != nil {
		return err
	}
	if f.size += size; f.size < handful {
		return nil
	}
	return f.end()
}

// begin begins a handful.
func (f *further) begin() (err error) {
	f.book = excelize.NewFile()
	f.book.ZipWriter = func(io.Writer) excelize.ZipWriter { return f }
	f.sheet, err = f.book.NewStreamWriter("Sheet1")
	return err
}

// end keeps the rows of a handful.
func (f *further) end() error {
	if f.book == nil {
		return nil
	}
	book := f.book
	defer book.Close()
	f.book, f.size = nil, 0
	f.part.Reset()
	if err := f.sheet.Flush(); err != nil {
		return err
	}
	if _, err := book.WriteTo(io.Discard); err != nil {
		return err
	}
	before, _, err := aroundRows(f.part.Bytes())
	if err != nil {
		return err
	}
	_, rows, _ := bytes.Cut(before, []byte("<sheetData>"))
	return f.kept.Add(f.kept.Pack(new(string(rows))))
}

// Create is told where excelize writes a part: only the sheet is wanted.
func (f *further) Create(name string) (io.Writer, error) {
	if name == sheetPart(1) {
		return &f.part, nil
	}
	return io.Discard, nil
}

// AddFS and Close have nothing to do.
func (f *further) AddFS(fs.FS) error { return errors.ErrUnsupported }
func (f *further) Close() error      { return nil }

// each hands on the rows, some at a time.
func (f *further) each(do func(rows []byte) error) error {
	for rows, err := range f.kept.All() {
		if err != nil {
			return err
		}
		for some := range slices.Chunk([]byte(rows), 1<<15) {
			if err := do(some); err != nil {
				return err
			}
		}
	}
	return nil
}

// aroundRows is a sheet to the end of its rows, and what follows them: no text
// in it has a bare <.
func aroundRows(sheet []byte) (before, after []byte, err error) {
	i := bytes.LastIndex(sheet, []byte("</sheetData>"))
	if i < 0 {
		return nil, nil, errors.New("a sheet without rows")
	}
	return sheet[:i], sheet[i:], nil
}
