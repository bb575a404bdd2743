package report_test

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/board"
	"tracker/claims"
	"tracker/telling/report"
	"tracker/telling/site"
)

// written is the site of some claims, by the paths of its files.
func written(t *testing.T, list []claims.Claim, by board.Grouping, base string, o report.Options) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	b := report.Scored(list, by, report.Standard)
	o.Pages = site.NewAddresses(nil, base)
	b.Sources = report.Scored(list, board.BySource, report.Standard).Groups
	_, err := site.Write(context.Background(), dir, site.Order{Report: report.New(b, o), Pages: o.Pages.(*site.Addresses)})
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// ofKind are the files with an ending.
func ofKind(files map[string]string, ending string) []string {
	var list []string
	for name := range files {
		if path.Ext(name) == ending {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}

var (
	siteLink   = regexp.MustCompile(`(?:href|src|content)="([^"]*)"`)
	siteText   = regexp.MustCompile(`(?:content|title|aria-label)="([^"]*)"|>([^<]*)`)
	claimsPage = regexp.MustCompile(`^claims/0198a000-0000-7000-8000-0*(\d+)(?:-card)?\.(?:html|json)$`)
)

// Nobody is quoted on a site who did not say it: every pair of quotation marks
// stands around words of a stored quote, on the page of a claim around words of
// its own.
func TestSiteQuotationMarks(t *testing.T) {
	list := report.OwnWords()
	seen := 0
	for _, by := range []board.Grouping{board.BySpeaker, board.ByEvent} {
		for name, text := range written(t, list, by, "https://desk.example/", report.Options{Desk: report.Desk{Name: "The accuracy desk"}}) {
			var id claims.ID
			if m := claimsPage.FindStringSubmatch(name); m != nil {
				fmt.Sscan(m[1], &id)
			}
			for _, words := range siteWords(t, name, text) {
				for _, quoted := range report.QuotedParts(t, words) {
					seen++
					if !report.Said(list, id, quoted) {
						t.Errorf("%s: %q stands in quotation marks and nobody said it: %s", name, quoted, words)
					}
				}
			}
		}
	}
	if seen < 200 {
		t.Errorf("only %d quotations seen", seen)
	}
}

// siteWords are the texts of a file that people read. The quotes of twins and of
// the search need no marks: only sentences of ours are looked at there.
func siteWords(t *testing.T, name, text string) []string {
	t.Helper()
	var list []string
	switch path.Ext(name) {
	case ".html":
		_, head, _ := strings.Cut(text, "<head>")
		for _, m := range siteText.FindAllStringSubmatch(head, -1) {
			if words := html.UnescapeString(m[1] + m[2]); !strings.Contains(words, "<iframe") {
				list = append(list, words)
			}
		}
	case ".xml":
		var x struct {
			Title   string `xml:"title"`
			Entries []struct {
				Title   string `xml:"title"`
				Content string `xml:"content"`
			} `xml:"entry"`
		}
		if err := xml.Unmarshal([]byte(text), &x); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, e := range x.Entries {
			list = append(append(list, e.Title), strings.Split(e.Content, "\n")...)
		}
		list = append(list, x.Title)
	case ".json":
		var x any
		if err := json.Unmarshal([]byte(text), &x); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		list = append(list, stringsOf(x)...)
	}
	return list
}

// stringsOf are the texts of a JSON value but for quotes and pieces of pages.
func stringsOf(x any) (list []string) {
	switch x := x.(type) {
	case string:
		return []string{x}
	case []any:
		for _, v := range x {
			list = append(list, stringsOf(v)...)
		}
	case map[string]any:
		for k, v := range x {
			if !slices.Contains([]string{"quote", "html", "statement", "criterion", "note"}, k) { // which are as they were logged
				list = append(list, stringsOf(v)...)
			}
		}
	}
	return list
}

// Every link within a site leads somewhere: to a file of it and, where it names
// a place, to that place. With an address for the site that holds for whole
// addresses too.
func TestSiteLinksLeadSomewhere(t *testing.T) {
	for _, base := range []string{"", "https://desk.example/accuracy/"} {
		files := written(t, report.Built(), board.BySpeaker, base, report.Options{})
		followed := 0
		for _, name := range append(ofKind(files, ".html"), ofKind(files, ".xml")...) {
			for _, m := range siteLink.FindAllStringSubmatch(files[name], -1) {
				to := html.UnescapeString(m[1])
				if base != "" {
					to = strings.TrimPrefix(to, base)
				}
				if strings.Contains(to, "://") || strings.HasPrefix(to, "mailto:") || !strings.Contains(to, ".html") && !strings.HasPrefix(m[0], "href") && !strings.HasPrefix(m[0], "src") {
					continue
				}
				file, place, _ := strings.Cut(to, "#")
				if to == html.UnescapeString(m[1]) {
					file = path.Join(path.Dir(name), file)
				}
				if strings.HasPrefix(to, "#") {
					file = name
				}
				followed++
				text, there := files[file]
				if !there {
					t.Errorf("%s leads to %s, where nothing is", name, m[1])
				}
				if place != "" && !strings.Contains(text, `id="`+place+`"`) {
					t.Errorf("%s leads to %s, where there is no such place", name, m[1])
				}
			}
		}
		if followed < 500 {
			t.Errorf("only %d links followed", followed)
		}
	}
}

// Whatever stands in a book, the pages have the same elements, no controls, and
// no file has a name that a book chose.
func TestSiteHostile(t *testing.T) {
	plain := written(t, report.SpoiltBook("plain"), board.BySpeaker, "", report.Options{Title: "plain"})
	want := skeleton(plain["claims/"+string(report.UID(11))+".html"])
	list := skeleton(plain["claims/index.html"])
	for _, s := range report.Hostile {
		files := written(t, report.SpoiltBook(s), board.BySpeaker, "", report.Options{Title: s, Filter: s, Desk: report.Desk{Name: s, Contact: s, Licence: s, Corrections: s}})
		if diff := cmp.Diff(want, skeleton(files["claims/"+string(report.UID(11))+".html"])); diff != "" {
			t.Errorf("%.30q changes the elements of a claim's page (-plain +now):\n%s", s, diff)
		}
		if diff := cmp.Diff(list, skeleton(files["claims/index.html"])); diff != "" {
			t.Errorf("%.30q changes the elements of the list (-plain +now):\n%s", s, diff)
		}
		for name, text := range files {
			if !regexp.MustCompile(`^[a-z]*/?[a-z0-9.-]+$`).MatchString(name) {
				t.Errorf("%.30q makes a file %q", s, name)
			}
			report.NoControls(t, name, strings.ReplaceAll(text, "\n", ""))
			switch path.Ext(name) {
			case ".xml", ".svg":
				wellFormed(t, name, text)
			case ".json":
				if !json.Valid([]byte(text)) {
					t.Errorf("%s of %.30q is no JSON", name, s)
				}
			case ".js":
				inner, ok := strings.CutPrefix(text, "trackerClaims([\n")
				if inner, ok2 := strings.CutSuffix(inner, ",\n]);\n"); name != "site.js" && (!ok || !ok2 || !json.Valid([]byte("["+inner+"]"))) {
					t.Errorf("%s of %.30q is more than a list", name, s)
				}
			}
		}
	}
}

var (
	reElement = regexp.MustCompile(`<[!/a-zA-Z][^>]*>`)
	reValue   = regexp.MustCompile(`="[^"]*"`)
)

// skeleton is the elements of a page with the names of their attributes, but for
// what leads away from the site: that is no link where it is no address, and
// stands on a line of its own then.
func skeleton(page string) []string {
	var list []string
	for _, e := range reElement.FindAllString(page, -1) {
		if e = reValue.ReplaceAllString(e, "="); !slices.Contains([]string{"<a href= rel= dir=>", "<a href= rel= dir= class=>", "</a>", "<div>", "<div class=>", "</div>"}, e) {
			list = append(list, e)
		}
	}
	return list
}

func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// The figures of a speaker's page are those of the board, to the last digit
// shown, and its twin has them whole.
func TestSiteNumbers(t *testing.T) {
	b := report.Scored(report.Built(), board.BySpeaker, report.Standard)
	files := written(t, report.Built(), board.BySpeaker, "", report.Options{})
	pages, checked := site.NewAddresses(nil, ""), 0
	for _, g := range b.Groups {
		name := pages.Name(board.BySpeaker, g.Name)
		text := files[name]
		if h := g.Hit; h.Share != nil {
			checked++
			if want := fmt.Sprintf("= %.0f&nbsp;%% [%.0f–%.0f]", 100**h.Share, 100**h.Low, 100**h.High); !strings.Contains(strings.ReplaceAll(text, " %", "&nbsp;%"), want) {
				t.Errorf("the page of %s does not have %s", g.Name, want)
			}
		}
		if g.Brier != nil {
			checked++
			if want := fmt.Sprintf("%.3f [", *g.Brier); !strings.Contains(text, want) {
				t.Errorf("the page of %s does not have %s", g.Name, want)
			}
		}
		var twin struct{ Record []board.Group }
		if err := json.Unmarshal([]byte(files[strings.TrimSuffix(name, ".html")+".json"]), &twin); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]board.Group{g}, twin.Record); diff != "" {
			t.Errorf("the twin of %s (-board +twin):\n%s", g.Name, diff)
		}
	}
	if checked < 10 {
		t.Errorf("only %d figures looked for", checked)
	}
}

// What a desk wrote for itself stands on no page.
func TestSiteHasNothingPrivate(t *testing.T) {
	for name, text := range written(t, report.Built(), board.BySpeaker, "", report.Options{}) {
		for _, secret := range []string{"nobody-may-see-this-actor", "nobody may see this note", "/home/desk"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s shows %q", name, secret)
			}
		}
	}
}

// Pages of every kind are as the golden file has them.
func TestSiteGolden(t *testing.T) {
	files := written(t, report.Built()[10:13], board.BySpeaker, "https://desk.example/", report.Options{Title: "A promise put off twice", Desk: report.Desk{Name: "The accuracy desk"}})
	var b strings.Builder
	for _, name := range slices.Concat(ofKind(files, ".html"), ofKind(files, ".json"), ofKind(files, ".xml"), []string{"search/1.js"}) {
		if !strings.HasPrefix(name, "charts/") && !strings.HasPrefix(name, "index.") {
			fmt.Fprintf(&b, "-- %s --\n%s", name, files[name])
		}
	}
	golden := filepath.Join("..", "..", "testdata", "report", "site.txt")
	if *report.Update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s differs (-file +now):\n%s", golden, diff)
	}
}
