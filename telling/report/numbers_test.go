package report

import (
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tracker/board"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// figuresOf are the numbers of a row of the board by the head of their column,
// as score --json has them; percentages are those of 100.
var figuresOf = map[string]func(board.Group) []*float64{
	"Scored of recorded":   func(g board.Group) []*float64 { return counts(g.Denominator.Scored, g.Denominator.Logged) },
	"No side":              func(g board.Group) []*float64 { return counts(g.Hit.NoSide) },
	"Brier":                func(g board.Group) []*float64 { return []*float64{g.Brier, g.BrierLow, g.BrierHigh} },
	"Brier by reading":     func(g board.Group) []*float64 { return []*float64{g.BrierBest, g.BrierWorst} },
	"Could not be tested":  func(g board.Group) []*float64 { return hundredfold(g.Vagueness.Untestable) },
	"Too wide to test":     func(g board.Group) []*float64 { return hundredfold(g.Vagueness.HedgedBeyondTesting) },
	"In an outlet's words": func(g board.Group) []*float64 { return counts(g.Reported, g.Denominator.Scored) },
	"Right": func(g board.Group) []*float64 {
		return append([]*float64{new(g.Hit.K), new(float64(g.Hit.N))}, hundredfold(g.Hit.Share, g.Hit.Low, g.Hit.High)...)
	},
}

func counts(list ...int) (out []*float64) {
	for _, n := range list {
		out = append(out, new(float64(n)))
	}
	return out
}

func hundredfold(list ...*float64) (out []*float64) {
	for _, x := range list {
		if x != nil {
			x = new(100 * *x)
		}
		out = append(out, x)
	}
	return out
}

// Every figure of the board and of outlets that made claims is, in Markdown and in the page, the
// one that score --json prints, to the last digit shown.
func TestFiguresOfRows(t *testing.T) {
	r := New(scored(ownWords(), board.BySpeaker, standard), Options{Lexicon: hedge.Builtin()})
	want := map[string]board.Group{}
	for _, g := range append(slices.Clone(r.Groups), r.Sources...) {
		if g.Role != board.Carrier { // of which no figures are shown
			want[g.Role+" "+g.Name] = g
		}
	}
	for _, f := range []Format{Markdown, HTML} {
		seen := 0
		for _, row := range figureRows(mustWrite(t, r, f), f) {
			g, known := want[row.role+" "+row.name]
			if !known {
				t.Errorf("%s: nobody is called %q", f, row.name)
			}
			for head, numbers := range figuresOf {
				seen++
				if cell := row.cells[head]; !sameNumbers(cell, numbers(g)) {
					t.Errorf("%s, %s, %s: %q", f, row.name, head, cell)
				}
			}
		}
		if seen != len(figuresOf)*len(want) {
			t.Errorf("%s: %d figures seen", f, seen)
		}
	}
}

// figureRow is a row of a table with figures.
type figureRow struct {
	role, name string
	cells      map[string]string
}

var (
	reFigureTable = regexp.MustCompile(`(?s)<table[^>]*>.*?</table>`)
	reFigureRow   = regexp.MustCompile(`(?s)<th scope="row"[^>]*>(.*?)</th>(.*?)</tr>`)
	reFigureCell  = regexp.MustCompile(`(?s)data-head="([^"]*)"[^>]*>(.*?)</td>`)
)

// figureRows are the rows of all tables of a rendering that have the figures of
// a board; those of sources have their role.
func figureRows(out string, f Format) (rows []figureRow) {
	role := ""
	if f == Markdown {
		var heads []string
		for l := range strings.Lines(out) {
			cells := strings.Split(strings.Trim(strings.NewReplacer(`\`, "").Replace(strings.TrimSpace(l)), "|"), " | ")
			switch {
			case strings.HasPrefix(l, "Outlets that made"):
				role = board.Asserter
			case !strings.HasPrefix(l, "|"):
				heads = nil
			case len(cells) > 2 && strings.TrimSpace(cells[1]) == "Scored of recorded":
				heads = cells
			case heads != nil && !strings.HasPrefix(l, "| ---"):
				row := figureRow{role, strings.TrimSpace(cells[0]), map[string]string{}}
				for i, h := range heads {
					row.cells[strings.TrimSpace(h)] = strings.TrimSpace(cells[i])
				}
				rows = append(rows, row)
			}
		}
		return rows
	}
	plain := func(s string) string { return html.UnescapeString(reTag.ReplaceAllString(s, "")) }
	for _, table := range reFigureTable.FindAllString(out, -1) {
		if role = ""; strings.Contains(table, "Outlets that made") {
			role = board.Asserter
		}
		for _, m := range reFigureRow.FindAllStringSubmatch(table, -1) {
			row := figureRow{role, plain(m[1]), map[string]string{}}
			for _, c := range reFigureCell.FindAllStringSubmatch(m[2], -1) {
				row.cells[html.UnescapeString(c[1])] = plain(c[2])
			}
			if row.cells["Scored of recorded"] != "" {
				rows = append(rows, row)
			}
		}
	}
	return rows
}

var reFigure = regexp.MustCompile(`\d+(?:\.\d+)?`)

// sameNumbers reports whether a cell shows some numbers, each rounded to the
// digits that are shown: none of them, where the first is not known, only the
// first where there is no interval, and one where two look the same.
func sameNumbers(cell string, want []*float64) bool {
	got := reFigure.FindAllString(cell, -1)
	known := want[:0:0]
	for _, x := range want {
		if x != nil {
			known = append(known, x)
		}
	}
	if len(got) == 0 {
		return cell == unknown && (want[0] == nil || *want[1] == 0)
	}
	if len(got) == 1 && len(known) == 2 {
		known = known[:1]
	}
	if len(got) != len(known) {
		return false
	}
	for i, s := range got {
		_, places, _ := strings.Cut(s, ".")
		if shown := strconv.FormatFloat(*known[i], 'f', len(places), 64); shown != s {
			return false
		}
	}
	return true
}

// The files of charts have their figures in full: those of the forest are the
// board's, those of the reliability the calibration's.
func TestFiguresOfCharts(t *testing.T) {
	r := New(scored(ownWords(), board.BySource, standard), Options{Lexicon: hedge.Builtin()}) // sources are not ranked: all rows are drawn
	same := func(text string, x float64) bool {
		got, err := strconv.ParseFloat(text, 64)
		return err == nil && got == x
	}
	rows := csvRows(t, string(r.Chart("forest").CSV()))
	if len(rows) < 3 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, row := range rows {
		i := slices.IndexFunc(r.Groups, func(g board.Group) bool { return g.Name+", "+g.Role == row["Name"] })
		h := r.Groups[i].Hit
		if !same(row["Share"], *h.Share) || !same(row["From"], *h.Low) || !same(row["To"], *h.High) || row["Right"] != h.String() {
			t.Errorf("%v, want %+v", row, h)
		}
	}
	rows = csvRows(t, string(r.Chart("reliability").CSV()))
	if len(rows) != len(r.Calibration.Bins) || len(rows) < 3 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, b := range r.Calibration.Bins {
		if !same(rows[i]["On average"], b.MeanP) || !same(rows[i]["Share"], b.Freq) || !same(rows[i]["From"], b.WilsonLow) || !same(rows[i]["To"], b.WilsonHigh) {
			t.Errorf("%v, want %+v", rows[i], b)
		}
	}
}

// Without numbers nobody has a place, and the forest shows who took a side on as
// many events as a place needs.
func TestForestWithoutNumbers(t *testing.T) {
	list := ownWords()
	for i := range list {
		h := &list[i].Hedge
		h.P, h.Low, h.High = nil, nil, nil
	}
	r := New(board.Score(slices.Values(list), board.BySpeaker, standard, asOf, board.Options{Options: scoring.Options{MinEvents: 2}}), Options{Lexicon: hedge.Builtin()})
	want := 0
	for _, g := range r.Groups {
		if g.Hit.N >= r.Policy.MinEvents {
			want++
		}
	}
	rows := csvRows(t, string(r.Chart("forest").CSV()))
	if want == 0 || len(rows) != want || want == len(r.Groups) {
		t.Errorf("%d rows are drawn, %d of %d took a side on %d events", len(rows), want, len(r.Groups), r.Policy.MinEvents)
	}
	for _, row := range rows {
		if i := slices.IndexFunc(r.Groups, func(g board.Group) bool { return g.Name == row["Name"] }); i < 0 || r.Groups[i].Hit.N < r.Policy.MinEvents {
			t.Errorf("%s is drawn", row["Name"])
		}
	}
}
