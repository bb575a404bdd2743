package workbook

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

// sheetOf is the first sheet of a workbook as it is in its file.
func sheetOf(t *testing.T, book []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(sheetPart(1))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A sheet that is written by handfuls, of one and of many, is to the byte the one that
// excelize writes at once.
func TestSheetByHandfuls(t *testing.T) {
	for _, n := range []int{0, 1, 80, 250} {
		var whole, handfuls bytes.Buffer
		plain, w := excelize.NewFile(), NewWriter(&handfuls)
		style, err := plain.NewStyle(&excelize.Style{NumFmt: textFormat})
		if err != nil {
			t.Fatal(err)
		}
		sheet, err := plain.NewStreamWriter("Sheet1")
		if err != nil {
			t.Fatal(err)
		}
		for i := range n {
			text := strings.Repeat(fmt.Sprintf("line %d </sheetData> <sheetData> & _x0041_\n", i), 200)
			if err := w.Row([]any{text, nil, float64(i) / 3}); err != nil {
				t.Fatal(err)
			}
			if err := sheet.SetRow(fmt.Sprint("A", i+1), []any{excelize.Cell{StyleID: style, Value: text}, nil, float64(i) / 3}); err != nil {
				t.Fatal(err)
			}
		}
		if err := sheet.Flush(); err != nil {
			t.Fatal(err)
		}
		if _, err := plain.WriteTo(&whole); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if sheetOf(t, handfuls.Bytes()) != sheetOf(t, whole.Bytes()) {
			t.Errorf("a sheet of %d rows is another", n)
		}
	}
}

// Of two sheets that grow together, a few handfuls are in memory, however long
// they are.
func TestSheetsTakeLittleMemory(t *testing.T) {
	const each, most = 20 << 20, 16 << 20
	text := strings.Repeat("A sentence, and another one. ", 150)
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	w := NewBook(io.Discard, "A book")
	one, two := w.Sheet("One", []Column{{"Text", 10, Text}}), w.Sheet("Two", []Column{{"Text", 10, Prose}})
	looked, held := 0, int64(0)
	for written := 0; written < each; written += len(text) {
		for _, s := range []*Sheet{one, two} {
			if err := s.Row(text); err != nil {
				t.Fatal(err)
			}
		}
		if written/handful == looked {
			continue
		}
		looked++
		runtime.GC()
		runtime.ReadMemStats(&now)
		held = max(held, int64(now.HeapAlloc)-int64(before.HeapAlloc))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if held > most {
		t.Errorf("of two sheets of %d MB each %d KB are in memory, want at most %d", each>>20, held>>10, most>>10)
	}
	t.Logf("%d KB are in memory", held>>10)
}
