package main

import (
	"fmt"
	"strings"
	"time"
)

// memory is what reading takes of the book of all claims, at most.
func (b *bench) memory() {
	const most = 150
	speaker := strings.TrimSpace(answer(b.book, `SELECT s.name FROM claims c JOIN names s ON s.id = c.speaker GROUP BY c.speaker ORDER BY count(*) DESC LIMIT 1;`))
	other := strings.TrimSpace(answer(b.book, `SELECT s.name FROM claims c JOIN names s ON s.id = c.speaker GROUP BY c.speaker ORDER BY count(*) DESC LIMIT 1 OFFSET 1;`))
	for _, read := range []struct {
		what string
		args []string
	}{{"list of all", []string{"list", "--limit", "0"}}, {"explain of a claim", []string{"explain", "1"}}, {"explain of a speaker", []string{"explain", speaker}},
		{"compare of two", []string{"compare", speaker, other}}, {"calibration", []string{"calibration"}}, {"score", []string{"score"}},
		{"report", []string{"report", "-o", b.path("report.md")}}} {
		t, peak := b.measured(newYear, append([]string{"--db", b.book}, read.args...)...)
		b.limit("MB: "+read.what, float64(peak>>20), most, t.wall.Round(10*time.Millisecond).String())
	}
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
