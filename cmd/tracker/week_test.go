//go:build linux

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tracker/daemon"
	"tracker/settings"
)

// week is a desk at work: a daemon that watches the book under a clock of its
// own, and people who use it meanwhile, each command a program by itself.
type week struct {
	*desk
	now  time.Time
	rand *rand.Rand
	env  *env          // of the daemon
	tick *daemon.Watch // likewise

	did  map[string]int // how often what was done
	most map[string]int // the memory of each verb today, in KB
	runs atomic.Int64
	mu   sync.Mutex
}

// A desk works for a week with everything it has: several programs at once, some
// of them killed, some interrupted. After each day check has nothing to say, and
// a backup is the book. Neither the daemon nor any verb needs more memory on the
// last day than on the first. In short: two days, of fewer hours and claims.
func TestWeek(t *testing.T) {
	days, hours, logged := 2, 2, 500
	if os.Getenv("TRACKER_SOAK") == "1" {
		days, hours, logged = 7, 12, 5000
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	w := newWeek(t, seed, logged)
	heap, verbs := make([]uint64, days), make([]map[string]int, days)
	for day := range days {
		w.most = map[string]int{}
		for hour := range hours {
			w.hour()
			w.now = w.now.Add(24 * time.Hour / time.Duration(hours))
			if hour == hours-1 {
				w.evening(day)
			}
		}
		heap[day], verbs[day] = memory(), w.most
		t.Logf("day %d: %s claims, the daemon's heap %d KB, verbs at most %v KB", day+1, strings.TrimSpace(w.must(w.at(), "list", "--count")), heap[day]>>10, w.most)
	}
	t.Logf("done: %v", w.did)
	if first, last := heap[0], heap[days-1]; last > first+first/4+1<<20 {
		t.Errorf("the daemon's heap was %d bytes after the first day and is %d after the last", first, last)
	}
	for verb, first := range verbs[0] {
		// The book grows by what is logged each day; a page of it does not.
		// One that was killed each time could not say anything.
		if last := verbs[days-1][verb]; first > 0 && last > first+first/2 {
			t.Errorf("%s took %d KB on the first day and %d on the last", verb, first, last)
		}
	}
}

// newWeek makes a book with claims of July, and starts a daemon on it.
func newWeek(t *testing.T, seed uint64, logged int) *week {
	t.Helper()
	w := &week{desk: newDesk(t), now: time.Date(2025, 8, 4, 0, 0, 0, 0, time.UTC), rand: rand.New(rand.NewPCG(seed, 1)), did: map[string]int{}}
	w.must(w.at(), "init")
	w.must(w.at(), "import", w.claims("archive", logged))
	for name, value := range map[string]string{"TRACKER_DB": w.book, "TRACKER_NOW": w.at(), "TRACKER_ZONE": "UTC", "TRACKER_ACTOR": "daemon", "XDG_CONFIG_HOME": w.home} {
		t.Setenv(name, value)
	}
	w.env = newEnv()
	w.env.Out, w.env.Err, w.env.TTYErr = io.Discard, io.Discard, false
	var err error
	if w.env.Settings, err = settings.Read(w.env.flags); err != nil {
		t.Fatal(err)
	}
	b, err := w.env.book(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.env.close)
	w.tick = &daemon.Watch{Log: daemon.NewLog(w.env.Sayf, w.env.Err, false), Zone: time.UTC, Now: w.env.tick}
	w.env.watch(w.tick, b)
	return w
}

// at is the present as TRACKER_NOW.
func (w *week) at() string { return w.now.Format(time.RFC3339) }

// claims writes a file of n claims, stated in July, that fall due day by day.
func (w *week) claims(name string, n int) string {
	w.Helper()
	var lines strings.Builder
	for i := range n {
		fmt.Fprintf(&lines, `{"statement":"Gate %d of the %s opens","speaker":"Office %d","event":"gate %d","stated_on":"2025-07-%02d","window":{"earliest":"2025-07-01","latest":"2025-08-%02d"},"hedge":"likely"}`+"\n",
			i, name, i%40, i%97, 1+i%28, 1+(i/7)%31)
	}
	path := filepath.Join(w.home, name+".jsonl")
	if err := os.WriteFile(path, []byte(lines.String()), 0o600); err != nil {
		w.Fatal(err)
	}
	return path
}

// hour lets the daemon tick while some people work, one after another each.
func (w *week) hour() {
	var working sync.WaitGroup
	working.Go(w.ticks)
	for range 2 {
		r := rand.New(rand.NewPCG(w.rand.Uint64(), 2))
		working.Go(func() {
			for range 2 {
				chosen := doings[r.IntN(len(doings))]
				w.count(chosen.name)
				chosen.do(w, r)
			}
		})
	}
	working.Wait()
}

// ticks are those of a daemon in an hour, every ten minutes.
func (w *week) ticks() {
	for n := range 6 {
		w.env.Now = w.now.Add(time.Duration(n) * 10 * time.Minute)
		if err := w.tick.Tick(w.Context()); err != nil {
			w.Errorf("the daemon: %v", err)
		}
	}
}

func (w *week) count(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.did[name]++
}

// doings are what people do with the book.
var doings = []struct {
	name string
	do   func(*week, *rand.Rand)
}{
	{"add", func(w *week, r *rand.Rand) {
		w.allowed("add", fmt.Sprintf("Train %d runs", r.Uint32()), "--speaker", fmt.Sprintf("Office %d", r.IntN(40)), "--by", w.now.AddDate(0, 0, r.IntN(9)).Format(time.DateOnly))
	}},
	{"resolve", (*week).resolve},
	{"resolve", (*week).resolve},
	{"change", func(w *week, r *rand.Rand) {
		id := fmt.Sprint(1 + r.IntN(1000))
		changes := [][]string{{"withdraw", id, "--reason", "wrong"}, {"reopen", id, "--reason", "after all"}, {"dispute", id, "--note", "it was said otherwise"},
			{"amend", id, "--notes", "seen again"}, {"snooze", id, "--until", w.now.AddDate(0, 0, 2).Format(time.DateOnly)}, {"link", id, "--repeats", fmt.Sprint(1 + r.IntN(1000))}}
		w.allowed(changes[r.IntN(len(changes))]...)
	}},
	{"names", func(w *week, r *rand.Rand) {
		w.allowed("speaker", "alias", fmt.Sprintf("Office %d", r.IntN(40)), fmt.Sprintf("Bureau %d", r.Uint32()))
	}},
	{"import", (*week).imports},
	{"undo", func(w *week, _ *rand.Rand) { w.allowed("undo") }},
	{"redo", func(w *week, _ *rand.Rand) { w.allowed("redo") }},
	{"remind", func(w *week, r *rand.Rand) { w.ended(r, "remind") }},
	{"a daemon killed", func(w *week, r *rand.Rand) { w.ended(r, "daemon", "--every", "1s") }},
	{"list", func(w *week, _ *rand.Rand) { w.allowed("list", "status:due", "--limit", "20") }},
	{"score", func(w *week, _ *rand.Rand) { w.allowed("score") }},
	{"report", func(w *week, r *rand.Rand) { w.ended(r, "report", "-o", filepath.Join(w.home, "report.html")) }},
	{"site", func(w *week, r *rand.Rand) {
		w.ended(r, "report", "--out", filepath.Join(w.home, "site"), fmt.Sprintf("speaker:\"Office %d\"", r.IntN(40)))
	}},
	{"backup", func(w *week, r *rand.Rand) {
		w.ended(r, "backup", filepath.Join(w.home, fmt.Sprintf("copy-%d.db", r.Uint32())))
	}},
	{"check", func(w *week, _ *rand.Rand) { w.allowed("check") }},
}

// resolve judges some of what is due.
func (w *week) resolve(r *rand.Rand) {
	var due struct {
		Claims []struct{ ID int }
	}
	if err := json.Unmarshal([]byte(w.must(w.at(), "due", "--json", "--limit", "3")), &due); err != nil {
		w.Error(err)
	}
	for _, c := range due.Claims {
		how := [][]string{{"yes"}, {"no"}, {"partial", "--extent", "0.4"}, {"unclear", "--reason", "no-consensus"}, {"void", "--reason", "underspecified"}}
		w.allowed(slices.Concat([]string{"resolve", fmt.Sprint(c.ID)}, how[r.IntN(len(how))], []string{"--note", "seen at the gate"})...)
	}
}

// imports imports a file, which may be stopped, and then goes on; some of them
// are taken back, in parts, which may be stopped as well.
func (w *week) imports(r *rand.Rand) {
	file := w.claims(fmt.Sprintf("day %d", r.Uint32()), 200+r.IntN(2)*1200)
	w.ended(r, "import", file)
	w.allowed("import", file)
	if r.IntN(2) == 0 {
		w.ended(r, "undo")
		w.allowed("undo")
	}
	os.Remove(file)
}

// allowed runs a command that may be refused, but must not fail, find damage or
// find the book busy.
func (w *week) allowed(args ...string) {
	_, errs, code := w.measured(nil, args...)
	if !slices.Contains([]int{exitDone, exitRefused, exitNotFound}, code) || strings.Contains(errs, "panic") {
		w.Errorf("tracker %q: exit code %d: %.2000s", args, code, errs)
	}
}

// ended runs a command that is killed, interrupted or left alone.
func (w *week) ended(r *rand.Rand, args ...string) {
	signal, after := []os.Signal{os.Kill, os.Interrupt}[r.IntN(2)], time.Duration(r.IntN(2000))*time.Millisecond
	_, errs, code := w.measured(func(p *os.Process) *time.Timer {
		return time.AfterFunc(after, func() { p.Signal(signal) })
	}, args...)
	if !slices.Contains([]int{exitDone, exitRefused, exitNotFound, exitInterrupted, -1}, code) || strings.Contains(errs, "panic") {
		w.Errorf("tracker %q, ended by %v: exit code %d: %.2000s", args, signal, code, errs)
	}
}

// measured runs a command and enters how much memory it took.
func (w *week) measured(start func(*os.Process) *time.Timer, args ...string) (stdout, stderr string, code int) {
	var out, errs strings.Builder
	memory := filepath.Join(w.home, fmt.Sprintf("memory-%d", w.runs.Add(1)))
	defer os.Remove(memory)
	cmd := w.tracker(w.at(), args...)
	cmd.Env = append(cmd.Env, memoryFile+"="+memory)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		w.Error(err)
		return "", "", exitFault
	}
	if start != nil {
		defer start(cmd.Process).Stop()
	}
	cmd.Wait() // the exit code says it
	w.mu.Lock()
	defer w.mu.Unlock()
	w.most[args[0]] = max(w.most[args[0]], peak(memory))
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

// peak is the most memory that a program says it had, in KB; 0 for one that
// was killed.
func peak(file string) (kb int) {
	status, _ := os.ReadFile(file)
	if _, rest, ok := strings.Cut(string(status), "VmHWM:"); ok {
		fmt.Sscan(rest, &kb)
	}
	return kb
}

// evening finishes what was stopped and holds the book against its journal and
// a backup of it. Every verb is run once, so that each day has its memory.
func (w *week) evening(day int) {
	for _, args := range [][]string{{"due"}, {"list"}, {"score"}, {"report", "-o", filepath.Join(w.home, "report.html")}, {"export", "-o", filepath.Join(w.home, "all.jsonl")}, {"check"}} {
		w.allowed(args...)
	}
	for _, half := range w.halfDone() {
		w.must(w.at(), "undo", half)
	}
	if _, errs, code := w.run(w.at(), "check"); code != exitDone || strings.Contains(errs, "undone in part") {
		w.Fatalf("day %d: check: exit code %d: %s", day+1, code, errs)
	}
	backup := filepath.Join(w.home, fmt.Sprintf("evening-%d.db", day))
	w.must(w.at(), "backup", backup)
	w.must(w.at(), "check", "--against", backup)
	for _, args := range [][]string{{"journal", "export"}, {"export"}, {"score", "--json"}, {"due", "--json", "--limit", "0"}} {
		if w.must(w.at(), args...) != w.must(w.at(), append([]string{"--db", backup}, args...)...) {
			w.Errorf("day %d: the backup says something else to %v", day+1, args)
		}
	}
	w.must(w.at(), "restore", "--db", filepath.Join(w.home, "restored.db"), "--yes", backup)
	if w.must(w.at(), "--db", filepath.Join(w.home, "restored.db"), "journal", "export") != w.must(w.at(), "journal", "export") {
		w.Errorf("day %d: restored, the backup is another book", day+1)
	}
}

// halfDone are the commands that check finds undone in part.
func (w *week) halfDone() (commands []string) {
	_, errs, _ := w.run(w.at(), "check")
	for line := range strings.Lines(errs) {
		if _, rest, ok := strings.Cut(line, "undone in part: tracker undo "); ok {
			commands = append(commands, strings.Fields(rest)[0])
		}
	}
	return commands
}

// memory is what is in use on the heap, without garbage.
func memory() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
