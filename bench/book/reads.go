package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// most is the memory that a verb may have on the book of all claims, in MB.
const most = 150

// memory is what verbs take on the book of all claims, at most.
func (b *bench) memory() {
	speaker := func(place int) string {
		return strings.TrimSpace(answer(b.book, fmt.Sprintf(`SELECT s.name FROM claims c JOIN names s ON s.id = c.speaker GROUP BY c.speaker ORDER BY count(*) DESC LIMIT 1 OFFSET %d;`, place)))
	}
	for _, verb := range []struct {
		what string
		args []string
	}{{"list of all", []string{"list", "--limit", "0"}}, {"explain of a claim", []string{"explain", "1"}}, {"explain of a speaker", []string{"explain", speaker(0)}},
		{"compare of two", []string{"compare", speaker(0), speaker(1)}}, {"calibration", []string{"calibration"}}, {"score", []string{"score"}},
		{"report", []string{"report", "-o", b.path("report.md")}}, {"report as CSV", []string{"report", "-o", b.path("report.csv")}}, {"report as JSON", []string{"report", "-o", b.path("report.json")}},
		{"report as a workbook", []string{"report", "-o", b.path("report.xlsx")}}, {"check", []string{"check"}}, {"export", []string{"export", "-o", b.path("export.jsonl")}},
		{"backup", []string{"backup", b.path("backup.db")}}} {
		b.takes(b.book, verb.what, verb.args...)
	}
	for _, name := range []string{"backup.db", "export.jsonl", "report.csv", "report.json", "report.xlsx"} {
		must(os.Remove(b.path(name)))
	}
	if b.most == 0 {
		fmt.Println("MB: import: not measured, the book of all claims was there already")
	} else {
		b.limit("MB: import of all", float64(b.most>>20), most, "")
	}
	copied := b.path("undone.db")
	must(exec.Command("cp", b.book, copied).Run())
	b.takes(copied, "undo of the import", "undo")
	for _, ending := range []string{"", "-wal", "-shm"} {
		os.Remove(copied + ending)
	}
}

// takes is what one verb takes of a book at most, in MB.
func (b *bench) takes(book, what string, args ...string) {
	t, peak := b.measured(newYear, append([]string{"--db", book}, args...)...)
	b.limit("MB: "+what, float64(peak>>20), most, t.wall.Round(10*time.Millisecond).String())
}

// words is how long looking for words takes in the book of all claims, in
// milliseconds.
func (b *bench) words() {
	for _, words := range []string{"nowhere", "4711", "measure 4711"} {
		var list []took
		for range repeats {
			list = append(list, run(nil, b.tracker, append([]string{"--db", b.book, "list", "--limit", "50"}, strings.Fields(words)...)...))
		}
		b.limit("ms: list "+words, float64(median(list).wall.Microseconds())/1000, 200, "")
	}
}

// sensitivity is how long trying other choices takes, of 20,000 claims, in
// seconds.
func (b *bench) sensitivity() {
	lines, n := b.sampled(20_000)
	book := b.path("choices.db")
	b.imported(book, lines)
	t, _ := b.measured(newYear, "--db", book, "score", "--sensitivity")
	b.limit(fmt.Sprintf("s: score --sensitivity of %d", n), t.wall.Seconds(), 5, "")
}
