package main

import (
	"fmt"
	"time"
)

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
			ours = append(ours, run(nil, b.tracker, append([]string{"--db", b.book}, p.args...)...))
			theirs = append(theirs, run([]byte(p.query+";"), "sqlite3", b.book))
		}
		b.compare(p.args[0]+" --limit 50", ours, theirs, 1.5)
	}
}

// scores compares the whole board, every interval included, with the bare
// mean Brier score by speaker in the shell.
func (b *bench) scores() {
	const groupBy = `SELECT s.name, count(*), avg((c.hedge_p - (v.outcome = 'yes')) * (c.hedge_p - (v.outcome = 'yes')))
		FROM claims c JOIN names s ON s.id = c.speaker JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict GROUP BY c.speaker;`
	var ours, theirs []took
	for range 3 {
		ours = append(ours, run(nil, b.tracker, "--db", b.book, "score", "--json"))
		theirs = append(theirs, run([]byte(groupBy), "sqlite3", b.book))
	}
	b.compare("score, all figures", ours, theirs, 2)
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
	b.compare("add", ours, theirs, 1.7)
	fmt.Printf("%-34s %12s   starting the program, which add includes\n", "version", median(bare).wall.Round(10*time.Microsecond))
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
