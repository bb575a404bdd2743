package main

import (
	"fmt"
	"log"
	"os/exec"
	"strings"
)

// passes compares passes of reminding, when a hundred claims are due among
// all, with the shell: the ones that find nothing new with the bare query for
// what is due, the first, which plans, takes and marks them, with that query
// and the same three writes under the same durability.
func (b *bench) passes() {
	const waiting = `FROM claims c WHERE c.verdict IS NULL AND c.withdrawn = '' AND c.ask_at IS NOT NULL`
	book := b.book
	at := strings.TrimSpace(answer(book, `SELECT strftime('%Y-%m-%dT%H:%M:%SZ', c.ask_at / 1000, 'unixepoch') `+waiting+` ORDER BY c.ask_at LIMIT 1 OFFSET 99;`))
	open := strings.TrimSpace(answer(book, `SELECT count(*) `+waiting+`;`))
	query := `SELECT c.id, c.statement, c.quote, c.criterion, c.condition, c.stated_on, c.earliest, c.latest, s.name
		FROM claims c JOIN names s ON s.id = c.speaker WHERE c.verdict IS NULL AND c.withdrawn = '' AND c.ask_at <= unixepoch('` + at + `') * 1000 ORDER BY c.ask_at, c.id;`
	writes := `PRAGMA synchronous=FULL; BEGIN IMMEDIATE; INSERT INTO outbox (claim, rule, occurrence, channel, recipient, state, planned_at)
		SELECT c.id, 'due', '2026-01-01', 'stdout', '', 'planned', 1 ` + waiting + ` AND c.ask_at <= unixepoch('` + at + `') * 1000; COMMIT;
		BEGIN IMMEDIATE; UPDATE outbox SET owner = 'shell', leased_until = 2, attempts = 1, letter = 'one', letter_on = '2026-01-01' WHERE state = 'planned'; COMMIT;
		BEGIN IMMEDIATE; UPDATE outbox SET state = 'sent', ended_at = 3 WHERE state = 'planned'; COMMIT;`
	var first, later, bare, theirs []took
	answer(book, `DELETE FROM outbox;`)
	_, peak := b.measured(at, "--db", book, "remind")
	for range repeats {
		answer(book, `DELETE FROM outbox;`)
		first = append(first, runAt(at, nil, b.tracker, "--db", book, "remind"))
		later = append(later, runAt(at, nil, b.tracker, "--db", book, "remind"))
		bare = append(bare, run([]byte(query), "sqlite3", book))
		answer(book, `DELETE FROM outbox;`)
		theirs = append(theirs, run([]byte(query+writes), "sqlite3", book))
	}
	b.compare("first pass, 100 of "+open+" due", first, theirs, 3)
	b.compare("a pass with nothing new", later, bare, 3)
	fmt.Printf("%-34s %9d MB   at most, in a first pass\n", "memory", peak>>20)
}

// answer is what a query gives in the shell.
func answer(book, query string) string {
	out, err := exec.Command("sqlite3", book, query).Output()
	if err != nil {
		log.Fatalf("%s: %v", query, err)
	}
	return string(out)
}
