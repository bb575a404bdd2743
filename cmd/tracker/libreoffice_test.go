package main

import (
	"archive/zip"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/workbook"
)

// What a spreadsheet would take for something else, in every free member.
const spreadsheetTraps = `{"statement":"=1+1 is \"not\" a formula","quote":"We said: \"so\"; then\nwe left – ärger 😀","speaker":"The ministry","stated_on":"2025-03-01","deadline_phrase":"May 2025","hedge":"likely","key":"2026.10","tags":["a1","2025"],"notes":"1/2","event":"0012","resolution":{"outcome":"yes","event_date":"2025-05-13","note":"@seen","evidence":[{"url":"https://example.org/a?b=1&c=2"}]}}
{"statement":"TRUE","speaker":"City council","stated_on":"2025-03-01T09:15:00+00:00","deadline_phrase":"1 May 2025","hedge":{"p":0.123456789},"baseline_p":0.3333,"criterion":"1e5","condition":"3-4","key":"-7","notes":" spaced  ","polarity":"will-not","attribution":[{"entity":"A; B","role":"relay"}],"appearances":[{"source":"x","url":"https://example.org","published_on":"2025-03-02"},{"source":"y"}]}
{"statement":"The toll ends","speaker":"12:30","stated_on":"2025-07-03","deadline_phrase":"by 12/13/2026","hedge":{"p":0.5,"low":0.1,"high":0.9},"notes":"semi; comma, bar |","event":"50 %","snoozed_until":"2026-12-24","criterion":"'1/2"}
`

// TestLibreOffice opens and saves our CSV and our workbook with LibreOffice:
// the workbook again as one, the CSV as OpenDocument and from there as CSV in
// UTF-8 and UTF-16, and as a workbook. Each imports to the same claims.
func TestLibreOffice(t *testing.T) {
	if os.Getenv("TRACKER_SOAK") != "1" {
		t.Skip("part of make soak")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed, so what it makes of our tables is not tested: apt-get install libreoffice-calc")
	}
	b, dir := newTestBook(t), t.TempDir()
	t.Setenv("TRACKER_NOW", "2026-11-26T12:00:00Z") // the demonstration goes on until then
	path := func(parts ...string) string { return filepath.Join(append([]string{dir}, parts...)...) }
	traps := path("traps.jsonl")
	if err := os.WriteFile(traps, []byte(spreadsheetTraps), 0o600); err != nil {
		t.Fatal(err)
	}
	b.run(0, "import", "../../demo/demo.jsonl")
	b.run(0, "import", traps)
	b.run(0, "export", "--format", "csv", "--excel", "--delimiter", "semicolon", "-o", path("text.csv"))
	b.run(0, "export", "-o", path("book.xlsx"))
	want := comparedClaims(t, b.run(0, "export"))

	convert := func(from, into, format string, more ...string) {
		t.Helper()
		args := append([]string{"--headless", "-env:UserInstallation=file://" + path("profile")}, more...)
		out, err := exec.CommandContext(t.Context(), office, append(args, "--convert-to", format, "--outdir", path(into), from)...).CombinedOutput()
		if err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
	}
	const text = "csv:Text - txt - csv (StarCalc):"
	convert(path("book.xlsx"), "again", "xlsx")
	convert(path("text.csv"), "ods", "ods", "--infilter=CSV:59,34,76,1,,1033,false,true") // semicolons, UTF-8, and numbers and days found out
	convert(path("ods", "text.ods"), "utf8", text+"44,34,76,1,,0,false,true")
	convert(path("ods", "text.ods"), "utf16", text+"9,34,65535,1,,0,false,true")
	convert(path("ods", "text.ods"), "book", "xlsx")
	for _, file := range []string{path("again", "book.xlsx"), path("utf8", "text.csv"), path("utf16", "text.csv"), path("book", "text.xlsx")} {
		t.Run(strings.TrimPrefix(file, dir), func(t *testing.T) {
			other := filepath.Join(t.TempDir(), "other.db")
			b.run(0, "--db", other, "init")
			b.run(0, "--db", other, "import", file)
			if diff := cmp.Diff(want, comparedClaims(t, b.run(0, "--db", other, "export"))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestLibreOfficeReport opens a report's workbook with LibreOffice, saves it
// and prints it: every cell holds what we wrote, and the charts are there.
func TestLibreOfficeReport(t *testing.T) {
	if os.Getenv("TRACKER_SOAK") != "1" {
		t.Skip("part of make soak")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed, so whether it opens our workbook is not tested: apt-get install libreoffice-calc")
	}
	b, dir := newTestBook(t), t.TempDir()
	t.Setenv("TRACKER_NOW", "2026-11-26T12:00:00Z")
	b.run(0, "import", "../../demo/demo.jsonl")
	ours := filepath.Join(dir, "report.xlsx")
	b.run(0, "report", "-o", ours)
	for _, format := range []string{"xlsx", "pdf"} {
		out, err := exec.CommandContext(t.Context(), office, "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
			"--convert-to", format, "--outdir", filepath.Join(dir, "again"), ours).CombinedOutput()
		if err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
	}
	if pdf, err := os.ReadFile(filepath.Join(dir, "again", "report.pdf")); err != nil || len(pdf) < 100_000 {
		t.Errorf("printed: %d bytes, %v", len(pdf), err)
	}
	want, got := cellsOf(t, ours), cellsOf(t, filepath.Join(dir, "again", "report.xlsx"))
	if len(want) < 300 {
		t.Errorf("only %d rows", len(want))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-ours +theirs\n%s", diff)
	}
	theirs, err := zip.OpenReader(filepath.Join(dir, "again", "report.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer theirs.Close()
	for _, chart := range []string{"xl/charts/chart1.xml", "xl/charts/chart2.xml"} {
		if _, err := theirs.Open(chart); err != nil {
			t.Error(err)
		}
	}
}

// cellsOf are the rows of all sheets of a workbook.
func cellsOf(t *testing.T, path string) (list []string) {
	t.Helper()
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	f, err := workbook.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.Shown() {
		rows, err := f.Rows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			cells, err := rows.Cells()
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, sheet+": "+strings.Join(cells, " | "))
		}
		if rows.Err() != nil {
			t.Fatal(rows.Err())
		}
		rows.Close()
	}
	return list
}

// comparedClaims are the claims of an export without what is the book's own.
func comparedClaims(t *testing.T, lines string) (list []map[string]any) {
	t.Helper()
	for line := range strings.Lines(lines) {
		var c map[string]any
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"id", "recorded_at", "amended_late_at", "accepted_late_at", "withdrawn_at", "hindsight"} {
			delete(c, name)
		}
		list = append(list, c)
	}
	if len(list) == 0 {
		t.Fatal("no claims")
	}
	return list
}
