package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// packed deflates as many spaces, which are a thousandth of their size then.
func packed(t *testing.T, megabytes int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	spaces := bytes.Repeat([]byte(" "), 1<<20)
	for range megabytes {
		if _, err := w.Write(spaces); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bomb is a workbook whose sheet says of itself that it has a size.
func bomb(t *testing.T, content []byte, says uint64, parts int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range parts {
		name := "xl/worksheets/sheet1.xml"
		if i > 0 {
			name = fmt.Sprint("xl/", i)
		}
		w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(len(content)), UncompressedSize64: says})
		if err == nil {
			_, err = w.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range map[string]string{
		"xl/workbook.xml":            `<workbook><sheets><sheet name="Desk" id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
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

// A small file that unpacks to more than the limit is refused before it does,
// and one that lies about it, or holds nothing but white space, while it does:
// in little memory each.
func TestBombs(t *testing.T) {
	spaces := packed(t, 128)
	for _, c := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"says more than the limit", bomb(t, spaces, MaxUnpacked+1, 1), "unpacks to more than 1024 MB"},
		{"says it in many parts", bomb(t, spaces, MaxUnpacked/8, 9), "more than 200 times"},
		{"says more than fits a number", bomb(t, spaces, 1<<63, 4), "unpacks to more than 1024 MB"},
		{"says little", bomb(t, spaces, 10, 1), "EOF"},
		{"says what it is", bomb(t, spaces, 128<<20, 1), "more than 200 times"},
		{"many parts", bomb(t, nil, 0, maxParts), "more than 10000 parts"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _, err := read(t, c.content, "Desk")
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
			t.Errorf("%s: %d MB allocated", c.name, used>>20)
		}
	}
}
