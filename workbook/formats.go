package workbook

import (
	"errors"
	"regexp"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"
)

// The formats that days and percentages are shown by.
var ownFormats = [2]string{"yyyy-mm-dd hh:mm:ss", "0.0#############%"}

// plainFormats makes a workbook show its days as 2025-08-06 14:30:00, its
// percentages in full and all other numbers as they are: how many digits a
// desk likes to see is not what the cell holds.
func plainFormats(f *excelize.File) {
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return
	}
	var own [2]int
	for i, format := range ownFormats {
		id, err := newFormat(f, format)
		if err != nil {
			return // a workbook without room for styles shows what it shows
		}
		own[i] = id
	}
	for i := range f.Styles.CellXfs.Xf {
		xf := &f.Styles.CellXfs.Xf[i]
		if xf.NumFmtID == nil {
			continue
		}
		switch id := *xf.NumFmtID; {
		case showsDays(id, customFormat(f, id)):
			xf.NumFmtID = &own[0]
		case id == 9 || id == 10 || strings.HasSuffix(strings.TrimRight(customFormat(f, id), ` "`), "%"):
			xf.NumFmtID = &own[1]
		case id != 49: // text
			xf.NumFmtID = new(int)
		}
	}
}

// newFormat adds a format to a workbook.
func newFormat(f *excelize.File, format string) (int, error) {
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return 0, err
	}
	id := f.Styles.CellXfs.Xf[style].NumFmtID
	if id == nil {
		return 0, errors.New("a style without a format")
	}
	return *id, nil
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

// notDate is what a format shows as it stands.
var notDate = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|General|_.|\*.`) })

// showsDays reports whether a number format shows a day or an instant: it has
// a d or y that is no text, no colour and no condition.
func showsDays(id int, custom string) bool {
	if custom != "" {
		return strings.ContainsAny(strings.ToLower(notDate().ReplaceAllString(custom, "")), "dy")
	}
	return 14 <= id && id <= 17 || id == 22 || 27 <= id && id <= 31 || id == 36 || 50 <= id && id <= 58
}
