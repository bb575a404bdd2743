package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the goldens in the scripts; read the difference before you commit it")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"tracker": trackerMain,
		"editor":  editorMain,
		"members": membersMain,
	})
}

// memoryFile names the file in which a program says how much memory it took.
const memoryFile = "TRACKER_TEST_MEMORY"

// trackerMain is the program. What it took is asked of itself: the system
// counts in what the test that started it has.
func trackerMain() {
	code := run(os.Args[1:])
	if path := os.Getenv(memoryFile); path != "" {
		status, err := os.ReadFile("/proc/self/status")
		if err == nil {
			err = os.WriteFile(path, status, 0o600)
		}
		if err != nil {
			panic(err)
		}
	}
	os.Exit(code)
}

// TestScripts runs the manual: every file of testdata/scripts is a session
// with the program in an empty home, on Wednesday 6 August 2025 at noon.
func TestScripts(t *testing.T) {
	dir := filepath.Join("..", "..", "testdata", "scripts")
	for _, pattern := range []string{"contract_*.txtar", "*.txtar"} {
		if files, err := filepath.Glob(filepath.Join(dir, pattern)); err != nil || len(files) == 0 {
			t.Fatalf("no script matches %s: %v", pattern, err)
		}
	}
	testscript.Run(t, testscript.Params{
		Dir:                dir,
		Setup:              setupScript,
		Cmds:               scriptCommands,
		Condition:          scriptCondition,
		UpdateScripts:      *update,
		RequireUniqueNames: true,
	})
}

// scriptConditions say what this machine lets a script do.
var scriptConditions = map[string][]string{
	"mounts":    {"unshare", "-rm", "true"},                                // mount what nobody else sees
	"strangers": {"setpriv", "--reuid", "65534", "--clear-groups", "true"}, // be a user who owns nothing
}

func scriptCondition(what string) (bool, error) {
	try, ok := scriptConditions[what]
	if !ok {
		return false, fmt.Errorf("no condition is called %s", what)
	}
	return exec.Command(try[0], try[1:]...).Run() == nil, nil
}

// setupScript gives a script a home of its own and a clock that stands still.
func setupScript(e *testscript.Env) error {
	home := filepath.Join(e.WorkDir, "home")
	for name, value := range map[string]string{
		"HOME": home, "XDG_DATA_HOME": filepath.Join(home, "data"), "XDG_CONFIG_HOME": filepath.Join(home, "config"),
		"TRACKER_NOW": "2025-08-06T12:00:00Z", "TRACKER_ZONE": "UTC", "TRACKER_ACTOR": "desk", "TRACKER_DB": "",
		"EDITOR": "", "VISUAL": "", "TERM": "xterm", "NO_COLOR": "",
	} {
		e.Setenv(name, value)
	}
	return os.Mkdir(home, 0o700)
}
