package scoring

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func mustRead(t *testing.T, text string, cols Columns) *Table {
	t.Helper()
	table, err := ReadForecasts(strings.NewReader(text), "f.csv", cols, nil)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// csvOf writes forecasts as a table; NaN-free, with every column.
func csvOf(fs []Forecast, k bookKind) string {
	var b strings.Builder
	b.WriteString("speaker,p,y")
	if k.events {
		b.WriteString(",event")
	}
	if k.weights {
		b.WriteString(",weight")
	}
	b.WriteByte('\n')
	for _, f := range fs {
		fmt.Fprintf(&b, "%s,%v,%v", f.Speaker, f.P, f.Y)
		if k.events {
			fmt.Fprintf(&b, ",%s", f.Event)
		}
		if k.weights {
			fmt.Fprintf(&b, ",%v", f.Weight)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// A table and the same forecasts as claims give the same figures, but for the
// range over readings, which a table does not have.
func TestTableAgreesWithMeasure(t *testing.T) {
	o := Options{Resamples: 50}
	withoutReadings := cmpopts.IgnoreFields(Figures{}, "BrierBest", "BrierWorst")
	for _, k := range bookKinds {
		t.Run(k.String(), func(t *testing.T) {
			g := newGenerator(1, 0, 0)
			fs := randomBook(&g, 9000, k)
			bySpeaker := map[string][]Forecast{}
			for i := range fs {
				f := &fs[i]
				f.Low, f.High = f.P, f.P
				f.Speaker = []string{"a", "b", "b", "b", "b", "b", "b", "c"}[g.below(8)] // b alone is a stream
				bySpeaker[f.Speaker] = append(bySpeaker[f.Speaker], *f)
			}
			got := mustRead(t, csvOf(fs, k), nil).Score(o)
			near := cmpopts.EquateApprox(1e-11, 1e-12)
			if diff := cmp.Diff(Measure(fs, o), got.Overall, withoutReadings, near); diff != "" {
				t.Error(diff)
			}
			for _, s := range got.Groups {
				if diff := cmp.Diff(Measure(bySpeaker[s.Name], o), s.Figures, withoutReadings, near); diff != "" {
					t.Error(s.Name, diff)
				}
			}
			if len(got.Groups) != 3 || got.Groups[0].Name != "a" || got.Groups[2].Name != "c" {
				t.Errorf("groups %v", got.Groups)
			}
			want := rank(boardOfWeighted(fs), o.withDefaults())
			if diff := cmp.Diff(want, got.Leaderboard, near); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func boardOfWeighted(fs []Forecast) board {
	var c cellMaker
	for _, f := range fs {
		c.add(f.Speaker, f.Event, cluster{f.Weight, f.Weight * Brier(f.P, f.Y)})
	}
	return c.board()
}

// More distinct forecasts than fit into one slab are merged in order.
func TestManySlabs(t *testing.T) {
	g := newGenerator(2, 0, 0)
	sources := make([]*runs, 7)
	var m merger
	n := 3 * slabRuns
	for k := range sources {
		sources[k] = &runs{}
		for range n / len(sources) {
			sources[k].add(g.float(), float64(g.below(2)))
			if sources[k].full() {
				m.compact(sources[k])
			}
		}
		m.compact(sources[k])
	}
	count, before := 0, -1.0
	mergeRuns(sources, func(q point) {
		count += q.n
		if q.p < before {
			t.Fatalf("%v after %v", q.p, before)
		}
		before = q.p
	})
	if want := n / len(sources) * len(sources); count != want {
		t.Errorf("%d forecasts, want %d", count, want)
	}
}

func TestGoodTables(t *testing.T) {
	want := mustRead(t, "speaker,p,y\nann,0.7,1\nbob,0.2,0\n", nil).Score(Options{})
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
		"rows turned":        {"speaker,p,y\nbob,0.2,0\nann,0.7,1\n", nil},
		"no weight at all":   {"speaker,p,y,event\nann,0.7,1,\nbob,0.2,0,\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, mustRead(t, c.text, c.cols).Score(Options{}), cmpopts.EquateApprox(1e-12, 0)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Composed and decomposed letters, and spaces around, are one speaker.
func TestNamesAreNormal(t *testing.T) {
	s := mustRead(t, "speaker,p,y\nCaf\u00e9,0.7,1\n Cafe\u0301 ,0.2,0\n", nil).Score(Options{})
	if len(s.Groups) != 1 || s.Groups[0].Name != "Caf\u00e9" || s.Groups[0].N != 2 {
		t.Errorf("%+v", s.Groups)
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
		{"semicolons", "speaker;p;y\nann;0,5;1\n", nil, `f.csv:1: no column "speaker": columns are separated by commas here`},
		{"duplicate header", "speaker,p,y,p\nann,0.5,1,0.6\n", nil, `f.csv:1: column "p" appears twice`},
		{"utf-16", "\xff\xfes\x00p\x00", nil, "f.csv:1: UTF-16 text: save it as UTF-8"},
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
		{"decimal comma", row(`ann,"0,5",1`), nil, `f.csv:3: p "0,5" is not`},
		{"bare comma", row("ann,0,5,1"), nil, "f.csv:3: 4 fields, the header has 3"},
		{"ragged", row("ann,0.5"), nil, "f.csv:3: 2 fields, the header has 3"},
		{"y", row("ann,0.5,yes"), nil, `f.csv:3: y "yes" is not an outcome: write 0, 1 or a fraction such as 0.5`},
		{"no speaker", row(" ,0.5,1"), nil, "f.csv:3: no speaker"},
		{"not text", row("\xff,0.5,1"), nil, `f.csv:3: speaker "\xff" is not UTF-8 text`},
		{"escape", row("ann,\x1b[2J,1"), nil, `f.csv:3: p "\x1b[2J" is not`},
		{"zero weight", weight("0"), nil, `f.csv:2: weight "0" is not a number above 0`},
		{"negative weight", weight("-1"), nil, `f.csv:2: weight "-1" is not`},
		{"endless weight", weight("Inf"), nil, `f.csv:2: weight "Inf" is not`},
		{"open quote", row(`"ann,0.5,1`), nil, "f.csv:3: a quote is never closed"},
		{"stray quote", row(`a"n"n,0.5,1`), nil, `f.csv:3: column 2: bare "`},
		{"line after quotes", row("\"a\nb\",0.5,1\nann,2,1"), nil, `f.csv:5: p "2" is not`},
		{"two reasons", row("ann,2,3"), nil, "f.csv:3: p \"2\" is not a probability: write 0.7, 7e-1 or 70%\nf.csv:3: y \"3\""},
		{"wide", strings.Repeat("a,", 2000) + "b\n", nil, "f.csv:1: 2001 columns, more than 1000"},
		{"million columns", strings.Repeat("a,", 1_000_000) + "b\n", nil, "f.csv:1: longer than 1 MiB"},
		{"long quote", row(`"` + strings.Repeat("a\n", 1<<20)), nil, "f.csv:3: longer than 1 MiB"},
		{"many", "speaker,p,y\n" + strings.Repeat("ann,2,1\n", 25), nil, "and 5 more problems"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadForecasts(strings.NewReader(c.text), "f.csv", c.cols, nil)
			var input *InputError
			if !errors.As(err, &input) {
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
	if _, err := ReadForecasts(r, "f.csv", nil, nil); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

func TestProgress(t *testing.T) {
	text := "speaker,p,y\n" + strings.Repeat("ann,0.5,1\n", 400_000)
	var seen []int64
	if _, err := ReadForecasts(strings.NewReader(text), "f.csv", nil, func(n int64) { seen = append(seen, n) }); err != nil {
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
		table, err := ReadForecasts(strings.NewReader(text), "f.csv", nil, nil)
		if err != nil {
			var input *InputError
			if !errors.As(err, &input) || len(input.Problems) == 0 {
				t.Fatalf("error %v", err)
			}
			return
		}
		s := table.Score(Options{Resamples: 10})
		if b := *s.Overall.Brier; !(b >= 0 && b <= 1) || s.Overall.N == 0 {
			t.Fatalf("%d forecasts, Brier %v", s.Overall.N, b)
		}
	})
}
