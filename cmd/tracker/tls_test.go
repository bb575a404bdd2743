package main

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"tracker/store/postgres/postgrestest"
)

// TestTLSScripts runs the part of the manual that is about servers that prove
// who they are, with certificates of its own.
func TestTLSScripts(t *testing.T) {
	authority, another := postgrestest.NewAuthority(t), postgrestest.NewAuthority(t)
	server, plain := authority.StartTLS("localhost", "fsync=off"), postgrestest.Start(t, "fsync=off")
	root := authority.File()
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("..", "..", "testdata", "scripts", "tls"),
		Cmds:          scriptCommands,
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("PROVEN", server.TLSURL("localhost", root))
			e.Setenv("OTHERHOST", server.TLSURL("127.0.0.1", root))
			e.Setenv("OTHERROOT", server.TLSURL("localhost", another.File()))
			e.Setenv("NOROOT", server.TLSURL("localhost", ""))
			e.Setenv("PLAIN", plain.TLSURL("localhost", root))
			return setupScript(e)
		},
	})
}
