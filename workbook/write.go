package workbook

import (
	"fmt"
	"io"
	"regexp"
	"sync"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// MaxCell is how many characters a cell may hold.
const MaxCell = 32767

// textFormat keeps what looks like a number or a day what it is when somebody
// edits it.
const textFormat = 49

// Writer writes a workbook with one sheet, row after row.
type Writer struct {
	book  *excelize.File
	zip   *sortedZip
	sheet *stream
	text  int // the style of texts
	row   int
	err   error
}

// NewWriter begins a workbook. What is written is complete after Close.
func NewWriter(w io.Writer) *Writer {
	x := &Writer{}
	x.book, x.zip = newFile(w)
	if x.text, x.err = x.book.NewStyle(&excelize.Style{NumFmt: textFormat}); x.err == nil {
		x.sheet, x.err = x.zip.stream(x.book, "Sheet1")
	}
	return x
}

// Row writes a row: numbers as numbers, nil as nothing, texts of at most
// MaxCell characters as texts.
func (x *Writer) Row(cells []any) error {
	if x.err != nil {
		return x.err
	}
	if x.row++; x.row > MaxRows {
		return fmt.Errorf("more than %d rows", MaxRows)
	}
	row := make([]any, len(cells))
	for i, c := range cells {
		switch c := c.(type) {
		case nil:
		case float64:
			row[i] = c
		case string:
			if err := Fits(c); err != nil {
				return err
			}
			row[i] = excelize.Cell{StyleID: x.text, Value: c}
		default:
			return fmt.Errorf("a %T", c)
		}
	}
	first, err := excelize.CoordinatesToCellName(1, x.row)
	if err == nil {
		err = x.sheet.SetRow(first, row)
	}
	x.err = err
	return err
}

// Fits says why a cell cannot hold a text: it is too long, or it has what XML
// or excelize would change.
func Fits(text string) error {
	if len(utf16.Encode([]rune(text))) > MaxCell {
		return fmt.Errorf("more than %d characters", MaxCell)
	}
	for _, r := range text {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xfffe || r == 0xffff {
			return fmt.Errorf("the character %U", r)
		}
	}
	if half := halfCharacter().FindString(text); half != "" {
		return fmt.Errorf("the text %s", half)
	}
	return nil
}

// halfCharacter is how a workbook would write half of a character.
var halfCharacter = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`_x[dD][89a-fA-F][0-9a-fA-F]{2}_`) })

// Close ends the sheet and the workbook.
func (x *Writer) Close() error {
	defer x.book.Close()
	defer x.zip.discard()
	if x.err == nil {
		x.err = x.sheet.Flush()
	}
	if x.err == nil {
		x.err = x.zip.finish(x.book)
	}
	return x.err
}
