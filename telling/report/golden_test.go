package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/board"
	"tracker/claims"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	r := New(scored(built(), board.BySpeaker, standard), Options{Title: "A book with every way to end", Filter: "+test"})
	for _, f := range Formats {
		t.Run(string(f), func(t *testing.T) {
			got := mustWrite(t, r, f)
			path := filepath.Join("..", "..", "testdata", "report", "book."+ending(f))
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s differs (-file +now):\n%s", path, diff)
			}
		})
	}
}

// ending is that of a golden file: a workbook's is what its cells show.
func ending(f Format) string {
	if f == XLSX {
		return "xlsx.txt"
	}
	return string(f)
}

// TestGoldenNumbers works every number of the claims out again, from the claim
// and by other code than the program's.
func TestGoldenNumbers(t *testing.T) {
	rows := csvRows(t, golden(t, "book.csv"))
	list := built()
	if len(rows) != len(list) {
		t.Fatalf("%d rows for %d claims", len(rows), len(list))
	}
	checked := 0
	for i, c := range list {
		got := rows[i]
		if got["id"] != strconv.Itoa(int(c.ID)) {
			t.Fatalf("row %d is claim %s", i+1, got["id"])
		}
		want := byHand(c, got["bucket"])
		checked += len(want)
		for name, x := range want {
			if x == nil {
				if got[name] != "" {
					t.Errorf("claim %d: %s is %q, want none", c.ID, name, got[name])
				}
				continue
			}
			y, err := strconv.ParseFloat(got[name], 64)
			if err != nil || math.Abs(y-*x) > 1e-12 {
				t.Errorf("claim %d: %s is %q, want %v", c.ID, name, got[name], *x)
			}
		}
	}
	if checked != 7*len(list) {
		t.Errorf("%d numbers checked, want 7 for each of %d claims", checked, len(list))
	}
}

// byHand gives p, its range, y and the Brier score with its range, nil where
// there is none. Late is strict.
func byHand(c claims.Claim, bucket string) map[string]*float64 {
	out := map[string]*float64{"p": nil, "p_low": nil, "p_high": nil, "y": nil, "brier": nil, "brier_best": nil, "brier_worst": nil}
	if bucket != "scored" && bucket != "no_number" {
		return out
	}
	y := 0.0
	if v := c.Verdict; v.Day >= c.Window.Earliest && v.Day <= c.Window.Latest {
		y = map[claims.Outcome]float64{claims.Yes: 1, claims.Partial: 0.5}[v.Outcome]
	}
	out["y"] = &y
	if bucket == "no_number" {
		return out
	}
	p, low, high := *c.Hedge.P, *c.Hedge.Low, *c.Hedge.High
	if c.Polarity == claims.WillNot {
		p, low, high = 1-p, 1-high, 1-low
	}
	best, worst := math.Inf(1), 0.0
	const steps = 100_000
	for i := 0; i <= steps; i++ { // every reading of the hedge
		d := low + (high-low)*float64(i)/steps - y
		best, worst = min(best, d*d), max(worst, d*d)
	}
	if best < 1e-9 {
		best = 0
	}
	brier := (p - y) * (p - y)
	out["p"], out["p_low"], out["p_high"], out["brier"], out["brier_best"], out["brier_worst"] = &p, &low, &high, &brier, &best, &worst
	return out
}

// TestGoldenCalls gives each claim's bucket and side as a person would.
func TestGoldenCalls(t *testing.T) {
	want := map[string]string{
		"1": "scored false", "2": "scored ", "3": "unaccepted ", "4": "scored false", "5": "scored true", "6": "scored true", "7": "void ", "8": "unclear ",
		"9": "untestable ", "10": "no_number true", "11": "scored false", "12": "scored false", "13": "scored false", "14": "scored true", "15": "withdrawn ",
		"16": "untestable ", "17": "due ", "18": "not_matured ", "19": "scored ", "20": "scored true",
	}
	got := map[string]string{}
	for _, row := range csvRows(t, golden(t, "book.csv")) {
		got[row["id"]] = row["bucket"] + " " + row["right"]
		if (row["why"] == "") != (row["bucket"] == "scored") {
			t.Errorf("claim %s in bucket %s says why: %q", row["id"], row["bucket"], row["why"])
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestShownNumbers finds in the Markdown and in the HTML the scores of the
// JSON.
func TestShownNumbers(t *testing.T) {
	var r Report
	if err := json.Unmarshal([]byte(golden(t, "book.json")), &struct {
		Claims *[]Claim `json:"claims"`
	}{&r.Claims}); err != nil {
		t.Fatal(err)
	}
	lines, page := strings.Split(golden(t, "book.md"), "\n"), golden(t, "book.html")
	seen := 0
	for _, c := range r.Claims {
		if c.Brier == nil {
			continue
		}
		seen++
		want := fmt.Sprintf("  - #%d Brier score: %.3f<br>", c.ID, *c.Brier)
		if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, want) }) {
			t.Errorf("no line of the Markdown begins %q", want)
		}
		_, row, _ := strings.Cut(page, fmt.Sprintf(`id="claim-%d"`, c.ID))
		row, _, _ = strings.Cut(row, "</article>")
		if want := fmt.Sprintf("<div>%.3f</div>", *c.Brier); !strings.Contains(row, want) {
			t.Errorf("row of claim %d does not hold %s", c.ID, want)
		}
	}
	if seen != 11 {
		t.Errorf("%d scored claims seen, want 11", seen)
	}
}

