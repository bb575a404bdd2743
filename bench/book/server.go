package main

import (
	"fmt"
	"log"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tracker/store/postgres/postgrestest"
)

// starter starts a server outside of a test.
type starter struct {
	testing.TB
	ends []func()
}

func (s *starter) Helper()                      {}
func (s *starter) Fatal(args ...any)            { log.Fatal(args...) }
func (s *starter) Fatalf(f string, args ...any) { log.Fatalf(f, args...) }
func (s *starter) Cleanup(end func())           { s.ends = append(s.ends, end) }
func (s *starter) end() {
	for _, end := range s.ends {
		end()
	}
}

// inServer are the tables that an import fills, those first that others refer
// to.
var inServer = []string{"names", "journal", "commands", "imports", "claims", "attribution", "appearances", "tags", "verdicts"}

// inServerMost is how many claims go to a server at most, inServerRuns how often
// they do.
const inServerMost, inServerRuns = 20_000, 5

// onServer compares a book on PostgreSQL, fsync on, with psql: an import with
// \copy of the same rows, binary, in one transaction; pages and the board with
// the longest statement that each sends, its rows thrown away.
func (b *bench) onServer() {
	if !postgrestest.Installed() {
		fmt.Println("a book on PostgreSQL is not measured: no server is installed (apt-get install postgresql)")
		return
	}
	s := &starter{}
	defer s.end()
	server := postgrestest.Start(s, "shared_buffers=512MB", "max_wal_size=4GB", "log_min_duration_statement=0")
	lines, n := b.sampled(inServerMost)
	psql := func(script string) took {
		return run([]byte(script), server.Program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", strconv.Itoa(server.Port), "-U", "desk", "-d", "postgres")
	}
	load := func(schema string) took {
		run(nil, b.tracker, "init", "--db", server.URL(schema))
		return run(nil, b.tracker, "--db", server.URL(schema), "import", lines)
	}
	load("book") // neither is the first to use the server's memory and its log
	var ours, theirs []took
	for range inServerRuns {
		ours = append(ours, load("loaded"))
		theirs = append(theirs, b.copied(server, psql))
		psql("DROP SCHEMA loaded CASCADE; DROP SCHEMA copied CASCADE;")
	}
	b.compare(fmt.Sprintf("server: import of %d claims", n), ours, theirs, 1.5)
	psql("ANALYZE;")
	book := server.URL("book")
	for _, w := range []struct {
		args []string
		n    int
	}{{[]string{"list", "--limit", "50"}, repeats}, {[]string{"due", "--limit", "50"}, repeats}, {[]string{"score", "--json"}, 3}} {
		b.against(server, psql, book, w.args, w.n)
	}
}

// copied copies the rows of the book into a new one.
func (b *bench) copied(server *postgrestest.Server, psql func(string) took) took {
	run(nil, b.tracker, "init", "--db", server.URL("copied"))
	out, in := "", "SET tracker.schema = "+strings.TrimSpace(server.Query("SELECT version FROM copied.book"))+";\nBEGIN;\n"
	for _, table := range inServer {
		out += fmt.Sprintf("\\copy book.%s to '%s' binary\n", table, b.path(table))
		in += fmt.Sprintf("\\copy copied.%s from '%s' binary\n", table, b.path(table))
	}
	psql(out)
	return psql(in + "COMMIT;\n")
}

// against compares a command on a server with the longest statement that it
// sends.
func (b *bench) against(server *postgrestest.Server, psql func(string) took, book string, args []string, n int) {
	before := len(server.Log())
	run(nil, b.tracker, append([]string{"--db", book}, args...)...)
	script := "SET search_path = book;\n\\o /dev/null\n" + longest(server.Log()[before:]) + ";\n"
	var ours, theirs []took
	for range n {
		ours = append(ours, run(nil, b.tracker, append([]string{"--db", book}, args...)...))
		theirs = append(theirs, psql(script))
	}
	b.compare("server: "+strings.Join(args, " "), ours, theirs, 2)
}

var (
	timed = regexp.MustCompile(`(?s)duration: ([0-9.]+) ms +(?:execute|bind) [^:]*: (SELECT .*)`)
	given = regexp.MustCompile(`(?:: |, )(\$\d+) = ('(?:[^']|'')*'|NULL)`)
)

// longest is the query of a server's log that took longest, with its values in
// their places.
func longest(text string) (query string) {
	var most float64
	entries := regexp.MustCompile(`(?m)^\d{4}-\d\d-\d\d [^\n]*?\] `).Split(text, -1)
	for i, e := range entries {
		m := timed.FindStringSubmatch(e)
		if m == nil {
			continue
		}
		took, err := strconv.ParseFloat(m[1], 64)
		if err != nil || took < most {
			continue
		}
		most, query = took, strings.TrimSpace(m[2])
		if i+1 < len(entries) && strings.HasPrefix(entries[i+1], "DETAIL:") {
			values := given.FindAllStringSubmatch(entries[i+1], -1)
			for n := len(values) - 1; n >= 0; n-- { // $12 before $1
				query = strings.ReplaceAll(query, values[n][1], values[n][2])
			}
		}
	}
	if query == "" {
		log.Fatal("the server's log has no query")
	}
	return query
}
