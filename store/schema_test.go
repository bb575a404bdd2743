package store

import (
	"os"
	"path/filepath"
	"testing"
)

// A migration that lies in the folder and is not among the steps would never
// run.
func TestEveryMigrationIsAStep(t *testing.T) {
	files, err := filepath.Glob("schema/*.sql")
	steps := schema().Steps
	if err != nil || len(files) != len(steps) {
		t.Fatalf("%d files for %d steps, %v", len(files), len(steps), err)
	}
	for i, file := range files {
		if text, err := os.ReadFile(file); err != nil || string(text) != steps[i] {
			t.Errorf("step %d is not %s (%v)", i+1, file, err)
		}
	}
}
