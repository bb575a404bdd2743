package scoring

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// said is a claim with a hedge.
func said(event, hedge string, low, p, high, y float64) Forecast {
	return Forecast{Event: event, Hedge: hedge, Low: low, P: p, High: high, Y: y, Weight: 1}
}

// exact is a claim with a number.
func exact(event string, p, y float64) Forecast { return said(event, "", p, p, p, y) }

// statement is a claim as comparisons take it, said so many days ahead.
func statement(f Forecast, lead int) Statement {
	return Statement{ID: f.Event, Forecast: f, Number: true, Side: sideOf(f.Low, f.High), Lead: lead, End: 100}
}

// many repeats a pair of claims over n events, both said ten days ahead.
func many(n int, one func(event string) (a, b Forecast)) (as, bs []Statement) {
	for e := range n {
		a, b := one(fmt.Sprint("event ", e))
		as, bs = append(as, statement(a, 10)), append(bs, statement(b, 10))
	}
	return as, bs
}

func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		name    string
		n       int
		one     func(event string) (a, b Forecast)
		verdict string
		depends []string
	}{
		{"clear", 8, func(e string) (a, b Forecast) { return exact(e, 0.9, 1), exact(e, 0.4, 1) },
			"desk ahead", nil},
		{"the other way", 8, func(e string) (a, b Forecast) { return exact(e, 0.2, 1), exact(e, 0.4, 1) },
			"rival ahead", nil},
		{"hedged but clear", 8, func(e string) (a, b Forecast) {
			return said(e, "likely", 0.6, 0.73, 0.85, 1), exact(e, 0.1, 1)
		}, "desk ahead under every reading", nil},
		{"depends", 8, func(e string) (a, b Forecast) {
			return said(e, "could", 0.15, 0.4, 0.6, 0), exact(e, 0.5, 0)
		}, "desk ahead, but it depends on *could*", []string{"could"}},
		{"equal", 8, func(e string) (a, b Forecast) { return exact(e, 0.4, 0), exact(e, 0.4, 0) },
			"no difference could be shown between desk and rival", nil},
		{"five", 5, func(e string) (a, b Forecast) { return exact(e, 0.9, 1), exact(e, 0.1, 1) },
			"too few to tell: they share 5 of the 6 events that a comparison needs", nil},
		{"none", 0, nil, "too few to tell: no shared event can be compared, and it takes 6", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := many(c.n, c.one)
			got := Compare("desk", "rival", a, b)
			if got.Verdict != c.verdict {
				t.Errorf("verdict %q, want %q", got.Verdict, c.verdict)
			}
			if diff := cmp.Diff(c.depends, got.DependsOn, cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Who speaks later knows more: 8 of 10 days is a pair, 3 of 10 is none, and who
// spoke later on more than two thirds is not ahead.
func TestLeads(t *testing.T) {
	a, b := many(24, func(e string) (a, b Forecast) { return exact(e, 0.4, 1), exact(e, 0.9, 1) })
	for i := range b {
		if b[i].Lead = 8; i >= 19 {
			b[i].Lead = 12
		}
	}
	got := Compare("desk", "rival", a, b)
	if want := "rival's figure is lower, and rival spoke later on 19 of 24: not a comparison of skill"; got.Verdict != want || got.Pairs != 24 {
		t.Errorf("%d pairs, %q, want %q", got.Pairs, got.Verdict, want)
	}
	for i := range b {
		if b[i].Lead = 10; i%2 == 0 {
			b[i].Lead = 9
		}
	}
	if got := Compare("desk", "rival", a, b); got.Verdict != "rival ahead" {
		t.Errorf("balanced: %q", got.Verdict)
	}
	for i := range b {
		b[i].Lead = 9 // a ratio of 10/9 is beyond 1.1
	}
	if got := Compare("desk", "rival", a, b); got.Verdict != "rival's figure is lower, and rival spoke later on 24 of 24: not a comparison of skill" {
		t.Errorf("always a day later: %q", got.Verdict)
	}
	b[0].Lead, b[1].Question, b[1].End = 3, "next year", 100+1461
	got = Compare("desk", "rival", a, b)
	want := []Unpaired{{"event 0", "event 0", "said 10 days and 3 days ahead"}, {"event 1", "event 1", "windows end 4 years apart"}}
	if diff := cmp.Diff(want, got.Left); diff != "" || got.Pairs != 22 {
		t.Errorf("%d pairs, %s", got.Pairs, diff)
	}
	for _, c := range []struct {
		a, b int
		want bool
	}{{10, 20, true}, {10, 21, false}, {0, 2, true}, {-5, 1, true}, {3, 730, false}, {2, 1, true}} {
		if ComparableLeads(c.a, c.b) != c.want || ComparableLeads(c.b, c.a) != c.want {
			t.Errorf("leads of %d and %d: %v", c.a, c.b, !c.want)
		}
	}
}

// Claims on one event whose windows end within three days of the first ask one
// question.
func TestQuestions(t *testing.T) {
	got := Questions([]Window{{0, 13}, {0, 10}, {0, 14}, {5, 10}, {8, 12}, {9, 12}, {0, 40}})
	if diff := cmp.Diff([]int{0, 0, 3, 1, 1, 2, 4}, got); diff != "" {
		t.Error(diff)
	}
}

// Both said "could" of the same events: whatever it means, they are equal.
func TestSharedReadingsCancel(t *testing.T) {
	a, b := many(8, func(e string) (a, b Forecast) {
		return said(e, "could", 0.15, 0.4, 0.6, 1), said(e, "could", 0.15, 0.4, 0.6, 1)
	})
	got := Compare("desk", "rival", a, b)
	near(t, "best", *got.Best, 0)
	near(t, "worst", *got.Worst, 0)
}

// "Will not" with the same words is the same reading seen from the other side.
func TestAgainstSharesTheReading(t *testing.T) {
	mirrored := said("e", "likely", 0.15, 0.27, 0.4, 0)
	mirrored.Against = true
	got := Compare("desk", "rival", []Statement{statement(said("e", "likely", 0.6, 0.73, 0.85, 1), 5)}, []Statement{statement(mirrored, 5)})
	near(t, "best", *got.Best, 0)
	near(t, "worst", *got.Worst, 0)
}

func TestOnlySharedEventsCount(t *testing.T) {
	a, b := many(6, func(e string) (a, b Forecast) { return exact(e, 0.9, 1), exact(e, 0.4, 1) })
	want := Compare("desk", "rival", a, b)
	a = append(a, statement(exact("mine alone", 0, 1), 10), statement(exact("", 0, 1), 10))
	b = append(b, statement(exact("theirs alone", 0, 1), 10), statement(exact("", 0, 1), 10))
	if diff := cmp.Diff(want, Compare("desk", "rival", a, b)); diff != "" {
		t.Error(diff)
	}
	near(t, "difference", *want.Difference, 0.01-0.36)
	near(t, "p", *want.PValue, 2.0/64)
}

// comparisonBook draws what two speakers said: several questions an event,
// several statements on a question, words whose reading they share.
func comparisonBook(g *generator, events int) (as, bs []Statement) {
	phrases := []struct{ low, p, high float64 }{{0.15, 0.4, 0.6}, {0.6, 0.73, 0.85}, {0.3, 0.35, 0.4}}
	for e := range events {
		for q := range 1 + g.below(2) {
			y := float64(g.below(2))
			for side := range 2 {
				for range 1 + g.below(2) {
					k := g.below(len(phrases))
					f := said(fmt.Sprint(e), fmt.Sprint("phrase ", k), phrases[k].low, phrases[k].p, phrases[k].high, y)
					f.Question = fmt.Sprint(q)
					s := statement(f, 5+g.below(4))
					s.ID = fmt.Sprint(e, q, side, len(as), len(bs))
					if side == 0 {
						as = append(as, s)
					} else {
						bs = append(bs, s)
					}
				}
			}
		}
	}
	return as, bs
}

// naiveDifferences is the mean difference of every event, pair by pair.
func naiveDifferences(as, bs []Statement) (diffs []float64) {
	events := map[string]map[string][]float64{}
	for _, a := range as {
		for _, b := range bs {
			if a.Event == b.Event && a.Question == b.Question && a.Lead <= 2*b.Lead && b.Lead <= 2*a.Lead {
				if events[a.Event] == nil {
					events[a.Event] = map[string][]float64{}
				}
				events[a.Event][a.Question] = append(events[a.Event][a.Question], square(a.P-a.Y)-square(b.P-b.Y))
			}
		}
	}
	for _, questions := range events {
		sum := 0.0
		for _, ds := range questions {
			sum += meanOf(ds) / float64(len(questions))
		}
		diffs = append(diffs, sum)
	}
	return diffs
}

// The p-value is that of all signs, and the interval holds just the means that
// the same test would not refuse.
func TestComparisonAgainstDefinitions(t *testing.T) {
	for seed := range 12 {
		g := newGenerator(uint64(seed), 0, 0)
		as, bs := comparisonBook(&g, 6+g.below(5))
		got, diffs := Compare("a", "b", as, bs), naiveDifferences(as, bs)
		p := func(shift float64) float64 {
			sum, as := 0.0, 0
			for _, d := range diffs {
				sum += d - shift
			}
			for signs := range 1 << len(diffs) {
				flipped := 0.0
				for i, d := range diffs {
					flipped += (d - shift) * float64(2*(signs>>i&1)-1)
				}
				if math.Abs(flipped) >= math.Abs(sum)-1e-9 {
					as++
				}
			}
			return float64(as) / float64(int(1)<<len(diffs))
		}
		near(t, "difference", *got.Difference, meanOf(diffs))
		if got.Events != len(diffs) {
			t.Errorf("%d events, want %d", got.Events, len(diffs))
		}
		near(t, "p", *got.PValue, p(0))
		if got.Low == nil {
			continue
		}
		const step = 1e-7
		if in, out := p(*got.Low+step), p(*got.Low-step); in < 0.05-1e-9 || out >= 0.05 {
			t.Errorf("seed %d: lower end: p = %v inside, %v outside", seed, in, out)
		}
		if in, out := p(*got.High-step), p(*got.High+step); in < 0.05-1e-9 || out >= 0.05 {
			t.Errorf("seed %d: upper end: p = %v inside, %v outside", seed, in, out)
		}
	}
}

// No reading that a reader could choose leaves the bounds, the bounds are
// reached, and no reading on a grid has a larger p-value than the worst.
func TestReadingsBound(t *testing.T) {
	low, high := []float64{0.15, 0.6, 0.3}, []float64{0.6, 0.85, 0.4}
	for seed := range 10 {
		g := newGenerator(uint64(seed), 0, 0)
		as, bs := comparisonBook(&g, 7)
		for i := range bs { // one of the two does better
			if seed%2 == 0 {
				bs[i].P, bs[i].Low, bs[i].High, bs[i].Hedge = 1-bs[i].Y, 1-bs[i].Y, 1-bs[i].Y, ""
			}
		}
		got := Compare("a", "b", as, bs)
		least, greatest, worst := math.Inf(1), math.Inf(-1), 0.0
		const steps = 8
		for i := range (steps + 1) * (steps + 1) * (steps + 1) {
			at := []int{i % (steps + 1), i / (steps + 1) % (steps + 1), i / (steps + 1) / (steps + 1)}
			read := func(ss []Statement) []Statement {
				out := slices.Clone(ss)
				for j := range out {
					var k int
					if n, _ := fmt.Sscanf(out[j].Hedge, "phrase %d", &k); n == 1 {
						out[j].P = low[k] + (high[k]-low[k])*float64(at[k])/steps
					}
				}
				return out
			}
			diffs := naiveDifferences(read(as), read(bs))
			d := meanOf(diffs)
			least, greatest = math.Min(least, d), math.Max(greatest, d)
			worst = math.Max(worst, newFlips(len(diffs), Options{}.withDefaults()).p(diffs))
		}
		if least < *got.Best-1e-12 || greatest > *got.Worst+1e-12 {
			t.Errorf("seed %d: readings reach %v to %v, bounds are %v to %v", seed, least, greatest, *got.Best, *got.Worst)
		}
		if least > *got.Best+0.006 || greatest < *got.Worst-0.006 {
			t.Errorf("seed %d: readings reach only %v to %v, bounds are %v to %v", seed, least, greatest, *got.Best, *got.Worst)
		}
		if *got.PWorst < worst-1e-9 {
			t.Errorf("seed %d: a reading has p = %v, the worst is said to be %v", seed, worst, *got.PWorst)
		}
	}
}

// The drawn p-value agrees with the exact one.
func TestFlipsDrawn(t *testing.T) {
	diffs := []float64{0.3, -0.1, 0.2, 0.25, -0.05, 0.1, 0.15, -0.2, 0.05, 0.12}
	exact := newFlips(10, Options{Resamples: 1 << 10}.withDefaults()).p(diffs)
	drawn := newFlips(10, Options{Resamples: 1<<10 - 1}.withDefaults()).p(diffs)
	if exact == drawn || math.Abs(exact-drawn) > 0.03 {
		t.Errorf("exact %v, drawn %v", exact, drawn)
	}
}

// Bare picks count: with eight of eight against none the sign test decides.
func TestSidesAlone(t *testing.T) {
	pick := func(event string, side int8, y float64) Statement {
		return Statement{ID: event, Forecast: Forecast{Event: event, Y: y}, Side: side, Lead: 10}
	}
	var as, bs []Statement
	for e := range 8 {
		as, bs = append(as, pick(fmt.Sprint(e), 1, 1)), append(bs, pick(fmt.Sprint(e), -1, 1))
	}
	as, bs = append(as, pick("none", 0, 1)), append(bs, pick("none", 1, 1))
	got := Compare("desk", "rival", as, bs)
	if got.Verdict != "desk ahead by sides" || got.Sides.A != 8 || got.Sides.B != 0 || got.Sides.Events != 8 || got.Difference != nil {
		t.Errorf("%+v", got)
	}
	near(t, "p", *got.Sides.PValue, 2.0/256)
	for _, c := range []struct {
		k, n int
		want float64
	}{{0, 6, 2.0 / 64}, {3, 10, 2 * 176.0 / 1024}, {5, 10, 1}, {1, 9, 2 * 10.0 / 512}} {
		near(t, "sign test", signTest(c.k, c.n), c.want)
	}
}

// Of three pairs only the clear one survives Holm's method.
func TestAdjustAll(t *testing.T) {
	clear := func(n int) Comparison {
		a, b := many(n, func(e string) (a, b Forecast) { return exact(e, 0.9, 1), exact(e, 0.4, 1) })
		return Compare("desk", "rival", a, b)
	}
	cs := []Comparison{clear(9), clear(6), clear(6), clear(3)}
	if cs[1].Verdict != "desk ahead" {
		t.Fatal(cs[1].Verdict)
	}
	AdjustAll(cs)
	near(t, "clear", *cs[0].PHolm, 3*2.0/512)
	near(t, "six", *cs[1].PHolm, 2*2.0/64)
	if cs[0].Verdict != "desk ahead" || cs[1].Verdict != "no difference could be shown between desk and rival" || cs[3].PHolm != nil {
		t.Errorf("%q, %q, %v", cs[0].Verdict, cs[1].Verdict, cs[3].PHolm)
	}
}

func TestWorkedReadings(t *testing.T) {
	c := readCases(t).Extras
	m := readingMaker{shared: map[phraseKey]*reading{}}
	for side, factor := range []float64{1, -1} {
		for _, h := range c.Input.Diff[side] {
			f := said("", h.phrase, h.low, h.low, h.high, h.y)
			m.add(f, factor/float64(len(c.Input.Diff[side])))
		}
	}
	least, greatest := m.readings().bounds()
	near(t, "least", least, c.Expected.Diff[0])
	near(t, "greatest", greatest, c.Expected.Diff[1])
}

func TestHolm(t *testing.T) {
	got := Holm([]float64{0.01, 0.04, 0.03, 0.005})
	if diff := cmp.Diff([]float64{0.03, 0.06, 0.06, 0.02}, got, cmpopts.EquateApprox(0, 1e-12)); diff != "" {
		t.Error(diff)
	}
}
