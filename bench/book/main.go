// Command book measures the program on a generated book against the sqlite3
// shell doing the same work on the same rows, process start included in both,
// and prints ratios. Runs of the two alternate, and medians are compared, so
// that other work on the machine weighs on both.
//
//	go run ./bench/book -n 1000000
package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// bench is one run of all comparisons.
type bench struct {
	dir     string // scratch
	tracker string // the built program
	n       int    // claims
}

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 1_000_000, "claims in the generated book")
	only := flag.String("claims", "", "only write the claims to `FILE`, to be imported by hand")
	parts := flag.String("parts", "", "only these comparisons, such as `pages,adds`, beside the import")
	memory := flag.String("memory", "", "only run the command that follows, and write the memory it had, in bytes, into `FILE`")
	server := flag.Bool("server", false, "only compare a book on PostgreSQL")
	flag.Parse()
	if *memory != "" {
		must(note(*memory, flag.Args()))
		return
	}
	if *only != "" {
		if err := generate(*only, *n); err != nil {
			log.Fatal(err)
		}
		return
	}
	dir, err := os.MkdirTemp("", "tracker-bench-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	b := &bench{dir: dir, tracker: filepath.Join(dir, "tracker"), n: *n}
	if out, err := exec.Command("go", "build", "-o", b.tracker, "./cmd/tracker").CombinedOutput(); err != nil {
		log.Fatalf("build: %v\n%s", err, out)
	}
	fmt.Printf("%-28s %12s %12s %8s %8s %8s\n", "", "tracker", "against", "ratio", "of cpu", "goal")
	if *server {
		b.onServer()
		return
	}
	for _, part := range []struct {
		name string
		run  func()
	}{{"imports", b.imports}, {"sheets", b.sheets}, {"pages", b.pages}, {"passes", b.passes}, {"scores", b.scores}, {"adds", b.adds}, {"site", b.site}, {"server", b.onServer}} {
		if part.name == "imports" || *parts == "" || slices.Contains(strings.Split(*parts, ","), part.name) {
			part.run() // of which the first makes the book
		}
	}
}

// path is a file in the scratch directory.
func (b *bench) path(name string) string { return filepath.Join(b.dir, name) }

// took is what a command took: time, and processor time, which other work on
// the machine does not lengthen.
type took struct{ wall, cpu time.Duration }

// run runs a command with an input and returns what it took.
func run(stdin []byte, name string, args ...string) took {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "TRACKER_ZONE=UTC", "TRACKER_NOW=2026-01-01")
	cmd.Stdin = bytes.NewReader(stdin)
	return ran(cmd)
}

// newYear is when nothing of the generated claims is out of the ordinary.
const newYear = "2026-01-01"

// ran runs a command that is made.
func ran(cmd *exec.Cmd) took {
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	start := time.Now()
	if err := cmd.Run(); err != nil {
		log.Fatalf("%v: %v\n%s", cmd.Args, err, out.Bytes())
	}
	return took{time.Since(start), cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
}

// measured runs the program at an instant and returns what it took, and the
// memory it had at most, in bytes. It is started through this program anew: the
// memory of one that starts another counts until the other begins, and this one
// may have much.
func (b *bench) measured(at string, args ...string) (took, int64) {
	self, err := os.Executable()
	must(err)
	cmd := exec.Command(self, append([]string{"-memory", b.path("memory"), b.tracker}, args...)...)
	cmd.Env = append(os.Environ(), "TRACKER_ZONE=UTC", "TRACKER_NOW="+at)
	t := ran(cmd)
	text, err := os.ReadFile(b.path("memory"))
	must(err)
	most, err := strconv.ParseInt(string(text), 10, 64)
	must(err)
	return t, most
}

// note runs a command and writes the memory that it had at most, in bytes, into
// a file; 0 where nobody says.
func note(file string, command []string) error {
	cmd := exec.Command(command[0], command[1:]...)
	ran(cmd)
	most := int64(0)
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		most = usage.Maxrss << 10 // in KB on Linux
	}
	return os.WriteFile(file, []byte(strconv.FormatInt(most, 10)), 0o600)
}

