package main

import (
	"fmt"
	"os"
	"os/exec"
)

// imports compares the import of JSON lines with the shell reading the rows of
// every table, journal included, as INSERT statements in one transaction,
// under the same durability: the rows as they were when the goal was set, and
// as they are. Check, undo and the import of its journal are compared with the
// import. Runs alternate.
func (b *bench) imports() {
	lines, n := b.sampled(sample)
	book := b.path("imported.db")
	var ours, theirs, asNow, checks, undos, replays []took
	for range 3 {
		t, _ := b.imported(book, lines)
		ours = append(ours, t)
		checks = append(checks, run(nil, b.tracker, "--db", book, "check"))
		replays = append(replays, b.replayed(book))
		rows, empty := b.then(book)
		theirs = append(theirs, inserted(rows, empty))
		rows, empty = b.now(book)
		asNow = append(asNow, inserted(rows, empty))
		undos = append(undos, run(nil, b.tracker, "--db", book, "undo"))
		must(os.Remove(book))
	}
	b.compare(fmt.Sprintf("import of %d claims", n), ours, theirs, 0.6)
	b.compare("against the rows as they are", ours, asNow, 0)
	b.compare("check, against the import", checks, ours, 0.5)
	b.compare("journal import, against the import", replays, ours, 0.5)
	b.compare("undo, against the import", undos, ours, 0.5)
}

// replayed is how long a new book takes to be made of the journal of another.
func (b *bench) replayed(book string) took {
	journal, fresh := b.path("journal.jsonl"), b.path("replayed.db")
	run(nil, b.tracker, "--db", book, "journal", "export", "-o", journal)
	run(nil, b.tracker, "--db", fresh, "init")
	t := run(nil, b.tracker, "--db", fresh, "journal", "import", journal)
	must(os.Remove(journal))
	must(os.Remove(fresh))
	return t
}

// size is how large the book is.
func (b *bench) size() {
	info, err := os.Stat(b.book)
	must(err)
	b.limit("bytes a claim", float64(info.Size())/float64(b.n), 1300, "")
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
