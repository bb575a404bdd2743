// Package deadline compares the reader with the two date libraries for Go that
// are used most, on the same phrases in one run:
//
//	go test -bench . -benchmem
//
// It is a module of its own, so that they are no dependency of the program.
package deadline

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	dateparser "github.com/markusmobius/go-dateparser"
	"github.com/olebedev/when"
	"github.com/olebedev/when/rules/common"
	"github.com/olebedev/when/rules/en"

	"tracker/calendar"
	"tracker/reading/deadline"
)

// phrases returns the worked phrases of the program's tests.
func phrases(tb testing.TB) []string {
	tb.Helper()
	f, err := os.Open("../../testdata/deadline/worked.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var all []string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var w struct{ Phrase string }
		if err := json.Unmarshal(lines.Bytes(), &w); err != nil {
			tb.Fatal(err)
		}
		all = append(all, w.Phrase)
	}
	if len(all) < 82 {
		tb.Fatalf("only %d phrases", len(all))
	}
	return all
}

var said = time.Date(2026, 1, 14, 12, 0, 0, 0, time.UTC)

// perPhrase reports the time of read for one phrase of the list.
func perPhrase(b *testing.B, read func(string)) {
	list := phrases(b)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		read(list[i%len(list)])
		i++
	}
}

func BenchmarkTracker(b *testing.B) {
	r, err := deadline.New(deadline.Options{})
	if err != nil {
		b.Fatal(err)
	}
	perPhrase(b, func(s string) { r.Read(s, deadline.Said{On: calendar.Of(said)}) })
}

func BenchmarkWhen(b *testing.B) {
	w := when.New(nil)
	w.Add(en.All...)
	w.Add(common.All...)
	perPhrase(b, func(s string) { w.Parse(s, said) })
}

func BenchmarkDateparser(b *testing.B) {
	c := &dateparser.Configuration{CurrentTime: said, PreferredDateSource: dateparser.Future, Languages: []string{"en"}}
	perPhrase(b, func(s string) { dateparser.Parse(c, s) })
}

// BenchmarkMegabyte scans a megabyte of prose with a deadline in every tenth
// sentence.
func BenchmarkMegabyte(b *testing.B) {
	r, err := deadline.New(deadline.Options{})
	if err != nil {
		b.Fatal(err)
	}
	plain := strings.Repeat("The committee considered a number of proposals from its members about the reform of the whole system. ", 9)
	text := strings.Repeat(plain+"The minister said the law would be passed by the end of next month. ", 1<<20/1000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for range r.Scan(text, deadline.Said{On: calendar.Of(said)}) {
			n++
		}
		if n != 1<<20/1000 {
			b.Fatalf("%d deadlines found", n)
		}
	}
}
