// Package workbook reads the sheets of an .xlsx file row by row, and writes
// one: the values of cells, never formulas, within bounds whatever the file
// says of itself. It knows no claims and no titles.
//
//	f, err := workbook.Open(r)
//	rows, err := f.Rows(f.Shown()[0])
//	for rows.Next() {
//		fmt.Println(rows.Number(), rows.Cells())
//	}
//
// The format is excelize's matter; this room sets its bounds, makes numbers
// show in full, and adds what its rows do not tell: links, and cells merged
// over several rows. See docs/decisions/0011-workbooks.md.
package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The bounds of a workbook: of the file, of what it unpacks to, of its
// directory, and of a sheet.
const (
	MaxFile     = 200 << 20
	MaxUnpacked = 1 << 30
	MaxRows     = 1 << 20
	MaxColumns  = 1000

	maxParts = 10_000
	maxRatio = 200      // of what a large part unpacks to, to what it takes
	maxHeld  = 16 << 20 // larger parts go to a temporary file
)

// File is an open workbook.
type File struct {
	book  *excelize.File
	parts map[string]*zip.File
	from  io.Reader
}

// Open reads all of a workbook but its sheets. An error says what of it cannot
// be read. While its sheets are, r is asked now and then, for nothing, whether
// that is still wanted. Close must be called.
func Open(r io.Reader) (*File, error) {
	content, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return nil, err
	}
	if len(content) > MaxFile {
		return nil, fmt.Errorf("it is longer than %d MB", MaxFile>>20)
	}
	parts, err := partsOf(content)
	if err != nil {
		return nil, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: MaxUnpacked, UnzipXMLSizeLimit: maxHeld})
	if err != nil {
		if book != nil {
			book.Close()
		}
		return nil, err
	}
	f := &File{book, parts, r}
	if len(f.All()) == 0 {
		f.Close()
		return nil, errors.New("it has no sheets")
	}
	plainFormats(book)
	return f, nil
}

// wanted is what r says when it is asked for nothing: at its end that is all.
func (f *File) wanted() error {
	if _, err := f.from.Read(nil); err != nil && err != io.EOF {
		return err
	}
	return nil
}

// partsOf lists the parts of a workbook. What unpacks to too much is refused
// before it does.
func partsOf(content []byte) (map[string]*zip.File, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, err
	}
	if len(z.File) > maxParts {
		return nil, fmt.Errorf("it has more than %d parts", maxParts)
	}
	parts, total := map[string]*zip.File{}, uint64(0)
	for _, part := range z.File {
		size := part.UncompressedSize64
		if total += min(size, MaxUnpacked+1); total > MaxUnpacked {
			return nil, fmt.Errorf("it unpacks to more than %d MB", MaxUnpacked>>20)
		}
		if size > maxHeld && size/maxRatio > part.CompressedSize64 {
			return nil, fmt.Errorf("a part of it unpacks to more than %d times its size", maxRatio)
		}
		parts[partName(part.Name)] = part
	}
	return parts, nil
}

// partName is the one form of a part's name: some programs write it with other
// letters or strokes than they refer to it by.
func partName(name string) string { return strings.ToLower(strings.ReplaceAll(name, `\`, "/")) }

// All lists the sheets that are there, Shown those that are shown.
func (f *File) All() []string { return f.book.GetSheetList() }

func (f *File) Shown() []string {
	return slices.DeleteFunc(f.All(), func(name string) bool {
		shown, err := f.book.GetSheetVisible(name)
		return err == nil && !shown
	})
}

// Close lets go of what is kept in temporary files.
func (f *File) Close() { f.book.Close() }
