package store

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	osexec "os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"tracker/claims"
	"tracker/remind"
	"tracker/remind/hook"
)

// A test binary that is started with this variable is one of the processes of
// the test below.
const chaosBook = "TRACKER_CHAOS_BOOK"

func TestMain(m *testing.M) {
	if path := os.Getenv(chaosBook); path != "" {
		if err := chaosProcess(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// chaosClock runs faster than the real one, alike in all processes, so that
// leases end and retries come within the test.
func chaosClock(start int64) func() claims.Instant {
	const faster = 50
	return func() claims.Instant { return now + claims.Instant((time.Now().UnixMilli()-start)*faster) }
}

// chaosProcess makes passes until it is killed, or one pass.
func chaosProcess(path string) error {
	start, err := strconv.ParseInt(os.Getenv("TRACKER_CHAOS_START"), 10, 64)
	if err != nil {
		return err
	}
	b, err := Open(context.Background(), path)
	if err != nil {
		return err
	}
	defer b.Close()
	for {
		if err := chaosPass(b, os.Getenv("TRACKER_CHAOS_URL"), chaosClock(start)); os.Getenv("TRACKER_CHAOS_ONCE") != "" {
			return err
		}
	}
}

// chaosPass makes a pass for three recipients, who get each claim in a letter
// of its own.
func chaosPass(b *Book, url string, clock func() claims.Instant) error {
	body, err := hook.Template("{{.Name}} {{.Text}}")
	if err != nil {
		return err
	}
	h := &hook.Hook{URL: url, Private: true, Body: body, Clock: time.Now}
	for _, name := range []string{"anna", "bert", "cleo"} {
		r := remind.Route{Channel: "hook", Recipient: name, Zone: time.UTC, Most: 1}
		// What fails is tried again in a later pass.
		_, _ = remind.Pass(context.Background(), b.Outbox(r.Channel, r.Recipient), r, fmt.Sprint(os.Getpid()), clock, func(ctx context.Context, d remind.Digest) error {
			_, err := h.Send(ctx, remind.Message{ID: d.ID, Name: name, Text: fmt.Sprint(d.Prompts[0].Claim.ID)})
			return err
		})
	}
	return nil
}

// moody is a receiver that is slow, refuses a tenth and swallows a twentieth
// of its answers.
type moody struct {
	mu        sync.Mutex
	ids       map[string]map[string]int // letters by recipient and claim: ids and how often
	taken     int
	swallowed int
}

func (m *moody) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	mood := rand.IntN(100)
	<-time.After(time.Duration(rand.IntN(8)) * time.Millisecond) // slow
	if err != nil || mood < 10 {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.ids[string(body)] == nil {
		m.ids[string(body)] = map[string]int{}
	}
	m.ids[string(body)][r.Header.Get("webhook-id")]++
	if m.taken++; mood < 15 {
		m.swallowed++
		if c, _, err := http.NewResponseController(w).Hijack(); err == nil {
			c.Close()
		}
	}
}

// reached is how many letters arrived, each counted once.
func (m *moody) reached() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.ids)
}

// Two daemons and a crontab on one book, killed at random, and a receiver that
// cannot be relied upon: every prompt arrives, hardly any twice, and whatever
// comes twice has the same id.
func TestChaos(t *testing.T) {
	want, part, lull := 25, 0.6, 300*time.Millisecond
	if os.Getenv("TRACKER_SOAK") == "1" {
		want, part, lull = 1000, 0.9, 1500*time.Millisecond
	}
	name := bookName(filepath.Join(t.TempDir(), "book.db"))
	b, _, err := Create(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	for n := 1; n <= want; n++ {
		mustAdd(t, b, plainClaim(n))
	}
	m := &moody{ids: map[string]map[string]int{}}
	receiver := httptest.NewServer(m)
	defer receiver.Close()
	start := time.Now().UnixMilli()
	begin := func(once string) *osexec.Cmd {
		cmd := osexec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), chaosBook+"="+name, "TRACKER_CHAOS_URL="+receiver.URL, "TRACKER_CHAOS_ONCE="+once,
			"TRACKER_CHAOS_START="+strconv.FormatInt(start, 10), "GOCOVERDIR="+t.TempDir())
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	end := func(cmd *osexec.Cmd) {
		cmd.Process.Kill()
		cmd.Wait() // killed, or done
	}
	running, kills := []*osexec.Cmd{begin(""), begin(""), begin("once")}, 0
	for deadline := time.Now().Add(10 * time.Minute); float64(m.reached()) < part*float64(3*want) && time.Now().Before(deadline); kills++ {
		<-time.After(lull/2 + rand.N(lull))
		i := rand.IntN(len(running))
		end(running[i])
		running[i] = begin([]string{"", "", "once"}[i])
	}
	for _, cmd := range running {
		end(cmd)
		kills++
	}
	mustArriveOnce(t, b, m, receiver.URL, want, kills)
	mustBeSound(t, b)
}

// mustArriveOnce delivers the rest in peace, hours later, and counts.
func mustArriveOnce(t *testing.T, b *Book, m *moody, url string, want, kills int) {
	t.Helper()
	later := claims.At(time.UnixMilli(int64(now)).Add(7 * time.Hour))
	for range 500 {
		if m.reached() == 3*want && waitingRows(t, b) == 0 {
			break
		}
		if err := chaosPass(b, url, func() claims.Instant { return later }); err != nil {
			t.Fatal(err)
		}
		later += claims.Instant(10 * time.Minute / time.Millisecond)
	}
	for key, ids := range m.ids {
		if len(ids) != 1 {
			t.Errorf("%s came as %v", key, ids)
		}
	}
	repeats, allowed := m.taken-len(m.ids)-m.swallowed, max(kills, 3*want/100)
	if want >= 1000 {
		allowed = 3 * want / 100
	}
	if len(m.ids) != 3*want || repeats > allowed {
		t.Errorf("%d of %d arrived, %d more than once beyond %d swallowed answers, at most %d may; %d kills", len(m.ids), 3*want, repeats, m.swallowed, allowed, kills)
	}
	t.Logf("%d letters, %d kills, %d answers swallowed, %d more repeats", len(m.ids), kills, m.swallowed, repeats)
}

// waitingRows counts what is planned.
func waitingRows(t *testing.T, b *Book) (n int) {
	t.Helper()
	if err := b.reader.QueryRow(`SELECT count(*) FROM outbox WHERE state = 'planned'`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// No secret of a channel is kept in the book, whatever the failure.
func TestNoSecretIsKept(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	r := remind.Route{Channel: "hook", Recipient: "desk", Zone: time.UTC}
	h := &hook.Hook{URL: "http://127.0.0.1:1/T0SECRET/xyzzySECRET?key=keySECRET", Private: true, Secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
		Headers: map[string]string{"Authorization": "Bearer tokenSECRET"}, Clock: time.Now}
	_, err := remind.Pass(t.Context(), b.Outbox(r.Channel, r.Recipient), r, "test", stopped(now), func(ctx context.Context, d remind.Digest) error {
		_, err := h.Send(ctx, remind.Message{ID: d.ID})
		return err
	})
	if err == nil || strings.Contains(err.Error(), "SECRET") {
		t.Errorf("the error says %v", err)
	}
	if err := b.Checkpoint(t.Context()); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(b.path + "*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil || strings.Contains(string(text), "SECRET") || strings.Contains(string(text), "MfKQ9r8G") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
