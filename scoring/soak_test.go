package scoring

import (
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"testing"
)

// The honesty of the intervals, shown on books of known truth. A short version
// runs always; the full grid, whose table is in docs/scoring.md, with
//
//	TRACKER_SOAK=1 go test ./scoring -run Honest -v -timeout 60m

// soak reports whether the full grid was asked for.
func soak() bool { return os.Getenv("TRACKER_SOAK") != "" }

// books is how many books a cell of the grid has.
func books() int {
	if soak() {
		return 1000
	}
	return 60
}

// counts are how often something held, and how often it could have.
type counts struct{ held, all float64 }

func (c *counts) add(held bool) {
	c.all++
	if held {
		c.held++
	}
}

func (c counts) share() float64 { return c.held / c.all }

// simulate returns what n books give. Every book of every cell has a
// generator of its own.
func simulate[T any](cell string, n int, book func(*generator) T) []T {
	h := fnv.New64()
	h.Write([]byte(cell))
	return replicates(Options{Resamples: n, Seed: h.Sum64()}, 0, func() func(*generator) T { return book })
}

// heldShare is in how many of n simulated books check holds.
func heldShare(cell string, n int, check func(*generator) bool) float64 {
	var c counts
	for _, held := range simulate(cell, n, check) {
		c.add(held)
	}
	return c.share()
}

// slack is three standard errors of a share of n simulated books: what a bound
// must leave to chance.
func slack(share float64, n int) float64 {
	return 3 * math.Sqrt(share*(1-share)/float64(n))
}

// atLeast fails when a simulated share falls below a bound by more than chance.
func atLeast(t *testing.T, what string, got, bound float64, n int) {
	t.Helper()
	if got < bound-slack(bound, n) {
		t.Errorf("%s: %.3f, want at least %.2f", what, got, bound)
	}
}

func atMost(t *testing.T, what string, got, bound float64, n int) {
	t.Helper()
	if got > bound+slack(bound, n) {
		t.Errorf("%s: %.3f, want at most %.2f", what, got, bound)
	}
}

func holds(low, high *float64, truth float64) bool {
	return low != nil && *low <= truth && truth <= *high
}

// gridCell is one kind of book in the coverage table.
type gridCell struct {
	world
	events int
}

func (c gridCell) String() string {
	says := map[float64]string{0.5: "hedged", 1: "as seen", 2: "exaggerated"}[c.slope]
	return fmt.Sprintf("| %d | %d | %.2f | %s |", c.events, c.claims, c.a/(c.a+c.b), says)
}

func grid() (cells []gridCell) {
	events, bases, slopes := []int{5, 60}, [][2]float64{{2, 2}, {1, 9}}, []float64{0.5, 2}
	if soak() {
		events, bases, slopes = []int{5, 10, 25, 60, 200}, [][2]float64{{2, 2}, {1, 4}, {1, 9}, {9, 1}}, []float64{0.5, 1, 2}
	}
	for _, n := range events {
		for _, claims := range []int{1, 4} {
			for _, base := range bases {
				for _, slope := range slopes {
					cells = append(cells, gridCell{world{base[0], base[1], 0.7, slope, claims}, n})
				}
			}
		}
	}
	return cells
}

func TestHonestIntervals(t *testing.T) {
	t.Log("| events | claims each | base rate | says | Brier covered | hit share covered |")
	n, cells := books(), grid()
	var briers, hits float64
	for _, c := range cells {
		trueBrier, trueHit := c.truth()
		var brier, hit counts
		for _, f := range simulate(c.String(), n, func(g *generator) Figures {
			return Measure(given(c.book(g, c.events)), Options{NeedEvents: math.MaxInt, Resamples: 400}) // intervals only
		}) {
			brier.add(holds(f.BrierLow, f.BrierHigh, trueBrier))
			if f.Hit.N > 0 {
				hit.add(holds(f.Hit.Low, f.Hit.High, trueHit))
			}
		}
		t.Logf("%s %.3f | %.3f |", c, brier.share(), hit.share())
		atLeast(t, c.String()+" Brier", brier.share(), 0.90, n)
		atLeast(t, c.String()+" hit share", hit.share(), 0.88, n)
		briers += brier.share() / float64(len(cells))
		hits += hit.share() / float64(len(cells))
	}
	t.Logf("covered on average: Brier %.3f, hit share %.3f", briers, hits)
	atLeast(t, "Brier on average", briers, 0.95, n*len(cells))
	atLeast(t, "hit share on average", hits, 0.95, n*len(cells))
}

// levels are the noises of speakers of different skill.
var levels = []float64{0.2, 0.7, 1.3, 2}

