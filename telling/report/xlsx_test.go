package report

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"tracker/board"
	"tracker/reading/hedge"
)

// The same report is the same workbook, to the byte.
func TestEqualWorkbooks(t *testing.T) {
	r := New(scored(built(), board.ByEvent, standard), Options{Lexicon: hedge.Builtin()})
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := r.Write(b, XLSX); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two workbooks of one report differ")
	}
	for _, part := range []string{"xl/charts/chart1.xml", "xl/charts/chart2.xml"} {
		if !bytes.Contains(first.Bytes(), []byte(part)) {
			t.Errorf("there is no %s", part)
		}
	}
}

// The numbers of the sheet Board are those of the board, and each name leads to
// a claim of its row.
func TestWorkbookBoard(t *testing.T) {
	r := New(scored(built(), board.BySpeaker, standard), Options{})
	sheets := map[string][][]string{}
	name := ""
	for l := range strings.Lines(mustWrite(t, r, XLSX)) {
		l = strings.TrimSuffix(l, "\n")
		if rest, head := strings.CutPrefix(l, "== "); head {
			name = rest
			continue
		}
		sheets[name] = append(sheets[name], strings.Split(l, " | "))
	}
	seen := 0
	for _, row := range sheets["Board"][1:] {
		group, to, _ := strings.Cut(strings.TrimSuffix(row[0], ">"), " <#Claims!A")
		at, err := strconv.Atoi(to)
		if err != nil {
			t.Fatalf("%q leads nowhere", row[0])
		}
		if got := sheets["Claims"][at-1][1]; got != group {
			t.Errorf("%s leads to a claim of %s", group, got)
		}
		for _, g := range r.Groups {
			if g.Name != group {
				continue
			}
			if got, want := row[1], YesNo(r.Leaderboard.Place(g.Name) != nil); got != want {
				t.Errorf("%s, %s: %q, want %q", group, sheets["Board"][0][1], got, want)
			}
			for column, want := range map[int]*float64{4: new(g.Hit.K), 6: g.Hit.Share, 7: g.Hit.Low, 8: g.Hit.High, 10: g.Brier, 11: g.BrierLow, 12: g.BrierHigh, 13: g.BrierBest, 14: g.BrierWorst,
				15: g.Vagueness.Untestable, 16: g.Vagueness.HedgedBeyondTesting} {
				got := ""
				if column < len(row) {
					got = row[column]
				}
				if want == nil && got != "" || want != nil && !near(got, *want) {
					t.Errorf("%s, %s: %q, want %v", group, sheets["Board"][0][column], got, want)
				}
				seen++
			}
		}
	}
	if seen != 11*len(r.Groups) {
		t.Errorf("%d figures seen", seen)
	}
}

// near reports whether a number that is shown with ten digits, or as a
// percentage, is x.
func near(text string, x float64) bool {
	number, percent := strings.CutSuffix(text, "%")
	got, err := strconv.ParseFloat(number, 64)
	if percent {
		got /= 100
	}
	return err == nil && got-x < 1e-9 && x-got < 1e-9
}
