package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// read returns the cells of a sheet, by row, and its links.
func read(t *testing.T, content []byte, sheet string) (rows map[int][]string, links map[string]string, err error) {
	t.Helper()
	f, err := Open(bytes.NewReader(content))
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	if sheet == "" {
		sheet = f.Shown()[0]
	}
	r, err := f.Rows(sheet)
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	rows, links = map[int][]string{}, map[string]string{}
	for r.Next() {
		cells, err := r.Cells()
		if err != nil {
			return rows, links, err
		}
		rows[r.Number()] = append([]string{}, cells...)
		for i := range 10 {
			if link := r.Link(i); link != "" {
				links[name(t, i+1, r.Number())] = link
			}
		}
	}
	return rows, links, r.Err()
}

func name(t *testing.T, column, row int) string {
	t.Helper()
	text, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// What another program writes is read: texts, numbers in full, days,
// percentages, truth, errors, links and merged cells.
func TestReadsAnother(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	style := func(s excelize.Style) int {
		t.Helper()
		id, err := f.NewStyle(&s)
		must(err)
		return id
	}
	custom, euro := `dd"."mm\.yyyy`, `[>=100]#,##0.00" €";0.00" day"`
	values := map[string]any{
		"A1": "a <b> & \"c\"\nd  ", "B1": 0.1 + 0.2, "C1": 1741000000000, "D1": true, "E1": 12.5,
		"A2": time.Date(2025, 4, 13, 0, 0, 0, 0, time.UTC), "B2": time.Date(2025, 4, 13, 14, 30, 7, 0, time.UTC), "C2": 0.7, "D2": 0.125, "E2": 3.0,
		"A4": "here", "B4": "over three rows", "A5": "x", "A6": "y", "A7": "z", "C5": "between",
	}
	for cell, v := range values {
		must(f.SetCellValue("Sheet1", cell, v))
	}
	must(f.SetCellStyle("Sheet1", "A2", "A2", style(excelize.Style{CustomNumFmt: &custom})))
	must(f.SetCellStyle("Sheet1", "B2", "B2", style(excelize.Style{NumFmt: 22})))
	must(f.SetCellStyle("Sheet1", "C2", "D2", style(excelize.Style{NumFmt: 9})))
	must(f.SetCellStyle("Sheet1", "E2", "E2", style(excelize.Style{CustomNumFmt: &euro})))
	must(f.SetCellHyperLink("Sheet1", "A4", "https://example.org/?a=1&b=2", "External"))
	must(f.SetCellFormula("Sheet1", "E4", `HYPERLINK("https://example.org/f","f")`))
	must(f.MergeCell("Sheet1", "B4", "B6"))
	_, err := f.NewSheet("Second")
	must(err)
	must(f.SetCellValue("Second", "B3", "there"))
	var b bytes.Buffer
	must(f.Write(&b))

	rows, links, err := read(t, b.Bytes(), "")
	must(err)
	want := map[int][]string{
		1: {"a <b> & \"c\"\nd  ", "0.3", "1741000000000", "TRUE", "12.5"},
		2: {"2025-04-13", "2025-04-13 14:30:07", "70.0%", "12.500%", "3"},
		4: {"here", "over three rows"},
		5: {"x", "over three rows", "between"},
		6: {"y", "over three rows"},
		7: {"z"},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"A4": "https://example.org/?a=1&b=2", "E4": "https://example.org/f"}, links); diff != "" {
		t.Errorf("links: -want +got\n%s", diff)
	}
	second, _, err := read(t, b.Bytes(), "Second")
	if diff := cmp.Diff(map[int][]string{3: {"", "there"}}, second); diff != "" || err != nil {
		t.Errorf("%v: -want +got\n%s", err, diff)
	}
}

