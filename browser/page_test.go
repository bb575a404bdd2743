package browser

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// widths are those of a telephone, a tablet and a desk.
var widths = []int64{360, 768, 1280}

// The page asks for nothing, complains of nothing, and fits every screen: no
// scroll sideways, no cell hidden, charts drawn for the width.
func TestPageFitsScreens(t *testing.T) {
	file := demoPage(t)
	for _, width := range widths {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			tab := newTab(t)
			tab.open(t, file, screen{width: width})
			openAll(t, tab)
			if wide := eval[int64](t, tab, `document.scrollingElement.scrollWidth`); wide > width {
				t.Errorf("the page is %d wide; what sticks out: %v", wide, eval[[]string](t, tab, fmt.Sprintf(sticksOut, width)))
			}
			if n := eval[int](t, tab, `[...document.querySelectorAll("td, tbody th")].filter(c => c.textContent.trim() !== "" && c.getBoundingClientRect().width < 8).length`); n > 0 {
				t.Errorf("%d cells cannot be seen", n)
			}
			charts(t, tab, width)
			tab.heard.Lock()
			defer tab.heard.Unlock()
			if len(tab.heard.errors) > 0 {
				t.Errorf("the console says %q", tab.heard.errors)
			}
			if len(tab.heard.requests) == 0 {
				t.Error("not even the page was asked for")
			}
			for _, url := range tab.heard.requests {
				if url != "file://"+file {
					t.Errorf("the page asks for %s", url)
				}
			}
		})
	}
}

const sticksOut = `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > %d + 1).slice(0, 8).map(e => e.outerHTML.slice(0, 120))`

func openAll(t *testing.T, tab tab) {
	t.Helper()
	eval[bool](t, tab, `document.querySelectorAll("details").forEach(d => { d.open = true; }), true`)
}

// charts looks at those shown: all seven, as large as their figures need.
func charts(t *testing.T, tab tab, width int64) {
	t.Helper()
	type box struct {
		ID            string
		Width, Height float64
		Marks         int
	}
	seen := eval[[]box](t, tab, `[...document.querySelectorAll("figure")].map(f => {
		const svg = [...f.querySelectorAll("svg")].filter(s => s.getBoundingClientRect().width > 0);
		const r = svg.length === 1 ? svg[0].getBoundingClientRect() : {width: 0, height: 0};
		return {ID: f.id, Width: r.width, Height: r.height, Marks: svg.length === 1 ? svg[0].querySelectorAll("a").length : 0};
	})`)
	if len(seen) != 7 {
		t.Fatalf("%d charts, want 7: %v", len(seen), seen)
	}
	for _, b := range seen {
		if b.Width < 300 || b.Width > float64(width) || b.Height < 100 || b.Marks < 4 {
			t.Errorf("%s is %.0f × %.0f with %d marks that lead somewhere", b.ID, b.Width, b.Height, b.Marks)
		}
	}
}

// Every link within the page leads somewhere, and every claim has marks and
// rows that lead to it.
func TestEveryNumberLeadsToItsClaims(t *testing.T) {
	tab := newTab(t)
	tab.open(t, demoPage(t), screen{width: 1280})
	if lost := eval[[]string](t, tab, `[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute("href")).filter(h => !document.getElementById(h.slice(1)))`); len(lost) > 0 {
		t.Errorf("nothing is at %v", lost)
	}
	if n := eval[int](t, tab, `[...document.querySelectorAll(".claim")].filter(c => document.querySelectorAll('a[href="#' + c.id + '"]').length < 3).length`); n > 0 {
		t.Errorf("%d claims are hardly led to", n)
	}
	rows := `[...document.querySelectorAll("figure tbody tr, #board tbody tr, #promises tbody tr, #sources tbody tr, #events tbody tr, #chains tbody tr, #overruns tbody tr")]`
	if n := eval[int](t, tab, rows+`.length`); n < 200 {
		t.Fatalf("only %d rows", n)
	}
	if bare := eval[[]string](t, tab, rows+`.filter(r => !r.querySelector('a[href^="#claim-"]') && !/ – |–$/.test(r.cells[1].textContent)).map(r => r.textContent.trim().slice(0, 80))`); len(bare) > 0 {
		t.Errorf("rows that lead to no claim: %q", bare)
	}
}

// The script sorts, both ways and what is not known last, and filters.
func TestSortAndFilter(t *testing.T) {
	tab := newTab(t)
	tab.open(t, demoPage(t), screen{width: 1280})
	column := `[...document.querySelectorAll("#promises tbody tr")].map(r => r.cells[1].textContent)`
	for _, want := range []string{"ascending", "descending"} {
		eval[bool](t, tab, `document.querySelector("#promises th:nth-child(2) button").focus(), true`)
		do(t, tab, chromedp.KeyEvent(kb.Enter))
		if got := eval[string](t, tab, `document.querySelector("#promises th:nth-child(2)").ariaSort`); got != want {
			t.Errorf("sorted %q, want %q", got, want)
		}
		if !eval[bool](t, tab, fmt.Sprintf(`(() => { const c = %s.map(Number); return c.length > 10 && c.every((x, i) => i === 0 || (%q === "ascending" ? c[i-1] <= x : c[i-1] >= x)); })()`, column, want)) {
			t.Errorf("%s: %v", want, eval[[]string](t, tab, column))
		}
	}
	shown := `[...document.querySelectorAll(".claim")].filter(c => c.checkVisibility()).length`
	all := eval[int](t, tab, shown)
	eval[bool](t, tab, `document.querySelector("#filter-words").focus(), true`)
	do(t, tab, chromedp.KeyEvent("nasa"))
	some := eval[int](t, tab, shown)
	if some == 0 || some >= all || eval[string](t, tab, `document.querySelector("#filter-count").textContent`) != fmt.Sprintf("%d of %d shown", some, all) {
		t.Errorf("%d of %d claims are shown", some, all)
	}
	eval[bool](t, tab, `(() => { const s = document.querySelector("#filter-fate"); s.value = "late"; return s.dispatchEvent(new Event("change")); })()`)
	if late := eval[int](t, tab, shown); late == 0 || late >= some {
		t.Errorf("%d of %d claims came late", late, some)
	}
	// A link to what the filter hides shows it.
	if !eval[bool](t, tab, `new Promise(done => { addEventListener("hashchange", () => setTimeout(() => done(document.querySelector("#claim-1").checkVisibility()))); location.hash = "#claim-1"; })`) {
		t.Error("a link to a claim that the filter hides leads nowhere")
	}
}