func TestHonestLeaderboard(t *testing.T) {
	t.Log("| speakers | events | addressed | skill covered, differing | skill covered, equal | equals shown to differ |")
	truths := make([]float64, len(levels)) // skill points
	for i, noise := range levels {
		truths[i], _ = world{a: 1, b: 1, noise: noise, slope: 1, claims: 1}.truth()
	}
	mean := (truths[0] + truths[1] + truths[2] + truths[3]) / 4
	for i := range truths {
		truths[i] = 100 * (mean - truths[i])
	}
	n := books() / 3
	speakers, events := []int{4, 12}, []int{40}
	if soak() {
		speakers, events = []int{4, 12, 30}, []int{15, 40, 150}
	}
	var all counts
	for _, k := range speakers {
		for _, e := range events {
			for _, chance := range []float64{0.4, 1} {
				c := boardCell{k, e, chance}
				differing, _ := c.coverage(n, truths)
				equal, shown := c.coverage(n, []float64{0})
				t.Logf("%s %.3f | %.3f | %.3f |", c, differing.share(), equal.share(), shown.share())
				atMost(t, c.String()+" equals shown to differ", shown.share(), 0.10, n)
				all.held, all.all = all.held+differing.held, all.all+differing.all
			}
		}
	}
	t.Logf("skill of differing speakers covered on average: %.3f", all.share())
	atLeast(t, "skill on average", all.share(), 0.87, int(all.all))
}

// boardCell is one kind of board.
type boardCell struct {
	speakers, events int
	chance           float64
}

func (c boardCell) String() string {
	return fmt.Sprintf("| %d | %d | %.0f %% |", c.speakers, c.events, 100*c.chance)
}

// coverage counts, over n boards of speakers whose level is drawn, the skill
// intervals that hold the truth, and the boards that show a difference.
func (c boardCell) coverage(n int, truths []float64) (covered, shown counts) {
	type result struct{ covered, shown counts }
	for _, r := range simulate(fmt.Sprint(c, len(truths)), n, func(g *generator) (r result) {
		level, noise := make([]int, c.speakers), make([]float64, c.speakers)
		for s := range level {
			level[s] = g.below(len(truths))
			noise[s] = levels[level[s]]
		}
		l := rank(gridOf(given(boardBook(g, noise, c.events, c.chance))), Options{Resamples: 500}.withDefaults())
		for _, row := range l.Rows {
			var s int
			fmt.Sscanf(row.Name, "speaker %d", &s)
			truth := truths[level[s]]
			if row.SkillLow != nil { // a board of records has none
				r.covered.add(*row.SkillLow-1e-9 <= truth && truth <= *row.SkillHigh+1e-9)
			}
		}
		r.shown.add(len(l.Named) > 0)
		return r
	}) {
		covered.held, covered.all = covered.held+r.covered.held, covered.all+r.covered.all
		shown.held, shown.all = shown.held+r.shown.held, shown.all+r.shown.all
	}
	return covered, shown
}

func TestHonestComparison(t *testing.T) {
	t.Log("| events shared | equals called ahead | better one called ahead |")
	n := books()
	for _, e := range []int{8, 20, 60} {
		equal, better := aheadShare(n, e, 0.7, 0.7), aheadShare(n, e, 0.2, 2)
		t.Logf("| %d | %.3f | %.3f |", e, equal, better)
		atMost(t, fmt.Sprint(e, " events: false lead"), equal, 0.05, n)
		if e == 60 && better < 0.5 {
			t.Errorf("a far better speaker is called ahead in only %.2f", better)
		}
	}
}

// aheadShare is how often the first of two speakers, who see events through
// some noise, is called ahead.
func aheadShare(n, events int, noise, rival float64) float64 {
	return heldShare(fmt.Sprint(events, noise, rival), n, func(g *generator) bool {
		var sides [2][]Statement
		for _, f := range boardBook(g, []float64{noise, rival}, events, 1) {
			side := 0
			if f.Speaker == "speaker 01" {
				side = 1
			}
			sides[side] = append(sides[side], statement(f, 10))
		}
		return Compare("A", "B", sides[0], sides[1]).Verdict == "A ahead"
	})
}

func TestHonestCalibration(t *testing.T) {
	t.Log("| events | claims each | windows | base rate | in the large | Spiegelhalter | MCB | exaggerating, called by MCB |")
	n := books()
	events, bases := []int{40}, [][2]float64{{1, 1}}
	if soak() {
		events, bases = []int{10, 40, 200}, [][2]float64{{1, 1}, {1, 9}}
	}
	for _, e := range events {
		for _, m := range []int{1, 4, 12} {
			for _, windows := range []bool{false, true} {
				for _, base := range bases {
					honestTests(t, n, e, windows, world{base[0], base[1], 0.7, 2.5, m})
				}
			}
		}
	}
}

