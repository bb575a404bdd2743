package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tracker/calendar"
	"tracker/claims"
	"tracker/ledger"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/store"
)

// crashBook names the book to the child of TestCrash.
const crashBook = "TRACKER_CRASH_BOOK"

// crashBatch is how many claims the child imports in one transaction.
const crashBatch = 10

// A process that is killed at any moment has written everything it had
// acknowledged, nothing by halves, and at most one command more.
func TestCrash(t *testing.T) {
	rounds := 30
	if os.Getenv("TRACKER_SOAK") == "1" {
		rounds = 500
	}
	var path string
	acks := map[string]int{}
	for round := range rounds {
		if round%10 == 0 { // a new book, so that checking stays quick
			path, acks = filepath.Join(t.TempDir(), "book.db"), map[string]int{}
			b, _, err := store.Create(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			b.Close()
		}
		before := len(acks)
		crash(t, path, 1+rand.IntN(60), acks)
		if len(acks) == before {
			t.Fatalf("round %d: nothing was acknowledged", round)
		}
		mustHoldAcknowledged(t, path, acks)
	}
}

// crash starts a child on a book, kills it after some acknowledgements, and
// enters all it had sent.
func crash(t *testing.T, path string, after int, acks map[string]int) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestCrashChild$")
	child.Env = append(os.Environ(), crashBook+"="+path, "TMPDIR="+t.TempDir())
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	in := bufio.NewReader(out)
	for n := 1; ; n++ {
		line, err := in.ReadString('\n')
		if err == io.EOF {
			break // a line that was cut short is no acknowledgement
		}
		if err != nil {
			t.Fatal(err)
		}
		var command string
		var entries int
		if _, err := fmt.Sscanf(line, "ack %s %d\n", &command, &entries); err != nil {
			t.Fatalf("the child says %q", line)
		}
		acks[command] = entries
		if n == after {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	var exit *exec.ExitError
	if err := child.Wait(); !errors.As(err, &exit) || exit.ExitCode() != -1 {
		t.Fatalf("the child ended by itself: %v", err)
	}
}

// mustHoldAcknowledged checks a book after a crash. What was written without
// being acknowledged counts as acknowledged from then on.
func mustHoldAcknowledged(t *testing.T, path string, acks map[string]int) {
	t.Helper()
	b, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	entries, imported := map[string]int{}, map[string]int{}
	for e, err := range b.Journal(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		entries[e.Command]++
		if e.Verb == "import" && e.Kind == ledger.Claim {
			imported[e.Command]++
		}
	}
	for command, n := range acks {
		if entries[command] < n {
			t.Errorf("%s: %d of %d acknowledged entries are there", command, entries[command], n)
		}
	}
	more := 0
	for command, n := range entries {
		if n > acks[command] {
			more++
			acks[command] = n
		}
	}
	if more > 1 {
		t.Errorf("%d commands are there that were never acknowledged", more)
	}
	for command, n := range imported {
		if n%crashBatch != 0 {
			t.Errorf("%s: %d imported claims are no whole batches of %d", command, n, crashBatch)
		}
	}
	problems, err := b.Check(t.Context(), nil)
	if err != nil || len(problems) > 0 {
		t.Fatalf("check: %+v, %v", problems, err)
	}
}

// TestCrashChild is what TestCrash kills: it adds, resolves and imports until
// then, and acknowledges each commit with the command and how many entries
// the command has.
func TestCrashChild(t *testing.T) {
	path := os.Getenv(crashBook)
	if path == "" {
		t.Skip("runs as the child of TestCrash")
	}
	b, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	ack := func(cmd store.Command, entries int) { fmt.Printf("ack %s %d\n", cmd.UID, entries) }
	var ids []claims.ID
	for n := 0; ; n++ {
		switch kind := rand.IntN(3); {
		case kind == 0 && len(ids) > 0:
			cmd := store.NewCommand("resolve", "desk", 1)
			verdict := claims.Verdict{Outcome: claims.No, Note: "seen", Evidence: []claims.Evidence{}, By: "desk", At: claims.Instant(n + 1)}
			if _, err := b.Change(t.Context(), cmd, ids[rand.IntN(len(ids)):][:1], "", func(c *claims.Claim) error { return c.Resolve(verdict) }); err != nil {
				t.Fatal(err)
			}
			ack(cmd, 1)
		case kind == 1:
			importUntilKilled(t, b, ack)
		default:
			cmd := store.NewCommand("add", "desk", 1)
			c, err := b.Add(t.Context(), cmd, crashClaim())
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, c.ID)
			ack(cmd, 1)
		}
	}
}

// importUntilKilled imports up to five batches.
func importUntilKilled(t *testing.T, b *store.Book, ack func(store.Command, int)) {
	t.Helper()
	cmd := store.NewCommand("import", "desk", 1)
	batches := 1 + rand.IntN(5)
	for n := range batches {
		last := n == batches-1
		if err := b.Import(t.Context(), cmd, strings.Repeat("0", 64), last, func(b *store.Batch) error {
			for range crashBatch {
				c := crashClaim()
				if err := b.Add(&c); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		entries := 1 + (n+1)*crashBatch
		if last {
			entries++
		}
		ack(cmd, entries)
	}
}

// crashClaim is a claim with something in every table.
func crashClaim() claims.Claim {
	return claims.Claim{Statement: "The talks resume", Language: "en", Speaker: "The ministry", SpeakerKind: claims.Institution,
		StatedOn: "2025-08-06", LoggedAt: 1, LoggedBy: "desk", Event: "talks", Tags: []string{"talks"}, Polarity: claims.Will,
		Attribution: []claims.Link{{Entity: "The ministry", Role: claims.Origin}},
		Appearances: []claims.Appearance{{Source: "The gazette", URL: "https://example.org/talks"}},
		Hedge:       claims.Hedge{Words: "will", Kind: hedge.None},
		Window: claims.Window{Earliest: calendar.Date(2025, 8, 6), Latest: calendar.Date(2025, 8, 31), Zone: "UTC", Granularity: deadline.Month,
			Class: deadline.ClassExact, Relation: deadline.By, Rule: "month", Alternatives: []deadline.Alternative{}, DueAt: 1756684800000}}
}
