package browser

import (
	"fmt"
	"os"
	"testing"
)

// axeSource is axe-core.
func axeSource(t *testing.T) string {
	t.Helper()
	name := os.Getenv("TRACKER_AXE")
	need(t, name != "", "no axe-core here: TRACKER_AXE names its axe.min.js")
	axe, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(axe)
}

// axeFinds fails for what axe-core finds on the page that is open.
func axeFinds(t *testing.T, tab tab, axe, page string) {
	t.Helper()
	eval[bool](t, tab, axe+"; true")
	found := eval[struct {
		Passes     int
		Violations []string
	}](t, tab, `axe.run(document, {resultTypes: ["violations"]}).then(r => ({Passes: r.passes.length, Violations: r.violations.map(v => v.id + ": " + v.nodes.length + " × " + v.nodes[0].html.slice(0, 200) + " " + (v.nodes[0].failureSummary || ""))}))`)
	if found.Passes < 15 {
		t.Errorf("%s: only %d rules passed: axe has not seen the page", page, found.Passes)
	}
	for _, v := range found.Violations {
		t.Errorf("%s: %s", page, v)
	}
}

// Everybody can read the page: axe-core finds nothing, light and dark, on
// narrow and on wide screens, with everything opened.
func TestAxeFindsNothing(t *testing.T) {
	file := demoPage(t)
	axe := axeSource(t)
	tab := newTab(t)
	for _, width := range widths {
		for _, dark := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d dark %v", width, dark), func(t *testing.T) {
				tab.open(t, file, screen{width, dark})
				openAll(t, tab)
				axeFinds(t, tab, axe, "the page")
			})
		}
	}
}
