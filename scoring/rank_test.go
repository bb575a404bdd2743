package scoring

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/mat"
)

// boardBook draws a book in which speaker s sees events through noise[s] and
// addresses each with the given chance.
func boardBook(g *generator, noise []float64, events int, chance float64) []Forecast {
	var fs []Forecast
	for e := range events {
		q, y := g.beta(1, 1), 0.0
		if g.float() < q {
			y = 1
		}
		for s, n := range noise {
			if g.float() < chance {
				p := world{noise: n, slope: 1}.says(g, q)
				fs = append(fs, Forecast{Speaker: fmt.Sprintf("speaker %02d", s), Event: fmt.Sprint(e), P: p, Low: p, High: p, Y: y, Weight: 1})
			}
		}
	}
	return fs
}

// naiveAdjust solves the penalised least squares of the leaderboard as one
// dense system: speakers first, then events with λ on their diagonal.
func naiveAdjust(t *testing.T, b board, lambda float64) (difficulty []float64) {
	t.Helper()
	speakers, n := len(b.names), len(b.names)+b.events
	a, rhs := mat.NewSymDense(n, nil), mat.NewVecDense(n, nil)
	for _, c := range b.cells {
		s, e := int(c.speaker), speakers+int(c.event)
		a.SetSym(s, s, a.At(s, s)+1)
		a.SetSym(e, e, a.At(e, e)+1)
		a.SetSym(s, e, a.At(s, e)+1)
		rhs.SetVec(s, rhs.AtVec(s)+c.loss)
		rhs.SetVec(e, rhs.AtVec(e)+c.loss)
	}
	for e := speakers; e < n; e++ {
		a.SetSym(e, e, a.At(e, e)+lambda)
	}
	var x mat.VecDense
	if err := x.SolveVec(a, rhs); err != nil {
		t.Fatal(err)
	}
	for e := speakers; e < n; e++ {
		difficulty = append(difficulty, x.AtVec(e))
	}
	return difficulty
}

func boardOf(fs []Forecast) board {
	var c cellMaker
	for _, f := range fs {
		c.add(f.Speaker, f.Event, cluster{1, Brier(f.P, f.Y)})
	}
	return c.board()
}

// variance is the sample variance of each group's losses, pooled by degrees of
// freedom.
func naivePooled(b board, key func(cell) int32) float64 {
	groups := map[int32][]float64{}
	for _, c := range b.cells {
		groups[key(c)] = append(groups[key(c)], c.loss)
	}
	squares, df := 0.0, 0.0
	for _, xs := range groups {
		if len(xs) > 1 {
			squares += square(standardDeviation(xs)) * float64(len(xs)-1)
			df += float64(len(xs) - 1)
		}
	}
	return squares / df
}

func TestLeaderboardAgainstDefinitions(t *testing.T) {
	g := newGenerator(1, 0, 0)
	fs := boardBook(&g, []float64{0.1, 0.5, 1, 2, 3}, 40, 0.6)
	l, b := Rank(fs, 5), boardOf(fs)

	total := naivePooled(b, func(cell) int32 { return 0 })
	event := total - naivePooled(b, func(c cell) int32 { return c.event })
	speaker := math.Max(0, total-naivePooled(b, func(c cell) int32 { return c.speaker }))
	lambda := (total - event - speaker) / event
	near(t, "lambda", *l.Lambda, lambda)
	hard := naiveAdjust(t, b, lambda)

	adjusted := map[string][]float64{}
	for _, c := range b.cells {
		name := b.names[c.speaker]
		adjusted[name] = append(adjusted[name], c.loss-hard[c.event])
	}
	pooled := 0.0
	for _, ds := range adjusted {
		pooled += square(standardDeviation(ds)) * float64(len(ds)-1) / float64(len(b.cells)-len(b.names))
	}
	var w, ww, wx, mu0, q float64
	variance, x := map[string]float64{}, map[string]float64{}
	for name, ds := range adjusted {
		n := float64(len(ds))
		for _, d := range ds {
			x[name] += d / n
		}
		variance[name] = (square(standardDeviation(ds))*(n-1) + 10*pooled) / (n + 9) / n
		w, ww, wx = w+1/variance[name], ww+1/square(variance[name]), wx+x[name]/variance[name]
	}
	mu0 = wx / w
	for name := range x {
		q += square(x[name]-mu0) / variance[name]
	}
	tau2 := math.Max(0, (q-float64(len(x)-1))/(w-ww/w))
	w, wx = 0, 0
	for name := range x {
		w, wx = w+1/(variance[name]+tau2), wx+x[name]/(variance[name]+tau2)
	}
	mu := wx / w
	near(t, "q", *l.Q, q)
	near(t, "tau2", *l.Tau2, tau2)
	near(t, "mu", *l.Mu, mu)
	if tau2 == 0 || len(l.Rows) != 5 {
		t.Fatalf("tau2 = %v, %d rows: the case tests nothing", tau2, len(l.Rows))
	}
	for _, r := range l.Rows {
		keep := tau2 / (tau2 + variance[r.Name])
		theta, sd := mu+keep*(x[r.Name]-mu), math.Sqrt(keep*variance[r.Name])
		near(t, "adjusted", r.AdjustedBrier, x[r.Name])
		near(t, "se", r.SE, math.Sqrt(variance[r.Name]))
		near(t, "shrunk", r.Shrunk, theta)
		near(t, "sd", r.SD, sd)
		near(t, "points", r.SkillPoints, 100*(mu-theta))
		near(t, "better", r.PBetter, 0.5+0.5*math.Erf((mu-theta)/sd/math.Sqrt2))
	}
}

