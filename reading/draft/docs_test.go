package draft

import (
	"os"
	"strings"
	"testing"
)

// docs/drafts.md names every rule, as the code has it.
func TestDocsNameTheRules(t *testing.T) {
	text, err := os.ReadFile("../../docs/drafts.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range Rules {
		if row := "| `" + r.ID + "` | " + r.Says + " |"; !strings.Contains(string(text), row) {
			t.Errorf("docs/drafts.md lacks\n%s", row)
		}
	}
	if n := strings.Count(string(text), "\n| `"); n != len(Rules) {
		t.Errorf("docs/drafts.md has %d rows of rules, the code %d rules", n, len(Rules))
	}
}
