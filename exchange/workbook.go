package exchange

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"tracker/claims"
)

// The bounds of a workbook: of the file, of what it unpacks to, of what of it
// is held in memory, and of a sheet.
const (
	maxWorkbook = 200 << 20
	maxUnpacked = 1 << 30
	maxHeld     = 16 << 20 // larger parts go to a temporary file
	maxRows     = 1 << 20
)

// workbookRows are the rows of one sheet of a workbook: the values of its
// cells, dates as days.
type workbookRows struct {
	file  *excelize.File
	rows  *excelize.Rows
	sheet string
	all   []string // the sheets that are shown
	line  int
	row   []string
	name  string
	fault error
}

// openWorkbook opens the sheet of a workbook, without a name the first that
// is shown. Close must be called.
func openWorkbook(r io.Reader, name, sheet string) (*workbookRows, error) {
	limited := &io.LimitedReader{R: r, N: maxWorkbook + 1}
	f, err := excelize.OpenReader(limited, excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxHeld})
	if limited.N == 0 {
		err = fmt.Errorf("it is longer than %d MB", maxWorkbook>>20)
	}
	if err != nil {
		return nil, notWorkbook(name, err)
	}
	w := &workbookRows{file: f, name: name, all: shownSheets(f)}
	if err := w.choose(sheet); err != nil {
		f.Close()
		return nil, err
	}
	plainFormats(f)
	if w.rows, err = f.Rows(w.sheet); err != nil {
		f.Close()
		return nil, notWorkbook(name, err)
	}
	return w, nil
}

func notWorkbook(name string, err error) error {
	return claims.Refuse("", "%s is not a workbook that can be read: %v", name, err).WithHint("open it in a spreadsheet and save it as .xlsx or CSV")
}

func shownSheets(f *excelize.File) []string {
	return slices.DeleteFunc(f.GetSheetList(), func(name string) bool {
		shown, err := f.GetSheetVisible(name)
		return err == nil && !shown
	})
}

// choose finds the sheet to read.
func (w *workbookRows) choose(sheet string) error {
	switch {
	case sheet == "" && len(w.all) > 0:
		w.sheet = w.all[0]
	case slices.Contains(w.file.GetSheetList(), sheet):
		w.sheet = sheet
	case sheet == "":
		return claims.Refuse("", "%s has no sheet that is shown", w.name).WithHint("--sheet NAME reads one that is hidden")
	default:
		return claims.Refuse("", "%s has no sheet %.60q", w.name, sheet).WithHint("it has %s", strings.Join(w.all, ", "))
	}
	return nil
}

func (w *workbookRows) close() {
	if w.rows != nil {
		w.rows.Close()
	}
	w.file.Close()
}

func (w *workbookRows) scan() bool {
	if w.fault == nil && w.rows.Next() {
		if w.line++; w.line > maxRows {
			w.fault = claims.Refuse("", "%s: more than %d rows", w.name, maxRows).WithHint("split the sheet")
			return false
		}
		if w.row, w.fault = w.rows.Columns(); w.fault != nil {
			w.fault = notWorkbook(w.name, w.fault)
			return false
		}
		for i, cell := range w.row {
			w.row[i] = strings.TrimSuffix(cell, midnight)
		}
		return true
	}
	return false
}

// cells drops what is empty at the end: a sheet may be formatted far beyond
// what it holds.
func (w *workbookRows) cells() ([]string, error) {
	row := w.row
	for len(row) > 0 && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	if len(row) > maxColumns {
		return nil, fmt.Errorf("more than %d columns", maxColumns)
	}
	return row, nil
}

func (w *workbookRows) number() int  { return w.line }
func (w *workbookRows) ragged() bool { return true }

func (w *workbookRows) err() error {
	if w.fault == nil {
		w.fault = w.rows.Error()
	}
	return w.fault
}

// midnight is the time of a date without one.
const midnight = " 00:00:00"

// plainFormats makes a workbook show its dates as 2025-08-06 14:30:00, its
// percentages in full and all other numbers as they are: how many digits a
// desk likes to see is not what the cell holds.
func plainFormats(f *excelize.File) {
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return
	}
	dates, percents, err := newFormats(f)
	if err != nil {
		return // a workbook without room for styles shows what it shows
	}
	for i := range f.Styles.CellXfs.Xf {
		xf := &f.Styles.CellXfs.Xf[i]
		if xf.NumFmtID == nil {
			continue
		}
		switch id := *xf.NumFmtID; {
		case isDateFormat(id, customFormat(f, id)):
			xf.NumFmtID = &dates
		case id == 9 || id == 10 || strings.HasSuffix(customFormat(f, id), "%"):
			xf.NumFmtID = &percents
		case id != 49: // text
			xf.NumFmtID = new(int)
		}
	}
}

// newFormats adds two formats of ours to a workbook.
func newFormats(f *excelize.File) (dates, percents int, err error) {
	var ids []int
	for _, format := range []string{"yyyy-mm-dd hh:mm:ss", "0.0#############%"} {
		style, serr := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if serr != nil {
			return 0, 0, serr
		}
		id := f.Styles.CellXfs.Xf[style].NumFmtID
		if id == nil {
			return 0, 0, errors.New("a style without a format")
		}
		ids = append(ids, *id)
	}
	return ids[0], ids[1], nil
}

func customFormat(f *excelize.File, id int) string {
	if f.Styles.NumFmts == nil {
		return ""
	}
	for _, n := range f.Styles.NumFmts.NumFmt {
		if n != nil && n.NumFmtID == id {
			return n.FormatCode
		}
	}
	return ""
}

var reNotDate = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|General|_.|\*.`)

// isDateFormat reports whether a number format shows a day or an instant.
func isDateFormat(id int, custom string) bool {
	if custom != "" {
		return strings.ContainsAny(strings.ToLower(reNotDate.ReplaceAllString(custom, "")), "dy")
	}
	return 14 <= id && id <= 17 || id == 22 || 27 <= id && id <= 31 || id == 36 || 50 <= id && id <= 58
}
