package report

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"tracker/board"
	"tracker/claims"
	"tracker/claims/claimstest"
)

// No public member of a claim is lost on the way into JSON and CSV, and no
// private one gets there.
func TestReportsLoseNothing(t *testing.T) {
	c := claimstest.Full()
	r := New(scored([]claims.Claim{c}, board.BySpeaker, standard), Options{})
	texts := map[Format]string{JSON: mustWrite(t, r, JSON), CSV: mustWrite(t, r, CSV)}
	// What JSON alone tells, and what no report does: steps of the attribution and
	// appearances are told as who carried it, and who judged stays in the book.
	jsonOnly := []string{"window.alternatives.", "window.due_at"}
	untold := []string{"attribution.role", "appearances.title", "appearances.published_on", "appearances.sha256", "verdict.uid", "verdict.by", "verdict.at"}
	n := 0
	claimstest.Leaves(&c, func(path string, v reflect.Value) {
		value := fmt.Sprint(reflect.Indirect(v).Interface())
		if v.IsZero() || value == "true" || path == "proposed.outcome" {
			return // there is always something true, or partial
		}
		for format, text := range texts {
			n++
			told := claimstest.Public(path) && !leads(untold, path) && (format == JSON || !leads(jsonOnly, path))
			if has := strings.Contains(text, value); told && !has {
				t.Errorf("%v lacks %s, %s", format, path, value)
			} else if has && !claimstest.Public(path) {
				t.Errorf("%v has %s, which is private", format, path)
			}
		}
	})
	if n < 80 {
		t.Fatalf("only %d members looked for", n)
	}
}

func leads(prefixes []string, path string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(path, p) {
			return true
		}
	}
	return false
}