// Without its script the page says all it says.
func TestReadableWithoutScript(t *testing.T) {
	text, err := os.ReadFile(demoPage(t))
	if err != nil {
		t.Fatal(err)
	}
	before, _, _ := bytes.Cut(text, []byte("<script>"))
	file := filepath.Join(t.TempDir(), "still.html")
	if err := os.WriteFile(file, append(before, "</body></html>"...), 0o644); err != nil {
		t.Fatal(err)
	}
	tab := newTab(t)
	tab.open(t, file, screen{width: 1280})
	if n := eval[int](t, tab, `[...document.querySelectorAll(".claim")].filter(c => c.checkVisibility()).length`); n != 128 {
		t.Errorf("%d claims, want 128", n)
	}
	if eval[bool](t, tab, `document.querySelector(".filter").checkVisibility()`) {
		t.Error("a filter that does nothing is shown")
	}
}

// The keyboard reaches the way past everything first, and opens what is folded.
func TestKeyboard(t *testing.T) {
	tab := newTab(t)
	tab.open(t, demoPage(t), screen{width: 1280})
	do(t, tab, chromedp.KeyEvent(kb.Tab))
	if got := eval[string](t, tab, `document.activeElement.textContent`); got != "To the claims" {
		t.Errorf("the first stop is %q", got)
	}
	eval[bool](t, tab, `document.querySelector("#board summary").focus(), true`)
	do(t, tab, chromedp.KeyEvent(kb.Enter))
	if !eval[bool](t, tab, `document.querySelector("#board details").open`) {
		t.Error("a fold does not open")
	}
	if n := eval[int](t, tab, `document.querySelectorAll("svg a:not([tabindex='-1'])").length`); n > 0 {
		t.Errorf("%d marks of charts are stops of the keyboard; their tables are", n)
	}
}

// Printed, everything folded is there, on numbered pages, and no row or claim
// that fits a page is broken.
func TestPrint(t *testing.T) {
	tab := newTab(t)
	tab.open(t, demoPage(t), screen{width: 1280})
	pdf, err := chromedp.Run(tab, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
	if err != nil {
		t.Fatal(err)
	}
	pages := bytes.Count(pdf, []byte("/Type /Page\n"))
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || pages < 10 || pages > 80 {
		t.Errorf("a PDF of %d bytes and %d pages", len(pdf), pages)
	}
	css := eval[string](t, tab, `document.querySelector("style").textContent`)
	for _, want := range []string{"counter(page)", "break-inside: avoid", "table-header-group", "@bottom-left"} {
		if !strings.Contains(css, want) {
			t.Errorf("the style has no %s", want)
		}
	}
}

// manyClaims is a new book of so many claims by the speakers that a function
// names.
func manyClaims(t *testing.T, n int, speaker func(i int) string) (db string) {
	t.Helper()
	dir := t.TempDir()
	var lines bytes.Buffer
	for i := range n {
		line, err := json.Marshal(map[string]any{"key": fmt.Sprint(i), "statement": fmt.Sprintf("Measure %d takes effect", i), "speaker": speaker(i),
			"type": []string{"promise", "forecast"}[i%2], "quote": "the measure will take effect in May", "hedge": "will", "deadline_phrase": "in May", "event": fmt.Sprintf("measure-%d", i/2),
			"stated_on": fmt.Sprintf("20%02d-03-%02d", 10+i%15, 1+i%28), "resolution": map[string]any{"outcome": []string{"yes", "no"}[i%3%2], "note": "minutes"}})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
	}
	in, db := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "book.db")
	if err := os.WriteFile(in, lines.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	tracker(t, "--db", db, "init")
	tracker(t, "--db", db, "import", in)
	return db
}

// A large book shows what was stated latest and says where the rest is, within
// what a telephone can draw.
func TestLargePage(t *testing.T) {
	need(t, chromium() != "", noChromium)
	db, out := manyClaims(t, 3000, func(i int) string { return fmt.Sprintf("Council %d", i%600) }), filepath.Join(t.TempDir(), "r.html")
	tracker(t, "--db", db, "report", "-o", out)
	tab := newTab(t)
	tab.open(t, out, screen{width: 360})
	if n := eval[int](t, tab, `document.querySelectorAll("*").length`); n > 40000 {
		t.Errorf("%d elements", n)
	}
	if n := eval[int](t, tab, `document.querySelectorAll(".claim").length`); n != 500 {
		t.Errorf("%d claims, want 500", n)
	}
	if !eval[bool](t, tab, `document.querySelector("#claims p").textContent.startsWith("Of the 3000 claims the 500 stated latest stand on this page")`) {
		t.Error("where the rest is stands nowhere")
	}
	if lost := eval[[]string](t, tab, `[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute("href")).filter(h => !document.getElementById(h.slice(1))).slice(0, 5)`); len(lost) > 0 {
		t.Errorf("nothing is at %v", lost)
	}
}
