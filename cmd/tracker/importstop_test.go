//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tracker/intake"
)

// An import that the disk stops says what it has kept, whole batches, and
// never that nothing was changed.
func TestStoppedImportSaysWhatItKept(t *testing.T) {
	const lines = 4 * intake.BatchSize
	path := filepath.Join(t.TempDir(), "claims.jsonl")
	var text strings.Builder
	for i := range lines {
		fmt.Fprintf(&text, `{"key":"k%d","statement":"Gate %d opens","speaker":"The harbour","stated_on":"2025-07-01","window":{"earliest":"2025-07-01","latest":"2025-09-01"}}`+"\n", i, i)
	}
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	partly := false
	for _, megabytes := range []int{1, 3, 4, 5, 6} {
		b := newTestBook(t)
		cmd := exec.CommandContext(t.Context(), "sh", "-c", fmt.Sprintf("ulimit -f %d; exec tracker import %s", megabytes<<20/512, path))
		errs, err := cmd.CombinedOutput()
		if err == nil {
			continue // it had room enough
		}
		held := strings.TrimSpace(b.run(0, "list", "--count"))
		want := held + " claims added before it stopped, and kept; the same command again adds the rest"
		if held == "0" {
			want = "nothing was written by this command"
		}
		if partly = partly || held != "0"; !strings.Contains(string(errs), want) || strings.Contains(string(errs), "nothing was changed") {
			t.Errorf("with %d MB: %s\nwant %q", megabytes, errs, want)
		}
	}
	if !partly {
		t.Error("no limit fell between two batches: nothing was tested")
	}
}
