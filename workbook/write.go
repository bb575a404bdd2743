package workbook

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxCell is how many characters a cell may hold.
const MaxCell = 32767

// The parts of a workbook with one sheet, beside that sheet.
var fixedParts = []struct{ name, text string }{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
	{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`},
	{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
	// Style 1 is text: what looks like a number or a day stays what it is when somebody edits it.
	{"xl/styles.xml", `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`},
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Writer writes a workbook with one sheet, row after row.
type Writer struct {
	zip *zip.Writer
	out *bufio.Writer // the sheet
	row int
	err error
}

// NewWriter begins a workbook. What is written is complete after Close.
func NewWriter(w io.Writer) *Writer {
	x := &Writer{zip: zip.NewWriter(w)}
	for _, part := range fixedParts {
		x.part(part.name)
		x.text(part.text)
	}
	x.part("xl/worksheets/sheet1.xml")
	x.text(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	return x
}

// part begins the next part.
func (x *Writer) part(name string) {
	if x.out != nil && x.err == nil {
		x.err = x.out.Flush()
	}
	if x.err != nil {
		return
	}
	w, err := x.zip.Create(name)
	x.err, x.out = err, bufio.NewWriter(w)
	x.text(xmlHead)
}

func (x *Writer) text(parts ...string) {
	for _, text := range parts {
		if x.err == nil {
			_, x.err = x.out.WriteString(text)
		}
	}
}

// Row writes a row: numbers as numbers, nil as nothing, texts of at most
// MaxCell characters as texts.
func (x *Writer) Row(cells []any) error {
	if x.row++; x.row > MaxRows {
		return fmt.Errorf("more than %d rows", MaxRows)
	}
	x.text(`<row r="`, strconv.Itoa(x.row), `">`)
	for i, c := range cells {
		ref := reference(i+1, x.row)
		switch c := c.(type) {
		case nil:
		case float64:
			x.text(`<c r="`, ref, `"><v>`, strconv.FormatFloat(c, 'g', -1, 64), `</v></c>`)
		case string:
			if utf8.RuneCountInString(c) > MaxCell {
				return fmt.Errorf("more than %d characters", MaxCell)
			}
			x.text(`<c r="`, ref, `" s="1" t="inlineStr"><is><t xml:space="preserve">`, escapeText(c), `</t></is></c>`)
		default:
			return fmt.Errorf("a %T", c)
		}
	}
	x.text(`</row>`)
	return x.err
}

// Close ends the sheet and the workbook.
func (x *Writer) Close() error {
	x.text(`</sheetData></worksheet>`)
	if x.err == nil {
		x.err = x.out.Flush()
	}
	if x.err != nil {
		return x.err
	}
	return x.zip.Close()
}

// escapeText is a text as a part holds it.
func escapeText(text string) string {
	if strings.Contains(text, "_x") {
		text = strings.ReplaceAll(text, "_x", "_x005F_x")
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r < ' ' && r != '\t' && r != '\n', r == 0xfffe, r == 0xffff:
			fmt.Fprintf(&b, "_x%04X_", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
