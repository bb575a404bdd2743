package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/store/postgres"
	"tracker/store/postgres/postgrestest"
)

// rounds is how often the primary is killed.
func rounds() int {
	if os.Getenv("TRACKER_SOAK") != "" {
		return 50
	}
	return 3
}

// writer adds claims until it is stopped, each under a command of its own that
// is typed again until a server says that it is written.
type writer struct {
	name  string
	acked []string // commands
	asked int      // how often one was typed again
	pause time.Duration
}

func (w *writer) run(ctx context.Context, t *testing.T, count *atomic.Int64) {
	b, err := Open(ctx, w.name)
	if err != nil {
		t.Error(err)
		return
	}
	defer b.Close()
	for ctx.Err() == nil {
		cmd, start := NewCommand("add", "desk", now), time.Now()
		for {
			_, err := b.Add(context.Background(), cmd, plainClaim(int(count.Add(1))))
			if err == nil {
				break
			}
			var refusal *claims.Error
			if !errors.As(err, &refusal) || refusal.Kind != claims.Unusable {
				t.Errorf("an error that is none of a server: %v", err)
				return
			}
			w.asked++
		}
		w.acked = append(w.acked, cmd.UID)
		w.pause = max(w.pause, time.Since(start))
	}
}

// The primary is killed under five writers, and its standby takes over: what
// was acknowledged is there, once, and entries have no gaps.
func TestFailover(t *testing.T) {
	if testing.Short() || os.Getenv(onServer) != "" {
		t.Skip("servers are killed")
	}
	primary, standby := postgrestest.Start(t, "fsync=off"), postgrestest.Place(t)
	name := postgrestest.URLOf(primary, standby, "desk")
	b, _, err := Create(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	b.Close()
	var count atomic.Int64
	acked, asked, longest := map[string]int{}, 0, time.Duration(0)
	for range rounds() {
		standby.Follow(primary, "fsync=off")
		primary.Set("synchronous_standby_names", "*")
		writers := make([]*writer, 5)
		ctx, stop := context.WithCancel(t.Context())
		var writing sync.WaitGroup
		for i := range writers {
			writers[i] = &writer{name: name}
			writing.Go(func() { writers[i].run(ctx, t, &count) })
		}
		reached(t, &count, 40)
		primary.Kill()
		standby.Promote()
		reached(t, &count, 40)
		stop()
		writing.Wait()
		for _, w := range writers {
			for _, c := range w.acked {
				acked[c]++
			}
			asked, longest = asked+w.asked, max(longest, w.pause)
		}
		primary, standby = standby, primary
	}
	mustHaveOnce(t, name, acked)
	t.Logf("%d acknowledged, %d typed again, longest pause %v", len(acked), asked, longest.Round(time.Millisecond))
}

// reached waits for some more attempts to write.
func reached(t *testing.T, count *atomic.Int64, more int64) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for start := count.Load(); count.Load() < start+more; <-tick.C {
		if t.Failed() {
			t.FailNow()
		}
	}
}

// mustHaveOnce fails the test unless a book is sound and has one entry of each
// acknowledged command, and entries are numbered without a gap.
func mustHaveOnce(t *testing.T, name string, acked map[string]int) {
	t.Helper()
	b, err := Open(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	has, last := map[string]int{}, int64(0)
	for e, err := range b.Journal(t.Context()) {
		if err != nil || e.Seq != last+1 {
			t.Fatalf("entry %d follows %d, %v", e.Seq, last, err)
		}
		last = e.Seq
		has[e.Command]++
	}
	for c, n := range has {
		if n != 1 {
			t.Errorf("command %s is there %d times", c, n)
		}
	}
	for c := range acked {
		if has[c] != 1 {
			t.Errorf("command %s was acknowledged and is there %d times", c, has[c])
		}
	}
	mustBeSound(t, b)
}

// Without a standby that confirms, what was acknowledged is lost with the
// server: this is what the manual warns of.
func TestAsynchronousReplicationLoses(t *testing.T) {
	if testing.Short() || os.Getenv(onServer) != "" {
		t.Skip("servers are killed")
	}
	primary, standby := postgrestest.Start(t, "fsync=off"), postgrestest.Place(t)
	name := postgrestest.URLOf(primary, standby, "desk")
	b, _, err := Create(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	mustAdd(t, b, plainClaim(1))
	standby.Follow(primary, "fsync=off")
	standby.Set("primary_conninfo", "") // the standby falls behind
	standby.Query("DO $$ BEGIN WHILE EXISTS (SELECT 1 FROM pg_stat_wal_receiver) LOOP PERFORM pg_sleep(0.02); PERFORM pg_stat_clear_snapshot(); END LOOP; END $$")
	lost := mustAdd(t, b, plainClaim(2))
	b.Close()
	primary.Kill()
	standby.Promote()
	if b, err = Open(t.Context(), name); err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if _, err := b.Claim(t.Context(), string(lost.UID)); !IsNotFound(err) {
		t.Errorf("the claim that no standby had is there: %v", err)
	}
	mustBeSound(t, b)
	if c := mustAdd(t, b, plainClaim(3)); c.ID != 2 {
		t.Errorf("the next claim is %d, want 2: nothing may be numbered over a loss", c.ID)
	}
}

// A commit for which no standby answers is on one disk only. Nobody is told
// that it is written, and the same command, typed when a standby answers
// again, writes nothing twice.
func TestNoStandbyAnswers(t *testing.T) {
	if os.Getenv(onServer) != "" {
		t.Skip("a server of its own")
	}
	server := postgrestest.Start(t, "fsync=off")
	b, _, err := Create(t.Context(), server.URL("desk"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	b.engine.(*postgres.Server).Patience = 200 * time.Millisecond
	server.Set("synchronous_standby_names", "nobody")
	cmd := NewCommand("add", "desk", now)
	_, err = b.Add(t.Context(), cmd, plainClaim(1))
	var refusal *claims.Error
	if !errors.As(err, &refusal) || refusal.Kind != claims.Unusable ||
		refusal.Msg != fmt.Sprintf("it is not known whether this was written to %s: it is on the disk of this server, and no standby confirmed it", b.Path()) {
		t.Fatalf("err = %v", err)
	}
	server.Set("synchronous_standby_names", "")
	c, err := b.Add(t.Context(), cmd, plainClaim(1))
	if err != nil || c.ID != 1 || c.UID == "" {
		t.Errorf("typed again: claim %d, %q, %v", c.ID, c.UID, err)
	}
	if n := len(dump(t, b)["journal"]); n != 1 {
		t.Errorf("%d entries, want 1", n)
	}
	if _, err := b.Change(t.Context(), cmd, []claims.ID{1}, "", func(c *claims.Claim) error { return c.Snooze(calendar.Date(2025, 9, 1), calendar.Date(2025, 8, 18)) }); err == nil {
		t.Error("a command that is in the book made a change")
	}
	mustBeSound(t, b)
}
