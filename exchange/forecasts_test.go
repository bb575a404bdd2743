package exchange

import (
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tracker/claims"
	"tracker/scoring"
)

func mustTable(t *testing.T, text string, cols Columns) *scoring.Table {
	t.Helper()
	table, _, err := ReadForecasts(strings.NewReader(text), "f.csv", ForecastOptions{Columns: cols})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestGoodTables(t *testing.T) {
	want := mustTable(t, "speaker,p,y\nann,0.7,1\nbob,0.2,0\n", nil).Score(scoring.Options{})
	for name, c := range map[string]struct {
		text string
		cols Columns
	}{
		"no final line feed": {"speaker,p,y\nann,0.7,1\nbob,0.2,0", nil},
		"carriage returns":   {"speaker,p,y\r\nann,0.7,1\r\nbob,0.2,0\r\n", nil},
		"byte order mark":    {"\ufeffspeaker,p,y\nann,0.7,1\nbob,0.2,0\n", nil},
		"quoted mark":        {"\ufeff\"speaker\",p,y\nann,0.7,1\nbob,0.2,0\n", nil},
		"quotes":             {"speaker,p,y\n\"ann\",\"0.7\",1\n\"bob\",0.2,0\n", nil},
		"blank lines":        {"speaker,p,y\n\nann,0.7,1\n\nbob,0.2,0\n\n", nil},
		"other order":        {"y,note,speaker,p\n1,x,ann,0.7\n0,\"a,\nb\",bob,0.2\n", nil},
		"percent":            {"speaker,p,y\nann,70%,100%\nbob,20.0%,0\n", nil},
		"exponents":          {"speaker,p,y\nann,7e-1,1.0\nbob,2E-1,-0\n", nil},
		"spaces, capitals":   {" Speaker , P ,Y\n ann , 0.7 , 1 \nbob,0.2,0\n", nil},
		"mapped":             {"who,prob,p,result\nann,0.7,x,1\nbob,0.2,x,0\n", Columns{"who": "speaker", "prob": "p", "result": "y"}},
		"per cents":          {"speaker,p,y\nann,70,1\nbob,20,0\n", nil},
		"decimal commas":     {"speaker;p;y\nann;0,7;1,0\nbob;\",2\";0\n", nil},
		"tabs":               {"speaker\tp\ty\nann\t70 %\tYes\nbob\t20 %\tno\n", nil},
		"sep line":           {"sep=|\nspeaker|p|y\nann|.7|TRUE\nbob|.2|did not happen\n", nil},
		"returns alone":      {"speaker,p,y\rann,0.7,1\rbob,0.2,0\r", nil},
		"utf-16":             {"\xff\xfes\x00p\x00e\x00a\x00k\x00e\x00r\x00,\x00p\x00,\x00y\x00\n\x00a\x00n\x00n\x00,\x00.\x007\x00,\x001\x00\n\x00b\x00o\x00b\x00,\x00.\x002\x00,\x000\x00\n\x00", nil},
		"titles of people":   {"Forecaster,Probability %,Outcome\nann,70,yes\nbob,20,no\n", nil},
		"rows turned":        {"speaker,p,y\nbob,0.2,0\nann,0.7,1\n", nil},
		"no weight at all":   {"speaker,p,y,event\nann,0.7,1,\nbob,0.2,0,\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, mustTable(t, c.text, c.cols).Score(scoring.Options{}), cmpopts.EquateApprox(1e-12, 0)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Composed and decomposed letters, and spaces around, are one speaker.
func TestNamesAreNormal(t *testing.T) {
	s := mustTable(t, "speaker,p,y\nCaf\u00e9,0.7,1\n Cafe\u0301 ,0.2,0\n", nil).Score(scoring.Options{})
	if len(s.Groups) != 1 || s.Groups[0].Name != "Caf\u00e9" || s.Groups[0].N != 2 {
		t.Errorf("%+v", s.Groups)
	}
}

// A row of weight 0 is left out and counted, and a bad one where that is
// asked for.
func TestRowsLeftOut(t *testing.T) {
	table, left, err := ReadForecasts(strings.NewReader("speaker,p,y,weight\nann,0.7,1,1\nann,0.2,0,0\nann,7x,1,1\nann,0.1,pending,1\nann,0.1,void,1\n"), "f.csv", ForecastOptions{SkipBad: true})
	if err != nil {
		t.Fatal(err)
	}
	if s := table.Score(scoring.Options{}); s.Overall.N != 1 || s.Unresolved != 2 || left.Weightless != 1 || len(left.Bad) != 1 {
		t.Errorf("%d scored, %d unresolved, %+v", s.Overall.N, s.Unresolved, left)
	}
	if _, _, err := ReadForecasts(strings.NewReader("speaker,p,y\nann,7x,1\n"), "f.csv", ForecastOptions{SkipBad: true}); err == nil {
		t.Error("a table without a good row is scored")
	}
}

// Rows without an outcome are checked and counted, and in no figure.
func TestUnresolvedRows(t *testing.T) {
	s := mustTable(t, "speaker,p,y,event\nann,0.7,1,a\nann,0.2,,b\nbob,0.4, ,b\nann,0.1,0,c\n", nil).Score(scoring.Options{})
	if s.Unresolved != 2 || s.Overall.N != 2 || s.Overall.Events != 2 || len(s.Groups) != 1 {
		t.Errorf("%+v", s)
	}
	if s := mustTable(t, "speaker,p,y\nann,0.7,\n", nil).Score(scoring.Options{}); s.Unresolved != 1 || s.Overall.N != 0 || len(s.Groups) != 0 {
		t.Errorf("%+v", s)
	}
	if _, _, err := ReadForecasts(strings.NewReader("speaker,p,y\nann,200,\n"), "f.csv", ForecastOptions{}); err == nil {
		t.Error("a p of 200 without an outcome is taken")
	}
}

func TestRefusedTables(t *testing.T) {
	row := func(r string) string { return "speaker,p,y\nann,0.5,1\n" + r + "\n" }
	weight := func(w string) string { return "speaker,p,y,weight\nann,0.5,1," + w + "\n" }
	for _, c := range []struct {
		name, text string
		cols       Columns
		want       string
	}{
		{"empty", "", nil, "f.csv: empty: it needs a header line with speaker,p,y"},
		{"header only", "speaker,p,y\n", nil, "f.csv: no forecasts below the header"},
		{"missing column", "speaker,q,y\nann,0.5,1\n", nil, `f.csv:1: no column "p" among speaker, q, y`},
		{"missing columns", "a\n1\n", nil, "f.csv:1: no column \"speaker\" among a\nf.csv:1: no column \"p\" among a\nf.csv:1: no column \"y\" among a"},
		{"missing mapped", "speaker,p,y\nann,0.5,1\n", Columns{"prob": "p"}, `f.csv:1: no column "prob", which is mapped to p, among speaker, p, y`},
		{"mapped to nothing", "speaker,p,y\nann,0.5,1\n", Columns{"p": "chance"}, `f.csv:1: column "p" is mapped to "chance", which is none of speaker, p, y, event, weight`},
		{"duplicate header", "speaker,p,y,p\nann,0.5,1,0.6\n", nil, `f.csv:1: column "p" appears twice`},
		{"nan", row("ann,NaN,1"), nil, `f.csv:3: p "NaN" is not a probability: write 0.7, 7e-1 or 70%`},
		{"infinite", row("ann,+Inf,1"), nil, `f.csv:3: p "+Inf" is not a probability`},
		{"above", row("ann,1.0000001,1"), nil, `f.csv:3: p "1.0000001" is not`},
		{"below", row("ann,-0.1,1"), nil, `f.csv:3: p "-0.1" is not`},
		{"huge", row("ann,1e400,1"), nil, `f.csv:3: p "1e400" is not`},
		{"hexadecimal", row("ann,0x1p-1,1"), nil, `f.csv:3: p "0x1p-1" is not`},
		{"underscore", row("ann,0.5_0,1"), nil, `f.csv:3: p "0.5_0" is not`},
		{"other digits", row("ann,٥٠,1"), nil, `f.csv:3: p "٥٠" is not`},
		{"empty p", row("ann,,1"), nil, `f.csv:3: p "" is not`},
		{"point", row("ann,.,1"), nil, `f.csv:3: p "." is not`},
		{"above in percent", row("ann,101%,1"), nil, `f.csv:3: p "101%" is not`},
		{"bare comma", row("ann,0,5,1"), nil, "f.csv:3: 4 fields, the header has 3"},
		{"ragged", row("ann,0.5"), nil, "f.csv:3: 2 fields, the header has 3"},
		{"y", row("ann,0.5,maybe"), nil, `f.csv:3: y "maybe" is not an outcome: write 0, 1 or a fraction such as 0.5`},
		{"y about the claim", row("ann,0.5,right"), nil, `f.csv:3: y "right" is not an outcome`},
		{"mixed", "speaker,p,y\nann,70,1\nann,0.5,1\n", nil, `f.csv:3: p "0.5" stands in a column of per cents: write it with %`},
		{"one or per cent", "speaker,p,y\nann,1,1\nann,50,1\n", nil, "f.csv:3: p is in per cent here, and the 1 of line 2 could be 1% or 100%"},
		{"no speaker", row(" ,0.5,1"), nil, "f.csv:3: no speaker"},
		{"not text", row("\xff,0.5,1"), nil, `f.csv:3: speaker "\xff" is not UTF-8 text`},
		{"escape", row("ann,\x1b[2J,1"), nil, `f.csv:3: p "\x1b[2J" is not`},
		{"negative weight", weight("-1"), nil, `f.csv:2: weight "-1" is not`},
		{"endless weight", weight("Inf"), nil, `f.csv:2: weight "Inf" is not`},
		{"open quote", row(`"ann,0.5,1`), nil, "f.csv:3: a quote is never closed"},
		{"stray quote", row(`a"n"n,0.5,1`), nil, `f.csv:3: a quote inside a cell`},
		{"line after quotes", row("\"a\nb\",0.5,1\nann,2,1"), nil, `f.csv:5: p "2" is not`},
		{"two reasons", row("ann,2,3"), nil, "f.csv:3: p \"2\" is not a probability: write 0.7, 7e-1 or 70%\nf.csv:3: y \"3\""},
		{"wide", strings.Repeat("a,", 2000) + "b\n", nil, "f.csv:1: 2001 columns, more than 1000"},
		{"million columns", strings.Repeat("a,", 1_000_000) + "b\n", nil, "f.csv:1: longer than 1 MiB"},
		{"long quote", row(`"` + strings.Repeat("a\n", 1<<20)), nil, "f.csv:3: longer than 1 MiB"},
		{"many", "speaker,p,y\n" + strings.Repeat("ann,200,1\n", 25), nil, "and 5 more problems"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := ReadForecasts(strings.NewReader(c.text), "f.csv", ForecastOptions{Columns: c.cols})
			var refused *claims.Error
			if !errors.As(err, &refused) || refused.Hint == "" {
				t.Fatalf("error %v", err)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("got  %s\nwant %s", err, c.want)
			}
		})
	}
}

func TestBrokenReader(t *testing.T) {
	broken := errors.New("the disk is gone")
	r := io.MultiReader(strings.NewReader("speaker,p,y\nann,0.5,1\n"), iotest.ErrReader(broken))
	if _, _, err := ReadForecasts(r, "f.csv", ForecastOptions{}); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

func TestProgress(t *testing.T) {
	text := "speaker,p,y\n" + strings.Repeat("ann,0.5,1\n", 400_000)
	var seen []int64
	if _, _, err := ReadForecasts(strings.NewReader(text), "f.csv", ForecastOptions{Progress: func(n int64) { seen = append(seen, n) }}); err != nil {
		t.Fatal(err)
	}
	if len(seen) < 3 || seen[len(seen)-1] != int64(len(text)) {
		t.Errorf("progress %v of %d", seen, len(text))
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text string
		want float64
	}{
		{"0.1", 0.1}, {".5", 0.5}, {"1.", 1}, {"0.30000000000000004", 0.30000000000000004}, {"12.6%", 0.126},
		{"0.1234567890123456789", 0.1234567890123456789}, {"1e-05", 1e-05}, {"1e-400", 0}, {"0.000000000000000000000000001", 1e-27},
		{"33.333333333333333333%", 0.33333333333333333333}, {"5E-1", 0.5}, {"-0", 0}, {"0%", 0},
	} {
		got, ok := parseShare([]byte(c.text))
		if !ok || got != c.want || math.Signbit(got) {
			t.Errorf("%q is %v, %v; want %v", c.text, got, ok, c.want)
		}
	}
}

func FuzzReadForecasts(f *testing.F) {
	for _, seed := range []string{
		"speaker,p,y\nann,0.7,1\nbob,0.2,0\n", "speaker,p,y,event,weight\nann,70%,0.5,e,2\n", "\ufeffspeaker,p,y\n\"a\nb\",1e-3,1\n",
		"speaker,p,y\nann,0.5\n", "speaker;p;y\n", "speaker,p,y\n\"", "speaker,p,y\nann,٥,1\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		table, _, err := ReadForecasts(strings.NewReader(text), "f.csv", ForecastOptions{})
		if err != nil {
			var refused *claims.Error
			if !errors.As(err, &refused) {
				t.Fatalf("error %v", err)
			}
			return
		}
		s := table.Score(scoring.Options{Resamples: 10})
		if s.Overall.N == 0 && s.Unresolved > 0 {
			return
		}
		if b := *s.Overall.Brier; !(b >= 0 && b <= 1) || s.Overall.N == 0 {
			t.Fatalf("%d forecasts, Brier %v", s.Overall.N, b)
		}
	})
}