// What is written is read again.
func TestWrittenIsRead(t *testing.T) {
	want := []string{"0.25", "", " a ", "a\nb\tc", "_x0041_", "_x005F_", "_x005F_x0041_", "x_x000D_", "=1+1", "+1", "2025-08-06", "TRUE", "#REF!", "1e5", "007", "<a>&\"'</a>", "äß€😀", "12.50", "]]>"}
	row := []any{0.25, nil}
	for _, text := range want[2:] {
		row = append(row, text)
	}
	var b, again bytes.Buffer
	for _, to := range []*bytes.Buffer{&b, &again} {
		w := NewWriter(to)
		if err := w.Row(row); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	rows, _, err := read(t, b.Bytes(), "")
	if diff := cmp.Diff(want, rows[1]); diff != "" || err != nil {
		t.Errorf("%v: -want +got\n%s", err, diff)
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the same rows are written as other bytes")
	}
}

// What a cell cannot hold is refused, and not changed on the way.
func TestUnfit(t *testing.T) {
	for _, text := range []string{"a\x01", "\x1b[2J", "\ufffe", "_xDF01_", strings.Repeat("a", MaxCell+1)} {
		if err := NewWriter(io.Discard).Row([]any{text}); err == nil {
			t.Errorf("%.20q is written", text)
		}
	}
}

// damaged is a workbook whose parts are replaced.
func damaged(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"xl/styles.xml":              `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="Desk" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>one</t></si><si><r><t>t</t></r><r><t xml:space="preserve">wo </t></r><rPh><t>spoken</t></rPh></si></sst>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row></sheetData></worksheet>`,
	} {
		if other, ok := parts[name]; ok {
			text = other
		}
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What is damaged is refused with what is wrong, and nothing is read into it.
func TestDamaged(t *testing.T) {
	sheet := func(rows string) map[string]string {
		return map[string]string{"xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`}
	}
	for _, c := range []struct {
		name  string
		parts map[string]string
		want  string // of the error; "" for the cells of row 1
		cells []string
	}{
		{"shared strings with formats", nil, "", []string{"two ", "one"}},
		{"a string that is not there", sheet(`<row r="1"><c t="s"><v>7</v></c></row>`), "no shared string 7", nil},
		{"characters by number, comments and CDATA", sheet(`<!-- a > b --><row r="1"><c t="str"><v>&#x41;&#66;<![CDATA[<c>]]></v></c></row>`), "", []string{"AB<c>"}},
		{"a > in a value", sheet(`<row r="1" spans="1>2"><c t="str"><v>a</v></c></row>`), "", []string{"a"}},
		{"an entity of its own", sheet(`<row r="1"><c t="str"><v>&boom;</v></c></row>`), "invalid character entity", nil},
		{"a document type", map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>`}, "a document type", nil},
		{"a sheet that ends early", map[string]string{"xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">`}, "unexpected end", nil},
		{"UTF-16", map[string]string{"xl/worksheets/sheet1.xml": "\xff\xfe<\x00"}, "invalid UTF-8", nil},
		{"rows that go back", sheet(`<row r="3"><c t="str"><v>a</v></c></row><row r="2"/>`), "not in order", nil},
		{"a text without end", sheet(`<row r="1"><c t="str"><v>` + strings.Repeat("a", maxText+1) + `</v></c></row>`), "more than 1048576 characters", nil},
		{"no sheets", map[string]string{"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`}, "it has no sheets", nil},
		{"an error that is no value", sheet(`<row r="1"><c t="e"><v>#N/A</v></c><c t="e"><v>#REF!</v></c></row>`), "", []string{"", "#REF!"}},
	} {
		rows, _, err := read(t, damaged(t, c.parts), "")
		switch {
		case c.want == "" && (err != nil || !cmp.Equal(rows[1], c.cells)):
			t.Errorf("%s: %q, %v", c.name, rows[1], err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// The list of sheets may stand under another name.
func TestPartsElsewhere(t *testing.T) {
	z, err := zip.NewReader(bytes.NewReader(damaged(t, nil)), int64(len(damaged(t, nil))))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	moved := zip.NewWriter(&b)
	for _, part := range z.File {
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.Replace(part.Name, "workbook.xml", "workbook2.xml", 1)
		w, err := moved.Create(name)
		if err == nil {
			_, err = w.Write(bytes.ReplaceAll(text, []byte("workbook.xml"), []byte("workbook2.xml")))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := moved.Close(); err != nil {
		t.Fatal(err)
	}
	rows, _, err := read(t, b.Bytes(), "")
	if want := []string{"two ", "one"}; err != nil || !cmp.Equal(rows[1], want) {
		t.Errorf("%q, %v; want %q", rows[1], err, want)
	}
}

// tired gives a file whole, and then answers whoever asks for nothing so many
// times that it is still wanted.
type tired struct {
	io.Reader
	asked *int
}

func (r tired) Read(p []byte) (int, error) {
	if len(p) > 0 {
		return r.Reader.Read(p)
	}
	if *r.asked--; *r.asked < 0 {
		return 0, errGivenUp
	}
	return 0, nil
}

var errGivenUp = errors.New("given up")

// A workbook that nobody wants any more is not read to its end, wherever it has
// been read to.
func TestGivenUp(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for i := range 20 {
		if err := f.SetCellValue("Sheet1", name(t, 1, i+1), strings.Repeat("word ", 200)+fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
	}
	var content bytes.Buffer
	if err := f.Write(&content); err != nil {
		t.Fatal(err)
	}
	all := 0
	for n := 0; ; n++ {
		rows, err := rowsUntil(t, content.Bytes(), n)
		if err == nil {
			break
		}
		if !errors.Is(err, errGivenUp) || rows == 20 {
			t.Fatalf("asked %d times: %d rows, %v", n, rows, err)
		}
		all = n
	}
	if all < 22 {
		t.Errorf("it is asked %d times only", all)
	}
}

// rowsUntil counts the rows of a workbook that is wanted for so long.
func rowsUntil(t *testing.T, content []byte, asked int) (n int, err error) {
	t.Helper()
	f, err := Open(tired{bytes.NewReader(content), &asked})
	if err != nil {
		return 0, err
	}
	defer f.Close()
	r, err := f.Rows("Sheet1")
	if err != nil {
		return 0, err
	}
	defer r.Close()
	for r.Next() {
		n++
	}
	return n, r.Err()
}
