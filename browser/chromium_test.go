package browser

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// need skips a test that lacks something, with the sentence; with CI=true it
// fails.
func need(t *testing.T, there bool, sentence string) {
	t.Helper()
	switch {
	case there:
	case os.Getenv("CI") == "true":
		t.Fatal(sentence)
	default:
		t.Skip(sentence)
	}
}

const noChromium = "no Chromium here: install it, or name it in TRACKER_CHROMIUM"

// chromium is the browser of the machine, "" for none.
func chromium() string {
	for _, name := range []string{os.Getenv("TRACKER_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	return ""
}

// tab is a tab of a browser of its own, with what it was told.
type tab struct {
	context.Context
	heard *heard
}

// heard is what went wrong in a tab, and what its page asked for.
type heard struct {
	sync.Mutex
	errors, requests []string
}

// newTab opens a browser with a new profile that fetches nothing by itself.
func newTab(t *testing.T) tab {
	t.Helper()
	path := chromium()
	need(t, path != "", noChromium)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-background-networking", true), chromedp.UserDataDir(t.TempDir()))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	tab := tab{ctx, &heard{}}
	if err := chromedp.Listen(ctx, tab.heard.hear); err != nil {
		t.Fatal(err)
	}
	return tab
}

// hear keeps errors of the console and what the page asks for.
func (h *heard) hear(event any) {
	h.Lock()
	defer h.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		h.errors = append(h.errors, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		h.errors = append(h.errors, string(e.Type))
	case *log.EventEntryAdded:
		h.errors = append(h.errors, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		h.requests = append(h.requests, e.Request.URL)
	}
}

// screen is how a page is looked at.
type screen struct {
	width int64
	dark  bool
}

// open opens a file as a screen of some width shows it.
func (tab tab) open(t *testing.T, file string, s screen) {
	t.Helper()
	scheme := "light"
	if s.dark {
		scheme = "dark"
	}
	do(t, tab, chromedp.EmulateViewport(s.width, 800))
	_, err := chromedp.Call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
	if err != nil {
		t.Fatal(err)
	}
	do(t, tab, chromedp.Navigate("file://"+file), chromedp.WaitReady("footer"))
}

// patience is how long a step of a page may take on a machine that is busy.
const patience = 4 * time.Minute

func do(t *testing.T, tab tab, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	ctx, stop := context.WithTimeout(tab, patience)
	defer stop()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// eval is what an expression comes to in the page.
func eval[T any](t *testing.T, tab tab, js string) T {
	t.Helper()
	ctx, stop := context.WithTimeout(tab, patience)
	defer stop()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// tracker runs the program, built once.
func tracker(t *testing.T, args ...string) {
	t.Helper()
	cmd := exec.Command(built.program, args...)
	cmd.Env = append(os.Environ(), "TRACKER_NOW=2026-11-26T12:00:00Z", "TRACKER_ZONE=UTC", "XDG_CONFIG_HOME="+filepath.Join(built.dir, "config"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("tracker %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

var built struct{ dir, program string }

func TestMain(m *testing.M) { os.Exit(run(m)) }

// run builds the program, where there is a browser to look at what it makes.
func run(m *testing.M) int {
	if chromium() == "" {
		return m.Run()
	}
	dir, err := os.MkdirTemp("", "tracker-browser-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	built.dir, built.program = dir, filepath.Join(dir, "tracker")
	if out, err := exec.Command("go", "build", "-o", built.program, "tracker/cmd/tracker").CombinedOutput(); err != nil {
		panic(string(out))
	}
	return m.Run()
}

// demoPage is the page of the demo.
func demoPage(t *testing.T) string {
	t.Helper()
	need(t, chromium() != "", noChromium)
	dir := t.TempDir()
	tracker(t, "demo", "--dir", dir)
	return filepath.Join(dir, "accuracy.html")
}
