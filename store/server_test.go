package store

import (
	"fmt"
	"os"
	osexec "os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"tracker/claims"
	"tracker/store/postgres/postgrestest"
)

// onServer names, in the environment of a run of these tests, the server on
// which books are made: %s stands for the schema.
const onServer = "TRACKER_TEST_SERVER"

// The tests of this room hold on PostgreSQL too: they run once more with every
// book on a server, but for those that say fileOnly.
func TestOnPostgreSQL(t *testing.T) {
	if os.Getenv(onServer) != "" {
		t.Skip("this is that run")
	}
	server := postgrestest.Start(t, "fsync=off", "max_connections=300")
	cmd := osexec.Command(os.Args[0], "-test.v="+fmt.Sprint(testing.Verbose()), "-test.timeout=10m", "-test.short="+fmt.Sprint(testing.Short()), "-rapid.checks=10")
	if !testing.Short() { // where rapid makes a fifth of them
		cmd.Args[len(cmd.Args)-1] = "-rapid.checks=4"
	}
	cmd.Env = append(os.Environ(), onServer+"="+server.URL("%s"))
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	} else if testing.Verbose() {
		t.Logf("%s", out)
	}
}

var schemas atomic.Int64

// bookName names a new book: a file in a directory, or a schema of a server.
func bookName(file string) string {
	if url := os.Getenv(onServer); url != "" {
		return fmt.Sprintf(url, fmt.Sprintf("book_%d_%d", os.Getpid(), schemas.Add(1)))
	}
	return file
}

// ofTheBook leaves out what is said of the server: that of the tests brings
// nothing to the disk.
func ofTheBook(found []Finding) []Finding {
	return slices.DeleteFunc(found, func(f Finding) bool { return f.Where == "server" })
}

// fileOnly leaves a test out of the run on a server, where there is nothing
// for it to test.
func fileOnly(t testing.TB) {
	t.Helper()
	if os.Getenv(onServer) != "" {
		t.Skip("about a file")
	}
}

// serverOnly leaves a test out of the run on files.
func serverOnly(t testing.TB) {
	t.Helper()
	if os.Getenv(onServer) == "" {
		t.Skip("about a server: TestOnPostgreSQL runs it")
	}
}

// The journal on a server is append-only for its owner too, row by row and
// whole, and what refers to a row keeps it.
func TestServerRefuses(t *testing.T) {
	serverOnly(t)
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	before := dump(t, b)
	for statement, want := range map[string]string{
		"UPDATE journal SET actor = 'nobody'": "append-only", "DELETE FROM journal": "append-only", "TRUNCATE journal": "append-only",
		"INSERT INTO journal SELECT seq, at, actor, command, verb, kind, subject, body FROM journal ON CONFLICT (seq) DO UPDATE SET actor = 'nobody'": "append-only",
		"INSERT INTO tags VALUES (99, 'x')": "foreign key", "DELETE FROM claims": "foreign key", "UPDATE claims SET speaker = 99": "foreign key",
		"UPDATE claims SET latest = '2025-1-1'": "check constraint",
	} {
		if _, err := b.writer.Exec(statement); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", statement, err, want)
		}
	}
	if after := dump(t, b); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("the book was changed: %v", after)
	}
}

// Twenty programs that write at once number their entries without a gap, and
// nobody who reads meanwhile sees one that is not there yet.
func TestServerNumbersWithoutGaps(t *testing.T) {
	serverOnly(t)
	const writers, each = 20, 10
	name := bookName("")
	b, _, err := Create(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	var writing sync.WaitGroup
	for w := range writers {
		writing.Go(func() {
			own, err := Open(t.Context(), name)
			if err != nil {
				t.Error(err)
				return
			}
			defer own.Close()
			for n := range each {
				if _, err := own.Add(t.Context(), NewCommand("add", "desk", now), plainClaim(w*each+n)); err != nil {
					t.Errorf("writer %d: %v", w, err)
				}
				refused := claims.Refuse("", "no")
				if err := own.write(t.Context(), NewCommand("add", "desk", now), func(t *tx) error { return refused }); err != refused {
					t.Errorf("a refusal came back as %v", err)
				}
			}
		})
	}
	stop := make(chan struct{})
	var reading sync.WaitGroup
	reading.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			last := int64(0)
			for e, err := range b.Journal(t.Context()) {
				if err != nil || e.Seq != last+1 {
					t.Errorf("entry %d follows %d, %v", e.Seq, last, err)
					return
				}
				last = e.Seq
			}
		}
	})
	writing.Wait()
	close(stop)
	reading.Wait()
	if n := len(dump(t, b)["journal"]); n != writers*each {
		t.Errorf("%d entries, want %d", n, writers*each)
	}
	mustBeSound(t, b)
}

// Who watches a book on a server is woken by what others enter; a file wakes
// nobody.
func TestServerWakes(t *testing.T) {
	name := bookName(filepath.Join(t.TempDir(), "book.db"))
	b, _, err := Create(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	wakes := b.Wakes(t.Context())
	if os.Getenv(onServer) == "" {
		if wakes != nil {
			t.Error("a file wakes somebody")
		}
		return
	}
	<-wakes // it listens
	mustAdd(t, b, plainClaim(1))
	<-wakes
	refused := claims.Refuse("", "no")
	if err := b.write(t.Context(), NewCommand("add", "desk", now), func(t *tx) error { return refused }); err != refused {
		t.Fatal(err)
	}
	select {
	case <-wakes:
		t.Error("what was not entered woke somebody")
	default:
	}
}
