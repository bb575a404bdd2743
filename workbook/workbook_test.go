package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
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
		for i := range cells {
			if link := r.Link(i); link != "" {
				links[reference(i+1, r.Number())] = link
			}
		}
	}
	return rows, links, r.Err()
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
		2: {"2025-04-13", "2025-04-13 14:30:07", "70%", "12.5%", "3"},
		4: {"here", "over three rows", "", "", ""},
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

// Days before 1 March 1900 are as the format has them, and those of a
// workbook that counts from 1904.
func TestDays(t *testing.T) {
	for _, c := range []struct {
		x        float64
		from1904 bool
		want     string
	}{
		{1, false, "1900-01-01"}, {59, false, "1900-02-28"}, {61, false, "1900-03-01"}, {45760, false, "2025-04-13"},
		{45760.5, false, "2025-04-13 12:00:00"}, {45760.999999999, false, "2025-04-14"}, {44298, true, "2025-04-13"}, {2958465, false, "9999-12-31"},
	} {
		f := File{from1904: c.from1904}
		if got, ok := f.day(c.x); !ok || got != c.want {
			t.Errorf("%v (from 1904: %v) is %s, want %s", c.x, c.from1904, got, c.want)
		}
	}
	for _, x := range []float64{-1, 2958466, 1e300} {
		if got, ok := new(File).day(x); ok {
			t.Errorf("%v is %s", x, got)
		}
	}
}

// What is written is read again, here and by another program.
func TestWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		texts := rapid.SliceOfN(rapid.StringMatching(`(_x[0-9A-F]{4}_|[ -~]|[äß€\t\n\x01\x0b😀])*`), 1, 6).Draw(rt, "texts")
		var b bytes.Buffer
		w := NewWriter(&b)
		row := []any{0.25, nil}
		for _, text := range texts {
			row = append(row, text)
		}
		if err := w.Row(row); err != nil {
			rt.Fatal(err)
		}
		if err := w.Close(); err != nil {
			rt.Fatal(err)
		}
		want := append([]string{"0.25", ""}, texts...)
		rows, _, err := read(t, b.Bytes(), "")
		if err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(strings.TrimRight(strings.Join(want, "\x00"), "\x00"), "\x00"), trimmed(rows[1])); diff != "" {
			rt.Errorf("-want +got\n%s", diff)
		}
		f, err := excelize.OpenReader(&b)
		if err != nil {
			rt.Fatal(err)
		}
		defer f.Close()
		theirs, err := f.GetRows("Sheet1")
		if err != nil || len(theirs) != 1 || theirs[0][0] != "0.25" {
			rt.Errorf("%q, %v", theirs, err)
		}
	})
}

func trimmed(row []string) []string {
	for len(row) > 0 && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	return row
}

// damaged is a workbook whose parts are replaced.
func damaged(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<x:workbook xmlns:x="a" xmlns:r="b"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Desk" sheetId="1" r:id="r1"/></x:sheets></x:workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst><si><t>one</t></si><si><r><t>t</t></r><r><t xml:space="preserve">wo </t></r><rPh><t>spoken</t></rPh></si></sst>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData><row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row></sheetData></worksheet>`,
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
		return map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`}
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
		{"an entity of its own", sheet(`<row r="1"><c t="str"><v>&boom;</v></c></row>`), "stands for nothing known", nil},
		{"a document type", map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>`}, "a document type", nil},
		{"a sheet that ends early", map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1">`}, "unexpected EOF", nil},
		{"UTF-16", map[string]string{"xl/worksheets/sheet1.xml": "\xff\xfe<\x00"}, "not UTF-8", nil},
		{"rows that go back", sheet(`<row r="3"><c t="str"><v>a</v></c></row><row r="2"/>`), "not in order", nil},
		{"a text without end", sheet(`<row r="1"><c t="str"><v>` + strings.Repeat("a", maxToken+1) + `</v></c></row>`), "more than 1048576 characters", nil},
		{"no sheets", map[string]string{"xl/workbook.xml": `<workbook/>`}, "it has no sheets", nil},
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

// Strings beyond what is held in memory are kept in a file.
func TestManyStrings(t *testing.T) {
	var table stringTable
	defer table.close()
	long := strings.Repeat("a", 1<<20)
	for i := range 40 {
		if err := table.add([]byte(fmt.Sprint(i, long))); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 40 {
		if got, err := table.get(i); err != nil || got != fmt.Sprint(i, long) {
			t.Errorf("string %d: %.10s, %v", i, got, err)
		}
	}
	if len(table.text) > maxHeld {
		t.Errorf("%d bytes are held", len(table.text))
	}
}
