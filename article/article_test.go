package article

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const saved = "../testdata/articles/"

func read(t *testing.T, name string) (Article, string) {
	t.Helper()
	file, err := os.ReadFile(saved + name)
	if err != nil {
		t.Fatal(err)
	}
	a, err := Read(name, file)
	if err != nil {
		t.Fatal(err)
	}
	return a, string(file)
}

// Every saved file is read as the text beside it, no word more or less.
func TestSavedFiles(t *testing.T) {
	texts, err := filepath.Glob(saved + "*.txt")
	if err != nil || len(texts) < 8 {
		t.Fatalf("%d texts, %v", len(texts), err)
	}
	for _, path := range texts {
		files, _ := filepath.Glob(strings.TrimSuffix(path, ".txt") + ".[!t]*")
		if len(files) != 1 {
			t.Fatalf("%s has %d files", path, len(files))
		}
		t.Run(filepath.Base(files[0]), func(t *testing.T) {
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			a, _ := read(t, filepath.Base(files[0]))
			got := strings.ReplaceAll(strings.TrimSpace(a.Text), "\r\n", "\n")
			if diff := cmp.Diff(strings.TrimSpace(string(want)), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What a file says of itself is shown with its place, and what it does not say
// is not guessed.
func TestWhatFilesSayOfThemselves(t *testing.T) {
	for name, want := range map[string][3]Found{ // outlet, day, address
		"agency.html": {{"Example Wire", "publisher in the page's JSON-LD"}, {"2025-08-06", "datePublished in the page's JSON-LD"},
			{"https://news.example/world/talks-could-resume-soon/", "mainEntityOfPage in the page's JSON-LD"}},
		"paper_divs.html": {{}, {"2025-02-11", "date"}, {}},
		"blog.html":       {{"Notes on rates", "og:site_name"}, {"2025-03-03", "itemprop=datePublished"}, {"https://blog.example/what-the-bank-will-do", "rel=canonical"}},
		"old_table.html":  {{"Motor Gazette", "dc.publisher"}, {"2004-11-19", "dc.date.issued"}, {}},
		"saved.mhtml":     {{"Orbit Daily", "og:site_name"}, {"2025-01-20", "<time>"}, {"https://orbit.example/rocket", "Snapshot-Content-Location"}},
		"release.eml":     {{"City press office", "the mail's From"}, {"2025-03-04", "the mail's Date"}, {}},
		"briefing.md":     {{"Example Wire", "source in the head of the file"}, {"2025-08-06", "date in the head of the file"}, {"https://news.example/briefing", "url in the head of the file"}},
		"cards.html":      {{"Channel Nine", "publisher in the page's JSON-LD"}, {"2025-10-01", "datePublished in the page's JSON-LD"}, {}},
	} {
		a, _ := read(t, name)
		if diff := cmp.Diff(want, [3]Found{a.Outlet, a.Day, a.URL}); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// Two places that give two days are not settled in silence.
func TestDaysThatDoNotAgree(t *testing.T) {
	a, err := Read("a.html", []byte(`<html><meta property="article:published_time" content="2025-08-06"><meta name="date" content="2025-08-09"><p>The talks will resume on Friday, the ministry said.</p>`))
	if err != nil || a.Day.Value != "2025-08-06" || a.Doubt != "date says 2025-08-09" {
		t.Errorf("%+v, %q, %v", a.Day, a.Doubt, err)
	}
}

// Days in figures that could be two are not read.
func TestNoDayIsGuessed(t *testing.T) {
	for _, day := range []string{"3/4/2025", "2025", "yesterday", "2025-02-30", "1 hour ago"} {
		if d := dayIn(day); d != 0 {
			t.Errorf("%q is read as %s", day, d)
		}
	}
	two := `<article><p>The talks will resume on Friday, the ministry said.<time datetime="2025-08-06"></time></p><p>They began on <time datetime="2025-07-01">1 July</time>, as the minister recalled.</p></article>`
	if a, err := Read("a.html", []byte(two)); err != nil || a.Day.Value != "" {
		t.Errorf("two days in the text: %+v, %v", a.Day, err)
	}
}

func TestFilesThatAreNoText(t *testing.T) {
	for _, file := range []string{"%PDF-1.7\n", "PK\x03\x04", "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x01\x02\x01\x05", "", " \n", "<html><script>x</script></html>"} {
		if a, err := Read("a", []byte(file)); err == nil {
			t.Errorf("%q is read as %q", file, a.Text)
		}
	}
}
