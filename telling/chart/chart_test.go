package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"tracker/calendar"
)

// samples are a chart of every kind, with names that are too long and marks at
// the very ends.
func samples() []Chart {
	long := strings.Repeat("A very long name ", 30)
	refs := []Ref{{"#1", "#claim-1"}}
	half, low, high := 0.5, 0.1, 0.9
	marks := func(k Kind, n int) (list []Mark) {
		for i := range n {
			list = append(list, Mark{i, k, fmt.Sprintf("#claim-%d", i), "says"})
		}
		return list
	}
	var dots []Bin
	for i := range 10 {
		p := float64(i) / 10
		dots = append(dots, Bin{p, p + .1, p + .05, float64(i % 2), low, high, "3", 1 + 7*i, "#claim-1", refs})
	}
	bins := make([]NumberBin, 10)
	bins[0], bins[9] = NumberBin{1, marks(InTime, 1), refs}, NumberBin{700, marks(InTime, 700), refs}
	day := calendar.Date(2020, 6, 1)
	return []Chart{
		Dots{"Dots", "says", "", []DotGroup{{InTime, "came true in time", marks(InTime, 61), 61, refs}, {Early, long, marks(Early, 2), 2, refs}, {Late, "late", marks(Late, 1), 1, refs},
			{InPart, "in part", marks(InPart, 1), 1, refs}, {Never, "never", marks(Never, 1), 1, refs}, {NoSide, "no side", marks(NoSide, 1), 1, refs}, {Unclear, "unclear", marks(Unclear, 1), 1, refs}}}.Chart(),
		Forest{"Forest", "", "note", []ForestRow{{Name: long, Href: "#claim-1", Of: "4 of 5", Share: 1, Low: 0, High: 1, Refs: refs}, {Name: "B", Of: "0 of 5", Refs: refs}}}.Chart(),
		Reliability{"Reliability", "says", "note", []Step{{0, .5, 0}, {.5, 1, 1}}, []Range{{0, 0, .5}, {1, .5, 1}}, dots}.Chart(),
		Discrimination{"Discrimination", "says", "", []Numbers{{"came", InTime, &high, bins, 701}, {long, Never, &low, make([]NumberBin, 10), 0}}}.Chart(),
		Moves{"Moves", "says", "", []Moved{{long, long, "put off once", []Named{{day, day + 10, "#claim-1", "1 Jun"}, {day + 9, day + 4000, "#claim-2", "later"}}, day + 5000, Late, "came", "#claim-1", refs}}}.Chart(),
		Survival{"Survival", "says", "", 3, []Met{{0.1, .3, .1, .6, 3, 1, refs, "#claim-1"}, {9, .6, .2, .9, 2, 1, refs, "#claim-2"}}}.Chart(),
		Trend{"Trend", "says", "", []Period{{"2019", &half, &low, &high, "2 of 4", 4, "#claim-1", refs}, {Name: "2020", Of: "–"}, {"2021", &high, &low, &high, "9 of 10", 10, "", refs}}}.Chart(),
	}
}

// Every chart is well-formed at every width, stays inside its picture, and says
// of what kind it is, what is in it and where its figures are.
func TestChartsStayInside(t *testing.T) {
	for _, c := range samples() {
		if c.Empty() {
			t.Fatalf("%s is empty", c.Name)
		}
		for _, width := range []float64{Narrow, Wide} {
			inside(t, c.Name, c.SVG(width, "x"), width)
		}
		if alone := string(c.File("A desk. As of 1 May 2026.")); strings.Contains(alone, "href") || strings.Contains(alone, "var(") || !strings.Contains(alone, "A desk.") {
			t.Errorf("%s alone leads somewhere, has a colour of a page or no source", c.Name)
		}
		words := c.Alternative()
		for _, want := range []string{c.Title, c.Says, "figures stand in the table"} {
			if !strings.Contains(words, want) {
				t.Errorf("%s: %q does not say %q", c.Name, words, want)
			}
		}
		if rows := strings.Count(string(c.CSV()), "\r\n"); rows != len(c.Table.Rows)+1 {
			t.Errorf("%s has %d lines of figures, want %d and a head", c.Name, rows, len(c.Table.Rows))
		}
	}
}

