package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// consoleBlock is a fenced block of commands, each led by "$ ", and what they
// print, standard output and standard error as they come.
var consoleBlock = regexp.MustCompile("(?s)```console\n(.*?)```")

// anyUUID is what differs from run to run.
var anyUUID = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

// TestReadmeTour runs every command of README.md's tour in one empty home, in
// order, and compares what it prints. -update rewrites the tour.
func TestReadmeTour(t *testing.T) {
	path := filepath.Join("..", "..", "README.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	env := append(os.Environ(), "HOME="+home, "XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "TRACKER_DB=", "TRACKER_ZONE=UTC",
		"TRACKER_ACTOR=desk", "TRACKER_FORCE_TTY=80")
	blocks := 0
	got := consoleBlock.ReplaceAllStringFunc(string(text), func(block string) string {
		blocks++
		var out strings.Builder
		out.WriteString("```console\n")
		for _, line := range strings.Split(strings.TrimSuffix(consoleBlock.FindStringSubmatch(block)[1], "\n"), "\n") {
			command, ok := strings.CutPrefix(line, "$ ")
			if !ok {
				continue // what the command before printed
			}
			fmt.Fprintln(&out, line)
			if assignment, ok := strings.CutPrefix(command, "export "); ok {
				env = append(env, strings.Fields(assignment)[0])
				continue
			}
			cmd := exec.Command("sh", "-c", command)
			cmd.Dir, cmd.Env = home, env
			printed, err := cmd.CombinedOutput()
			if err != nil {
				t.Errorf("%s: %v\n%s", command, err, printed)
			}
			shown := strings.ReplaceAll(string(printed), home, "/home/you")
			out.WriteString(anyUUID.ReplaceAllString(shown, "0198…"))
		}
		out.WriteString("```")
		return out.String()
	})
	if blocks == 0 {
		t.Fatal("README.md has no console blocks")
	}
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(text), got); diff != "" {
		t.Errorf("README.md is not what happens (-update rewrites it):\n%s", diff)
	}
}
