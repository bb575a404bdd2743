package exchange

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// zipped makes a workbook of parts: a sheet as it is, the rest as small as it
// may be.
func zipped(t testing.TB, sheet func(io.Writer)) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	part := func(name string, write func(io.Writer)) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		write(w)
	}
	text := func(s string) func(io.Writer) { return func(w io.Writer) { fmt.Fprint(w, s) } }
	part("[Content_Types].xml", text(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`))
	part("_rels/.rels", text(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`))
	part("xl/workbook.xml", text(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Desk" sheetId="1" r:id="r1"/></sheets></workbook>`))
	part("xl/_rels/workbook.xml.rels", text(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`))
	part("xl/worksheets/sheet1.xml", func(w io.Writer) {
		fmt.Fprint(w, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
		sheet(w)
		fmt.Fprint(w, `</sheetData></worksheet>`)
	})
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func inline(ref, text string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
}

const headRow = `<row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c><c r="B1" t="inlineStr"><is><t>Who</t></is></c><c r="C1" t="inlineStr"><is><t>Claim</t></is></c></row>`

// Row 67: what a workbook may cost is bounded, and its values are read, not
// its formulas.
func TestRow67Workbooks(t *testing.T) {
	good := inline("A2", "2025-04-03") + inline("B2", "City council")
	for _, c := range []struct {
		name  string
		sheet func(io.Writer)
		want  string // of the refusal; "" is for one claim
	}{
		{"a value beside its formula", func(w io.Writer) {
			fmt.Fprint(w, headRow, `<row r="2">`, good, `<c r="C2" t="str"><f>HYPERLINK("http://example.org","x")</f><v>The hall opens</v></c></row>`)
		}, ""},
		{"a formula without a value", func(w io.Writer) {
			fmt.Fprint(w, headRow, `<row r="2">`, good, `<c r="C2"><f>1+1</f></c></row>`)
		}, "desk.xlsx:2: statement is missing"},
		{"columns without end", func(w io.Writer) {
			fmt.Fprint(w, `<row r="1">`)
			for range 200_000 {
				fmt.Fprint(w, `<c t="inlineStr"><is><t>a</t></is></c>`)
			}
			fmt.Fprint(w, `</row>`)
		}, "desk.xlsx:1: more than 1000 columns"},
		{"a cell far to the right", func(w io.Writer) { fmt.Fprint(w, `<row r="1">`, inline("XFD1", "a"), `</row>`) }, "desk.xlsx:1: more than 1000 columns"},
		{"a row far down", func(w io.Writer) {
			fmt.Fprint(w, headRow, `<row r="2000000000">`, inline("A2000000000", "a"), `</row>`)
		}, ": more than 1048576 rows"},
	} {
		list, _, err := understood(t, zipped(t, c.sheet), "desk.xlsx", TableOptions{})
		switch {
		case c.want == "" && (err != nil || len(list) != 1 || list[0].Draft.Statement != "The hall opens"):
			t.Errorf("%s: %+v, %v", c.name, list, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// Row 67: a small file that unpacks to gigabytes is refused before it does.
func TestRow67Bomb(t *testing.T) {
	if testing.Short() {
		t.Skip("packs 1 GB")
	}
	zeros := bytes.Repeat([]byte(" "), 1<<20)
	bomb := zipped(t, func(w io.Writer) {
		for range 1050 {
			_, _ = w.Write(zeros) // into memory
		}
	})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, _, err := understood(t, bomb, "desk.xlsx", TableOptions{})
	runtime.ReadMemStats(&after)
	if err == nil || !strings.Contains(err.Error(), "desk.xlsx is not a workbook that can be read") {
		t.Errorf("got %v", err)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 300<<20 {
		t.Errorf("%d MB allocated", used>>20)
	}
}

// A large sheet streams: what is held does not grow with its rows.
func TestWorkbookStreams(t *testing.T) {
	const rows = 30_000
	content := zipped(t, func(w io.Writer) {
		fmt.Fprint(w, headRow)
		for i := 2; i <= rows; i++ {
			n := fmt.Sprint(i)
			fmt.Fprint(w, `<row r="`+n+`">`+inline("A"+n, "2025-04-03")+inline("B"+n, "City council")+inline("C"+n, "The hall opens "+strings.Repeat("x", 400))+`</row>`)
		}
	})
	w, err := openWorkbook(bytes.NewReader(content), "desk.xlsx", "")
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	n, most := 0, uint64(0)
	for w.scan() {
		if n++; n%5000 == 0 {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	if n != rows || w.err() != nil {
		t.Errorf("%d rows, %v", n, w.err())
	}
	if most > 64<<20 {
		t.Errorf("%d MB are held", most>>20)
	}
}

// Row 68: a mapping is split at its last =, and a hidden sheet is read only
// when it is asked for.
func TestHiddenSheet(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	_, err1 := f.NewSheet("Desk")
	var errs []error
	for cell, v := range map[string]string{"A1": "Date", "B1": "Who", "C1": "Claim", "A2": "2025-04-03", "B2": "City council", "C2": "The hall opens"} {
		errs = append(errs, f.SetCellValue("Desk", cell, v))
	}
	f.SetActiveSheet(1)
	var b bytes.Buffer
	for _, err := range append(errs, err1, f.SetSheetVisible("Sheet1", false), f.Write(&b)) {
		if err != nil {
			t.Fatal(err)
		}
	}
	list, p, err := understood(t, b.Bytes(), "desk.xlsx", TableOptions{})
	if err != nil || len(list) != 1 || p.Sheet != "Desk" || len(p.Sheets) != 1 {
		t.Errorf("%+v, %v", list, err)
	}
}
