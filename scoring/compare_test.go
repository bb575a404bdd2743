package scoring

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// said is a claim with a hedge.
func said(speaker, event, hedge string, low, p, high, y float64) Forecast {
	return Forecast{Speaker: speaker, Event: event, Hedge: hedge, Low: low, P: p, High: high, Y: y, Weight: 1}
}

// exact is a claim with a number.
func exact(speaker, event string, p, y float64) Forecast { return said(speaker, event, "", p, p, p, y) }

// many repeats a pair of claims over n events.
func many(n int, one func(event string) (a, b Forecast)) (as, bs []Forecast) {
	for e := range n {
		a, b := one(fmt.Sprint("event ", e))
		as, bs = append(as, a), append(bs, b)
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
		{"clear", 8, func(e string) (a, b Forecast) { return exact("desk", e, 0.9, 1), exact("rival", e, 0.4, 1) },
			"desk ahead under every reading", nil},
		{"the other way", 8, func(e string) (a, b Forecast) { return exact("desk", e, 0.2, 1), exact("rival", e, 0.4, 1) },
			"rival ahead under every reading", nil},
		{"hedged but clear", 8, func(e string) (a, b Forecast) {
			return said("desk", e, "likely", 0.6, 0.73, 0.85, 1), exact("rival", e, 0.1, 1)
		}, "desk ahead under every reading", nil},
		{"depends", 8, func(e string) (a, b Forecast) {
			return said("desk", e, "could", 0.15, 0.4, 0.6, 0), exact("rival", e, 0.5, 0)
		}, "desk ahead, but it depends on *could*", []string{"could"}},
		{"equal", 8, func(e string) (a, b Forecast) { return exact("desk", e, 0.4, 0), exact("rival", e, 0.4, 0) },
			"no detectable difference between desk and rival", nil},
		{"five", 5, func(e string) (a, b Forecast) { return exact("desk", e, 0.9, 1), exact("rival", e, 0.1, 1) },
			"too few: 5 of the 6 shared events that a comparison needs", nil},
		{"none", 0, nil, "too few: 0 of the 6 shared events that a comparison needs", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := many(c.n, c.one)
			got := Compare(a, b)
			if got.Verdict != c.verdict {
				t.Errorf("verdict %q, want %q", got.Verdict, c.verdict)
			}
			if diff := cmp.Diff(c.depends, got.DependsOn, cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Both said "could" of the same events: whatever it means, they are equal.
func TestSharedReadingsCancel(t *testing.T) {
	a, b := many(8, func(e string) (a, b Forecast) {
		return said("desk", e, "could", 0.15, 0.4, 0.6, 1), said("rival", e, "could", 0.15, 0.4, 0.6, 1)
	})
	got := Compare(a, b)
	near(t, "best", *got.Best, 0)
	near(t, "worst", *got.Worst, 0)
}

// "Will not" with the same words is the same reading seen from the other side.
func TestAgainstSharesTheReading(t *testing.T) {
	mirrored := said("rival", "e", "likely", 0.15, 0.27, 0.4, 0)
	mirrored.Against = true
	got := Compare([]Forecast{said("desk", "e", "likely", 0.6, 0.73, 0.85, 1)}, []Forecast{mirrored})
	near(t, "best", *got.Best, 0)
	near(t, "worst", *got.Worst, 0)
}

func TestOnlySharedEventsCount(t *testing.T) {
	a, b := many(6, func(e string) (a, b Forecast) { return exact("desk", e, 0.9, 1), exact("rival", e, 0.4, 1) })
	want := Compare(a, b)
	a = append(a, exact("desk", "mine alone", 0, 1), exact("desk", "", 0, 1))
	b = append(b, exact("rival", "theirs alone", 0, 1), exact("rival", "", 0, 1))
	if diff := cmp.Diff(want, Compare(a, b)); diff != "" {
		t.Error(diff)
	}
	near(t, "difference", *want.Difference, 0.01-0.36)
	near(t, "p", *want.PValue, 2.0/64)
}

func TestWorkedReadings(t *testing.T) {
	c := readCases(t).Extras
	m := readingMaker{shared: map[phraseKey]*reading{}}
	for side, factor := range []float64{1, -1} {
		for _, h := range c.Input.Diff[side] {
			f := said("", "", h.phrase, h.low, h.low, h.high, h.y)
			m.add(f, factor/float64(len(c.Input.Diff[side])))
		}
	}
	least, greatest := m.readings().bounds()
	near(t, "least", least, c.Expected.Diff[0])
	near(t, "greatest", greatest, c.Expected.Diff[1])
}

// No reading that a reader could choose leaves the bounds, and the bounds are
// reached.
func TestBoundsBound(t *testing.T) {
	phrases := []struct{ low, high float64 }{{0.15, 0.6}, {0.6, 0.85}, {0.3, 0.4}}
	for seed := range 10 {
		g := newGenerator(uint64(seed), 0, 0)
		claims := func() (fs []Forecast) {
			for e := range 4 {
				for range 1 + g.below(2) {
					k := g.below(len(phrases))
					fs = append(fs, said("", fmt.Sprint(e), fmt.Sprint("phrase ", k), phrases[k].low, phrases[k].low, phrases[k].high, float64(g.below(2))))
				}
			}
			return fs
		}
		a, b := claims(), claims()
		got := Compare(a, b)
		least, greatest := math.Inf(1), math.Inf(-1)
		const steps = 10
		for i := range (steps + 1) * (steps + 1) * (steps + 1) {
			at := []int{i % (steps + 1), i / (steps + 1) % (steps + 1), i / (steps + 1) / (steps + 1)}
			read := func(fs []Forecast) []Forecast {
				out := append([]Forecast(nil), fs...)
				for j := range out {
					var k int
					fmt.Sscanf(out[j].Hedge, "phrase %d", &k)
					out[j].P = phrases[k].low + (phrases[k].high-phrases[k].low)*float64(at[k])/steps
				}
				return out
			}
			d := 0.0
			for _, p := range paired(read(a), read(b)) {
				d += p.diff / 4
			}
			least, greatest = math.Min(least, d), math.Max(greatest, d)
		}
		if least < *got.Best-1e-12 || greatest > *got.Worst+1e-12 {
			t.Errorf("seed %d: readings reach %v to %v, bounds are %v to %v", seed, least, greatest, *got.Best, *got.Worst)
		}
		if least > *got.Best+0.004 || greatest < *got.Worst-0.004 {
			t.Errorf("seed %d: readings reach only %v to %v, bounds are %v to %v", seed, least, greatest, *got.Best, *got.Worst)
		}
	}
}

// The drawn p-value agrees with the exact one.
func TestSignFlipDrawn(t *testing.T) {
	diffs := []float64{0.3, -0.1, 0.2, 0.25, -0.05, 0.1, 0.15, -0.2, 0.05, 0.12}
	exact := signFlip(diffs, Options{Resamples: 1 << 10}.withDefaults())
	drawn := signFlip(diffs, Options{Resamples: 1<<10 - 1}.withDefaults())
	if exact == drawn || math.Abs(exact-drawn) > 0.03 {
		t.Errorf("exact %v, drawn %v", exact, drawn)
	}
	extreme := 0
	for signs := range 1 << len(diffs) {
		sum, all := 0.0, 0.0
		for i, d := range diffs {
			all += d
			if signs>>i&1 == 1 {
				d = -d
			}
			sum += d
		}
		if math.Abs(sum) >= all-1e-9 {
			extreme++
		}
	}
	near(t, "exact", exact, float64(extreme)/1024)
}

func TestHolm(t *testing.T) {
	got := Holm([]float64{0.01, 0.04, 0.03, 0.005})
	if diff := cmp.Diff([]float64{0.03, 0.06, 0.06, 0.02}, got, cmpopts.EquateApprox(0, 1e-12)); diff != "" {
		t.Error(diff)
	}
}
