package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// notErrors are what the Nu validator calls errors and are none here: tables keep
// their roles, which browsers take from them where a style sheet draws them as
// blocks, and a property of SVG that it does not know.
const notErrors = `.*(“role” attribute must not be used on a “(tr|td|th)”|“paint-order”: Property).*`

// Pages of every kind are HTML as the Nu validator of the W3C has it: elements
// where they may stand, attributes that exist, no id twice, nothing left open.
func TestPagesAreValid(t *testing.T) {
	site := demoSite(t)
	java, err := exec.LookPath("java")
	need(t, err == nil, "no Java here, which the Nu validator needs")
	jar := os.Getenv("TRACKER_VNU")
	need(t, jar != "", "no validator here: name the file vnu.jar in TRACKER_VNU")
	pages := []string{}
	for _, page := range sitePages(t, site) {
		pages = append(pages, filepath.Join(site, strings.TrimSuffix(page, "#card")))
	}
	for _, kind := range []string{"charts/*.html", "sources/index.html"} {
		found, err := filepath.Glob(filepath.Join(site, kind))
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, found...)
	}
	page := filepath.Join(t.TempDir(), "page.html")
	tracker(t, "--db", filepath.Join(filepath.Dir(site), "book.db"), "report", "-o", page)
	broken := filepath.Join(t.TempDir(), "broken.html")
	if err := os.WriteFile(broken, []byte("<!doctype html><html lang=en><title>x</title><p id=a><ul><li id=a></ul></p>"), 0o644); err != nil {
		t.Fatal(err)
	}
	found := validated(t, java, jar, append(pages, page, moved(t), broken)...)
	at := 0
	for _, line := range found {
		if strings.Contains(line, broken) {
			at++
			continue
		}
		t.Error(line)
	}
	if at < 2 {
		t.Errorf("of a page with two faults it finds %d: %q", at, found)
	}
}

// moved is a page that leads on to another.
func moved(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	db, site := filepath.Join(dir, "book.db"), filepath.Join(dir, "site")
	tracker(t, "--db", db, "init")
	tracker(t, "--db", db, "add", "The bridge opens", "--speaker", "The ministry", "--said", "2026-06-01", "--by", "2026-07-31", "--event", "bridge")
	tracker(t, "--db", db, "speaker", "rename", "The ministry", "Ministry of Transport")
	tracker(t, "--db", db, "report", "--out", site)
	files, err := filepath.Glob(filepath.Join(site, "speakers", "????????-*.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if text, err := os.ReadFile(f); err == nil && strings.Contains(string(text), `http-equiv="refresh"`) {
			return f
		}
	}
	t.Fatal("no page leads on")
	return ""
}

// validated are the errors in some pages.
func validated(t *testing.T, java, jar string, pages ...string) []string {
	t.Helper()
	args := append([]string{"-jar", jar, "--errors-only", "--format", "gnu", "--stdout", "--exit-zero-always", "--filterpattern", notErrors}, pages...)
	out, err := exec.Command(java, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' })
}
