package site

import (
	"bufio"
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// doomed names the folder in which a program of its own writes a site that it
// never finishes.
const doomed = "TRACKER_TEST_DOOMED_SITE"

// A program that is killed in the middle leaves the site that stood as it was,
// and the next one takes away what it left beside it.
func TestKilledInTheMiddle(t *testing.T) {
	if dir := os.Getenv(doomed); dir != "" {
		o := order("The bridge opens", "The talks resume")
		o.Progress = func(int64, int64) {
			fmt.Println("in the middle")
			select {}
		}
		_, err := Write(context.Background(), dir, o)
		t.Fatal(err)
	}
	parent := t.TempDir()
	dir := filepath.Join(parent, "site")
	if _, err := Write(context.Background(), dir, order("The bridge opens")); err != nil {
		t.Fatal(err)
	}
	before := tree(t, dir)
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilledInTheMiddle$")
	cmd.Env = append(os.Environ(), doomed+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "in the middle\n" {
		t.Fatalf("%q, %v", line, err)
	}
	if list, err := os.ReadDir(parent); err != nil || len(list) != 2 {
		t.Fatalf("%v, %v beside the site", list, err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	if after := tree(t, dir); !maps.Equal(before, after) {
		t.Errorf("%d files stood, and now there are %d, or they differ", len(before), len(after))
	}
	tally, err := Write(context.Background(), dir, order("The bridge opens", "The talks resume"))
	if err != nil || tally.Written == 0 {
		t.Errorf("%v, %v", tally, err)
	}
	alone(t, parent)
}
