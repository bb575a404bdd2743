package tracker

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every link between the pages of the project leads to a file.
func TestLinksOfPages(t *testing.T) {
	pages, err := filepath.Glob("docs/*/*.md")
	for _, pattern := range []string{"*.md", "docs/*.md"} {
		more, globErr := filepath.Glob(pattern)
		if pages = append(pages, more...); globErr != nil || err != nil {
			t.Fatal(globErr, err)
		}
	}
	link, n := regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`), 0
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			if n++; !exists(filepath.Join(filepath.Dir(page), m[1])) {
				t.Errorf("%s links to %s, which does not exist", page, m[1])
			}
		}
	}
	if n < 30 {
		t.Fatalf("only %d links", n)
	}
}

// The pages of decisions are numbered from 1 without a gap, each with its
// number in its title.
func TestDecisionsAreNumbered(t *testing.T) {
	pages, err := filepath.Glob("docs/decisions/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal(pages, err)
	}
	for i, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if name, want := filepath.Base(page), fmt.Sprintf("%04d-", i+1); !strings.HasPrefix(name, want) {
			t.Errorf("%s should begin with %s", name, want)
		}
		if title, want := string(text), fmt.Sprintf("# %d. ", i+1); !strings.HasPrefix(title, want) {
			t.Errorf("%s should have the title %q", page, want+"…")
		}
	}
}
