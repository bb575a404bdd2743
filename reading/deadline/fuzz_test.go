package deadline

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracker/calendar"
)

// hostile are inputs that have broken date parsers.
var hostile = []string{"", " ", "\x00", "by\x00Friday", "\xff\xfe", "in ٥ days", "Mаrch 5", "by by by by Friday", "2026-02-30",
	"the 31st of February", "in -3 days", "in 10^9 years", "9999999999999999999", "in 99999999999 weeks", "9999-12-31",
	"in 9000 years", "12026-01-01", "0000-00-00", "-1", "1.1.1.1.1", "1-1-1-1", "1/1/1/1", "::::", "5:5:5:5", "24:00", "23:59:60Z",
	"the the the", "of of of of", "end of end of end of end of", "week of week of week of", "between between and and", "a a a a",
	"Q9", "H3", "FY", "2026-W99", "’s", "'s", "s'", "p.m.", "p.m", "U.S.", "…", "—", "½", "in ½ year", "\u202eFriday",
	"next next next week", "after after after", "two two two days", "twenty twenty twenty", "a hundred thousand million billion years"}

// checkReading reports what no reading may ever be.
func checkReading(t *testing.T, r *Reader, text string, said Said) {
	t.Helper()
	w := r.Read(text, said)
	if diff := cmp.Diff(w, r.Read(text, said)); diff != "" {
		t.Errorf("%q on %s is read in two ways:\n%s", text, said.On, diff)
	}
	if w.Start < 0 || w.End > len(text) || w.Start > w.End || text[w.Start:w.End] != w.Phrase {
		t.Fatalf("%q on %s: the span %d..%d is not the phrase %q", text, said.On, w.Start, w.End, w.Phrase)
	}
	if w.Latest != 0 && (w.Earliest > w.Latest || w.Latest > calendar.Last) {
		t.Errorf("%q on %s: the window %s..%s runs backwards or out of the calendar", text, said.On, w.Earliest, w.Latest)
	}
	if w.Class == ClassNone && (w.Latest != 0 || w.Earliest != said.On || w.Relation != NoBound) {
		t.Errorf("%q on %s: class none with a window %s..%s %s", text, said.On, w.Earliest, w.Latest, w.Relation)
	}
	if (w.Rule == "refused") != (w.Refused != "") {
		t.Errorf("%q on %s: rule %s with problem %q", text, said.On, w.Rule, w.Refused)
	}
	if w.Alternatives == nil || documented(w.Rule) == nil {
		t.Errorf("%q on %s: alternatives %v, rule %q", text, said.On, w.Alternatives, w.Rule)
	}
	for _, a := range w.Alternatives {
		if a.Latest != 0 && a.Earliest > a.Latest || a.Why == "" {
			t.Errorf("%q on %s: the alternative %+v runs backwards or has no reason", text, said.On, a)
		}
	}
	if w.Class != ClassNone && w.Class != ClassEvent && w.Latest != 0 {
		checkRendered(t, r, w, said)
	}
}

// checkRendered reads a window back from its dates in figures.
func checkRendered(t *testing.T, r *Reader, w Reading, said Said) {
	t.Helper()
	said = Said{On: min(said.On, w.Earliest)} // "said on Monday" moves the statement back
	back := r.Read("from "+w.Earliest.String()+" to "+w.Latest.String(), said)
	if back.Earliest != w.Earliest || back.Latest != w.Latest {
		t.Errorf("%q on %s gives %s..%s, which reads back as %s..%s (%s)", w.Phrase, said.On, w.Earliest, w.Latest, back.Earliest, back.Latest, back.Rule)
	}
}

func documented(id string) *Rule {
	for _, r := range Rules() {
		if r.ID == id {
			return &r
		}
	}
	return nil
}

// firstDay and lastDay leave room for spans before and after a statement.
var firstDay, lastDay = calendar.Date(1950, 1, 1), calendar.Date(2150, 12, 31)

func FuzzRead(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, 9000, false)
	}
	seeds := 0
	for _, name := range []string{"news", "styles", "sentences", "worked"} {
		file, err := os.Open("../../testdata/deadline/" + name + ".jsonl")
		if err != nil {
			f.Fatal(err)
		}
		for lines := bufio.NewScanner(file); lines.Scan(); seeds++ {
			_, rest, _ := strings.Cut(lines.Text(), `"phrase": "`)
			phrase, _, _ := strings.Cut(rest, `", "`)
			f.Add(phrase, seeds*37, seeds%2 == 0)
		}
		file.Close()
	}
	if seeds < 400 {
		f.Fatalf("only %d seeds", seeds)
	}
	r := mustReader(f, Options{})
	f.Fuzz(func(t *testing.T, text string, day int, quoted bool) {
		on := firstDay + calendar.Day(uint32(day))%(lastDay-firstDay)
		if on < firstDay {
			on = firstDay
		}
		checkReading(t, r, text, Said{On: on, Quoted: quoted})
		checkReading(t, r, text, Said{On: on, At: on.Start(time.UTC).Add(20 * time.Hour)})
		last := 0
		for w := range r.Scan(text, Said{On: on}) {
			if w.Start < last || w.End > len(text) || text[w.Start:w.End] != w.Phrase || w.Class == ClassNone {
				t.Fatalf("%q: scan yields %d..%d %q after %d", text, w.Start, w.End, w.Phrase, last)
			}
			last = w.End
		}
	})
}
