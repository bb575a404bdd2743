package scoring

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
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

// naiveSolve solves the penalised least squares of the leaderboard as one dense
// system: speakers first, then questions with λ on their diagonal. The inverse
// is that of the whole system.
func naiveSolve(t *testing.T, b cellGrid, lambda float64) (x []float64, inverse *mat.Dense) {
	t.Helper()
	speakers, n := len(b.names), len(b.names)+b.questions
	a, rhs := mat.NewDense(n, n, nil), mat.NewVecDense(n, nil)
	for _, c := range b.cells {
		s, e := int(c.speaker), speakers+int(c.question)
		for _, at := range [][2]int{{s, s}, {e, e}, {s, e}, {e, s}} {
			a.Set(at[0], at[1], a.At(at[0], at[1])+1)
		}
		rhs.SetVec(s, rhs.AtVec(s)+c.loss)
		rhs.SetVec(e, rhs.AtVec(e)+c.loss)
	}
	for e := speakers; e < n; e++ {
		a.Set(e, e, a.At(e, e)+lambda)
	}
	inverse = &mat.Dense{}
	if err := inverse.Inverse(a); err != nil {
		t.Fatal(err)
	}
	var v mat.VecDense
	v.MulVec(inverse, rhs)
	return v.RawVector().Data, inverse
}

