//go:build unix

// Package postgrestest starts PostgreSQL servers for tests: on loopback, in a
// temporary directory, gone when the test ends.
package postgrestest

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// Server is a running server.
type Server struct {
	Port int
	t    testing.TB
	bin  string
	dir  string // of its data
	as   *syscall.Credential
}

// Start starts a server with some settings ("fsync=off"). Without PostgreSQL
// on this machine the test is skipped, and where CI is set it fails.
func Start(t testing.TB, settings ...string) *Server {
	t.Helper()
	s := prepare(t)
	s.must("initdb", "-D", s.dir, "-U", "desk", "-E", "UTF8", "--locale=C", "-A", "trust", "--no-sync")
	s.Run(settings...)
	return s
}

// prepare makes an empty place for a server.
func prepare(t testing.TB) *Server {
	t.Helper()
	bin := installed()
	if bin == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("PostgreSQL is not installed: apt-get install postgresql")
		}
		t.Skip("PostgreSQL is not installed: apt-get install postgresql")
	}
	root, err := os.MkdirTemp("", "tracker-postgres-")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{Port: freePort(t), t: t, bin: bin, dir: filepath.Join(root, "data")}
	if err := s.lower(root); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		s.call("pg_ctl", "-D", s.dir, "-m", "immediate", "-w", "stop")
		os.RemoveAll(root)
	})
	return s
}

// lower gives a directory to somebody whom a server may run as: root may not.
func (s *Server) lower(root string) error {
	if os.Geteuid() != 0 {
		return nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		if u, err = user.Lookup("nobody"); err != nil {
			return err
		}
	}
	uid, _ := strconv.ParseUint(u.Uid, 10, 32)
	gid, _ := strconv.ParseUint(u.Gid, 10, 32)
	s.as = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return os.Chown(root, int(uid), int(gid))
}

// Installed reports whether there is a server on this machine to start.
func Installed() bool { return installed() != "" }

// Program is the path of one of the server's programs, such as psql.
func (s *Server) Program(name string) string { return filepath.Join(s.bin, name) }

// Log is what the server has logged.
func (s *Server) Log() string {
	s.t.Helper()
	text, err := os.ReadFile(filepath.Join(filepath.Dir(s.dir), "log"))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(text)
}

// installed is the directory of the newest server's programs, "" for none.
func installed() string {
	if found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb"); err == nil && len(found) > 0 {
		return filepath.Dir(slices.Max(found))
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path)
	}
	return ""
}

func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// Run starts the server again with other settings.
func (s *Server) Run(settings ...string) {
	s.t.Helper()
	options := fmt.Sprintf("-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='%s'", s.Port, filepath.Dir(s.dir))
	for _, set := range settings {
		options += " -c '" + set + "'"
	}
	s.must("pg_ctl", "-D", s.dir, "-l", filepath.Join(filepath.Dir(s.dir), "log"), "-o", options, "-w", "start")
}

// Kill ends the server as a loss of power to its programs would.
func (s *Server) Kill() {
	s.t.Helper()
	text, err := os.ReadFile(filepath.Join(s.dir, "postmaster.pid"))
	if err != nil {
		s.t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.SplitN(string(text), "\n", 2)[0])
	if err != nil {
		s.t.Fatal(err)
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		s.t.Fatal(err)
	}
}

// URL is the URL of a book in a schema of the server's own database.
func (s *Server) URL(schema string) string {
	return fmt.Sprintf("postgres://desk@127.0.0.1:%d/postgres?sslmode=disable&search_path=%s", s.Port, schema)
}

// Query runs statements with psql and returns what it prints.
func (s *Server) Query(text string) string {
	s.t.Helper()
	return s.must("psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", strconv.Itoa(s.Port), "-U", "desk", "-d", "postgres", "-c", text)
}

func (s *Server) must(name string, args ...string) string {
	s.t.Helper()
	out, err := s.call(name, args...)
	if err != nil {
		log, _ := os.ReadFile(filepath.Join(filepath.Dir(s.dir), "log"))
		s.t.Fatalf("%s %s: %v\n%s\n%s", name, strings.Join(args, " "), err, out, log)
	}
	return strings.TrimRight(out, "\n")
}

// call runs one of the server's programs. What it starts holds no pipe of
// ours: a server that goes on running would keep it open.
func (s *Server) call(name string, args ...string) (string, error) {
	out, err := os.CreateTemp("", "tracker-postgres-out-")
	if err != nil {
		return "", err
	}
	defer os.Remove(out.Name())
	defer out.Close()
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = filepath.Dir(s.dir), out, out
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: s.as}
	err = cmd.Run()
	text, rerr := os.ReadFile(out.Name())
	if rerr != nil {
		return "", rerr
	}
	return string(text), err
}