// inside walks a drawing and looks at where its marks and words stand.
func inside(t *testing.T, name, svg string, width float64) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	var at map[string]float64
	height, seen := 0.0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			at = map[string]float64{}
			for _, a := range e.Attr {
				if x, err := strconv.ParseFloat(a.Value, 64); err == nil {
					at[a.Name.Local] = x
				}
			}
			if e.Name.Local == "svg" {
				height = at["height"]
			}
			for _, k := range []string{"x", "cx"} {
				if x, ok := at[k]; ok && (x < -1 || x > width+1) {
					t.Errorf("%s at %.0f: %s %s is %.1f", name, width, e.Name.Local, k, x)
				}
			}
			for _, k := range []string{"y", "cy"} {
				if y, ok := at[k]; ok && (y < -1 || y > height+1) {
					t.Errorf("%s at %.0f: %s %s is %.1f of %.1f", name, width, e.Name.Local, k, y, height)
				}
			}
			seen++
		case xml.CharData:
			if w := widthOf(string(e), smallSize); w > width+4*smallSize && len(e) > 40 && at["y"] > 0 {
				t.Errorf("%s at %.0f: words %.0f wide", name, width, w)
			}
		}
	}
	if seen < 15 {
		t.Errorf("%s at %.0f has only %d elements", name, width, seen)
	}
}

// Charts without figures are empty, and not pictures of nothing.
func TestNothingToDraw(t *testing.T) {
	for _, c := range []Chart{Dots{}.Chart(), Forest{}.Chart(), Reliability{}.Chart(), Discrimination{}.Chart(), Moves{}.Chart(), Survival{}.Chart(), Trend{}.Chart()} {
		if !c.Empty() {
			t.Errorf("%s draws nothing", c.Name)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, tt := range []struct {
		from, to float64
		most     int
		want     string
	}{{0, 1, 4, "[0 0.5 1]"}, {0, 5, 10, "[0 0.5 1 1.5 2 2.5 3 3.5 4 4.5 5]"}, {2012, 2023, 8, "[2012 2014 2016 2018 2020 2022]"}, {3, 3, 5, "[3]"}, {-1, 1, 2, "[-1 0 1]"}} {
		if got := fmt.Sprint(scale{tt.from, tt.to, 0, 1}.ticks(tt.most)); got != tt.want {
			t.Errorf("%v to %v: %s, want %s", tt.from, tt.to, got, tt.want)
		}
	}
}

// Words beside dots that stand close to each other cover neither dots nor words.
func TestWordsBesideDots(t *testing.T) {
	inside := box{0, 0, 400, 400}
	taken := []box{{190, 190, 210, 210}, {215, 195, 225, 205}, {180, 215, 190, 225}}
	for _, dot := range taken[:3] {
		b := beside(taken, dot, "19 of 36", inside)
		for _, o := range taken {
			if b.covers(o) > 0 {
				t.Errorf("%v covers %v", b, o)
			}
		}
		if b.outside(inside) > 0 {
			t.Errorf("%v stands outside", b)
		}
		taken = append(taken, b)
	}
}

// Of many statements a mark stands for several, leads to the first of them that
// stands anywhere, and says so.
func TestDotsForMany(t *testing.T) {
	var list []Mark
	for i := range mostDots {
		list = append(list, Mark{At: 3*i + 1, Kind: InTime, Href: "#claim"})
	}
	c := Dots{Where: ", where that stands here", Groups: []DotGroup{{Kind: InTime, Name: "kept", Marks: list, N: 3 * mostDots}}}.Chart()
	if want := "Every mark is 3 statements, in the order in which their windows ended, and leads to the first of them, where that stands here."; c.Note != want {
		t.Errorf("it says %q", c.Note)
	}
	if n := strings.Count(c.SVG(600, "x"), `href="#claim"`); n != mostDots {
		t.Errorf("%d of %d marks lead somewhere", n, mostDots)
	}
}