// report prints one comparison: medians, their ratio, and that of the
// processor times.
func report(what string, ours, theirs []took, goal string) {
	a, b := median(ours), median(theirs)
	fmt.Printf("%-28s %12s %12s %8.2f %8.2f %8s\n", what, a.wall.Round(10*time.Microsecond), b.wall.Round(10*time.Microsecond),
		float64(a.wall)/float64(b.wall), float64(a.cpu)/float64(b.cpu), goal)
}

// median takes the middle of the times, and of the processor times.
func median(list []took) (m took) {
	slices.SortFunc(list, func(a, b took) int { return cmp.Compare(a.cpu, b.cpu) })
	m.cpu = list[len(list)/2].cpu
	slices.SortFunc(list, func(a, b took) int { return cmp.Compare(a.wall, b.wall) })
	m.wall = list[len(list)/2].wall
	return m
}

// imports compares the import of JSON lines with the shell reading the rows of
// every table, journal included, as INSERT statements in one transaction,
// under the same durability: the rows as they were when the goal was set, and
// as they are. Runs alternate.
func (b *bench) imports() {
	lines, book := b.path("claims.jsonl"), b.path("book.db")
	must(generate(lines, b.n))
	var ours, theirs, asNow, checks []took
	for i := range b.rounds() {
		if i > 0 {
			must(os.Remove(book))
		}
		run(nil, b.tracker, "init", "--db", book)
		ours = append(ours, run(nil, b.tracker, "--db", book, "import", lines))
		checks = append(checks, run(nil, b.tracker, "--db", book, "check"))
		rows, empty := b.then(book)
		theirs = append(theirs, inserted(rows, empty))
		rows, empty = b.now(book)
		asNow = append(asNow, inserted(rows, empty))
	}
	report(fmt.Sprintf("import of %d claims", b.n), ours, theirs, "0.6")
	report("against the rows as they are", ours, asNow, "")
	info, err := os.Stat(book)
	must(err)
	fmt.Printf("%-28s %12.0f   bytes a claim, the goal is 1300\n", "size of the book", float64(info.Size())/float64(b.n))
	report("check, against the import", checks, ours, "0.5")
}

// rounds is how often a large book is imported: three times, unless that
// takes an hour.
func (b *bench) rounds() int {
	if b.n > 200_000 {
		return 1
	}
	return 3
}

// now makes the rows of the book as they are, and an empty book for them.
func (b *bench) now(book string) (rows, empty string) {
	rows, empty = b.path("now.sql"), b.path("now-copy.db")
	schema, err := exec.Command("sqlite3", book, ".schema").Output()
	must(err)
	run(schema, "sqlite3", empty)
	dumped(book, rows)
	return rows, empty
}

