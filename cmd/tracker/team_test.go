package main

import (
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