// honestTests counts how often calibrated speakers are called miscalibrated, and
// how often those who exaggerate are.
func honestTests(t *testing.T, n, events int, windows bool, w world) {
	t.Helper()
	kind := map[bool]string{false: "one", true: "several"}[windows]
	name := fmt.Sprintf("| %d | %d | %s | %.2f |", events, w.claims, kind, w.a/(w.a+w.b))
	var large, spiegel, mcb counts
	for _, f := range simulate(name, n, func(g *generator) Figures {
		book := w.calibratedBook(g, events)
		if windows {
			book = w.windowsBook(g, events)
		}
		return Measure(given(book), Options{Resamples: 400, Seed: g.next()}) // else all books share one set of draws, and its luck
	}) {
		large.add(f.Citl.PValue != nil && *f.Citl.PValue < 0.05)
		spiegel.add(f.Spiegelhalter.PValue != nil && *f.Spiegelhalter.PValue < 0.05)
		mcb.add(*f.Corp.PValue < 0.05)
	}
	wild := heldShare(name, n, func(g *generator) bool {
		return *Measure(given(w.book(g, events)), Options{Resamples: 400, Seed: g.next()}).Corp.PValue < 0.05
	})
	t.Logf("%s %.3f | %.3f | %.3f | %.3f |", name, large.share(), spiegel.share(), mcb.share(), wild)
	for what, c := range map[string]counts{"in the large": large, "Spiegelhalter": spiegel, "MCB": mcb} {
		atMost(t, name+" "+what+" falsely called", c.share(), 0.06, n)
	}
}

// windowsBook says the true probability of an event by several ends: what came
// by the earlier came by the later.
func (w world) windowsBook(g *generator, events int) (fs []Forecast) {
	for e := range events {
		luck := g.float()
		for k := range w.claims {
			p := min(0.99, max(0.01, math.Round(100*g.beta(w.a, w.b))/100))
			f := Forecast{Event: fmt.Sprint("event ", e), Question: fmt.Sprint(k), P: p, Low: p, High: p, Weight: 1}
			if luck < p {
				f.Y = 1
			}
			fs = append(fs, f)
		}
	}
	return fs
}

// constant is a speaker who always says the same.
func constant(ps ...float64) func(*generator, int) float64 {
	return func(_ *generator, s int) float64 { return ps[s%len(ps)] }
}

// Eight speakers, 40 events of their own each: who differs is named, who does
// not is not, whatever words they use.
func TestHonestRecords(t *testing.T) {
	n := books()
	accuracy := []float64{0.4, 0.47, 0.54, 0.61, 0.69, 0.76, 0.83, 0.9}
	type result struct{ any, wrong, right bool }
	board := func(cell string, accuracy []float64, words func(*generator, int) float64) (any, wrong, right float64) {
		var a, w, r counts
		for _, x := range simulate(cell, n, func(g *generator) (x result) {
			fs := ownBook(g, accuracy, 40, words)
			for _, p := range rank(gridOf(given(fs)), Options{Resamples: 500}.withDefaults()).named() {
				x.any = true
				x.wrong = x.wrong || accuracy[p[0]] <= accuracy[p[1]]
			}
			x.right = len(RankRight(rightsOf(fs), Options{MinEvents: 5}).Named) > 0
			return x
		}) {
			a.add(x.any)
			w.add(x.wrong)
			r.add(x.right)
		}
		return a.share(), w.share(), r.share()
	}
	t.Log("| speakers | words | a difference named | a wrong one | named by shares right |")
	any, wrong, right := board("differing", accuracy, constant(0.73))
	t.Logf("| accuracy .4 to .9 | all .73 | %.3f | %.3f | %.3f |", any, wrong, right)
	atLeast(t, "differences named", any, 0.80, n)
	atLeast(t, "differences named by shares", right, 0.80, n)
	atMost(t, "wrong pairs", wrong, 0.05, n)
	equal := []float64{0.73, 0.73, 0.73, 0.73, 0.73, 0.73, 0.73, 0.73}
	any, _, right = board("equal", equal, constant(0.73))
	t.Logf("| all .73 | all .73 | %.3f | – | %.3f |", any, right)
	atMost(t, "equals named", any, 0.10, n)
	atMost(t, "equals named by shares", right, 0.10, n)
	words := []float64{0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 0.95}
	any, _, _ = board("calibrated", words, constant(words...))
	t.Logf("| as often as they say | .55 to .95 | %.3f | – | – |", any)
	atMost(t, "calibrated speakers of different words named", any, 0.10, n)
}

