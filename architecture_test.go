package tracker

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"tracker/reading/deadline"
)

// The paths that docs/architecture.md sends a newcomer to exist, and every
// rule of deadlines has its file there.
func TestArchitecturePaths(t *testing.T) {
	page, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	rooms, n := packages(t), 0
	for _, path := range regexp.MustCompile(`\b[a-z]+(/[a-z0-9.-]+)+\b/?|\b[a-z]+_test\.go\b`).FindAllString(string(page), -1) {
		if n++; exists(path) {
			continue
		}
		t.Errorf("docs/architecture.md names %s, which does not exist", path)
	}
	if n < 60 {
		t.Fatalf("only %d paths", n)
	}
	for _, room := range rooms {
		if !strings.HasPrefix(room, "bench/") && !strings.Contains(string(page), "`"+room+"/`") && !strings.Contains(room, "claimstest") {
			t.Errorf("docs/architecture.md has no row for %s", room)
		}
	}
	for _, r := range deadline.Rules() {
		if !strings.Contains(string(page), "| `"+r.ID+"` | reading/deadline/") {
			t.Errorf("docs/architecture.md does not say which file reads by the rule %s", r.ID)
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