func TestLeaderboardShape(t *testing.T) {
	g := newGenerator(2, 0, 0)
	l := Rank(boardBook(&g, []float64{0.1, 0.1, 1, 1, 4, 4, 4}, 120, 0.7), 5)
	if l.Sentence != "" || l.Ranked != 7 || l.Events != 120 {
		t.Fatalf("%+v", l)
	}
	for i, r := range l.Rows {
		if r.Rank != i+1 || r.RankLow > r.Rank || r.RankHigh < r.Rank || r.RankLow < 1 || r.RankHigh > 7 {
			t.Errorf("row %d: %+v", i, r)
		}
		if !(r.SkillLow <= r.SkillPoints && r.SkillPoints <= r.SkillHigh) {
			t.Errorf("skill %v in %v to %v", r.SkillPoints, r.SkillLow, r.SkillHigh)
		}
		if i > 0 && r.Shrunk < l.Rows[i-1].Shrunk {
			t.Errorf("row %d is out of order", i)
		}
	}
	if best, worst := l.Rows[0], l.Rows[6]; best.RankHigh == 7 || worst.RankLow == 1 {
		t.Errorf("best ends at %d, worst begins at %d: 120 events tell them apart", best.RankHigh, worst.RankLow)
	}
}

func TestLeaderboardOrderDoesNotMatter(t *testing.T) {
	g := newGenerator(3, 0, 0)
	fs := boardBook(&g, []float64{0.1, 1, 2}, 30, 0.8)
	want := Rank(fs, 5)
	slices.Reverse(fs)
	if diff := cmp.Diff(want, Rank(fs, 5)); diff != "" {
		t.Error(diff)
	}
}

func TestRepeatsAreOneCell(t *testing.T) {
	g := newGenerator(4, 0, 0)
	fs := boardBook(&g, []float64{0.1, 1, 2}, 30, 1)
	want := Rank(fs, 5)
	if diff := cmp.Diff(want, Rank(append(fs, fs...), 5)); diff != "" {
		t.Errorf("saying everything twice changes the board: %s", diff)
	}
}

func TestNobodyToRank(t *testing.T) {
	same := func(speaker string, n int) (fs []Forecast) {
		for range n {
			fs = append(fs, Forecast{Speaker: speaker, P: 0.5, Y: 1})
		}
		return fs
	}
	for _, c := range []struct {
		name     string
		fs       []Forecast
		ranked   int
		rows     int
		sentence string
	}{
		{"nothing", nil, 0, 0, "fewer than two speakers have 5 events: nobody is ranked"},
		{"one speaker", same("a", 9), 1, 0, "fewer than two speakers have 5 events: nobody is ranked"},
		{"one with enough", append(same("a", 5), same("b", 4)...), 1, 0, "fewer than two speakers have 5 events: nobody is ranked"},
		{"all the same", append(same("a", 5), same("b", 7)...), 2, 2, "no detectable differences between speakers"},
		{"too many", same("a", maxCells+1), 0, 0, "more than 1000000 speaker-event cells: no leaderboard"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := Rank(c.fs, 0)
			if l.Ranked != c.ranked || len(l.Rows) != c.rows || l.Rows == nil || l.Sentence != c.sentence {
				t.Errorf("%+v", l)
			}
			if c.rows == 0 && (l.Mu != nil || l.Lambda != nil || l.Tau2 != nil || l.Q != nil) {
				t.Errorf("figures without rows: %+v", l)
			}
			for _, r := range l.Rows {
				if r.PBetter != 0.5 || r.SkillPoints != 0 || r.RankLow != 1 || r.RankHigh != 2 {
					t.Errorf("equal speakers: %+v", r)
				}
			}
		})
	}
}

// The pruned search finds the greatest difference of all pairs.
func TestGreatestDifference(t *testing.T) {
	for seed := range 50 {
		g := newGenerator(uint64(seed), 0, 0)
		zs := make([]deviate, 2+g.below(30))
		for i := range zs {
			d, v := g.normal(), 0.01+g.float()
			zs[i] = deviate{math.Abs(d), d * math.Sqrt(v), v}
		}
		want := 0.0
		for i, a := range zs {
			for _, b := range zs[:i] {
				want = math.Max(want, math.Abs(a.z-b.z)/math.Sqrt(a.variance+b.variance))
			}
		}
		if got := greatestDifference(zs); got != want {
			t.Errorf("seed %d: %v, want %v", seed, got, want)
		}
	}
}

// For two speakers the greatest difference is one difference of two t
// deviates, whose 95 % quantile with many degrees of freedom is 1.96.
func TestCriticalDifferenceOfTwo(t *testing.T) {
	as := []ability{{n: 100000, variance: 1}, {n: 100000, variance: 3}}
	c := criticalDifference(as, Options{Resamples: 40_000}.withDefaults())
	if math.Abs(c-1.96) > 0.03 {
		t.Errorf("c = %v, want about 1.96", c)
	}
}
