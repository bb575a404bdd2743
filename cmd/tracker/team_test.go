package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"tracker/store/postgres/postgrestest"
)

// TestTeamScripts runs the part of the manual that is about books on a server:
// SERVER is the URL of one, and with some letters behind it of another.
func TestTeamScripts(t *testing.T) {
	server := postgrestest.Start(t, "fsync=off")
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("..", "..", "testdata", "scripts", "team"),
		Cmds:          scriptCommands,
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SERVER", server.URL("book"))
			return setupScript(e)
		},
	})
}

// Twenty people at once, an import, two daemons and those who read share a
// book on one server: nothing is lost, and nobody is told of a lock.
func TestTeamAtOnce(t *testing.T) {
	server := postgrestest.Start(t, "fsync=off", "max_connections=200")
	d := newDesk(t)
	d.server = server.URL("many")
	d.must("", "init")
	var daemons []*exec.Cmd
	for range 2 {
		cmd := d.tracker("2025-08-18", "daemon", "--every", "1s")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		daemons = append(daemons, cmd)
	}
	d.manyAtOnce(20, 2, 500)
	for _, cmd := range daemons {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Error(err)
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("a daemon ended with %v", err)
		}
	}
	if got := server.Query("SELECT count(*) = max(seq) FROM many.journal"); got != "t" {
		t.Error("entries are not numbered without gaps")
	}
}
