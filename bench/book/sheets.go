package main

import (
	"encoding/csv"
	"fmt"
	"log"
	"os"
	"time"

	"tracker/workbook"
)

// titles are those of the generated claims as a desk would keep them.
var titles = []string{"Ref", "Claim", "Quote", "Who", "Kind", "Said", "Deadline", "Confidence", "Event", "Topic", "Outlet", "Link", "Outcome", "Happened on", "Verdict note"}

// cellsOf is a generated claim as a row below titles.
func cellsOf(c map[string]any) []string {
	place := c["appearances"].([]map[string]any)[0]
	row := []string{c["key"].(string), c["statement"].(string), c["quote"].(string), c["speaker"].(string), c["speaker_kind"].(string), c["stated_on"].(string),
		c["deadline_phrase"].(string), c["hedge"].(string), c["event"].(string), c["tags"].([]string)[0] + ", " + c["tags"].([]string)[1],
		place["source"].(string), place["url"].(string), "", "", ""}
	if v, ok := c["resolution"].(map[string]any); ok {
		row[12], row[14] = v["outcome"].(string), v["note"].(string)
		if day, ok := v["event_date"].(string); ok {
			row[13] = day
		}
	}
	return row
}

// sheets compares a table with the same claims as JSON Lines, both read and
// checked and not written; and takes a workbook in, end to end.
func (b *bench) sheets() {
	table, book := b.path("claims.csv"), b.path("sheet.db")
	lines, n := b.sampled(sample)
	must(writeCSV(table, n))
	var ours, theirs []took
	for range 3 {
		ours = append(ours, run(nil, b.tracker, "import", "--dry-run", table))
		theirs = append(theirs, run(nil, b.tracker, "import", "--dry-run", lines))
	}
	b.compare(fmt.Sprintf("check of %d rows of CSV", n), ours, theirs, 1.25)
	must(os.Remove(table))

	sheet := b.path("claims.xlsx")
	must(writeXLSX(sheet, n))
	run(nil, b.tracker, "init", "--db", book)
	t, most := b.measured(newYear, "--db", book, "import", sheet)
	fmt.Printf("%-34s %12s   %.0f rows a second, %d MB at most\n", fmt.Sprintf("import of %d rows of .xlsx", n),
		t.wall.Round(10*time.Millisecond), float64(n)/t.wall.Seconds(), most>>20)
	must(os.Remove(book))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func writeCSV(path string, n int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := csv.NewWriter(f)
	if err := w.Write(titles); err != nil {
		return err
	}
	if err := each(n, func(c map[string]any) error { return w.Write(cellsOf(c)) }); err != nil {
		return err
	}
	w.Flush()
	return w.Error()
}

func writeXLSX(path string, n int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := workbook.NewWriter(f)
	row := make([]any, len(titles))
	write := func(cells []string) error {
		for i, text := range cells {
			if row[i] = text; text == "" {
				row[i] = nil
			}
		}
		return w.Row(row)
	}
	if err := write(titles); err != nil {
		return err
	}
	if err := each(n, func(c map[string]any) error { return write(cellsOf(c)) }); err != nil {
		return err
	}
	return w.Close()
}
