//go:build unix

package postgrestest

import (
	"fmt"
	"os"
	"testing"
)

// Place is where a server can be started that is none yet: Follow makes it a
// standby.
func Place(t testing.TB) *Server { return prepare(t) }

// Follow makes the server a standby of another one, whatever it was before,
// and returns when it has all that the other one has.
func (s *Server) Follow(primary *Server, settings ...string) {
	s.t.Helper()
	s.call("pg_ctl", "-D", s.dir, "-m", "immediate", "-w", "stop")
	if err := os.RemoveAll(s.dir); err != nil {
		s.t.Fatal(err)
	}
	s.must("pg_basebackup", "-D", s.dir, "-h", "127.0.0.1", "-p", fmt.Sprint(primary.Port), "-U", "desk", "-R", "-X", "stream", "-c", "fast", "--no-sync")
	s.Run(settings...)
	primary.Query("DO $$ BEGIN WHILE NOT EXISTS (SELECT 1 FROM pg_stat_replication WHERE state = 'streaming') LOOP PERFORM pg_sleep(0.02); PERFORM pg_stat_clear_snapshot(); END LOOP; END $$")
}

// Promote makes a standby the primary.
func (s *Server) Promote() {
	s.t.Helper()
	s.must("pg_ctl", "-D", s.dir, "-w", "promote")
}

// Set changes a setting of the running server.
func (s *Server) Set(name, value string) {
	s.t.Helper()
	s.Query("ALTER SYSTEM SET " + name + " = '" + value + "'")
	s.Query("SELECT pg_reload_conf()")
}

// URLOf is the URL of a book on whichever of two servers is the primary.
func URLOf(a, b *Server, schema string) string {
	return fmt.Sprintf("postgres://desk@127.0.0.1:%d,127.0.0.1:%d/postgres?sslmode=disable&search_path=%s", a.Port, b.Port, schema)
}
