// Command book measures the program on a generated book against the sqlite3
// shell doing the same work on the same rows, process start included in both,
// and prints ratios, each with its goal and whether it is met. Runs of the two
// alternate, and medians are compared, so that other work on the machine
// weighs on both. What decides is the ratio by the clock, and what it is on a
// quiet machine; that of the processor time is printed beside it. The exit code
// is 1 when a goal is not met.
//
//	go run ./bench/book -n 1000000
//	go run ./bench/book -n 1000000 -book kept.db -parts pages,scores
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// sample is how many claims are written, where writing is compared, and how
// many a site has: enough for a ratio, and an hour is enough for all.
const sample = 100_000

// bench is one run of all comparisons.
type bench struct {
	dir     string // scratch
	tracker string // the built program
	n       int    // claims
	book    string // of so many claims, once it is made
	most    int64  // memory that making it took, in bytes; 0 where it was there
	tally
}

func main() {
	log.SetFlags(log.Ltime)
	n := flag.Int("n", 1_000_000, "claims in the generated book")
	only := flag.String("claims", "", "only write the claims to `FILE`, to be imported by hand")
	parts := flag.String("parts", "", "only these parts, such as `pages,adds`")
	kept := flag.String("book", "", "make the book at `FILE` and keep it, or take the one of an earlier run that is there")
	memory := flag.String("memory", "", "only run the command that follows, and write the memory it had, in bytes, into `FILE`")
	server := flag.Bool("server", false, "only compare a book on PostgreSQL")
	flag.Parse()
	if *memory != "" {
		must(note(*memory, flag.Args()))
		return
	}
	if *only != "" {
		must(generate(*only, *n))
		return
	}
	dir, err := os.MkdirTemp("", "tracker-bench-")
	must(err)
	b := &bench{dir: dir, tracker: filepath.Join(dir, "tracker"), n: *n, book: *kept}
	if out, err := exec.Command("go", "build", "-o", b.tracker, "./cmd/tracker").CombinedOutput(); err != nil {
		log.Fatalf("build: %v\n%s", err, out)
	}
	if *server {
		*parts = "server"
	}
	b.all(*parts)
	met := b.told()
	must(os.RemoveAll(dir))
	if !met {
		os.Exit(1)
	}
}

// part is a comparison, or several that go together.
type part struct {
	name   string
	onBook bool // it reads the book of all claims
	shell  bool // it compares with the sqlite3 shell
	run    func()
}

// list are all parts in the order in which they are run.
func (b *bench) list() []part {
	return []part{{"imports", false, true, b.imports}, {"sheets", false, false, b.sheets}, {"size", true, false, b.size}, {"pages", true, true, b.pages},
		{"words", true, false, b.words}, {"passes", true, true, b.passes}, {"scores", true, true, b.scores}, {"memory", true, true, b.memory},
		{"sensitivity", false, false, b.sensitivity}, {"adds", false, true, b.adds}, {"site", false, false, b.site}, {"server", false, false, b.onServer}}
}

// all runs the parts, or those that are named.
func (b *bench) all(only string) {
	named := map[string]bool{}
	for _, name := range strings.Split(only, ",") {
		named[name] = true
	}
	for _, p := range b.list() {
		delete(named, p.name)
	}
	if delete(named, ""); len(named) > 0 {
		log.Fatalf("there is no part %v", slices.Collect(maps.Keys(named)))
	}
	_, shell := exec.LookPath("sqlite3")
	fmt.Printf("%-34s %12s %12s %8s %8s %8s\n", "", "tracker", "against", "ratio", "of cpu", "goal")
	for _, p := range b.list() {
		switch {
		case only != "" && !slices.Contains(strings.Split(only, ","), p.name):
			continue
		case p.shell && shell != nil:
			fmt.Printf("%s: not measured, the sqlite3 shell is not installed (apt-get install sqlite3)\n", p.name)
			continue
		case p.onBook:
			b.made()
		}
		start := time.Now()
		log.Printf("%s …", p.name)
		p.run()
		log.Printf("%s took %s", p.name, time.Since(start).Round(time.Second))
	}
}

// made makes the book of all claims, unless it is there.
func (b *bench) made() {
	if b.book == "" {
		b.book = b.path("book.db")
	}
	if _, err := os.Stat(b.book); err == nil {
		if n, err := exec.Command(b.tracker, "--db", b.book, "list", "--count").Output(); err != nil || strings.TrimSpace(string(n)) != fmt.Sprint(b.n) {
			log.Fatalf("%s has %s claims, and -n says %d (%v)", b.book, strings.TrimSpace(string(n)), b.n, err)
		}
		return
	}
	log.Printf("a book of %d claims is made …", b.n)
	lines := b.path("all.jsonl")
	must(generate(lines, b.n))
	var t took
	t, b.most = b.imported(b.book, lines)
	fmt.Printf("%-34s %12s   %.0f claims a second\n", fmt.Sprintf("import of %d claims, once", b.n), t.wall.Round(10*time.Millisecond), float64(b.n)/t.wall.Seconds())
	must(os.Remove(lines))
}

// imported makes a book of the claims of a file. It has its name when it is whole.
func (b *bench) imported(book, lines string) (took, int64) {
	part := book + ".part"
	for _, ending := range []string{"", "-wal", "-shm"} {
		os.Remove(part + ending) // of a run that was stopped
	}
	run(nil, b.tracker, "init", "--db", part)
	t, most := b.measured(newYear, "--db", part, "import", lines)
	must(os.Rename(part, book))
	return t, most
}

// sampled makes the claims of a sample, and returns their file and number.
func (b *bench) sampled(most int) (lines string, n int) {
	n = min(b.n, most)
	lines = b.path(fmt.Sprintf("%d.jsonl", n))
	if _, err := os.Stat(lines); err != nil {
		must(generate(lines, n))
	}
	return lines, n
}

// path is a file in the scratch directory.
func (b *bench) path(name string) string { return filepath.Join(b.dir, name) }