// variance is the sample variance of each group's losses, pooled by degrees of
// freedom.
func naivePooled(b cellGrid, key func(cell) int32) float64 {
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

func TestSkillAgainstDefinitions(t *testing.T) {
	for _, c := range []struct {
		speakers []float64
		events   int
	}{{[]float64{0.1, 0.5, 1, 2, 3}, 40}, {[]float64{0.1, 0.3, 0.5, 0.7, 1, 1, 1.5, 2, 2, 3, 3, 4, 4, 5, 5}, 12}} {
		g := newGenerator(1, 0, 0)
		fs := boardBook(&g, c.speakers, c.events, 0.9)
		fs = append(fs, Forecast{Speaker: "speaker 00", P: 0.4, Y: 1}, Forecast{Speaker: "speaker 03", P: 0.8, Y: 1, Event: "own"})
		l, b := Rank(given(fs), Options{MinEvents: 5}), gridOf(given(fs))
		if l.Mode != ModeSkill || l.Ranked != len(c.speakers) {
			t.Fatalf("mode %s, %d ranked: %s", l.Mode, l.Ranked, l.Sentence)
		}
		total := naivePooled(b, func(cell) int32 { return 0 })
		event := total - naivePooled(b, func(c cell) int32 { return c.question })
		speaker := math.Max(0, total-naivePooled(b, func(c cell) int32 { return c.speaker }))
		lambda := math.Max(1, (total-event-speaker)/event)
		near(t, "lambda", *l.Lambda, lambda)
		x, inverse := naiveSolve(t, b, lambda)
		s2 := 0.0
		for _, cell := range b.cells {
			s2 += square(cell.loss - x[cell.speaker] - x[len(b.names)+int(cell.question)])
		}
		for _, d := range x[len(b.names):] {
			s2 += lambda * d * d
		}
		s2 /= float64(len(b.cells) - len(b.names))
		as := make([]ability, len(b.names))
		for i, name := range b.names {
			as[i] = ability{name: name, x: x[i], variance: s2 * inverse.At(i, i)}
		}
		checkShrunk(t, l, as)
		if r := violation(b, b.solve(&lambda), lambda); r > 1e-10 {
			t.Errorf("the normal equations are missed by %v", r)
		}
	}
}

// violation is by how much a solution misses the worst of the normal equations.
func violation(b cellGrid, r ridge, lambda float64) float64 {
	speakers, questions := make([]float64, len(b.names)), make([]float64, b.questions)
	for _, c := range b.cells {
		d := c.loss - r.level[c.speaker] - r.difficulty[c.question]
		speakers[c.speaker] += d
		questions[c.question] += d
	}
	worst := 0.0
	for _, d := range speakers {
		worst = max(worst, math.Abs(d))
	}
	for q, d := range questions {
		worst = max(worst, math.Abs(d-float64(lambda*r.difficulty[q])))
	}
	return worst
}

// checkShrunk compares everything that follows from the means and their
// variances.
func checkShrunk(t *testing.T, l Leaderboard, as []ability) {
	t.Helper()
	var w, ww, wx, q float64
	for _, a := range as {
		w, ww, wx = w+1/a.variance, ww+1/square(a.variance), wx+a.x/a.variance
	}
	for _, a := range as {
		q += square(a.x-wx/w) / a.variance
	}
	tau2 := math.Max(0, (q-float64(len(as)-1))/(w-ww/w))
	w, wx = 0, 0
	for _, a := range as {
		w, wx = w+1/(a.variance+tau2), wx+a.x/(a.variance+tau2)
	}
	mu := wx / w
	near(t, "q", *l.Q, q)
	near(t, "tau2", *l.Tau2, tau2)
	near(t, "mu", *l.Mu, mu)
	for _, a := range as {
		r, keep := placeOf(t, l, a.name), tau2/(tau2+a.variance)
		near(t, "adjusted", r.AdjustedBrier, a.x)
		near(t, "se", r.SE, math.Sqrt(a.variance))
		near(t, "shrunk", r.Shrunk, mu+keep*(a.x-mu))
		near(t, "sd", r.SD, math.Sqrt(keep*a.variance))
		if r.SkillPoints != nil {
			near(t, "points", *r.SkillPoints, 100*(mu-r.Shrunk))
		}
	}
}

// naiveOverlap fits speakers and questions by singular values: the least
// squares solution of smallest norm.
func naiveOverlap(t *testing.T, b cellGrid) (level []float64, inverse *mat.Dense, sigma2, df float64, robust *mat.Dense) {
	t.Helper()
	k := len(b.names)
	byQuestion := map[int32][]cell{}
	for _, c := range b.cells {
		byQuestion[c.question] = append(byQuestion[c.question], c)
	}
	m, y := mat.NewDense(k, k, nil), mat.NewVecDense(k, nil)
	for _, cells := range byQuestion {
		n := float64(len(cells))
		for _, c := range cells {
			m.Set(int(c.speaker), int(c.speaker), m.At(int(c.speaker), int(c.speaker))+1)
			for _, d := range cells {
				m.Set(int(c.speaker), int(d.speaker), m.At(int(c.speaker), int(d.speaker))-1/n)
				y.SetVec(int(c.speaker), y.AtVec(int(c.speaker))-d.loss/n)
			}
			y.SetVec(int(c.speaker), y.AtVec(int(c.speaker))+c.loss)
		}
	}
	var svd mat.SVD
	if !svd.Factorize(m, mat.SVDFull) {
		t.Fatal("no singular values")
	}
	var u, v, part mat.Dense
	svd.UTo(&u)
	svd.VTo(&v)
	values := svd.Values(nil)
	d := mat.NewDense(k, k, nil)
	for i, x := range values {
		if x > 1e-9 {
			d.Set(i, i, 1/x)
		}
	}
	inverse = &mat.Dense{}
	part.Mul(&v, d)
	inverse.Mul(&part, u.T())
	var a mat.VecDense
	a.MulVec(inverse, y)
	level = a.RawVector().Data
	df = float64(len(b.cells)-k-len(byQuestion)) + 1
	rss, middle := 0.0, mat.NewDense(k, k, nil)
	for _, cells := range byQuestion {
		mean := 0.0
		for _, c := range cells {
			mean += (c.loss - level[c.speaker]) / float64(len(cells))
		}
		r := mat.NewVecDense(k, nil)
		for _, c := range cells {
			r.SetVec(int(c.speaker), c.loss-level[c.speaker]-mean)
		}
		rss += mat.Dot(r, r)
		var outer mat.Dense
		outer.Outer(1, r, r)
		middle.Add(middle, &outer)
	}
	robust = &mat.Dense{}
	part.Reset()
	part.Mul(inverse, middle)
	robust.Mul(&part, inverse)
	robust.Scale(float64(len(b.cells))/df, robust)
	return level, inverse, rss / df, df, robust
}

func TestOverlapAgainstDefinitions(t *testing.T) {
	for seed := range 6 {
		g := newGenerator(uint64(seed), 0, 0)
		b := gridOf(given(boardBook(&g, []float64{0.1, 0.5, 1, 2, 3}, 30, []float64{0.35, 0.8}[seed%2]))).shared()
		fit := b.overlap()
		level, inverse, sigma2, df, robust := naiveOverlap(t, b)
		near(t, "variance", fit.variance, sigma2)
		near(t, "df", fit.df, df)
		if wide := float64(len(b.cells)) >= 3*float64(len(b.groupsByQuestion())); wide != (fit.robust != nil) {
			t.Errorf("robust form: %v, want %v", fit.robust != nil, wide)
		}
		for i := range level {
			near(t, "level", fit.level[i], level[i])
			for j := range level {
				plain := sigma2 * (inverse.At(i, i) + inverse.At(j, j) - 2*inverse.At(i, j))
				if fit.robust != nil {
					plain = math.Max(plain, robust.At(i, i)+robust.At(j, j)-2*robust.At(i, j))
				}
				if i != j {
					near(t, "s", fit.s(i, j), math.Sqrt(plain))
				}
			}
		}
	}
}

// Two speakers on the same questions: M⁺ gives twice the variance of a mean,
// and c is the 97.5 % point of Student's t.
func TestCriticalOfTwo(t *testing.T) {
	g := newGenerator(3, 0, 0)
	fit := gridOf(given(boardBook(&g, []float64{0.5, 1}, 21, 1))).overlap()
	if c := fit.critical(Options{Resamples: 40_000}.withDefaults()); fit.df != 20 || math.Abs(c-2.086) > 0.04 {
		t.Errorf("c = %v with %v degrees of freedom, want 2.086 with 20", c, fit.df)
	}
}

// ownBook draws a book in which every speaker speaks of events of their own.
func ownBook(g *generator, accuracy []float64, events int, p func(g *generator, s int) float64) (fs []Forecast) {
	for s, right := range accuracy {
		for e := range events {
			f := Forecast{Speaker: fmt.Sprintf("speaker %02d", s), Event: fmt.Sprintf("%d of %d", e, s), P: p(g, s), Weight: 1}
			if (g.float() < right) == (f.P > 0.5) {
				f.Y = 1
			}
			f.Low, f.High = f.P, f.P
			fs = append(fs, f)
		}
	}
	return fs
}

func TestRecordAgainstDefinitions(t *testing.T) {
	g := newGenerator(5, 0, 0)
	fs := ownBook(&g, []float64{0.9, 0.7, 0.5, 0.3}, 30, func(g *generator, s int) float64 { return 0.05 + 0.1*float64(g.below(10)) })
	l := Rank(given(fs), Options{MinEvents: 5})
	if l.Mode != ModeRecord || l.Lambda != nil || l.Ranked != 4 {
		t.Fatalf("%+v", l)
	}
	groups := map[string]naive{}
	for _, f := range fs {
		groups[f.Speaker] = append(groups[f.Speaker], f)
	}
	pooled := 0.0
	for _, own := range groups {
		for _, f := range own {
			pooled += square(square(f.P-f.Y)-own.brier()) / float64(len(fs)-len(groups))
		}
	}
	var as []ability
	for name, own := range groups {
		n, q := float64(len(own)), 0.0
		best, worst := 1.0, 0.0
		for _, f := range own {
			q += square(square(f.P-f.Y) - own.brier())
			best = math.Min(best, math.Min(square(f.P), square(1-f.P)))
			worst = math.Max(worst, math.Max(square(f.P), square(1-f.P)))
		}
		m := (n*own.brier() + best + worst) / (n + 2)
		pseudo := square(best-m) + square(worst-m)
		for _, f := range own {
			pseudo += square(square(f.P-f.Y) - m)
		}
		as = append(as, ability{name: name, x: own.brier(), variance: math.Max((q+10*pooled)/(n+9)/n, pseudo/((n+1)*(n+2)))})
		near(t, "expected", placeOf(t, l, name).ExpectedBrier, own.mean(func(f Forecast) float64 { return f.P * (1 - f.P) }))
	}
	checkShrunk(t, l, as)
	for _, r := range l.Rows {
		if r.SkillPoints != nil || r.PBetter != nil || r.SkillLow != nil {
			t.Errorf("a record with figures of skill: %+v", r)
		}
	}
	if len(l.Named) == 0 || l.Named[0].Better != "speaker 00" || l.Named[0].Why != NamedRecord {
		t.Errorf("nine in ten against three in ten: %+v", l.Named)
	}
}

// readSet reads one of the data sets of testdata/scoring.
func readSet(t *testing.T, name string) (fs []Forecast) {
	t.Helper()
	f, err := os.Open("../testdata/scoring/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records[1:] {
		p, errP := strconv.ParseFloat(r[2], 64)
		y, errY := strconv.ParseFloat(r[3], 64)
		if errP != nil || errY != nil {
			t.Fatal(r)
		}
		fs = append(fs, Forecast{Speaker: r[0], Event: r[1], P: p, Low: p, High: p, Y: y, Weight: 1})
	}
	return fs
}

// A few shared events on which all agree say nothing about who is better. They
// once swallowed the speakers: the one with 26 of 80 right came first, better
// than average with a probability of 0.99997.
func TestWorstIsNotFirst(t *testing.T) {
	l := Rank(given(readSet(t, "worst_first.csv")), Options{MinEvents: 5})
	var names []string
	for _, r := range l.Rows {
		names = append(names, r.Name)
	}
	if diff := cmp.Diff([]string{"Agency", "Bureau", "Council"}, names); diff != "" || l.Mode != ModeRecord {
		t.Errorf("mode %s: %s", l.Mode, diff)
	}
	want := "Agency's record is better than Bureau's and Council's; Bureau's record is better than Council's. " +
		"They spoke about different events: records are compared, not skill."
	if l.Sentence != want {
		t.Errorf("%s\nwant %s", l.Sentence, want)
	}
	if l.Rows[2].RankLow != 3 || l.Rows[0].RankHigh != 1 {
		t.Errorf("%+v", l.Rows)
	}
}

// 300 of 300 right against 0 of 300 once showed "no detectable differences",
// because no event was shared.
func TestAllAgainstNothing(t *testing.T) {
	fs := readSet(t, "all_or_nothing.csv")
	l := Rank(given(fs), Options{MinEvents: 5})
	if want := "Always right's record is better than Never right's. They spoke about different events: records are compared, not skill."; l.Sentence != want {
		t.Errorf("%s\nwant %s", l.Sentence, want)
	}
	r := RankRight(rightsOf(fs), Options{MinEvents: 5})
	if want := "Always right was right more often than Never right. They spoke about different events: records are compared, not skill."; r.Sentence != want {
		t.Errorf("%s\nwant %s", r.Sentence, want)
	}
}

// Who speaks of surer things has the lower figure and need not know more.
func TestSurerIsNotBetter(t *testing.T) {
	g := newGenerator(7, 0, 0)
	var fs []Forecast
	for s, p := range []float64{0.97, 0.6} { // both calibrated
		for e := range 150 {
			f := Forecast{Speaker: []string{"Sure", "Bold"}[s], Event: fmt.Sprint(s, e), P: p, Weight: 1}
			if g.float() < p {
				f.Y = 1
			}
			fs = append(fs, f)
		}
	}
	want := "Sure's figure is lower than Bold's because Sure spoke of surer things; on how well the words held, no difference could be shown. " +
		"They spoke about different events: records are compared, not skill."
	if l := Rank(given(fs), Options{MinEvents: 5}); l.Sentence != want {
		t.Errorf("%s\nwant %s", l.Sentence, want)
	}
}

// The mode is skill while half of the cells are shared, by whoever shares six
// and half of their own, in the largest group that is linked.
func TestModes(t *testing.T) {
	speaker := func(name string, events ...string) (fs []Forecast) {
		for i, e := range events {
			fs = append(fs, Forecast{Speaker: name, Event: e, P: 0.3 + 0.01*float64(len(name)+i%7), Y: float64(i % 2), Weight: 1})
		}
		return fs
	}
	list := func(prefix string, n int) (events []string) {
		for i := range n {
			events = append(events, fmt.Sprint(prefix, i))
		}
		return events
	}
	for _, c := range []struct {
		name   string
		fs     []Forecast
		mode   Mode
		ranked string
		left   string
	}{
		{"all shared", slices.Concat(speaker("a", list("e", 8)...), speaker("b", list("e", 8)...)), ModeSkill, "a b", ""},
		{"five shared", slices.Concat(speaker("a", list("e", 5)...), speaker("b", list("e", 5)...)), ModeRecord, "a b", ""},
		{"nothing shared", slices.Concat(speaker("a", list("e", 8)...), speaker("b", list("f", 8)...)), ModeRecord, "a b", ""},
		{"one apart", slices.Concat(speaker("a", list("e", 8)...), speaker("b", list("e", 8)...), speaker("c", list("g", 8)...)), ModeSkill, "a b", "c"},
		{"one half shares", slices.Concat(speaker("a", list("e", 8)...), speaker("b", list("e", 8)...), speaker("c", slices.Concat(list("e", 6), list("g", 7))...)), ModeSkill, "a b", "c"},
		{"two groups", slices.Concat(speaker("a", list("e", 8)...), speaker("b", list("e", 8)...),
			speaker("c", list("f", 8)...), speaker("d", list("f", 8)...), speaker("e", list("f", 8)...)), ModeSkill, "c d e", "a b"},
		{"one leads to the next", slices.Concat(speaker("a", list("e", 8)...), speaker("b", list("e", 8)...),
			speaker("c", slices.Concat(list("g", 7), list("e", 6))...), speaker("d", slices.Concat(list("g", 6), list("h", 6))...)), ModeSkill, "a b c d", ""},
	} {
		l := Rank(given(c.fs), Options{MinEvents: 5})
		var ranked, left []string
		for _, r := range l.Rows {
			ranked = append(ranked, r.Name)
		}
		for _, u := range l.Unranked {
			left = append(left, u.Name)
		}
		slices.Sort(ranked)
		slices.Sort(left)
		if l.Mode != c.mode || strings.Join(ranked, " ") != c.ranked || strings.Join(left, " ") != c.left {
			t.Errorf("%s: mode %s, ranked %v, left %v", c.name, l.Mode, ranked, left)
		}
	}
}

// In a book an event may hold several questions: skill compares questions,
// records weigh events the same.
func TestQuestionsOfOneEvent(t *testing.T) {
	var fs []Forecast
	for s, name := range []string{"a", "b"} {
		for e := range 6 {
			for q := range 1 + e%2 {
				fs = append(fs, Forecast{Speaker: name, Event: fmt.Sprint(s, e), Question: fmt.Sprint(q), P: 0.2 + 0.5*float64(q), Y: 0, Weight: 1})
			}
		}
	}
	l := Rank(given(fs), Options{MinEvents: 5})
	near(t, "mean over events", l.Rows[0].AdjustedBrier, (3*0.04+3*(0.04+0.49)/2)/6)
	later := append(slices.Clone(fs), Forecast{Speaker: "a", Event: "00", Question: "0", P: 1, Y: 0, Weight: 1, Later: true})
	if diff := cmp.Diff(l, Rank(given(later), Options{MinEvents: 5})); diff != "" {
		t.Errorf("a later version counts: %s", diff)
	}
}

func TestLeaderboardShape(t *testing.T) {
	g := newGenerator(2, 0, 0)
	l := Rank(given(boardBook(&g, []float64{0.1, 0.1, 1, 1, 4, 4, 4}, 120, 0.7)), Options{MinEvents: 5})
	if len(l.Named) == 0 || l.Mode != ModeSkill || l.Ranked != 7 || l.Events != 120 {
		t.Fatalf("%+v", l)
	}
	for i, r := range l.Rows {
		if r.Rank != i+1 || r.RankLow > r.Rank || r.RankHigh < r.Rank || r.RankLow < 1 || r.RankHigh > 7 {
			t.Errorf("row %d: %+v", i, r)
		}
		if !(*r.SkillLow <= *r.SkillPoints && *r.SkillPoints <= *r.SkillHigh) {
			t.Errorf("skill %v in %v to %v", *r.SkillPoints, *r.SkillLow, *r.SkillHigh)
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
	want := Rank(given(fs), Options{MinEvents: 5})
	slices.Reverse(fs)
	if diff := cmp.Diff(want, Rank(given(fs), Options{MinEvents: 5})); diff != "" {
		t.Error(diff)
	}
}

func TestRepeatsAreOneCell(t *testing.T) {
	g := newGenerator(4, 0, 0)
	fs := boardBook(&g, []float64{0.1, 1, 2}, 30, 1)
	want := Rank(given(fs), Options{MinEvents: 5})
	if diff := cmp.Diff(want, Rank(given(append(fs, fs...)), Options{MinEvents: 5})); diff != "" {
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
		{"nothing", nil, 0, 0, "too few to rank: fewer than two speakers gave a probability on 5 events"},
		{"one speaker", same("a", 9), 1, 0, "too few to rank: fewer than two speakers gave a probability on 5 events"},
		{"one with enough", append(same("a", 5), same("b", 4)...), 1, 0, "too few to rank: fewer than two speakers gave a probability on 5 events"},
		{"all the same", append(same("a", 5), same("b", 7)...), 2, 2, "no difference could be shown: with these numbers a gap under about 0.01 would go unseen. They spoke about different events: records are compared, not skill."},
		{"too many", same("a", maxCells+1), 0, 0, "too many to rank: more than 1000000 cells of a speaker and a question"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := Rank(given(c.fs), Options{})
			if l.Ranked != c.ranked || len(l.Rows) != c.rows || l.Rows == nil || l.Sentence != c.sentence {
				t.Errorf("%+v", l)
			}
			if c.rows == 0 && (l.Mu != nil || l.Lambda != nil || l.Tau2 != nil || l.Q != nil) {
				t.Errorf("figures without rows: %+v", l)
			}
			for _, r := range l.Rows {
				if r.PBetter != nil || r.RankLow != 1 || r.RankHigh != 2 {
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

// rightsOf is the sides of forecasts.
func rightsOf(fs []Forecast) (list []Right) {
	for _, f := range fs {
		if f.P != 0.5 {
			list = append(list, Right{f.Speaker, f.Event, f.Question, (f.P > 0.5) == (f.Y > 0.5)})
		}
	}
	return list
}

func placeOf(t *testing.T, l Leaderboard, name string) Place {
	t.Helper()
	for _, r := range l.Rows {
		if r.Name == name {
			return r
		}
	}
	t.Fatalf("%s has no row", name)
	return Place{}
}

// The ends of an interval are where the distribution passes 2.5 and 97.5 %,
// also where it has a step.
func TestInvert(t *testing.T) {
	near(t, "normal", invert(func(x float64) float64 { return normalCDF(x, 2) }, -16, 16, 0.975), 2*1.959963984540054)
	near(t, "step", invert(func(x float64) float64 { return 0.5*normalCDF(x-1, 0) + 0.5*normalCDF(x, 1) }, -8, 8, 0.6), 1)
}
