package report_test

import (
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/board"
	"tracker/telling/report"
	"tracker/telling/site"
)

var formats = filepath.Join("..", "..", "docs", "formats")

// TestSiteSchema holds the published schema against the types that are written.
func TestSiteSchema(t *testing.T) {
	file := filepath.Join(formats, "site.schema.json")
	text := report.SchemaOf(site.Schema, map[reflect.Type][]string{
		reflect.TypeFor[site.ClaimTwin](): {"claim"},
		reflect.TypeFor[site.ListTwin]():  {"speaker", "source", "event", "claims"},
		reflect.TypeFor[site.NamesTwin](): {"speakers", "sources", "events"},
		reflect.TypeFor[site.ChartTwin](): {"chart"},
		reflect.TypeFor[site.Mark]():      nil,
	})
	if *report.Update {
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(text)); diff != "" {
		t.Errorf("%s differs (-file +now):\n%s", file, diff)
	}
}

// Every twin follows the schema that it names, whatever stands in the book; what
// is changed does not.
func TestTwinsFollowTheirSchema(t *testing.T) {
	seen := map[string]int{}
	follows := func(files map[string]string) {
		for _, name := range ofKind(files, ".json") {
			schema := "site.schema.json"
			switch {
			case strings.HasSuffix(name, ".oembed.json"):
				continue // that of oEmbed
			case name == "index.json":
				schema = "report.schema.json"
			}
			seen[path.Dir(name)]++
			if problems := report.Problems(t, filepath.Join(formats, schema), files[name]); len(problems) > 0 {
				t.Errorf("%s: %s", name, strings.Join(problems[:min(5, len(problems))], "\n"))
			}
		}
	}
	good := written(t, report.Built(), board.BySpeaker, "https://desk.example/", report.Options{})
	follows(good)
	follows(written(t, report.SpoiltBook(report.Hostile[0]), board.BySource, "", report.Options{}))
	follows(written(t, nil, board.BySpeaker, "", report.Options{}))
	for _, folder := range []string{".", "claims", "speakers", "sources", "events", "charts"} {
		if seen[folder] < 2 {
			t.Errorf("%d twins seen in %s", seen[folder], folder)
		}
	}
	for _, change := range [][3]string{{"site.json", `"schema": "tracker.site/1"`, `"schema": "tracker.site/2"`}, {"site.json", `"events": `, `"event": `}, {"claims/index.json", `"kind": "claims"`, `"kind": "claim"`},
		{"claims/index.json", `"total": `, `"total": "many", "more": `}, {"speakers/index.json", `"names": [`, `"names": [7, `}, {"charts/dots.json", `"heads": [`, `"heads": [[], `}} {
		bad := strings.Replace(good[change[0]], change[1], change[2], 1)
		if bad == good[change[0]] || len(report.Problems(t, filepath.Join(formats, "site.schema.json"), bad)) == 0 {
			t.Errorf("%s with %s passes", change[0], change[2])
		}
	}
}
