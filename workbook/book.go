package workbook

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Form is how the cells of a column are shown.
type Form int

const (
	Text  Form = iota
	Prose      // text that is wrapped
	Date       // 2025-08-06
	Whole      // a count
	Ratio      // 0.73
	Share      // 73 %
	Fine       // 0.271
	Plain      // with as many digits as it has
)

// formats are the number formats of the forms.
var formats = [...]string{Text: "@", Prose: "@", Date: "yyyy-mm-dd", Whole: "0", Ratio: "0.00", Share: "0 %", Fine: "0.000", Plain: "General"}

// Column heads the cells below it.
type Column struct {
	Title string
	Width float64 // in characters
	Form  Form
}

// Day is a civil day: days since 1 January 1970.
type Day int

// epoch is that day as a workbook counts, and firstDay the first it can show:
// it believes in a 29 February 1900.
const (
	epoch    = 25569
	firstDay = -25508 // 1 March 1900
)

// Link leads somewhere: to an https or http address, or to a cell of the
// workbook, as #Claims!A12.
type Link struct {
	Text   string
	Number int // shown instead of a text, where there is none
	To     string
}

// Book is a workbook of several sheets while it is written. The same rows give
// the same bytes.
type Book struct {
	book   *excelize.File
	zip    *sortedZip
	styles [len(formats)]int
	head   int
	links  int
	sheets []*Sheet
	err    error // the first
}

// NewBook begins a workbook with a title. What is written is complete after Close.
func NewBook(w io.Writer, title string) *Book {
	b := &Book{}
	b.book, b.zip = newFile(w)
	font := func(bold bool, colour string) *excelize.Font {
		f := &excelize.Font{Family: "Calibri", Size: 11, Bold: bold, Color: colour}
		if colour == inkLink {
			f.Underline = "single"
		}
		return f
	}
	for form, format := range formats {
		b.styles[form] = b.style(&excelize.Style{CustomNumFmt: &format, Font: font(false, inkText), Alignment: &excelize.Alignment{Vertical: "top", WrapText: Form(form) == Prose}})
	}
	b.head = b.style(&excelize.Style{Font: font(true, inkText), Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EDF2"}},
		Alignment: &excelize.Alignment{Vertical: "bottom", WrapText: true}, Border: []excelize.Border{{Type: "bottom", Color: "57606A", Style: 1}}})
	b.links = b.style(&excelize.Style{Font: font(false, inkLink), Alignment: &excelize.Alignment{Vertical: "top"}})
	b.fail(b.book.SetDocProps(&excelize.DocProperties{Title: Fit(title), Created: fixedTime, Modified: fixedTime}))
	return b
}

// fixedTime stands where a file says when it was made: equal books are equal.
const fixedTime = "1980-01-01T00:00:00Z"

func (b *Book) style(s *excelize.Style) int {
	id, err := b.book.NewStyle(s)
	b.fail(err)
	return id
}

func (b *Book) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// Sheet begins a sheet: its header stays in sight and filters; a narrow one is
// printed one page wide.
func (b *Book) Sheet(name string, columns []Column) *Sheet {
	s := &Sheet{book: b, name: name, columns: columns}
	if len(b.sheets) == 0 {
		b.fail(b.book.SetSheetName("Sheet1", name))
	} else {
		_, err := b.book.NewSheet(name)
		b.fail(err)
	}
	b.sheets = append(b.sheets, s)
	b.fail(s.begin())
	return s
}

// Close ends the sheets and the workbook.
func (b *Book) Close() error {
	defer b.book.Close()
	defer b.zip.discard()
	for _, s := range b.sheets {
		b.fail(s.end())
	}
	if b.err != nil {
		return b.err
	}
	return b.zip.finish(b.book)
}

// Fit is a text as a cell of a report holds it: without what XML has no sign
// for, and cut where a cell ends.
func Fit(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xfffe || r == 0xffff {
			return '\uFFFD'
		}
		return r
	}, halfCharacter().ReplaceAllString(text, "\uFFFD"))
	if Fits(text) == nil {
		return text
	}
	runes := []rune(text)
	return string(runes[:min(len(runes), MaxCell/2-1)]) + "…"
}

// errTooMany is a sheet that has more rows than a workbook can have.
var errTooMany = errors.New("more rows than a sheet of a workbook has")

// cell is where a row and a column, from 1, meet.
func cell(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return fmt.Sprintf("A%d", row)
	}
	return name
}
