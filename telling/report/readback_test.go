package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tracker/workbook"
)

// readBack is what the cells of a workbook show, a line for each row, in its
// sheets.
func readBack(t *testing.T, book []byte) string {
	t.Helper()
	f, err := workbook.Open(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	for _, name := range f.Shown() {
		rows, err := f.Rows(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n", name)
		for rows.Next() {
			cells, err := rows.Cells()
			if err != nil {
				t.Fatal(err)
			}
			for i, c := range cells {
				if i > 0 {
					b.WriteString(" | ")
				}
				b.WriteString(strings.ReplaceAll(c, "\n", "⏎"))
				if to := rows.Link(i); to != "" {
					fmt.Fprintf(&b, " <%s>", to)
				}
			}
			b.WriteString("\n")
		}
		if rows.Err() != nil {
			t.Fatal(rows.Err())
		}
		rows.Close()
	}
	return b.String()
}