// dumped writes the rows of a book as one transaction of INSERT statements.
func dumped(book, file string) {
	rows, err := os.Create(file)
	must(err)
	defer rows.Close()
	fmt.Fprintln(rows, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; BEGIN;")
	dump := exec.Command("sqlite3", book, ".dump --data-only")
	dump.Stdout = rows
	must(dump.Run())
	fmt.Fprintln(rows, "COMMIT;")
}

// inserted is how long the shell takes to read rows into an empty book, both
// of which are then taken away.
func inserted(rows, empty string) took {
	t := run([]byte(".read "+rows), "sqlite3", empty)
	must(os.Remove(rows))
	must(os.Remove(empty))
	return t
}

// repeats is how often a short command is run.
const repeats = 31

// pages compares a page of list and due with the query in the shell.
func (b *bench) pages() {
	const columns = `SELECT c.id, c.statement, c.stated_on, c.earliest, c.latest, s.name, v.outcome
		FROM claims c JOIN names s ON s.id = c.speaker LEFT JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict `
	for _, p := range []struct {
		args  []string
		query string
	}{
		{[]string{"list", "--limit", "50"}, columns + `WHERE c.withdrawn = '' ORDER BY c.id DESC LIMIT 50`},
		{[]string{"due", "--limit", "50"}, columns + `WHERE c.verdict IS NULL AND c.withdrawn = '' AND c.ask_at <= unixepoch('2026-01-01') * 1000
			ORDER BY c.ask_at, c.id LIMIT 50`},
	} {
		var ours, theirs []took
		for range repeats {
			ours = append(ours, run(nil, b.tracker, append([]string{"--db", b.path("book.db")}, p.args...)...))
			theirs = append(theirs, run([]byte(p.query+";"), "sqlite3", b.path("book.db")))
		}
		report(p.args[0]+" --limit 50", ours, theirs, "1.5")
	}
}

// scores compares the whole board, every interval included, with the bare
// mean Brier score by speaker in the shell.
func (b *bench) scores() {
	const groupBy = `SELECT s.name, count(*), avg((c.hedge_p - (v.outcome = 'yes')) * (c.hedge_p - (v.outcome = 'yes')))
		FROM claims c JOIN names s ON s.id = c.speaker JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict GROUP BY c.speaker;`
	var ours, theirs []took
	for range 3 {
		ours = append(ours, run(nil, b.tracker, "--db", b.path("book.db"), "score", "--json"))
		theirs = append(theirs, run([]byte(groupBy), "sqlite3", b.path("book.db")))
	}
	report("score, all figures", ours, theirs, "2")
}

// adds compares logging one claim with the shell inserting the same rows
// under the same durability.
func (b *bench) adds() {
	ourBook, theirBook := b.path("add.db"), b.path("insert.db")
	run(nil, b.tracker, "init", "--db", ourBook)
	run(nil, b.tracker, "init", "--db", theirBook)
	var ours, theirs, bare []took
	for i := range 3 * repeats {
		ours = append(ours, run(nil, b.tracker, "--db", ourBook, "add", fmt.Sprintf("Measure %d takes effect", i),
			"--speaker", "The council", "--deadline", "by mid-March", "--hedge", "likely"))
		theirs = append(theirs, run([]byte(insertion(i+1)), "sqlite3", theirBook))
		bare = append(bare, run(nil, b.tracker, "version"))
	}
	report("add", ours, theirs, "1.7")
	fmt.Printf("%-28s %12s   starting the program, which add includes\n", "version", median(bare).wall.Round(10*time.Microsecond))
}

// insertion is the SQL for the rows that one add writes.
func insertion(i int) string {
	uid, command := fmt.Sprintf("%032d", i), fmt.Sprintf("%032d", i+1_000_000)
	body := fmt.Sprintf("01%0640d", i) // as long as it is packed
	return fmt.Sprintf(`PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; BEGIN IMMEDIATE;
INSERT INTO names (kind, fold, name) VALUES ('entity', 'the council', 'The council') ON CONFLICT DO NOTHING;
INSERT INTO journal (at, actor, command, verb, kind, subject, body) VALUES (1767225600000, 'desk', x'%s', 'add', 'claim', x'%s', x'%s');
INSERT INTO claims (uid, key, digest, statement, quote, language, speaker, speaker_kind, stated_on, logged_at, criterion, condition,
 polarity, hedge_words, hedge_p, hedge_low, hedge_high, hedge_kind, hedge_map, phrase, earliest, latest, zone, granularity, class,
 relation, rule, rules, grace_days, alternatives, accepted, due_at, ask_at, logged_by, notes, forced, withdrawn, disputed, words_by, type)
 VALUES (x'%s', '', %d, 'Measure %d takes effect', '', 'en', (SELECT id FROM names WHERE fold = 'the council'), 'person', '2026-01-01', 1767225600000, '', '',
 'will', 'likely', 0.729, 0.6, 0.85, 'survey', 'tracker-2026.1', 'by mid-March', '2026-01-01', '2026-03-20', 'UTC', 'month-part', 'fuzzy',
 'by', 'by', '2026.1', 0, '[]', 0, 1774051200000, 1774051200000, 'desk', '', 0, '', '', '', '');
INSERT INTO commands (uid, verb, first_seq, last_seq, entries) VALUES (x'%s', 'add', %d, %d, 1);
COMMIT;`, command, uid, body, uid, i*7919, i, command, i, i)
}