// TestBoardNumbers finds in the Markdown and in the HTML the shares and scores
// of the JSON, to the last digit shown.
func TestBoardNumbers(t *testing.T) {
	var r struct{ Groups []board.Group }
	if err := json.Unmarshal([]byte(golden(t, "book.json")), &r); err != nil {
		t.Fatal(err)
	}
	md, page := golden(t, "book.md"), golden(t, "book.html")
	shares, scores := 0, 0
	for _, g := range r.Groups {
		if h := g.Hit; h.Share != nil {
			shares++
			rowHas(t, md, page, g.Name, fmt.Sprintf("= %.0f %% [%.0f–%.0f]", 100**h.Share, 100**h.Low, 100**h.High))
		}
		if g.Brier != nil {
			scores++
			rowHas(t, md, page, g.Name, fmt.Sprintf("%.3f [", *g.Brier))
		}
	}
	if shares < 5 || scores < 5 {
		t.Errorf("only %d shares and %d scores looked for", shares, scores)
	}
}

// rowHas looks for words in a row of the board.
func rowHas(t *testing.T, md, page, name, want string) {
	t.Helper()
	in := func(line string) bool { return strings.HasPrefix(line, "| "+name+" |") && strings.Contains(line, want) }
	if !slices.ContainsFunc(strings.Split(strings.NewReplacer(`\[`, "[", `\]`, "]").Replace(md), "\n"), in) {
		t.Errorf("no row of %s in the Markdown holds %q", name, want)
	}
	_, section, _ := strings.Cut(page, `<section id="board"`)
	_, row, _ := strings.Cut(section, ">"+name+"</a>")
	row, _, _ = strings.Cut(row, "</tr>")
	if !strings.Contains(row, want) {
		t.Errorf("the row of %s in the page does not hold %q", name, want)
	}
}

func TestEqualBooksPrintEqualBytes(t *testing.T) {
	b := scored(built(), board.BySpeaker, standard)
	first := New(b, Options{})
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(b.Judged), func(i, j int) { b.Judged[i], b.Judged[j] = b.Judged[j], b.Judged[i] })
	second := New(b, Options{})
	for _, f := range Formats {
		a := mustWrite(t, first, f)
		if a != mustWrite(t, first, f) {
			t.Errorf("%s of one report differs from itself", f)
		}
		if diff := cmp.Diff(a, mustWrite(t, second, f)); diff != "" {
			t.Errorf("%s depends on the order of the claims:\n%s", f, diff)
		}
	}
}

// TestNothingPrivate keeps out what the desk wrote for itself.
func TestNothingPrivate(t *testing.T) {
	for _, f := range Formats {
		text := golden(t, "book."+ending(f))
		if !strings.Contains(text, "minutes.pdf") && !slices.Contains([]Format{ClaimReview, Atom, Calendar}, f) {
			t.Errorf("%s does not name the evidence file", f)
		}
		for _, secret := range []string{"nobody-may-see-this-actor", "nobody may see this note", "/home/desk"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s shows %q", f, secret)
			}
		}
	}
}

func TestWrite(t *testing.T) {
	r := New(scored(nil, board.BySpeaker, standard), Options{BaseURL: "https://desk.example/accuracy", Desk: Desk{Name: "The accuracy desk"}})
	var b bytes.Buffer
	if err := r.Write(&b, "pdf"); err == nil || b.Len() > 0 {
		t.Errorf("an unknown format gives error %v and %d bytes", err, b.Len())
	}
	for _, f := range Formats {
		if err := r.Write(&b, f); err != nil {
			t.Errorf("an empty book as %s: %v", f, err)
		}
		if err := r.Write(full{}, f); !errors.Is(err, errFull) || strings.Count(err.Error(), errFull.Error()) != 1 {
			t.Errorf("%s to a full disk: %v", f, err)
		}
	}
	if !strings.Contains(b.String(), "No claim is scored yet.") {
		t.Error("an empty report does not say that it is")
	}
	if strings.Contains(b.String(), "The desk set") {
		t.Error("an empty report speaks of dates and probabilities")
	}
}

type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func golden(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "testdata", "report", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// csvRows reads a CSV as one map a row.
func csvRows(t *testing.T, text string) []map[string]string {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, rec := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = rec[i]
		}
		rows = append(rows, row)
	}
	return rows
}
