package workbook

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a report writes comes back as what it is, and nothing of it runs.
func TestBook(t *testing.T) {
	long := strings.Repeat("W", 40_000)
	for _, c := range []struct {
		in   any
		form Form
		text string
		link string
	}{
		{in: "=1+1", form: Text, text: "=1+1"},
		{in: "=1+1", form: Whole, text: "=1+1"},
		{in: "a\x01b\ufffe_xD800_", form: Prose, text: "a�b��"},
		{in: 12, form: Whole, text: "12"},
		{in: true, form: Whole, text: "1"},
		{in: false, form: Whole, text: "0"},
		{in: 1.0 / 3, form: Ratio, text: "0.3333333333"},
		{in: 1.5, form: Plain, text: "1.5"},
		{in: Day(20306), form: Date, text: "2025-08-06"},
		{in: Day(-25508), form: Date, text: "1900-03-01"},
		{in: Day(-40000), form: Date, text: ""},
		{in: Link{Text: "Said here", To: "https://example.org/a?b=1&c=2"}, text: "Said here", link: "https://example.org/a?b=1&c=2"},
		{in: Link{Number: 7, To: "#Claims!A8"}, form: Whole, text: "7", link: "#Claims!A8"},
		{in: Link{Text: `") & EVIL("`, To: "https://example.org"}, text: `") & EVIL("`},
		{in: Link{Text: "x", To: `https://example.org/"&EVIL()&"`}, text: "x"},
		{in: Link{Text: "x", To: "javascript:alert(1)"}, text: "x"},
		{in: Link{Text: "x", To: "https://example.org/" + strings.Repeat("a", 255)}, text: "x"},
		{in: nil, text: ""},
	} {
		var b bytes.Buffer
		w := NewBook(&b, "A book")
		s := w.Sheet("One", []Column{{"First", 10, c.form}, {"Second", 10, Text}})
		if err := s.Row(c.in, "end"); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		text, link := firstCell(t, b.Bytes())
		if text != c.text || link != c.link {
			t.Errorf("%v: %q to %q, want %q to %q", c.in, text, link, c.text, c.link)
		}
	}
	if got := Fit(long); len([]rune(got)) != MaxCell/2 || !strings.HasSuffix(got, "…") {
		t.Errorf("a long text becomes one of %d", len([]rune(got)))
	}
}

// firstCell is the first cell below the header, and where it leads.
func firstCell(t *testing.T, book []byte) (text, link string) {
	t.Helper()
	f, err := Open(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("One")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var cells []string
	for range 2 {
		if !rows.Next() {
			t.Fatal(rows.Err())
		}
		if cells, err = rows.Cells(); err != nil {
			t.Fatal(err)
		}
	}
	if len(cells) != 2 || cells[1] != "end" {
		t.Fatalf("%q", cells)
	}
	return cells[0], rows.Link(0)
}

// The rows of several sheets may come in turn, and the bytes are the same each
// time.
func TestBookOfSheets(t *testing.T) {
	write := func() []byte {
		var b bytes.Buffer
		w := NewBook(&b, "A book")
		one, two := w.Sheet("One", []Column{{"Name", 10, Text}, {"Low", 9, Ratio}, {"To", 9, Ratio}, {"Above", 9, Ratio}}), w.Sheet("Two", []Column{{"Same", 9, Whole}})
		for i := range 5000 {
			for _, err := range []error{one.Row("row", 0.2, 0.3, 0.1), two.Row(i)} {
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		one.AddBars(Bars{Title: "Bars", Names: 1, Blank: 2, To: 3, Above: 4, Rows: 5, At: "C2"})
		two.AddPoints(Points{Title: "Points", X: 1, Y: 1, Rows: 2, Same: 1, At: "C30"})
		w.Sheet("Empty", []Column{{"Nothing", 9, Text}})
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	first := write()
	if !bytes.Equal(first, write()) {
		t.Error("two books of the same rows differ")
	}
	f, err := Open(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if diff := cmp.Diff([]string{"One", "Two", "Empty"}, f.Shown()); diff != "" {
		t.Error(diff)
	}
}
