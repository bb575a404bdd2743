package exchange

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"tracker/calendar"
)

var shapeToday = calendar.Date(2026, time.November, 26)

// understood plans and reads a file.
func understood(t *testing.T, content []byte, name string, o TableOptions) ([]Line, *Plan, error) {
	t.Helper()
	o.Today = shapeToday
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }
	kind, err := KindOf(content[:min(len(content), HeadSize)], name, name[strings.LastIndexByte(name, '.')+1:])
	if err != nil {
		return nil, nil, err
	}
	p, err := Understand(open, name, kind, o)
	if err != nil {
		return nil, p, err
	}
	if err := p.Problems(); err != nil {
		return nil, p, err
	}
	var list []Line
	for l, err := range p.Read(bytes.NewReader(content)) {
		if err != nil {
			return list, p, err
		}
		list = append(list, l)
	}
	return list, p, nil
}

const shapeText = "Who;Said;Claim\nCafé “Ö”;2025-08-06;The talks – resume\nThe ministry;2025-08-07;\"a;\nb\"\n"

// A table is the same table in every shape that a spreadsheet saves.
func TestShapes(t *testing.T) {
	encoded := func(e interface {
		Bytes([]byte) ([]byte, error)
	}, text string) []byte {
		b, err := e.Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	other := func(sep string) []byte { return []byte(strings.ReplaceAll(shapeText, ";", sep)) }
	latin := encoded(charmap.Windows1252.NewEncoder(), shapeText)
	for name, c := range map[string]struct {
		content []byte
		o       TableOptions
	}{
		"plain.csv":       {[]byte(shapeText), TableOptions{}},
		"bom.csv":         {[]byte("\ufeff" + shapeText), TableOptions{}},
		"sep.csv":         {[]byte("sep=;\r\n" + shapeText), TableOptions{}},
		"tabs.tsv":        {other("\t"), TableOptions{}},
		"bars.txt":        {other("|"), TableOptions{}},
		"commas.csv":      {other(","), TableOptions{}},
		"utf16le.csv":     {encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), shapeText), TableOptions{}},
		"utf16be.csv":     {encoded(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder(), shapeText), TableOptions{}},
		"utf16bare.csv":   {encoded(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder(), shapeText), TableOptions{}},
		"windows.csv":     {latin, TableOptions{}},
		"windows-say.csv": {latin, TableOptions{Encoding: "windows-1252"}},
		"crlf.csv":        {[]byte(strings.ReplaceAll(shapeText, "\n", "\r\n")), TableOptions{}},
		"cr.csv":          {[]byte(strings.ReplaceAll(shapeText, "\n", "\r")), TableOptions{}},
	} {
		list, p, err := understood(t, c.content, name, c.o)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, l := range list {
			got = append(got, l.Draft.Speaker+"/"+l.Draft.StatedOn+"/"+strings.NewReplacer("\r\n", "\n", "\r", "\n", ",", ";", "\t", ";", "|", ";").Replace(l.Draft.Statement))
		}
		if diff := cmp.Diff([]string{"Café “Ö”/2025-08-06/The talks – resume", "The ministry/2025-08-07/a;\nb"}, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
		if want := strings.HasPrefix(name, "windows"); (p.Encoding() != "") != want {
			t.Errorf("%s: encoding %q", name, p.Encoding())
		}
	}
}

// What could be another encoding is not guessed, and what is no table is
// said in one line.
func TestForeignFiles(t *testing.T) {
	cyrillic, _ := charmap.Windows1251.NewEncoder().String("Who,Said,Claim\nСовет,2025-08-06,x\n")
	czech, _ := charmap.Windows1250.NewEncoder().String("Who,Said,Claim\nČtvrt,2025-08-06,x\n")
	for _, c := range []struct{ name, content, want string }{
		{"a.csv", cyrillic, "a.csv:2: the text is not UTF-8"},
		{"a.csv", czech, "a.csv:2: the text is not UTF-8"},
		{"a.csv", "Who,Said,Claim\nCaf\xe9,2025-08-06,é\n", "a.csv:2: the text is not UTF-8"},
		{"a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), "a.xls is an old workbook"},
		{"a.pdf", "%PDF-1.7", "a.pdf is a PDF"},
		{"a.gz", "\x1f\x8b\x08", "a.gz is compressed"},
		{"a.html", "<html><table>", "a.html is a web page"},
		{"a.bin", "\x01\x02a\x00b", "a.bin is not text"},
		{"a.xlsx", "PK\x03\x04nothing", "a.xlsx is not a workbook that can be read"},
		{"a.ods", "PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a.ods is an OpenDocument file"},
		{"a.csv", "", "a.csv:1: there is no header"},
	} {
		_, _, err := understood(t, []byte(c.content), c.name, TableOptions{})
		ps := problems(t, err)
		if len(ps) != 1 || !strings.HasPrefix(ps[0].Msg, c.want) || ps[0].Hint == "" {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// workbook makes one with two sheets; the first has days, a percentage, a
// formula and merged cells.
func deskBook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	format := "dd/mm/yy"
	day, err1 := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	share, err2 := f.NewStyle(&excelize.Style{NumFmt: 9})
	for cell, v := range map[string]any{"A1": "Date", "B1": "Who", "C1": "Claim", "D1": "Probability", "E1": "Deadline", "F1": "Done?",
		"A2": 45750.0, "B2": "City council", "C2": "The bridge opens", "D2": 0.705, "E2": time.Date(2025, 6, 30, 0, 0, 0, 0, time.UTC),
		"A4": 45751.5, "B4": "City council", "C4": "The hall opens", "D4": 1} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	_, err3 := f.NewSheet("Notes")
	for _, err := range []error{err1, err2, err3, f.SetCellStyle("Sheet1", "A2", "A4", day), f.SetCellStyle("Sheet1", "D2", "D4", share),
		f.SetCellFormula("Sheet1", "C5", "C4"), f.MergeCell("Sheet1", "B4", "B5")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The days of a workbook are days however it shows them, its percentages are
// not rounded, and the first sheet is read.
func TestWorkbook(t *testing.T) {
	list, p, err := understood(t, deskBook(t), "desk.xlsx", TableOptions{Maps: []Mapping{{"Done?", ""}}})
	if err != nil {
		t.Fatal(err)
	}
	if p.Sheet != "Sheet1" || len(p.Sheets) != 2 {
		t.Errorf("sheet %q of %v", p.Sheet, p.Sheets)
	}
	if len(list) != 2 || list[0].Number != 2 || list[1].Number != 4 {
		t.Fatalf("%+v", list)
	}
	first, second := list[0].Draft, list[1].Draft
	if first.StatedOn != "2025-04-03" || first.Phrase != "2025-06-30" || !first.Field || *first.Hedge.P != 0.705 {
		t.Errorf("%+v %+v", first, *first.Hedge)
	}
	if second.StatedOn != "2025-04-04" || *second.Hedge.P != 1 {
		t.Errorf("%+v", second)
	}
	if _, _, err := understood(t, deskBook(t), "desk.xlsx", TableOptions{Sheet: "Nope"}); err == nil || !strings.Contains(err.Error(), `no sheet "Nope"`) {
		t.Errorf("another sheet: %v", err)
	}
	if _, _, err := understood(t, deskBook(t), "desk.xlsx", TableOptions{Sheet: "Notes"}); err == nil || !strings.Contains(err.Error(), "there is no header") {
		t.Errorf("an empty sheet: %v", err)
	}
}