// named is the pairs named for more than surer words, as speaker numbers.
func (l Leaderboard) named() (pairs [][2]int) {
	for _, n := range l.Named {
		var p [2]int
		fmt.Sscanf(n.Better, "speaker %d", &p[0])
		fmt.Sscanf(n.Worse, "speaker %d", &p[1])
		if n.Why != NamedSurer {
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// Equal speakers of whom half choose easy events and half hard ones: whoever is
// named is named wrongly.
func TestHonestSelection(t *testing.T) {
	t.Log("| speakers | events | compared by skill | a pair named |")
	n := books()
	sizes := [][2]int{{6, 60}}
	if soak() {
		sizes = [][2]int{{4, 40}, {6, 60}, {12, 60}, {12, 200}}
	}
	for _, size := range sizes {
		var skill, named counts
		for _, l := range simulate(fmt.Sprint(size), n, func(g *generator) Leaderboard {
			return rank(gridOf(given(selectedBook(g, size[0], size[1]))), Options{Resamples: 500}.withDefaults())
		}) {
			skill.add(l.Mode == ModeSkill)
			named.add(l.Mode == ModeSkill && len(l.Named) > 0)
		}
		t.Logf("| %d | %d | %.3f | %.3f |", size[0], size[1], skill.share(), named.share())
		atMost(t, fmt.Sprint(size, " wrongly named"), named.share(), 0.05, n)
	}
}

// selectedBook draws equal speakers; the first half address four in five of the
// easy events and three in ten of the hard ones, the others the other way round.
func selectedBook(g *generator, speakers, events int) (fs []Forecast) {
	for e := range events {
		easy := e%2 == 0
		q := 0.6
		if easy {
			q = 0.95
		}
		y := 0.0
		if g.float() < q {
			y = 1
		}
		for s := range speakers {
			chance := 0.3
			if (s < speakers/2) == easy {
				chance = 0.8
			}
			if g.float() < chance {
				p := world{noise: 0.7, slope: 1}.says(g, q)
				fs = append(fs, Forecast{Speaker: fmt.Sprintf("speaker %02d", s), Event: fmt.Sprint(e), P: p, Low: p, High: p, Y: y, Weight: 1})
			}
		}
	}
	return fs
}

// 20 shared events on which all agree and 60 of one's own: the worst never
// stands above the best.
func TestHonestConsensus(t *testing.T) {
	n := books()
	inverted := heldShare("consensus", n, func(g *generator) bool {
		fs := ownBook(g, []float64{0.9, 0.6, 0.3}, 60, func(g *generator, _ int) float64 { return []float64{0.2, 0.8}[g.below(2)] })
		for e := range 20 {
			y := float64(g.below(2))
			for s := range 3 {
				fs = append(fs, Forecast{Speaker: fmt.Sprintf("speaker %02d", s), Event: fmt.Sprint("shared ", e), P: 0.7, Low: 0.7, High: 0.7, Y: y, Weight: 1})
			}
		}
		rows := rank(gridOf(given(fs)), Options{Resamples: 300}.withDefaults()).Rows
		return rows[0].Name == "speaker 02" || rows[2].Name == "speaker 00"
	})
	t.Logf("worst above best: %.4f", inverted)
	if inverted > 0 {
		t.Errorf("the worst stands above the best on %.4f of boards", inverted)
	}
}

// How long things take: the median of overruns, one in seven of which never
// comes, with some still waiting.
func TestHonestSurvival(t *testing.T) {
	t.Log("| promises | half covered | no upper limit |")
	n := 5 * books()
	const never = 1.0 / 7
	z := invert(func(x float64) float64 { return normalCDF(x, 1) }, -5, 5, 0.5/(1-never))
	truth := 1.3 * math.Exp(0.6*z)
	for _, size := range []int{8, 14, 30, 100} {
		var covered, open counts
		for _, q := range simulate(fmt.Sprint("survival", size), n, func(g *generator) *Quantile {
			ds := make([]Duration, size)
			for i := range ds {
				took, looked := 1.3*math.Exp(0.6*g.normal()), 1+3*g.float()
				switch {
				case g.float() < never:
					ds[i].Fate = Never
				case took <= looked:
					ds[i] = Duration{took, Met}
				default:
					ds[i].T = looked
				}
			}
			return Survive(ds).Quantile(0.5)
		}) {
			if q == nil {
				continue
			}
			covered.add(*q.Low <= truth && (q.High == nil || truth <= *q.High))
			open.add(q.High == nil)
		}
		t.Logf("| %d | %.3f | %.3f |", size, covered.share(), open.share())
		atLeast(t, fmt.Sprint(size, " promises, half covered"), covered.share(), 0.93, n)
	}
}
