package exchange

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"tracker/claims"
	"tracker/workbook"
)

// workbookRows are the rows of one sheet of a workbook.
type workbookRows struct {
	file  *workbook.File
	rows  *workbook.Rows
	sheet string
	all   []string // the sheets that are shown
	name  string
}

// openWorkbook opens the sheet of a workbook, without a name the first that
// is shown. Close must be called.
func openWorkbook(r io.Reader, name, sheet string) (*workbookRows, error) {
	f, err := workbook.Open(r)
	if err != nil {
		return nil, notWorkbook(name, err)
	}
	w := &workbookRows{file: f, name: name, all: f.Shown()}
	if err := w.choose(sheet); err != nil {
		f.Close()
		return nil, err
	}
	if w.rows, err = f.Rows(w.sheet); err != nil {
		f.Close()
		return nil, notWorkbook(name, err)
	}
	return w, nil
}

func notWorkbook(name string, err error) error {
	why := err.Error()
	switch {
	case errors.Is(err, zip.ErrFormat), errors.Is(err, io.ErrUnexpectedEOF):
		why = "it is cut short or damaged"
	case errors.Is(err, io.EOF):
		why = "there are no sheets in it"
	}
	return claims.Refuse("", "%s is not a workbook that can be read: %s", name, why).Because(err).WithHint("open it in a spreadsheet and save it as .xlsx or CSV")
}

// choose finds the sheet to read.
func (w *workbookRows) choose(sheet string) error {
	switch {
	case sheet == "" && len(w.all) > 0:
		w.sheet = w.all[0]
	case slices.Contains(w.file.All(), sheet):
		w.sheet = sheet
	case sheet == "":
		return claims.Refuse("", "%s has no sheet that is shown", w.name).WithHint("--sheet NAME reads one that is hidden")
	default:
		return claims.Refuse("", "%s has no sheet %.60q", w.name, sheet).WithHint("it has %s", otherSheets(w.all, ""))
	}
	return nil
}

// otherSheets are the flags that choose some of a workbook's sheets, but for one.
func otherSheets(all []string, but string) string {
	var flags []string
	for _, sheet := range all {
		if sheet != but {
			flags = append(flags, fmt.Sprintf("--sheet %q", sheet))
		}
	}
	return strings.Join(flags[:min(len(flags), 8)], " or ")
}

func (w *workbookRows) close() {
	w.rows.Close()
	w.file.Close()
}

func (w *workbookRows) scan() bool               { return w.rows.Next() }
func (w *workbookRows) cells() ([]string, error) { return w.rows.Cells() }
func (w *workbookRows) link(column int) string   { return w.rows.Link(column) }
func (w *workbookRows) number() int              { return w.rows.Number() }
func (w *workbookRows) ragged() bool             { return true }

func (w *workbookRows) err() error {
	if err := w.rows.Err(); err != nil {
		return notWorkbook(w.name, err)
	}
	return nil
}
